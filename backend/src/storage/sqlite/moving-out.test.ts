import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLAIN_KINDS } from '../moving.ts';
import type { Store } from '../port.ts';
import { NOW } from '../suite/builders.ts';
import { type Practice, practice } from '../suite/practice.ts';
import { migrate } from './migrate.ts';
import { movingOutOf } from './moving-out.ts';

const EVER = new Date('2100-01-02T00:00:00.000Z');

describe('a store that is left', () => {
  let db: DatabaseSyncInstance;
  let store: Store;
  let people: Practice;
  beforeEach(async () => {
    db = new DatabaseSync(':memory:');
    migrate(db, ':memory:');
    ({ store } = movingOutOf(db));
    people = await practice(store);
  });
  afterEach(() => store.close());

  it('gives every record of a kind once, in pieces of any size', () => {
    const out = movingOutOf(db);
    for (const kind of PLAIN_KINDS) {
      const places: string[] = [];
      for (;;) {
        const [one] = out.some(kind, places.at(-1) ?? '', 1);
        if (!one) break;
        places.push(one.at);
      }
      expect(new Set(places).size, kind).toBe(out.count(kind));
      expect(places).toEqual(out.some(kind, '', 1000).map((one) => one.at));
    }
  });

  const CHANGES: Record<string, (people: Practice) => Promise<unknown>> = {
    'a consent that was narrowed': ({ kavya }) => store.coaching.changeLink(kavya._id, { share: { live: false } }),
    'a note': ({ trainer, kavya }) => store.coaching.writeNote(trainer._id, kavya._id, 'Right knee.', NOW),
    'a message that was read': ({ kavya, trainer }) => store.messages.read(kavya._id, trainer._id, EVER),
    'a message that a mail told of': async () => {
      const [untold] = await store.messages.untold(EVER, 1);
      await store.messages.told(untold?.messages.map((message) => message._id) ?? []);
    },
    'a plan that was taken back': async ({ kavya }) => {
      const [plan] = await store.assignedPlans.of([kavya._id]);
      await store.assignedPlans.remove(plan?._id ?? '', '2026-07-17', NOW);
    },
    'a workout that was stored': async ({ kavya }) => {
      const [ended] = await store.running.unmade(1);
      if (ended) await store.running.made(kavya._id, ended.session.sessionId, ended.session.version, null);
    },
    'a mail that was sent': async () => {
      const [mail] = await store.mails.take(EVER, EVER, 1);
      await store.mails.sent(mail?._id ?? '', NOW);
    },
    'a link for a new password': ({ kavya }) => store.resets.add(kavya._id, 'another hash', EVER),
    'an invitation that was taken back': async ({ trainer }) => {
      const [invite] = await store.coaching.invitesBy(trainer._id, NOW);
      await store.coaching.removeInvite(invite?._id ?? '');
    },
  };

  it.each(Object.keys(CHANGES))('is told from what it was before %s', async (name) => {
    const before = movingOutOf(db).fingerprint;
    expect(movingOutOf(db).fingerprint).toBe(before);
    await CHANGES[name]?.(people);
    expect(movingOutOf(db).fingerprint).not.toBe(before);
  });
});
