import '../../styles/exercises.css';
import '../../styles/pages/muscle-workout.css';
import { effect, signal } from '@preact/signals-core';
import type { MuscleGroup } from '@trainer/contract/types';
import { account } from '../../account.ts';
import { loadExercises } from '../../exercises.ts';
import muscleWorkout from '../../i18n/en/muscle-workout.json';
import { duration } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { keptLastTimes, type LastTimes, lastTimesOf, loadLastTimes } from '../../last-times.ts';
import { flushOutboxSoon } from '../../offline/flush-soon.ts';
import { startPage } from '../../page.ts';
import { readTray, writeTray } from '../../tray.ts';
import { announce } from '../../ui/announce.ts';
import { runningWorkout } from '../../ui/running-banner.ts';
import { GROUPS, pickState } from './state.ts';
import { pickView } from './view.ts';

const asked = new URLSearchParams(location.search);
/** What the device knows now: chips that change their places under a finger would be worse than an old order. */
const known = keptLastTimes();
const state = pickState(
  {
    loadExercises,
    readTray,
    writeTray,
    readEquipment: () => account.user.peek()?.profile.equipment ?? [],
    writeEquipment: (things) => void saveEquipment(things),
    timesOf: (exercise) => lastTimesOf(known, { exerciseId: exercise._id, name: exercise.name }).length,
    showGroup(group) {
      history.replaceState(null, '', `?muscle=${group}`);
    },
  },
  { group: groupOf(asked.get('muscle')), tenMinutes: asked.get('start') === 'ten-minutes' },
);
const lastTimes = signal<LastTimes>(known);

function start(): void {
  writeTray({ ...state.tray.peek(), ids: state.selection.peek().map((exercise) => exercise._id) }, true);
  location.assign('/pages/workout-execution.html');
}

const running = runningWorkout(account.user.peek()?._id) !== null;
if (
  startPage({
    texts: { 'muscle-workout': muscleWorkout },
    view: () => pickView({ state, lastTimes: lastTimes.value, running, start }),
  })
) {
  void state.load();
  void loadLastTimes().then((times) => (lastTimes.value = times));
  announceSelection();
  flushOutboxSoon();
}

function announceSelection(): void {
  let before = state.selection.peek().length;
  effect(() => {
    const count = state.selection.value.length;
    if (count === before || state.exercises.peek() === null) return;
    before = count;
    announce(
      t('muscle-workout:tray.announce', {
        count: t('muscle-workout:tray.count', { count }),
        time: duration(state.minutes.value),
      }),
    );
  });
}

function groupOf(text: string | null): MuscleGroup | null {
  return GROUPS.find((group) => group === text) ?? null;
}

/** What one has at home is part of the profile; where it can't be stored now, it holds for this visit. */
async function saveEquipment(things: readonly string[]): Promise<void> {
  const { api } = await import('../../api.ts');
  try {
    account.update((await api.call('changeMe', { body: { profile: { equipment: [...things] } } })).data);
  } catch {
    // The filter works all the same.
  }
}
