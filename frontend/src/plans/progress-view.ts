import { html, nothing, type TemplateResult } from 'lit-html';
import { withUnit } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { banner } from '../ui/banner.ts';
import { icon } from '../ui/icon.ts';
import { meter } from '../ui/meter.ts';
import type { Writing } from './generation.ts';
import { stateOf, type Step, STEPS } from './progress.ts';

/** A plan on its way. @param now ms @param kinds leads to the other kind of plan */
export function progressView(writing: Writing, now: number, kinds: TemplateResult, cancel: () => void): TemplateResult {
  const { progress, startedAt, own, away } = writing;
  const seconds = Math.max(0, Math.floor((now - startedAt) / 1000));
  return html`
    <div class="pagehead">
      <div>
        <h1 tabindex="-1">${t('plans:writing')}</h1>
        <p class="muted">${t(own ? 'plans:writing.text' : 'plans:writing.elsewhere')}</p>
      </div>
      ${kinds}
    </div>
    <div class="narrow stack">
      ${away ? banner({ kind: 'info', text: t('plans:writing.away') }) : nothing}
      <section class="card stack" aria-busy=${progress.step !== 'ready'} data-testid="progress">
        <div class="row between">
          <b>${nameOf(progress.step, 'now')}</b
          ><span class="num muted" role="timer" aria-live="off">${withUnit(seconds, t('common:unit.s'))}</span>
        </div>
        ${meter({ share: progress.percent / 100, kind: 'acc' })}
        <ol class="steps">
          ${STEPS.map((step, i) => stepRow(step, i, writing))}
        </ol>
        <button type="button" class="btn second" data-testid="cancel-plan" @click=${cancel}>
          ${t('plans:writing.stop')}
        </button>
      </section>
      <section class="card" aria-hidden="true">
        <div class="stack stack-3">
          <span class="skel h2 w2"></span><span class="skel w3"></span>
          <div class="trio">
            <span class="skel h4"></span><span class="skel h4"></span><span class="skel h4"></span>
          </div>
          <span class="skel h3"></span>
        </div>
      </section>
    </div>
  `;
}

function stepRow(step: Step, i: number, { progress }: Writing): TemplateResult {
  const is = stateOf(step, progress);
  const detail =
    progress.details[step] ??
    (step === 'checking' && progress.repairing ? t('plans:step.checking.repairing') : undefined);
  return html`<li class=${is === 'to come' ? '' : is} aria-current=${is === 'now' ? 'step' : nothing}>
    <span class="b" aria-hidden="true"
      >${is === 'done' ? icon('check') : is === 'now' ? html`<span class="spin"></span>` : String(i + 1)}</span
    >
    <div>
      <b>${nameOf(step, is)}</b>
      ${detail && is !== 'to come' ? html`<p class="sm muted">${detail}</p>` : nothing}
    </div>
  </li>`;
}

/** As what is to come, under way or done. */
export function nameOf(step: Step, is: 'done' | 'now' | 'to come'): string {
  if (is === 'now') return t(`plans:step.${step}.now`);
  if (is === 'done' && (step === 'writing' || step === 'checking')) return t(`plans:step.${step}.done`);
  return t(`plans:step.${step}`);
}
