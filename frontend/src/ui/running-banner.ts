import { t } from '../i18n/t.ts';

/** The running workout of this device as other pages know it; the workout page keeps it in step. */
export const RUNNING_KEY = 'runningWorkout';

export interface RunningWorkout {
  userId: string;
  name: string;
}

export function runningWorkout(userId: string | undefined): RunningWorkout | null {
  try {
    const running = JSON.parse(localStorage.getItem(RUNNING_KEY) ?? 'null') as RunningWorkout | null;
    return running?.userId === userId ? running : null;
  } catch {
    return null;
  }
}

/** The banner on top of every page while a workout runs. */
export function followRunningWorkout(): void {
  const show = () => {
    const place = document.querySelector<HTMLElement>('[data-running]');
    if (!place) return;
    const user = JSON.parse(localStorage.getItem('user') ?? 'null') as { _id: string } | null;
    const running = runningWorkout(user?._id);
    place.hidden = !running;
    place.replaceChildren();
    if (!running) return;
    const words = document.createElement('b');
    words.textContent = t('common:running.still', { name: running.name });
    const link = document.createElement('a');
    link.href = '/pages/workout-execution.html';
    link.className = 'btn sm accent';
    link.textContent = t('common:running.open');
    place.append(words, link);
  };
  show();
  addEventListener('storage', (event) => {
    if (event.key === RUNNING_KEY) show();
  });
  addEventListener('pageshow', show);
}
