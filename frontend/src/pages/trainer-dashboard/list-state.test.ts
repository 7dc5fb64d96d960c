import { effect } from '@preact/signals-core';
import { glanceOf } from '@trainer/coach/running/glance';
import type { ClientRow } from '@trainer/contract/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { questions, timers } from '../../testing/answers.ts';
import { at, clientRow, doneSet, inSession, sessionOf, setOf } from '../../testing/coached.ts';
import { listState } from './list-state.ts';

const one = sessionOf('s', 1, [inSession('Squat', [setOf('1'), setOf('2')])]);
const two = sessionOf('s', 2, [inSession('Squat', [doneSet('1', '08:05:00'), setOf('2')])]);
const training = (name: string, session = one) => clientRow(name, { status: 'training', session: glanceOf(session) });

describe('the list of clients', () => {
  let clients: ReturnType<typeof questions<ClientRow[]>>;
  let clock: ReturnType<typeof timers>;
  let frames: (() => void)[];
  let began: string[][];
  let list: ReturnType<typeof listState>;

  beforeEach(() => {
    [clients, clock, frames, began] = [questions(), timers(), [], []];
    list = listState({
      fetchClients: clients.ask,
      later: clock.later,
      nextFrame: (run) => frames.push(run),
      started: (names) => began.push([...names]),
    });
  });
  const frame = () => {
    for (const run of frames.splice(0)) run();
  };
  const loaded = async (...rows: ClientRow[]) => {
    void list.load();
    await clients.answer(rows);
  };
  const row = (name: string) => list.rows.value?.get(name);
  const update = (userId: string, session = two) => {
    list.sessionUpdated({ userId, session });
  };
  const end = (userId: string, sessionId = 's') => {
    list.sessionEnded({ userId, sessionId });
  };

  it('is told in groups: who trains by who began first, the others as the server has them', async () => {
    await loaded(
      training('late', { ...one, startedAt: at('09:00:00') }),
      clientRow('b'),
      clientRow('look', { status: 'needs_look', reason: 'No workout in 7 days.' }),
      training('early'),
      clientRow('a'),
    );
    expect(list.groups.value).toEqual({ training: ['early', 'late'], needs_look: ['look'], on_track: ['b', 'a'] });
  });

  it('can be searched by any part of a name from twelve clients on', async () => {
    const eleven = Array.from({ length: 11 }, (_, i) => clientRow(`member${String(i)}`));
    await loaded(...eleven);
    expect(list.hasSearch.value).toBe(false);
    await loaded(...eleven, clientRow('k', { firstName: 'Kavya', lastName: 'Raman' }));
    expect(list.hasSearch.value).toBe(true);
    list.query.value = ' raM';
    expect(list.found('on_track').map((found) => found._id)).toEqual(['k']);
    list.query.value = 'nobody';
    expect(list.found('on_track')).toEqual([]);
  });

  it('shows who begins to train, and announces them by name, once', async () => {
    await loaded(clientRow('a', { firstName: 'Asha', lastName: 'Rao' }), clientRow('b'), clientRow('c'));
    update('a', one);
    update('b', one);
    frame();
    update('a', two);
    frame();
    expect(began).toEqual([['Asha Rao', 'b']]);
    expect(list.groups.value).toEqual({ training: ['a', 'b'], needs_look: [], on_track: ['c'] });
    expect(row('a')).toMatchObject({ status: 'training', session: { setsDone: 1 } });
  });

  it('changes once, however much is told within a frame', async () => {
    await loaded(training('a'), clientRow('b'));
    let drawn = 0;
    const stop = effect(() => {
      void [list.rows.value, list.sessions.value];
      drawn += 1;
    });
    update('a');
    update('b');
    list.presence({ userId: 'a', online: true });
    list.messageReceived({ from: 'b' });
    expect([frames.length, drawn]).toEqual([1, 1]);
    frame();
    expect(drawn).toBe(2);
    stop();
    expect(row('a')).toMatchObject({ online: true, session: { setsDone: 1 } });
    expect(row('b')).toMatchObject({ unread: 1, status: 'training' });
  });

  it('announces nobody whose workout ended within the same frame', async () => {
    await loaded(clientRow('a'));
    update('a', one);
    end('a');
    frame();
    expect([began, row('a')?.session]).toEqual([[], null]);
  });

  it('takes no older version of a workout for a newer one', async () => {
    await loaded(training('a'));
    update('a', two);
    update('a', one);
    frame();
    update('a', one);
    frame();
    expect(row('a')?.session?.setsDone).toBe(1);
    expect(list.sessions.value.get('a')?.version).toBe(2);
  });

  it('has whoever ended on track until the server says where they stand', async () => {
    await loaded(training('a'));
    end('a');
    frame();
    expect(row('a')).toMatchObject({ status: 'on_track', session: null });
    expect(clock.waiting).toEqual([300]);
    await clock.pass();
    await clients.answer([clientRow('a', { status: 'needs_look', reason: 'Missed.' })]);
    expect(list.groups.value.needs_look).toEqual(['a']);
  });

  it('asks once for all that ends within 300 ms, and again for what ends later', async () => {
    await loaded(training('a'), training('b'));
    end('a');
    end('b');
    list.refetchSoon();
    expect(clock.waiting).toEqual([300]);
    await clock.pass();
    expect(clients.asked).toBe(2);
    list.refetchSoon();
    expect(clock.waiting).toEqual([300]);
  });

  it('ends only the workout that ended', async () => {
    await loaded(training('a'));
    end('a', 'an earlier one');
    frame();
    expect(row('a')?.session?.sessionId).toBe('s');
  });

  it('asks who it is when somebody trains whom it does not know', async () => {
    await loaded(clientRow('a'));
    update('new');
    frame();
    expect(clock.waiting).toEqual([300]);
    expect(list.rows.value?.size).toBe(1);
    expect(began).toEqual([]);
  });

  describe('asked for before something was told', () => {
    it.each(['before', 'after'])(
      'does not bring back a workout that ended, the frame coming %s the answer',
      async (when) => {
        await loaded(training('a'));
        update('a');
        frame();
        void list.load();
        end('a');
        if (when === 'before') frame();
        await clients.answer([training('a', two)]);
        if (when === 'after') frame();
        expect(row('a')).toMatchObject({ status: 'on_track', session: null });
        expect(list.sessions.value.size).toBe(0);
      },
    );

    it('does not take away a workout that began', async () => {
      await loaded(clientRow('a'));
      void list.load();
      update('a');
      await clients.answer([clientRow('a', { status: 'needs_look', reason: 'Missed.', unread: 2 })]);
      expect(row('a')).toMatchObject({ status: 'training', reason: null, unread: 2, session: { setsDone: 1 } });
      frame();
      expect(list.groups.value.training).toEqual(['a']);
      expect(began).toEqual([['a']]);
    });

    it('takes in a workout that was told of before there was any list', async () => {
      void list.load();
      update('a');
      frame();
      await clients.answer([clientRow('a'), clientRow('b')]);
      expect(row('a')).toMatchObject({ status: 'training', session: { setsDone: 1 } });
      expect(list.groups.value.training).toEqual(['a']);
    });

    it('does not show a workout that ended before there was any list', async () => {
      void list.load();
      end('a');
      frame();
      await clients.answer([training('a')]);
      expect(row('a')?.session).toBeNull();
    });

    it('does not count a message twice that came before there was any list', async () => {
      void list.load();
      list.messageReceived({ from: 'a' });
      frame();
      await clients.answer([clientRow('a', { unread: 1 })]);
      list.presence({ userId: 'a', online: true });
      frame();
      expect(row('a')).toMatchObject({ unread: 1, online: true });
    });

    it('knows who came and who went meanwhile', async () => {
      await loaded(clientRow('a'), clientRow('b', { online: true }));
      void list.load();
      list.presence({ userId: 'a', online: true });
      list.presence({ userId: 'b', online: false });
      await clients.answer([clientRow('a'), clientRow('b', { online: true })]);
      expect([row('a')?.online, row('b')?.online]).toEqual([true, false]);
      await loaded(clientRow('a'), clientRow('b'));
      expect(row('a')?.online).toBe(false);
    });

    it('is asked for again where messages came meanwhile, for it may count them or not', async () => {
      await loaded(clientRow('a'));
      list.messageReceived({ from: 'a' });
      expect(clock.waiting).toEqual([]);
      void list.load();
      list.messageReceived({ from: 'a' });
      expect(clock.waiting).toEqual([300]);
    });
  });

  it('does not show a workout again of which something is told after its end', async () => {
    await loaded(training('a'));
    end('a');
    frame();
    update('a', two);
    frame();
    expect(row('a')?.session).toBeNull();
    update('a', { ...one, sessionId: 'next' });
    frame();
    expect(row('a')?.session?.sessionId).toBe('next');
  });

  it('believes the server where it knows more than was told, as after a lost connection', async () => {
    await loaded(training('a'));
    update('a', one);
    frame();
    await loaded(training('a', two));
    expect(row('a')?.session?.setsDone).toBe(1);
    expect(list.sessions.value.size).toBe(0);
  });

  it('keeps the whole workout where the server says the same', async () => {
    await loaded(clientRow('a'));
    update('a', two);
    frame();
    await loaded(training('a', two));
    expect(list.sessions.value.get('a')).toBe(two);
  });

  it('leaves a row that did not change the same, so that it is not drawn again', async () => {
    await loaded(clientRow('a'), clientRow('b'));
    const before = row('a');
    await loaded(clientRow('a'), clientRow('b', { unread: 1 }));
    expect(row('a')).toBe(before);
    expect(row('b')?.unread).toBe(1);
  });

  it('ignores the answer to an earlier question', async () => {
    void list.load();
    void list.load();
    await clients.answer([clientRow('new')], 1);
    await clients.answer([clientRow('old')]);
    expect([...(list.rows.value?.keys() ?? [])]).toEqual(['new']);
  });

  it('stays as it is while the server is away, and says why', async () => {
    await loaded(clientRow('a'));
    const away = new Error('away');
    void list.load();
    await clients.fail(away);
    expect(list.failure.value).toBe(away);
    expect(row('a')).toBeDefined();
    await loaded(clientRow('a'));
    expect(list.failure.value).toBeNull();
  });

  it('counts what is unread, until it was read on any screen', async () => {
    await loaded(clientRow('a', { unread: 1 }), clientRow('b'));
    list.messageReceived({ from: 'a' });
    list.messageReceived({ from: 'a' });
    frame();
    expect([row('a')?.unread, row('b')?.unread]).toEqual([3, 0]);
    list.messagesRead('a');
    frame();
    expect(row('a')?.unread).toBe(0);
  });

  it('moves nobody while a pointer is on it, and everybody afterwards', async () => {
    await loaded(training('a'), clientRow('b'), clientRow('c'), clientRow('d'));
    list.hold();
    end('a');
    update('b');
    frame();
    expect(list.groups.value).toEqual({ training: ['a'], needs_look: [], on_track: ['b', 'c', 'd'] });
    expect(row('b')?.status).toBe('training');
    await loaded(clientRow('new'), training('b', two), clientRow('a'), clientRow('d'));
    expect(list.groups.value).toEqual({ training: ['a'], needs_look: [], on_track: ['b', 'd', 'new'] });
    list.release();
    expect(list.groups.value).toEqual({ training: ['b'], needs_look: [], on_track: ['new', 'a', 'd'] });
  });

  it('is settled once the last question is answered', async () => {
    let isSettled = false;
    void list.load();
    void list.settled().then(() => (isSettled = true));
    await Promise.resolve();
    expect(isSettled).toBe(false);
    await clients.answer([]);
    expect(isSettled).toBe(true);
  });
});
