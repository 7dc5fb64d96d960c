import { html, nothing, type TemplateResult } from 'lit-html';
import { Refused, Unreachable } from '../api.ts';
import { number, time } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { banner } from '../ui/banner.ts';
import { sentenceOf } from '../ui/errors.ts';
import { icon } from '../ui/icon.ts';
import type { Allowance } from './desk.ts';

/** `Takes 5 to 20 seconds. 17 of 20 left today.` */
export function promiseOf(allowance: Allowance | null): string {
  if (!allowance) return '';
  const { left, limit, writer } = allowance;
  return `${t(writer === 'gemini' ? 'plans:takes' : 'plans:takes.moment')} ${t('plans:left', { count: left, limit: number(limit) })}`;
}

/** Why the last try came to nothing, above the form that still holds every word. @param rest what no field shows */
export function failureNotice(
  error: unknown,
  rest: readonly string[],
  stopped: boolean,
  again: () => void,
): TemplateResult | typeof nothing {
  if (stopped) return notice(banner({ kind: 'info', text: t('plans:writing.stopped') }));
  if (!error) return nothing;
  const retry = { label: t('common:retry'), run: again };
  if (error instanceof Unreachable)
    return notice(banner({ kind: 'info', title: t('plans:failed'), text: t('plans:offline'), action: retry }));
  if (error instanceof Refused && error.code === 'plan_limit')
    return notice(banner({ kind: 'info', title: t('plans:limit.title'), text: t('plans:limit.text') }));
  if (error instanceof Refused && error.code === 'invalid_values')
    return rest.length === 0
      ? nothing
      : notice(banner({ kind: 'bad', title: t('plans:failed'), text: rest.join(' ') }));
  return notice(
    banner({
      kind: 'bad',
      title: t('plans:failed'),
      text: `${sentenceOf(error)} ${t('plans:failed.text')}`,
      action: retry,
    }),
  );
}

const notice = (content: TemplateResult): TemplateResult => html`<div class="hintb">${content}</div>`;

/** Above a plan: the way back, and how old what is shown is. */
export function abovePlan(given: {
  error: unknown;
  keptAt: number | null;
  back: () => void;
  retry: () => void;
  label?: string;
}): TemplateResult {
  const { error, keptAt, back, retry, label = t('plans:back') } = given;
  return html`<p class="noprint">
      <button type="button" class="btn quiet back" data-testid="back" @click=${back}>${icon('left')}${label}</button>
    </p>
    ${
      error && keptAt !== null
        ? notice(
            banner({
              kind: 'info',
              text: t('plans:open.age', { when: time(keptAt) }),
              action: { label: t('common:retry'), run: retry },
            }),
          )
        : nothing
    }`;
}

/** A plan that is not there yet, or not any more. */
export function noPlanView(error: unknown, back: () => void, retry: () => void): TemplateResult {
  if (!error) return planSkeleton();
  const gone = error instanceof Refused && error.status === 404;
  return html`<h1 class="sr" tabindex="-1">${t('plans:open.failed')}</h1>
    ${banner({
      kind: gone ? 'warn' : 'bad',
      ...(gone ? {} : { title: t('plans:open.failed') }),
      text: gone ? t('plans:open.gone') : sentenceOf(error),
      action: gone ? { label: t('plans:back'), run: back } : { label: t('common:retry'), run: retry },
    })}`;
}

export const planSkeleton = (): TemplateResult => html`
  <span class="skel planskel"></span>
  <div class="cols c-8-4 mt">
    <div class="stack"><span class="skel h3"></span><span class="skel h3"></span><span class="skel h3"></span></div>
    <div class="stack"><span class="skel h3"></span></div>
  </div>
`;
