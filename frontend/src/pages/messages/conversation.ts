import type { Message } from '@trainer/contract/types';

/** Typed here and not yet known to have arrived. */
export interface Waiting {
  clientId: string;
  to: string;
  text: string;
  /** ISO */
  at: string;
  /** Why the server does not take it; null: it is sent again by itself. */
  refused: string | null;
}

/** By time, then by id: the order of the server. Each once; a message that was read stays read. */
export function merged(known: readonly Message[], more: readonly Message[]): Message[] {
  const byId = new Map(known.map((message) => [message._id, message]));
  for (const message of more) {
    const before = byId.get(message._id);
    byId.set(message._id, before?.readAt && !message.readAt ? before : message);
  }
  return [...byId.values()].sort((a, b) =>
    a.createdAt === b.createdAt ? (a._id < b._id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1,
  );
}

/** Those that `from` wrote up to then are read. */
export const readUpTo = (messages: readonly Message[], from: string, at: string): Message[] =>
  messages.map((message) =>
    message.from === from && message.readAt === null && message.createdAt <= at ? { ...message, readAt: at } : message,
  );

const ADDRESS = /https?:\/\/[^\s<>"“”]+/giu;

/** Text with its web addresses told apart; only http and https, and only where they are whole. */
export function withLinks(text: string): { text: string; href: string | null }[] {
  const parts: { text: string; href: string | null }[] = [];
  let at = 0;
  for (const found of text.matchAll(ADDRESS)) {
    // What ends a sentence, or closes a bracket that was opened before the address, is not part of it.
    const address = trimmed(found[0]);
    if (!isAddress(address)) continue;
    if (found.index > at) parts.push({ text: text.slice(at, found.index), href: null });
    parts.push({ text: address, href: address });
    at = found.index + address.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), href: null });
  return parts;
}

function trimmed(address: string): string {
  const short = address.replace(/[.,;:!?'’…]+$/u, '');
  return short.endsWith(')') && !short.includes('(') ? trimmed(short.slice(0, -1)) : short;
}

function isAddress(text: string): boolean {
  try {
    const { protocol, hostname, username } = new URL(text);
    // A name before the @ makes one site look like another.
    return /^https?:$/.test(protocol) && hostname !== '' && username === '';
  } catch {
    return false;
  }
}
