import type { LoggedSet } from '@trainer/contract/types';
import { foldName } from '../../../storage/port.ts';
import { remembered } from './remembered.ts';
import { type ExerciseHead, type Row, type Start, Unreadable, type WorkoutHead } from './rows.ts';
import { turns } from './turns.ts';

/** A workout as far as its rows have come. */
export interface Draft {
  head: WorkoutHead;
  begun: Begun;
  minutes: number | null;
  notes: string | null;
  blocks: Block[];
  /** The blocks by the numbers that our own files give them. */
  numbered: Map<number, Block>;
}

/** When it began, in UTC, and the member's own day that it counts for. */
export interface Begun {
  date: string;
  localDate: string;
}

/** Rows of one exercise that stand together. One that is done twice in a workout has two blocks. */
export interface Block {
  exercise: ExerciseHead;
  folded: string;
  setLog: LoggedSet[];
  /** How many rows of sets it has; our own files have one for an exercise whose sets were not logged. */
  setRows: number;
  notes: string[];
  noteLines: number[];
  lastOrder: number | null;
}

export interface Refused {
  line: number;
  reason: string;
}

/**
 * Puts rows together to workouts, in the order in which they come.
 * @param begin throws Unreadable for a start that can't be
 */
export function draftsOf(begin: (start: Start) => Begun) {
  const drafts = new Map<string, Draft>();
  const lastSets = new WeakMap<Draft, LoggedSet>();
  const folded = remembered(foldName);
  const taken = { sets: 0, restTimers: 0, notes: 0 };

  const draftOf = ({ workout }: Row): Draft => {
    const draft = drafts.get(workout.key) ?? {
      head: workout,
      begun: begin(workout.start),
      minutes: null,
      notes: null,
      blocks: [],
      numbered: new Map(),
    };
    drafts.set(workout.key, draft);
    draft.minutes ??= workout.minutes;
    draft.notes ??= workout.notes;
    return draft;
  };

  /** The block that a row continues, or a new one. */
  const blockOf = (draft: Draft, exercise: ExerciseHead, order: number | null): Block => {
    const name = folded(exercise.name);
    const number = exercise.stated?.number;
    const here = number === undefined ? draft.blocks.at(-1) : draft.numbered.get(number);
    const startsAnew = order !== null && here?.lastOrder != null && order < here.lastOrder;
    if (here?.folded === name && !startsAnew) return here;
    const block = { exercise, folded: name, setLog: [], setRows: 0, notes: [], noteLines: [], lastOrder: null };
    draft.blocks.push(block);
    if (number !== undefined) draft.numbered.set(number, block);
    return block;
  };

  const add = (row: Row, line: number): void => {
    const draft = draftOf(row);
    if (row.kind === 'rest') {
      const set = lastSets.get(draft);
      if (!set) throw new Unreadable('The rest timer has no set above it.');
      if (row.seconds) set.restSeconds = (set.restSeconds ?? 0) + row.seconds;
      taken.restTimers += 1;
      return;
    }
    const block = blockOf(draft, row.exercise, row.kind === 'set' ? row.order : null);
    if (row.kind === 'note') {
      if (row.text !== null) block.notes.push(row.text);
      block.noteLines.push(line);
      taken.notes += 1;
      return;
    }
    block.lastOrder = row.order ?? block.lastOrder;
    block.exercise.note ??= row.exercise.note;
    block.setRows += 1;
    taken.sets += 1;
    if (!row.set) return;
    block.setLog.push(row.set);
    lastSets.set(draft, row.set);
  };

  /** What was read. A note stands above its sets, so only now is it clear which notes have none. */
  const finish = async () => {
    const turn = turns();
    const orphans: Refused[] = [];
    const whole: Draft[] = [];
    for (const draft of drafts.values()) {
      for (const { setRows, noteLines } of draft.blocks) {
        if (setRows > 0) continue;
        for (const line of noteLines) orphans.push({ line, reason: 'The note belongs to an exercise without a set.' });
      }
      const blocks = draft.blocks.filter(({ setRows }) => setRows > 0);
      if (blocks.length > 0) whole.push({ ...draft, blocks });
      await turn();
    }
    taken.notes -= orphans.length;
    return { drafts: whole, taken, orphans };
  };

  return { add, finish };
}
