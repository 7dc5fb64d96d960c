import { addDays } from '@trainer/coach/days';
import { builtInExercises } from '@trainer/coach/exercises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewWorkout, Store } from '../port.ts';
import {
  everyWorkout,
  imported,
  lifted,
  logged,
  newWorkout,
  NOW,
  type Open,
  opened,
  ownExercise,
  owned,
  person,
  TODAY,
} from './builders.ts';
import { expectedProgress, expectedStats, inOneOrder } from './expected.ts';

/** What a member may do. `which` picks one of those that are there. */
type Step =
  | { do: 'add'; workout: NewWorkout }
  | { do: 'change'; which: number; workout: NewWorkout }
  | { do: 'remove'; which: number }
  | { do: 'import'; workouts: { key: string; workout: NewWorkout }[]; own: string[] }
  | { do: 'undo'; which: number };

export function anyHistorySuite(open: Open): void {
  describe('any sequence of changes', () => {
    const store = opened(open);

    it('leaves the numbers that the whole history gives, kept or worked out anew', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          const { _id } = await person(store());
          const member = new Member(store(), _id);
          for (const one of steps) {
            await member.take(one);
            await member.check();
          }
          await store().workouts.rebuild(_id);
          await member.check();
        }),
        { numRuns: 60 },
      );
    });
  });
}

/** Somebody’s history as it has to be: contents by a label that is theirs alone. */
class Member {
  private readonly labels = new Set<string>();
  private readonly clientIds = new Set<string>();
  private readonly imports: { id: string; labels: string[] }[] = [];
  private readonly keys = new Map<string, string>();
  private version = 0;
  private made = 0;

  constructor(
    private readonly store: Store,
    private readonly id: string,
  ) {}

  async take(step: Step): Promise<void> {
    const { workouts } = this.store;
    if (step.do === 'add') return this.add(step.workout);
    if (step.do === 'import') return this.import(step);
    if (step.do === 'undo') return this.undo(step.which);
    const all = await everyWorkout(this.store, this.id);
    const mine = all[step.which % Math.max(1, all.length)];
    if (!mine) return;
    if (step.do === 'change') {
      await workouts.change(owned(this.id, mine), { ...step.workout, name: mine.name }, NOW, TODAY);
      return;
    }
    await workouts.remove(owned(this.id, mine), TODAY);
    this.forget(mine.name);
    if (mine.clientId !== null) this.clientIds.delete(mine.clientId);
  }

  /** The store has what it has to have, and its numbers are those of what it has. */
  async check(): Promise<void> {
    const { workouts } = this.store;
    const all = await everyWorkout(this.store, this.id);
    expect(all.map((workout) => workout.name).sort()).toEqual([...this.labels].sort());
    const { version, ...progress } = await workouts.progress(this.id, TODAY);
    expect(progress).toEqual(expectedProgress(all, TODAY));
    const { version: ofStats, ...stats } = await workouts.stats(this.id, TODAY);
    expect({ ...stats, records: inOneOrder(stats.records) }).toEqual(expectedStats(all, TODAY));
    expect(stats.records.map((record) => record.localDate)).toEqual(
      stats.records.map((record) => record.localDate).sort((a, b) => b.localeCompare(a)),
    );
    expect(ofStats).toBe(version);
    expect(version).toBeGreaterThanOrEqual(this.version);
    this.version = version;
  }

  private async add(workout: NewWorkout): Promise<void> {
    const name = this.label();
    const { added } = await this.store.workouts.add(this.id, { ...workout, name }, NOW, TODAY);
    expect(added).toBe(workout.clientId === null || !this.clientIds.has(workout.clientId));
    if (!added) return;
    this.labels.add(name);
    if (workout.clientId !== null) this.clientIds.add(workout.clientId);
  }

  private async import({ workouts, own }: Step & { do: 'import' }): Promise<void> {
    const load = workouts.map(({ key, workout }) => ({
      ...imported(key, { ...workout, clientId: null }),
      name: this.label(),
    }));
    const exercises = own.map((name) => ownExercise(name));
    const done = await this.store.workouts.import(this.id, { workouts: load, exercises }, NOW, TODAY);
    const fresh = load.filter(({ key, name }) => !this.keys.has(key) && this.keys.set(key, name));
    expect(done).toMatchObject({ added: fresh.length, known: load.length - fresh.length });
    expect(done.importId === null).toBe(fresh.length === 0);
    for (const { name } of fresh) this.labels.add(name);
    if (done.importId !== null) this.imports.push({ id: done.importId, labels: fresh.map(({ name }) => name) });
  }

  private async undo(which: number): Promise<void> {
    const [taken] = this.imports.splice(which % Math.max(1, this.imports.length), 1);
    if (!taken) return;
    const left = taken.labels.some((label) => this.labels.has(label));
    const undone = await this.store.workouts.undoImport(this.id, taken.id, TODAY);
    if (left) expect(undone).toBeDefined();
    for (const label of taken.labels) this.forget(label);
  }

  private forget(label: string): void {
    this.labels.delete(label);
    for (const [key, name] of this.keys) if (name === label) this.keys.delete(key);
  }

  private label(): string {
    this.made += 1;
    return `workout ${String(this.made)}`;
  }
}

// Few days, names and weights, so that runs meet, records tie and names are joined.
const localDate = fc
  .oneof({ weight: 4, arbitrary: fc.integer({ min: -12, max: 1 }) }, fc.constantFrom(-29, -30, -31, -370, -371))
  .map((days) => addDays(TODAY, days));
const set = fc
  .tuple(
    fc.constantFrom(null, 0, 20, 22.68, 60),
    fc.constantFrom(null, 1, 5, 5, 8),
    fc.constantFrom('normal', 'warmup'),
  )
  .map(([weight, reps, type]) => lifted(weight, reps, { type: type }));
const exercise = fc
  .tuple(fc.constantFrom(...builtInExercises.slice(0, 2), 'Sled', 'SLED', 'Zercher'), fc.array(set, { maxLength: 3 }))
  .map(([known, sets]) =>
    typeof known === 'string' ? logged(known, sets) : logged(known.name, sets, { exerciseId: known._id }),
  );
const amount = fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.double({ min: 0, max: 1440, noNaN: true }));
const workout = fc
  .record({
    localDate,
    clientId: fc.constantFrom(null, null, 'one', 'two'),
    totalDuration: amount,
    totalCalories: amount,
    exercises: fc.array(exercise, { minLength: 1, maxLength: 3 }),
  })
  .map(({ localDate: day, ...more }) => newWorkout(day, more));
const which = fc.nat({ max: 50 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('add' as const), workout }) },
  fc.record({ do: fc.constant('change' as const), which, workout }),
  fc.record({ do: fc.constant('remove' as const), which }),
  fc.record({
    do: fc.constant('import' as const),
    workouts: fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e'), workout }), { maxLength: 4 }),
    own: fc.subarray(['Sled', 'sled', 'Zercher']),
  }),
  fc.record({ do: fc.constant('undo' as const), which }),
);
