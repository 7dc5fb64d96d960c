import { effect, type ReadonlySignal, signal } from '@preact/signals-core';
import { clock } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { leftOf, momentBetween } from '@trainer/coach/running/rest';
import type { WorkoutState } from './state.ts';

const EVERY_MS = 250;

/** The page's clock. Rest is said at its start, ten seconds before its end, and at its end; nowhere else. */
export function startTicking(
  state: WorkoutState,
  say: (text: string, how: 'polite' | 'assertive') => void,
): ReadonlySignal<number> {
  const now = signal(Date.now());
  let said = '';
  effect(() => {
    const rest = state.session.value?.rest;
    // Once for each rest: neither ±15 s nor a pause makes it a new one.
    if (rest?.after && rest.after !== said && leftOf(rest, Date.now()) > 0)
      say(t('workout-execution:rest.begins', { time: clock(rest.seconds) }), 'polite');
    said = rest?.after ?? '';
  });
  setInterval(() => {
    const before = now.peek();
    now.value = Date.now();
    const rest = state.session.peek()?.rest;
    const moment = rest && momentBetween(rest, before, now.peek());
    if (moment === 'ten') say(t('workout-execution:rest.ten'), 'polite');
    if (moment === 'over') {
      say(t('workout-execution:rest.over', { name: state.next.peek()?.name ?? '' }), 'assertive');
      signalEnd();
    }
  }, EVERY_MS);
  return now;
}

/** A short tone and a short vibration, where the device allows them. */
function signalEnd(): void {
  navigator.vibrate?.([200, 100, 200]);
  try {
    const audio = new AudioContext();
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    volume.gain.value = 0.15;
    tone.frequency.value = 880;
    tone.connect(volume).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + 0.25);
    tone.onended = () => void audio.close();
  } catch {
    // No sound here; the screen and the live region say it too.
  }
}
