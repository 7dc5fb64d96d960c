import type { Op } from '@trainer/coach/running/session';
import type { CallAnswer, OpResult } from '@trainer/contract/types';
import { api } from '../api.ts';

export type SessionAnswer = CallAnswer<'sessionOps'>['data'];

const MOST_AT_ONCE = 500;
const EDGES: ReadonlySet<Op['op']> = new Set(['start', 'finish', 'discard']);

/**
 * Sends operations of one workout, all of them however many. Where it has ended, its end goes along with each part, so
 * that the server never takes it for one that runs beside another.
 * @returns the last answer, with the verdicts on all
 * @throws Refused, Unreachable
 */
export async function sendOps(ops: readonly Op[]): Promise<SessionAnswer> {
  const isEdge = (op: Op) => EDGES.has(op.op);
  const always = ops.filter(isEdge);
  const rest = ops.filter((op) => !isEdge(op));
  const results = new Map<string, OpResult>();
  let answer: SessionAnswer | undefined;
  let i = 0;
  do {
    const part = [...always, ...rest.slice(i, (i += MOST_AT_ONCE - always.length))];
    answer = (await api.call('sessionOps', { body: { ops: part } })).data;
    answer.results.forEach((result, at) => {
      const opId = part[at]?.opId;
      if (opId) results.set(opId, result);
    });
  } while (i < rest.length);
  return { ...answer, results: [...results.values()] };
}
