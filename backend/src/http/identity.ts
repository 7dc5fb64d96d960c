import { createSecretKey, randomUUID } from 'node:crypto';
import type { Role } from '@trainer/contract/types';
import jwt from 'jsonwebtoken';
import { LRUCache } from 'lru-cache';
import type { Tokens } from '../storage/port.ts';

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
  ended(tokenIds: readonly string[]): void;
  /** Told of every token that ends, so that its sockets close in the same moment. */
  onEnd(listener: (tokenIds: readonly string[]) => void): void;
}

const REMEMBERED = 20_000;

export function identity(deps: { tokens: Tokens; secret: string; tokenSeconds: number; clock: () => Date }): Identity {
  const { tokens, tokenSeconds, clock } = deps;
  // A key object made once: verifying with the string itself costs forty times as much.
  const key = createSecretKey(Buffer.from(deps.secret, 'utf8'));
  const known = new LRUCache<string, Member>({ max: REMEMBERED });
  const tokenTexts = new Map<string, string>();
  const listeners: ((tokenIds: readonly string[]) => void)[] = [];
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
      return member && holds(member) ? member : undefined;
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
      forget([tokenId]);
    },

    async endAllOf(userId) {
      forget(await tokens.endAllOf(userId));
    },

    ended: forget,
    onEnd: (listener) => void listeners.push(listener),
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
