import type { ChangeStream, ChangeStreamDeleteDocument } from 'mongodb';
import type { EndedTokens, EndedTokensListener } from '../port.ts';
import type { Collections } from './collections.ts';
import type { TokenDocument } from './documents.ts';

/** Hears of every token that any server ends, from the database itself: no other server has to be up for that. */
export interface TokenStream extends EndedTokens {
  close(): Promise<void>;
}

const AGAIN_MS = 500;

/** Resolves once it hears, so that nothing that ends after the start is missed. */
export async function tokenStream({ tokens }: Collections): Promise<TokenStream> {
  const listeners: EndedTokensListener[] = [];
  let stream: ChangeStream<TokenDocument, ChangeStreamDeleteDocument<TokenDocument>> | undefined;
  let hears = false;
  let closed = false;
  let again: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    // The driver resumes by itself, where it left off, after an election or a broken connection.
    const opened = tokens.watch<TokenDocument, ChangeStreamDeleteDocument<TokenDocument>>(
      [{ $match: { operationType: 'delete' } }, { $project: { documentKey: 1, operationType: 1 } }],
      { readConcern: { level: 'majority' } },
    );
    stream = opened;
    // The first look opens the cursor on the server: from here on nothing is missed.
    await opened.tryNext();
    if (closed) return opened.close();
    hears = true;
    void follow(opened);
  }

  async function follow(opened: NonNullable<typeof stream>): Promise<void> {
    try {
      for await (const change of opened) {
        for (const listener of listeners) listener.ended([change.documentKey._id]);
      }
    } catch {
      // What it was is told by the questions that fail for the same reason.
    }
    hears = false;
    await opened.close().catch(() => undefined);
    if (!closed) reopen();
  }

  function reopen(): void {
    again = setTimeout(() => {
      open().then(() => {
        if (hears) for (const listener of listeners) listener.missed();
      }, reopen);
    }, AGAIN_MS);
  }

  await open();
  return {
    get hears() {
      return hears;
    },
    listen: (listener) => void listeners.push(listener),
    async close() {
      closed = true;
      hears = false;
      clearTimeout(again);
      await stream?.close();
    },
  };
}
