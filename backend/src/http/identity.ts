import { createSecretKey, randomUUID } from 'node:crypto';
import type { Role } from '@trainer/contract/types';
import jwt from 'jsonwebtoken';
import { LRUCache } from 'lru-cache';
import type { Bus } from '../bus/port.ts';
import type { EndedTokens, Tokens } from '../storage/port.ts';

/** Who asks: what a token that holds says of its bearer. */
export interface Member {
  readonly userId: string;
  readonly role: Role;
  readonly tokenId: string;
  readonly expiresAt: Date;
}

/**
 * Makes tokens and tells who bears one. The list in the database says which tokens hold; what was found there is
 * remembered until the token expires or is ended, so that a request costs neither a signature check nor a query.
 * Of tokens that end through another instance it hears twice, from the database and on the bus, so that either may be
 * away. While both are, nothing is remembered and each request asks; after a gap in either, everything is asked anew.
 */
export interface Identity {
  /** A new token, written down before it is returned. */
  issue(user: { _id: string; role: Role }): Promise<string>;
  /** The bearer of a token that was checked before, at no cost; undefined says nothing about the token. */
  remembered(token: string): Member | undefined;
  /** The bearer of a token, or undefined where it does not hold. */
  of(token: string): Promise<Member | undefined>;
  end(tokenId: string): Promise<void>;
  endAllOf(userId: string): Promise<void>;
  /** Forgets tokens that the storage has ended by itself, together with something else. */
  ended(tokenIds: readonly string[]): Promise<void>;
  /** Told of every token that ends, through whichever instance, so that its sockets close in the same moment. */
  onEnd(listener: (tokenIds: readonly string[]) => void): void;
  /** Told after tokens may have ended unheard: whoever relies on one for longer than a request asks again. */
  onDoubt(listener: () => void): void;
  /** Which of these tokens do not hold any more. */
  endedAmong(tokenIds: readonly string[]): Promise<string[]>;
}

const ENDED = 'tokens-ended';

const REMEMBERED = 20_000;

interface Deps {
  tokens: Tokens;
  endedTokens: EndedTokens;
  bus: Bus;
  secret: string;
  tokenSeconds: number;
  clock: () => Date;
}

export function identity({ tokens, endedTokens, bus, secret, tokenSeconds, clock }: Deps): Identity {
  // A key object made once: verifying with the string itself costs forty times as much.
  const key = createSecretKey(Buffer.from(secret, 'utf8'));
  const known = new LRUCache<string, Member>({ max: REMEMBERED });
  const tokenTexts = new Map<string, string>();
  const listeners: ((tokenIds: readonly string[]) => void)[] = [];
  const doubters: (() => void)[] = [];
  /** Grows with every end, so that a check that began before it is not remembered after it. */
  let ends = 0;

  const holds = (member: Member) => member.expiresAt > clock();

  function forget(tokenIds: readonly string[]): void {
    ends += 1;
    for (const id of tokenIds) {
      const text = tokenTexts.get(id);
      if (text !== undefined) known.delete(text);
      tokenTexts.delete(id);
    }
    for (const tell of listeners) tell(tokenIds);
  }

  /** Here, and on every other instance. */
  async function forgetEverywhere(tokenIds: readonly string[]): Promise<void> {
    forget(tokenIds);
    if (tokenIds.length > 0) await bus.tell(ENDED, tokenIds);
  }

  function doubt(): void {
    ends += 1;
    known.clear();
    tokenTexts.clear();
    for (const tell of doubters) tell();
  }

  const hears = () => endedTokens.hears || bus.isUp;
  endedTokens.listen({ ended: forget, missed: doubt });
  bus.on(ENDED, forget);
  bus.onGap(doubt);

  return {
    async issue(user) {
      const id = randomUUID();
      const expiresAt = new Date(clock().getTime() + tokenSeconds * 1000);
      await tokens.add({ id, userId: user._id, expiresAt });
      const claims = { role: user.role, iat: seconds(clock()), exp: seconds(expiresAt) };
      return jwt.sign(claims, key, { algorithm: 'HS256', subject: user._id, jwtid: id });
    },

    remembered(token) {
      const member = known.get(token);
      return member && holds(member) && hears() ? member : undefined;
    },

    async of(token) {
      const before = ends;
      const claims = verified(token, key, clock());
      if (!claims) return undefined;
      const listed = await tokens.holding(claims.tokenId, clock());
      if (listed?.userId !== claims.userId) return undefined;
      const member = { ...claims, expiresAt: listed.expiresAt };
      if (ends === before) {
        known.set(token, member);
        tokenTexts.set(member.tokenId, token);
        if (tokenTexts.size > 2 * REMEMBERED) dropForgotten();
      }
      return member;
    },

    async end(tokenId) {
      await tokens.end(tokenId);
      await forgetEverywhere([tokenId]);
    },

    async endAllOf(userId) {
      await forgetEverywhere(await tokens.endAllOf(userId));
    },

    ended: forgetEverywhere,
    onEnd: (listener) => void listeners.push(listener),
    onDoubt: (listener) => void doubters.push(listener),

    endedAmong: (tokenIds) => tokens.notHolding(tokenIds, clock()),
  };

  function dropForgotten(): void {
    for (const [id, text] of tokenTexts) if (!known.has(text)) tokenTexts.delete(id);
  }
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

function verified(token: string, key: ReturnType<typeof createSecretKey>, now: Date) {
  try {
    const claims = jwt.verify(token, key, { algorithms: ['HS256'], clockTimestamp: seconds(now) });
    if (typeof claims === 'string' || !claims.sub || !claims.jti) return undefined;
    const role: unknown = claims.role;
    if (role !== 'member' && role !== 'trainer') return undefined;
    return { userId: claims.sub, tokenId: claims.jti, role } as const;
  } catch {
    return undefined;
  }
}
