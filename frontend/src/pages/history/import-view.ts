import { localDateOf } from '@trainer/coach/days';
import type { ImportReceipt } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { account } from '../../account.ts';
import { date, number } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { banner } from '../../ui/banner.ts';
import { openDialog } from '../../ui/dialog.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { segmented } from '../../ui/field.ts';
import { icon } from '../../ui/icon.ts';
import type { ImportState } from './import-state.ts';

const REFUSED_SHOWN = 200;

export function openImportDialog(state: ImportState): void {
  openDialog({
    title: t('history:import.title'),
    sheet: true,
    body: (close) =>
      html`<div class="stack" @dragover=${allowDrop} @drop=${dropped(state)}>
        ${failure(state)} ${inside(state, close)}
      </div>`,
  });
}

const failure = (state: ImportState) =>
  state.failure.value ? banner({ kind: 'bad', text: sentenceOf(state.failure.value) }) : nothing;

function inside(state: ImportState, close: () => void): TemplateResult {
  const step = state.step.value;
  switch (step.is) {
    case 'choosing':
      return html`<p class="muted">${t('history:import.text')}</p>
        ${chooser(state, t('history:import.choose'))}`;
    case 'reading':
      return html`<p class="row" role="status">
        <span class="spin" aria-hidden="true"></span>${t('history:import.reading', { name: step.name })}
      </p>`;
    default: {
      const { added, known } = step.receipt.workouts;
      const store = () =>
        void state.store().then((stored) => {
          if (stored) close();
        });
      return html`<p>
          <b>${t('history:import.found', { count: added + known })}</b> ${period(step.receipt)}
          ${known > 0 ? html`<br /><span class="muted">${t('history:import.known', { count: known })}</span>` : nothing}
        </p>
        <p class="sm">${rowsInWords(step.receipt)}</p>
        ${step.receipt.unitFrom === 'file' || step.receipt.sets === 0 ? nothing : unitQuestion(state, step.receipt)}
        ${refusedRows(step.receipt)} ${exercises(step.receipt)}
        ${
          added > 0
            ? html`<button
                type="button"
                class="btn primary lg"
                data-testid="store-import"
                ?disabled=${step.is === 'storing'}
                @click=${store}
              >
                ${step.is === 'storing' ? html`<span class="spin" aria-hidden="true"></span>` : nothing}${t('history:import.store', { count: added })}
              </button>`
            : html`<p class="muted">${t('history:import.nothing')}</p>`
        }
        ${chooser(state, t('history:import.again'))}`;
    }
  }
}

const chooser = (state: ImportState, label: string): TemplateResult =>
  html`<label class="btn second filebtn"
    >${icon('upload')}${label}<input
      type="file"
      class="sr"
      accept=".csv,text/csv,text/plain"
      data-testid="import-file"
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        const [file] = input.files ?? [];
        if (file) void state.choose(file);
        input.value = '';
      }}
  /></label>`;

const allowDrop = (event: DragEvent): void => {
  event.preventDefault();
};
const dropped = (state: ImportState) => (event: DragEvent) => {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file) void state.choose(file);
};

function period({ from, to }: ImportReceipt): string {
  if (from === null || to === null) return '';
  const day = (instant: string) => date(localDateOf(new Date(instant), account.timeZone()), 'full');
  return t('history:import.period', { from: day(from), to: day(to) });
}

/** Every row of the file is accounted for. */
export function rowsInWords({ rows, sets, restTimers, notes, refused }: ImportReceipt): string {
  const parts = [
    t('history:import.sets', { count: sets }),
    ...(restTimers > 0 ? [t('history:import.rests', { count: restTimers })] : []),
    ...(notes > 0 ? [t('history:import.notes', { count: notes })] : []),
    ...(refused.length > 0 ? [t('history:import.refused', { count: refused.length })] : []),
  ];
  return t('history:import.rows', { rows: number(rows), parts: parts.join(', ') });
}

const unitQuestion = (state: ImportState, receipt: ImportReceipt): TemplateResult =>
  segmented({
    name: 'unit',
    legend: t('history:import.unit'),
    options: (['kg', 'lb'] as const).map((value) => ({ value, label: t(`common:unit.${value}`) })),
    value: receipt.unit,
    onChange: (unit) => void state.chooseUnit(unit),
  });

const refusedRows = ({ refused }: ImportReceipt): TemplateResult | typeof nothing =>
  refused.length === 0
    ? nothing
    : html`<details>
        <summary class="sm pri-t">${t('history:import.seeRefused')}</summary>
        <ul class="sm stack stack-1">
          ${refused.slice(0, REFUSED_SHOWN).map(({ line, reason }) => html`<li>${t('history:import.line', { line, reason })}</li>`)}
        </ul>
      </details>`;

const exercises = ({ exercises: list }: ImportReceipt): TemplateResult =>
  html`<details>
    <summary class="sm pri-t">${t('history:import.exercises')} (${number(list.length)})</summary>
    <table class="table">
      <tbody>
        ${list.map(
          ({ name, slug, sets }) =>
            html`<tr>
              <td>${name}${slug === null ? html` <span class="tag">${t('history:import.own')}</span>` : nothing}</td>
              <td class="r">${t('history:import.sets', { count: sets })}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;

/** What was just imported, and the way back. */
export function importedBanner(state: ImportState, undo: () => void): TemplateResult | typeof nothing {
  const done = state.done.value;
  if (!done) return nothing;
  return html`<div data-testid="imported">
    ${banner({
      kind: 'ok',
      title: t('history:import.done', { name: done.name }),
      text: html`${rowsInWords(done.receipt)} ${refusedRows(done.receipt)}`,
      ...(done.receipt.importId ? { action: { label: t('history:import.undo'), run: undo } } : {}),
    })}
  </div>`;
}
