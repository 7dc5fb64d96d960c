import type { ReadonlySignal } from '@preact/signals-core';
import { signal } from '@preact/signals-core';
import { clock } from '../../i18n/format.ts';
import type { Actions } from './actions.ts';
import {
  addSheet,
  discardDialog,
  exerciseMenu,
  keysDialog,
  nothingDoneDialog,
  noteDialog,
  platesDialog,
  setOptions,
  swapSheet,
  typeValue,
} from './dialogs.ts';
import { stepKg } from './plan.ts';
import { leftOf } from './rest.ts';
import type { WorkoutState } from './state.ts';
import { type Dial, dialsOf } from './words.ts';

/** @param now ms, as the page sees it; @param finish stores the workout */
export function joinActions(state: WorkoutState, now: ReadonlySignal<number>, finish: () => void): Actions {
  /** When the stopwatch of the current set was started. */
  const timedSince = signal<number | null>(null);

  const setDial = (dial: Dial, shown: number) => void state.change({ [dial.field]: dial.store(shown) });
  const withCurrent = (run: (exercise: NonNullable<ReturnType<typeof state.current.peek>>) => void) => () => {
    const exercise = state.current.peek();
    if (exercise) run(exercise);
  };
  const discard = () => {
    discardDialog(state, () => void state.discard());
  };

  const actions: Actions = {
    dials() {
      const [exercise, set] = [state.current.value, state.currentSet.value];
      if (!exercise || !set) return [];
      const known = state.knownOf(exercise);
      return dialsOf(set, known, stepKg(known));
    },
    setDial,
    timed: () => (timedSince.value === null ? null : clock((now.value - timedSince.value) / 1000)),
    toggleTimer() {
      const since = timedSince.peek();
      timedSince.value = since === null ? Date.now() : null;
      if (since !== null) void state.change({ duration: Math.max(1, Math.round((Date.now() - since) / 1000)) });
    },
    tick() {
      timedSince.value = null;
      void state.tick();
    },
    tickSet(key, setId) {
      state.choose(key, setId);
      void state.tick();
    },
    undo: () => void state.undo(),
    openType(dial) {
      typeValue(dial, (shown) => {
        setDial(dial, shown);
      });
    },
    openSet(key, setId) {
      state.choose(key, setId);
      const [exercise, set] = [state.current.peek(), state.currentSet.peek()];
      if (exercise && set) setOptions(state, exercise, set);
    },
    openSwap: withCurrent((exercise) => {
      swapSheet(state, exercise);
    }),
    openAdd() {
      addSheet(state);
    },
    openPlates() {
      platesDialog(state.currentSet.peek()?.weight ?? 0);
    },
    openNote: withCurrent((exercise) => {
      noteDialog(state, exercise);
    }),
    openMenu(key) {
      const exercise = state.session.peek()?.exercises.find((one) => one.key === key);
      if (exercise) exerciseMenu(state, exercise);
    },
    openKeys: keysDialog,
    finish() {
      if (state.progress.peek().done > 0) finish();
      else nothingDoneDialog(() => void state.discard());
    },
    askDiscard: discard,
    skipRest: () => void state.rest(null, 0),
    moreRest(seconds) {
      const rest = state.session.peek()?.rest;
      if (!rest) return;
      const left = leftOf(rest, Date.now()) + seconds;
      void state.rest(left > 0 ? Date.now() + left * 1000 : null, Math.max(15, rest.seconds + seconds));
    },
  };
  return actions;
}
