import type { ClientRow, Exercise } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { date, time } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { textField } from '../../ui/field.ts';
import { icon } from '../../ui/icon.ts';
import type { ClientState } from './client-state.ts';
import type { LiveState } from './live-state.ts';
import type { PlanState } from './plan-state.ts';

export const TABS = ['overview', 'live', 'history', 'plans', 'notes'] as const;
export type Tab = (typeof TABS)[number];

export interface ClientDoors {
  back(): void;
  open(id: string, tab: Tab): void;
  openPlan(planId: string | null): void;
  closePlan(): void;
  savePlan(form: PlanState): Promise<void>;
  removePlan(planId: string): void;
  pickExercise(): void;
  openWorkout(id: string): void;
  endCoaching(): void;
  /** ms, to the second */
  now: number;
}

export interface ClientShown {
  id: string;
  tab: Tab;
  client: ClientState;
  running: LiveState;
  /** The line of the list, where it is here. */
  row: ClientRow | undefined;
  /** Others who train now. */
  others: readonly ClientRow[];
  exercises: readonly Exercise[];
  /** The plan that is being written. */
  form: PlanState | null;
}

/** What a part shows where the client keeps it to themselves. */
export const hiddenPart = (text: string): TemplateResult =>
  html`<section class="card">
    <p class="row row-top muted">${icon('lock')}<span>${text}</span></p>
  </section>`;

/** Saves by itself. */
export function noteCard({ note }: ClientState, rows: number): TemplateResult {
  return html`<section class="card stack stack-2" aria-labelledby="note-title">
    <h2 id="note-title">${t('trainer-dashboard:note.title')}</h2>
    ${textField({
      id: 'note',
      label: t('trainer-dashboard:note.label'),
      hidesLabel: true,
      rows,
      value: note.text.value,
      error: note.failure.value ? t('trainer-dashboard:note.failed') : undefined,
      hint: noteHint(note.saving.value, note.updatedAt.value),
      onInput: note.type,
      onChange: () => void note.save(),
    })}
    ${
      note.failure.value
        ? html`<div>
            <button type="button" class="btn second sm" @click=${() => void note.save()}>${t('common:retry')}</button>
          </div>`
        : nothing
    }
  </section>`;
}

function noteHint(saving: 'no' | 'typing' | 'now' | 'done', updatedAt: string | null): string {
  const alone = t('trainer-dashboard:note.alone');
  if (saving === 'typing' || saving === 'now') return `${alone} ${t('common:saving')}…`;
  if (updatedAt === null) return alone;
  const when = saving === 'done' ? time(updatedAt) : date(updatedAt.slice(0, 10), 'full');
  return `${alone} ${t(saving === 'done' ? 'trainer-dashboard:note.saved' : 'trainer-dashboard:note.edited', { when })}`;
}
