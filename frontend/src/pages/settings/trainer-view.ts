import type { MyTrainer, User } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { becomingClient } from '../../coaching/invites-view.ts';
import type { CoachingState } from '../../coaching/state.ts';
import { date, time } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { fullName, shortName } from '../../names.ts';
import { avatar } from '../../ui/avatar.ts';
import { banner } from '../../ui/banner.ts';
import { openDialog } from '../../ui/dialog.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { field } from '../../ui/field.ts';
import { icon } from '../../ui/icon.ts';
import { switchField } from '../../ui/switch.ts';
import { showToast } from '../../ui/toast.ts';

/** Who the trainer is and what they see, written out; or the way to one. */
export function trainerSection(state: CoachingState, user: User): TemplateResult {
  const trainer = state.trainer.value;
  return html`<section class="card stack stack-3" id="trainer" aria-labelledby="trainer-title">
    <h2 id="trainer-title">${t('coaching:trainer')}</h2>
    ${state.failure.value ? failed(state) : nothing}
    ${
      trainer === undefined
        ? state.failure.value
          ? nothing
          : html`<span class="skel h4"></span>`
        : trainer === null
          ? html`<p class="muted">${t('coaching:none')}</p>
              ${becomingClient(state)}`
          : theirs(state, trainer, user)
    }
  </section>`;
}

const failed = (state: CoachingState): TemplateResult =>
  banner({
    kind: 'bad',
    text: sentenceOf(state.failure.value),
    action: { label: t('common:retry'), run: () => void state.load() },
  });

function theirs(state: CoachingState, mine: MyTrainer, user: User): TemplateResult {
  const { trainer, since, until, online } = mine;
  const name = shortName(trainer);
  const share = state.share() ?? mine.share;
  const conditions = [...user.profile.medicalConditions, ...user.profile.dietaryRestrictions];
  const part = (key: 'live' | 'history' | 'health', text: string) =>
    switchField({
      id: `share-${key}`,
      label: t(`coaching:share.${key}`),
      text,
      on: share[key],
      onChange: (on) => void state.changeShare(key, on),
    });
  return html`
    <div class="row wrap">
      ${avatar(trainer, { online })}
      <div class="grow">
        <b data-testid="trainer-name">${fullName(trainer)}</b><br /><span class="sm muted"
          >${t('coaching:since', { date: date(since.slice(0, 10), 'full') })}</span
        >
      </div>
      <button
        type="button"
        class="btn danger-q"
        data-testid="end-coaching"
        @click=${() => {
          askToEnd(state, name);
        }}
      >
        ${t('coaching:end')}
      </button>
    </div>
    <p class="sm muted">${seen(share, name)}</p>
    <div>
      ${part('live', t('coaching:share.liveText'))} ${part('history', t('coaching:share.historyText'))}
      ${part('health', conditions.join(', ') || t('coaching:share.healthText'))}
    </div>
    ${field({
      id: 'until',
      label: t('coaching:until'),
      type: 'date',
      hint: t('coaching:until.hint', { name }),
      value: until ?? '',
      onChange: (day) => void state.changeUntil(day),
    })}
    <div role="status">${outcome(state)}</div>
  `;
}

/** What the trainer sees, as a sentence. */
function seen(share: MyTrainer['share'], name: string): string {
  const parts = (['live', 'history', 'health'] as const).filter((key) => share[key]);
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(parts.map((key) => t(`coaching:seen.${key}`)));
  return `${parts.length === 0 ? t('coaching:seen.nothing', { name }) : t('coaching:seen', { name, list })} ${t('coaching:seen.never')}`;
}

function outcome({ saved }: CoachingState): TemplateResult | typeof nothing {
  const told = saved.value;
  if (!told) return nothing;
  if (told.is === 'wrong') return html`<p class="errmsg">${icon('alert', 'i-sm')}<span>${told.why}</span></p>`;
  if (told.is === 'saving') return html`<p class="sm muted">${t('common:saving')}</p>`;
  return html`<p class="sm row row-2 ok-t">${icon('check', 'i-sm')}${t('coaching:saved', { time: time(told.at) })}</p>`;
}

function askToEnd(state: CoachingState, name: string): void {
  openDialog({
    title: t('coaching:end.title', { name }),
    body: () => html`<p class="muted">${t('coaching:end.text', { name })}</p>`,
    actions: [
      { label: t('coaching:end.keep'), safe: true },
      {
        label: t('coaching:end'),
        kind: 'danger',
        run: () => {
          state.leave().then(
            () => {
              showToast({ text: t('coaching:ended', { name }) });
            },
            (error: unknown) => {
              showToast({ text: sentenceOf(error) });
            },
          );
        },
      },
    ],
  });
}
