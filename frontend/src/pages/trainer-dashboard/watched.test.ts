import { describe, expect, it } from 'vitest';
import { collect } from '../../last-times.ts';
import { at, doneSet, inSession, logged, loggedSet, sessionOf, setOf, workoutOn } from '../../testing/coached.ts';
import { againstLastTime, feedOf, inWork, liftedOf, plannedAndDone } from './watched.ts';

const warmup = { type: 'warmup' } as const;
const running = (...exercises: ReturnType<typeof inSession>[]) => sessionOf('s', 1, exercises);
/** Two times of squats, the newest first. */
const times = collect([
  workoutOn('2026-07-14', [
    logged('Squat', { setLog: [loggedSet(12, 10, warmup), loggedSet(10, 20), loggedSet(9, 20), loggedSet(8, 20)] }),
  ]),
  workoutOn('2026-07-07', [logged('Squat', { setLog: [loggedSet(5, 99)] })]),
]);
const none = collect([]);

describe('set by set', () => {
  it('is the newest first, over all exercises, and only what is done', () => {
    const session = running(
      inSession('Squat', [doneSet('a', '08:01:00'), doneSet('b', '08:07:00'), setOf('c', { at: at('08:20:00') })]),
      inSession('Press', [doneSet('d', '08:04:00')]),
    );
    expect(feedOf(session, none).map((line) => [line.id, line.exercise])).toEqual([
      ['b', 'Squat'],
      ['d', 'Press'],
      ['a', 'Squat'],
    ]);
  });

  it('has the sets to warm up of an exercise in one line, as of the last of them', () => {
    const session = running(
      inSession('Squat', [
        doneSet('w1', '08:01:00', warmup),
        doneSet('w2', '08:03:00', warmup),
        setOf('w3', { ...warmup, at: at('08:09:00') }),
        doneSet('a', '08:02:00'),
      ]),
    );
    expect(feedOf(session, none)).toMatchObject([
      { id: 'w2', at: at('08:03:00'), set: null, warmups: 2, before: undefined },
      { id: 'a', set: { setId: 'a' }, warmups: 0 },
    ]);
  });

  it('has beside each set the same one of the last time, sets to warm up aside', () => {
    const session = running(
      inSession('Squat', [
        doneSet('w', '08:01:00', warmup),
        setOf('passed over'),
        ...['b', 'c', 'd'].map((id, i) => doneSet(id, `08:0${String(i + 2)}:00`)),
      ]),
      inSession('Press', [doneSet('e', '08:00:30')]),
    );
    expect(feedOf(session, times).map((line) => [line.id, line.before?.reps])).toEqual([
      ['d', undefined],
      ['c', 8],
      ['b', 9],
      ['w', undefined],
      ['e', undefined],
    ]);
  });
});

describe('what was lifted', () => {
  it('is weight times repetitions of the sets that are done and count', () => {
    const session = running(
      inSession('Squat', [
        doneSet('w', '08:01:00', { ...warmup, weight: 100 }),
        doneSet('a', '08:02:00', { reps: 10, weight: 20 }),
        setOf('b', { reps: 10, weight: 100 }),
      ]),
      inSession('Press', [doneSet('c', '08:03:00', { type: 'drop', reps: 5, weight: 12.5 })]),
      inSession('Plank', [doneSet('d', '08:04:00', { reps: null, weight: null, duration: 40 })]),
    );
    expect(liftedOf(session)).toBe(262.5);
  });
});

describe('the exercise in work', () => {
  it('is at its next set, of as many as are planned or listed', () => {
    const sets = [doneSet('w', '08:01:00', warmup), doneSet('a', '08:02:00'), setOf('b')];
    const at2 = inWork(running(inSession('Squat', sets, { plannedSets: 4 })), 'Squat');
    expect(at2).toMatchObject({ set: 2, of: 4, next: { setId: 'b' } });
    expect(inWork(running(inSession('Squat', sets, { plannedSets: 1 })), 'Squat')).toMatchObject({ set: 2, of: 2 });
  });

  it('stays at its last set where all are done', () => {
    const all = inWork(running(inSession('Squat', [doneSet('a', '08:01:00'), doneSet('b', '08:02:00')])), 'Squat');
    expect(all).toMatchObject({ set: 2, of: 2, next: undefined });
  });

  it('is the one of two of the same name that is not through', () => {
    const session = running(
      inSession('Squat', [doneSet('a', '08:01:00')], { key: 'first' }),
      inSession('Squat', [setOf('b')], { key: 'second' }),
    );
    expect(inWork(session, 'Squat')?.exercise.key).toBe('second');
  });

  it('is none where none is named', () => {
    expect(inWork(running(inSession('Squat', [])), null)).toBeNull();
    expect(inWork(running(), 'Squat')).toBeNull();
  });
});

describe('planned and done', () => {
  const squats = inSession('Squat', [doneSet('w', '08:01:00', warmup), doneSet('a', '08:02:00'), setOf('b')]);
  const states = (session: ReturnType<typeof running>, planned: Parameters<typeof plannedAndDone>[1] = []) =>
    plannedAndDone(session, planned).map(({ name, done, of, is }) => [name, done, of, is]);

  it('counts the sets that count, against those that are planned or listed', () => {
    expect(
      states(
        running(
          squats,
          inSession('Press', [doneSet('c', '08:03:00'), doneSet('d', '08:04:00')], { plannedSets: 2 }),
          inSession('Row', [doneSet('e', '08:05:00')], { plannedSets: 3 }),
          inSession('Curl', [], { plannedSets: 2 }),
        ),
      ),
    ).toEqual([
      ['Squat', 1, 2, 'open'],
      ['Press', 2, 2, 'done'],
      ['Row', 1, 3, 'open'],
      ['Curl', 0, 2, 'open'],
    ]);
  });

  it('says what was passed over, which is nothing before a later one is begun', () => {
    const lunge = inSession('Lunge', [setOf('l')]);
    const press = inSession('Press', [doneSet('p', '08:06:00')]);
    expect(states(running(squats, lunge, inSession('Press', [setOf('p')]))).map(([, , , is]) => is)).toEqual([
      'open',
      'open',
      'open',
    ]);
    expect(states(running(squats, lunge, press))).toEqual([
      ['Squat', 1, 2, 'open'],
      ['Lunge', 0, 1, 'skipped'],
      ['Press', 1, 1, 'done'],
    ]);
  });

  it('has sets to warm up pass nothing over', () => {
    const warm = inSession('Press', [doneSet('w', '08:06:00', warmup), setOf('p')]);
    expect(states(running(inSession('Lunge', [setOf('l')]), warm))[0]).toEqual(['Lunge', 0, 1, 'open']);
  });

  it('has last what was given for today and is not in the workout', () => {
    const planned = [
      { exerciseId: 'id of Squat', name: 'Squat', sets: 3 },
      { exerciseId: 'id of Row', name: 'Row', sets: 4 },
    ];
    expect(states(running(squats), planned)).toEqual([
      ['Squat', 1, 2, 'open'],
      ['Row', 0, 4, 'missing'],
    ]);
    const twice = [...planned, { exerciseId: 'id of Row', name: 'Row', sets: 2 }];
    expect(states(running(squats), twice).at(-1)).toEqual(['Row', 0, 6, 'missing']);
  });
});

describe('against the last time', () => {
  it('compares what is done with as many sets of the last time, sets to warm up aside', () => {
    const session = running(
      inSession('Squat', [
        doneSet('w', '08:01:00', { ...warmup, weight: 100 }),
        doneSet('a', '08:02:00', { reps: 10, weight: 22.5 }),
        doneSet('b', '08:03:00', { reps: 10, weight: 22.5 }),
        setOf('c'),
      ]),
      inSession('Press', [doneSet('d', '08:04:00')]),
    );
    const { rows, aheadKg } = againstLastTime(session, times);
    expect(rows.map(({ name, localDate, before, today }) => [name, localDate, before.length, today.length])).toEqual([
      ['Squat', '2026-07-14', 2, 2],
    ]);
    expect(rows[0]?.before.map((set) => set.reps)).toEqual([10, 9]);
    // 10 × 22.5 twice, after 10 × 20 and 9 × 20.
    expect(aheadKg).toBe(70);
  });

  it('may be behind', () => {
    const session = running(inSession('Squat', [doneSet('a', '08:02:00', { reps: 5, weight: 20 })]));
    expect(againstLastTime(session, times).aheadKg).toBe(-100);
  });

  it('is nothing before the first set', () => {
    expect(againstLastTime(running(inSession('Squat', [setOf('a')])), times)).toEqual({ rows: [], aheadKg: 0 });
  });
});
