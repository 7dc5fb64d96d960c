import type { Session, SessionEnded, SessionUpdated } from '@trainer/contract/types';
import { beforeEach, describe, expect, it } from 'vitest';
import { questions, refusal, settled, timers } from '../../testing/answers.ts';
import { at, doneSet, inSession, sessionOf, setOf } from '../../testing/coached.ts';
import { liveState } from './live-state.ts';

const squat = (...done: string[]) =>
  inSession('Squat', [...done.map((id) => doneSet(id, '08:05:00')), setOf('open')], { key: 'squat' });
const plank = inSession('Plank', [setOf('p')], { key: 'plank' });
const begun = sessionOf('s', 1, [squat(), plank]);
const removal = (key: string): SessionUpdated['ops'] => [
  { op: 'removeExercise', opId: 'o', sessionId: 's', at: at('08:06:00'), key },
];
const ending = (given: Partial<SessionEnded> = {}): SessionEnded => ({
  userId: 'Kavya',
  sessionId: 's',
  how: 'finished',
  ...given,
});

describe('the workout of a client that runs', () => {
  let sessions: ReturnType<typeof questions<Session | null>>;
  let cues: ReturnType<typeof questions<undefined>>;
  let sent: string[];
  let clock: ReturnType<typeof timers>;
  let now: number;
  let live: ReturnType<typeof liveState>;

  beforeEach(() => {
    [sessions, cues, sent, clock, now] = [questions(), questions(), [], timers(), 1000];
    live = liveState({
      fetchSession: sessions.ask,
      sendCue(text) {
        sent.push(text);
        return cues.ask();
      },
      now: () => now,
      later: clock.later,
    });
  });
  const loaded = async (session: Session | null) => {
    void live.load();
    await sessions.answer(session);
  };
  const told = (session: Session, ops: SessionUpdated['ops'] = []) => {
    live.told({ session, ops });
  };

  it('is there once the server was asked, also where nothing runs', async () => {
    expect(live.loaded.value).toBe(false);
    await loaded(null);
    expect([live.loaded.value, live.session.value]).toEqual([true, null]);
    await loaded(begun);
    expect(live.session.value).toBe(begun);
  });

  it('is the highest version that was heard of, whatever comes late', async () => {
    await loaded(begun);
    void live.load();
    told(sessionOf('s', 3, [squat('1', '2')]));
    told(sessionOf('s', 2, [squat('1')]));
    await sessions.answer(sessionOf('s', 2, [squat('1')]));
    expect(live.session.value?.version).toBe(3);
  });

  it('stays where it began after the server was asked', async () => {
    void live.load();
    told(begun);
    await sessions.answer(null);
    expect(live.session.value).toBe(begun);
    await loaded(null);
    expect(live.session.value).toBeNull();
  });

  it('says why it is not there, until it is', async () => {
    const away = new Error('away');
    void live.load();
    await sessions.fail(away);
    expect([live.failure.value, live.loaded.value]).toEqual([away, false]);
    await loaded(begun);
    expect(live.failure.value).toBeNull();
  });

  it('lets the sets glow that were just done, and for four seconds only', async () => {
    await loaded(sessionOf('s', 1, [squat('1')]));
    expect([...live.fresh.value]).toEqual([]);
    told(sessionOf('s', 2, [squat('1', '2')]));
    expect([...live.fresh.value]).toEqual(['2']);
    expect(clock.waiting).toEqual([4000]);
    await clock.pass();
    expect([...live.fresh.value]).toEqual([]);
  });

  it('lets the next set glow for its own four seconds, not for the rest of those of the one before', async () => {
    await loaded(begun);
    told(sessionOf('s', 2, [squat('1')]));
    told(sessionOf('s', 3, [squat('1', '2')]));
    expect([...live.fresh.value]).toEqual(['2']);
    expect(clock.waiting).toEqual([4000]);
    told(sessionOf('s', 4, [squat('1', '2')], { note: 'Left knee.' }));
    expect([...live.fresh.value]).toEqual(['2']);
  });

  it('names the exercises that were taken out while somebody looked on, also after they are gone', async () => {
    await loaded(begun);
    told(sessionOf('s', 2, [squat()]), removal('plank'));
    told(sessionOf('s', 3, []), removal('squat'));
    expect(live.removed.value).toEqual(['Plank', 'Squat']);
    told(sessionOf('next', 1, [squat()]));
    expect(live.removed.value).toEqual([]);
  });

  it('names no exercise as taken out that is there, or was told of before', async () => {
    await loaded(begun);
    told(begun, removal('plank'));
    told(sessionOf('s', 2, [squat(), plank]), removal('plank'));
    told(sessionOf('s', 3, [squat()]), removal('nobody knows it'));
    expect(live.removed.value).toEqual([]);
  });

  it('says how it ended, and with which workout', async () => {
    await loaded(begun);
    live.endedBy(ending({ workoutId: 'w' }));
    expect([live.session.value, live.ended.value]).toEqual([null, { how: 'finished', workoutId: 'w' }]);
  });

  it('says so too where the server was asked first, and knew already', async () => {
    await loaded(begun);
    await loaded(null);
    live.endedBy(ending({ how: 'discarded' }));
    expect(live.ended.value).toEqual({ how: 'discarded' });
  });

  it('does not come back by what is told or answered late', async () => {
    await loaded(begun);
    void live.load();
    live.endedBy(ending());
    told(sessionOf('s', 9, [squat('1')]));
    expect(live.session.value).toBeNull();
    await sessions.answer(sessionOf('s', 9, [squat('1')]));
    expect(live.session.value).toBeNull();
    expect(live.ended.value).toEqual({ how: 'finished' });
  });

  it('does not end by the end of another', async () => {
    await loaded(begun);
    live.endedBy(ending({ sessionId: 'earlier' }));
    expect([live.session.value, live.ended.value]).toEqual([begun, null]);
  });

  it('takes the place of the one that ended', async () => {
    await loaded(begun);
    live.endedBy(ending());
    told(sessionOf('next', 1));
    expect([live.session.value?.sessionId, live.ended.value]).toEqual(['next', null]);
  });

  it('is as of when it was heard last, once the connection is lost, and fresh again with the next word', async () => {
    await loaded(begun);
    now = 2000;
    told(sessionOf('s', 2, [squat('1')]));
    now = 3000;
    live.lost();
    now = 4000;
    live.lost();
    expect([live.lostAt.value, live.isStale.value]).toEqual([2000, true]);
    told(sessionOf('s', 2, [squat('1')]));
    expect([live.lostAt.value, live.isStale.value]).toEqual([null, false]);
    now = 5000;
    live.lost();
    expect(live.lostAt.value).toBe(4000);
    await loaded(begun);
    expect(live.isStale.value).toBe(false);
  });

  it('is hidden at once where it is not shared any more, with how it ended', async () => {
    await loaded(begun);
    live.hide();
    expect(live.session.value).toBeNull();
    told(sessionOf('next', 1));
    live.endedBy(ending({ sessionId: 'next' }));
    live.hide();
    expect(live.ended.value).toBeNull();
  });
});

describe('a cue', () => {
  let sessions: ReturnType<typeof questions<Session | null>>;
  let cues: ReturnType<typeof questions<undefined>>;
  let sent: string[];
  let live: ReturnType<typeof liveState>;

  beforeEach(() => {
    [sessions, cues, sent] = [questions(), questions(), []];
    live = liveState({
      fetchSession: sessions.ask,
      sendCue(text) {
        sent.push(text);
        return cues.ask();
      },
      now: () => 1000,
      later: timers().later,
    });
  });

  it('goes out once, without the spaces around it, and its field is empty then', async () => {
    live.cue.text.value = ' Back flat ';
    void live.sendCue(live.cue.text.value);
    void live.sendCue('Slower');
    void live.sendCue('  ');
    expect([sent, live.cue.busy.value]).toEqual([['Back flat'], true]);
    await cues.answer(undefined);
    expect(live.cue.sent.value).toEqual({ text: 'Back flat', at: 1000 });
    expect([live.cue.text.value, live.cue.busy.value]).toEqual(['', false]);
    await live.sendCue('  ');
    expect(sent).toEqual(['Back flat']);
  });

  it('leaves alone what was typed while it was on its way', async () => {
    void live.sendCue('Stop at 8');
    live.cue.text.value = 'Well done';
    await cues.answer(undefined);
    expect(live.cue.text.value).toBe('Well done');
  });

  it('that did not arrive stays in its field, and says why', async () => {
    live.cue.text.value = 'Back flat';
    void live.sendCue('Back flat');
    const away = new Error('away');
    await cues.fail(away);
    expect(live.cue).toMatchObject({ text: { value: 'Back flat' }, failure: { value: away }, busy: { value: false } });
    expect(sessions.asked).toBe(0);
    void live.sendCue('Back flat');
    expect(live.cue.failure.value).toBeNull();
    await cues.answer(undefined);
    expect(sent).toHaveLength(2);
  });

  it('to somebody who does not train any more has it looked at what runs', async () => {
    live.told({ session: begun, ops: [] });
    void live.sendCue('Back flat');
    await cues.fail(refusal(409, 'not_training'));
    expect(live.cue.sent.value).toBeNull();
    await sessions.answer(null);
    await settled();
    expect(live.session.value).toBeNull();
  });
});
