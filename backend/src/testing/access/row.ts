import type { CallName } from '@trainer/contract/paths';
import type { CallInput } from '@trainer/contract/types';
import type { Client } from '../test-server.ts';
import { type Role, ROLES } from './people.ts';
import type { World } from './world.ts';

/**
 * What a call answers to one role: the status of a refusal, or that it is allowed. `own`: it is about whoever asks, and
 * the member is not named in it. `ok`: it may name the member, whose private words are for them and their trainer alone.
 */
const TOKENS = ['ok', 'own', '401', '403', '404', '409', '422'] as const;
export type Token = (typeof TOKENS)[number];

export interface Row {
  call: CallName;
  title: string;
  cells: Record<Role, Token>;
  /** What is sent, the same for everybody save where whoever asks stands in it. */
  sent(world: World, asker: Client | undefined): Promise<object>;
  /** One cell changes what the next one finds, so that each has a world of its own. */
  each: 'in one world' | 'in its own world';
}

type Sent<N extends CallName> = (world: World, asker: Client | undefined) => CallInput<N> | Promise<CallInput<N>>;

/** @param cells a token for each role, in the order of `ROLES` */
export function row<N extends CallName>(
  cells: string,
  call: N,
  ...[what, sent, each = 'in one world']: [what?: string, sent?: Sent<N>, each?: Row['each']]
): Row {
  const title = what === undefined ? call : `${call}, ${what}`;
  return {
    call,
    title,
    cells: tokensOf(cells, TOKENS, title),
    sent: async (world, asker) => (await sent?.(world, asker)) ?? {},
    each,
  };
}

/** The tokens of a row by role. */
export function tokensOf<T extends string>(cells: string, known: readonly T[], title: string): Record<Role, T> {
  const tokens = cells.trim().split(/\s+/);
  const isRow = tokens.length === ROLES.length && tokens.every((token) => known.some((one) => one === token));
  if (!isRow) throw new Error(`The row of ${title} is none: ${cells}`);
  return Object.fromEntries(ROLES.map((role, i) => [role, tokens[i]])) as Record<Role, T>;
}
