import type { ReadonlySignal } from '@preact/signals-core';
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
import type { WorkoutState } from './state.ts';
import { stopwatch } from './stopwatch.ts';
import { type Dial, dialsOf } from './words.ts';

/**
 * @param now ms, as the page sees it
 * @param end stores the workout, or throws it away
 */
export function joinActions(
  state: WorkoutState,
  now: ReadonlySignal<number>,
  end: { finish: () => void; discard: () => void },
): Actions {
  const watch = stopwatch();
  const timedSeconds = (at: number) => watch.seconds(state.currentSet.value?.setId, at);
  /** What was timed is the set's time, also of somebody who ticks it without stopping the watch first. */
  const takeTime = (): void => {
    const seconds = timedSeconds(Date.now());
    watch.stop();
    if (seconds !== null) void state.change({ duration: Math.max(1, seconds) });
  };

  const setDial = (dial: Dial, shown: number) => void state.change({ [dial.field]: dial.store(shown) });
  const withCurrent = (run: (exercise: NonNullable<ReturnType<typeof state.current.peek>>) => void) => () => {
    const exercise = state.current.peek();
    if (exercise) run(exercise);
  };
  const discard = () => {
    discardDialog(state, end.discard);
  };

  const actions: Actions = {
    dials() {
      const [exercise, set] = [state.current.value, state.currentSet.value];
      if (!exercise || !set) return [];
      const known = state.knownOf(exercise);
      return dialsOf(set, known, stepKg(known));
    },
    setDial,
    timed() {
      const seconds = timedSeconds(now.value);
      return seconds === null ? null : clock(seconds);
    },
    toggleTimer() {
      const set = state.currentSet.peek();
      if (timedSeconds(Date.now()) !== null) takeTime();
      else if (set) watch.start(set.setId, Date.now());
    },
    tick() {
      takeTime();
      void state.tick();
    },
    tickSet(key, setId) {
      state.choose(key, setId);
      actions.tick();
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
      if (state.progress.peek().done > 0) end.finish();
      else nothingDoneDialog(end.discard);
    },
    askDiscard: discard,
    skipRest: () => void state.skipRest(),
    moreRest: (seconds) => void state.moreRest(seconds),
    pauseRest: () => void state.pauseOrGoOn(),
    correctLast() {
      state.chooseLastDone();
    },
  };
  return actions;
}
