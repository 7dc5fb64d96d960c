import { signal } from '@preact/signals-core';
import type { WorkoutInput } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { localDateOf } from '@trainer/coach/days';
import { account } from '../../account.ts';
import { date } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { countUnsent, send } from '../../offline/outbox.ts';
import { openDeviceStore, type Unsent } from '../../offline/store.ts';
import { banner } from '../../ui/banner.ts';
import { openDialog } from '../../ui/dialog.ts';

/** One that was finished; what was discarded waits unseen. */
type UnsentWorkout = Unsent & { workout: WorkoutInput };
const isWorkout = (unsent: Unsent): unsent is UnsentWorkout => unsent.workout !== null;

/** Workouts of this person that are on this device only. */
export function unsentWorkouts(stored: () => void) {
  const list = signal<readonly UnsentWorkout[]>([]);
  const opened = openDeviceStore();

  async function read(): Promise<void> {
    const userId = account.user.peek()?._id;
    try {
      const all = userId ? await (await opened).unsent(userId) : [];
      list.value = all.filter(isWorkout);
    } catch {
      // A browser that keeps nothing has nothing waiting.
      list.value = [];
    }
  }

  async function sendNow(unsent: Unsent): Promise<void> {
    const result = await send(await opened, unsent);
    await read();
    if (result.state === 'stored') stored();
  }

  async function discard({ clientId }: Unsent): Promise<void> {
    const store = await opened;
    await store.sent(clientId);
    await countUnsent(store);
    await read();
  }

  function ask(unsent: UnsentWorkout): void {
    openDialog({
      title: t('history:unsent.discardTitle', { name: unsent.workout.name ?? '' }),
      body: () => html`<p class="muted">${t('history:unsent.discardText')}</p>`,
      actions: [
        { label: t('history:unsent.discard'), kind: 'danger-q', run: () => void discard(unsent) },
        { label: t('history:unsent.keep'), kind: 'primary', safe: true },
      ],
    });
  }

  return {
    read,
    view: (): TemplateResult | typeof nothing =>
      list.value.length === 0 ? nothing : html`${list.value.map((one) => oneView(one, sendNow, ask))}`,
  };
}

function oneView(
  unsent: UnsentWorkout,
  sendNow: (unsent: Unsent) => Promise<void>,
  ask: (unsent: UnsentWorkout) => void,
): TemplateResult {
  const { workout, refused } = unsent;
  const day = date(localDateOf(new Date(workout.date ?? Date.now()), account.timeZone()), 'medium');
  return banner({
    kind: refused ? 'warn' : 'info',
    title: t('history:unsent.title', { name: workout.name ?? '', date: day }),
    text: html`${refused ?? t('history:unsent.text')}
      <span class="row wrap hintm">
        <button type="button" class="btn second sm" @click=${() => void sendNow(unsent)}>
          ${t('history:unsent.send')}
        </button>
        ${
          refused
            ? html`<button
                type="button"
                class="btn quiet sm"
                @click=${() => {
                  ask(unsent);
                }}
              >
                ${t('history:unsent.discard')}
              </button>`
            : nothing
        }
      </span>`,
  });
}
