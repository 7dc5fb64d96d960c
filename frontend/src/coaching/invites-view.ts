import { html, nothing, type TemplateResult } from 'lit-html';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { fullName, shortName } from '../names.ts';
import { avatar } from '../ui/avatar.ts';
import { sentenceOf } from '../ui/errors.ts';
import { field } from '../ui/field.ts';
import { submitting } from '../ui/submitting.ts';
import { showToast } from '../ui/toast.ts';
import type { CoachingState, Invitation } from './state.ts';

/** Invitations, and the code that a trainer reads out: accepting is the consent. */
export const becomingClient = (state: CoachingState): TemplateResult =>
  html`${state.invites.value.length > 0 ? invitations(state) : nothing}
    <p class="sm muted">${t('coaching:consent')}</p>
    ${codeForm(state)}`;

const invitations = (state: CoachingState): TemplateResult =>
  html`<ul class="list">
    ${state.invites.value.map(
      (invitation) =>
        html`<li class="invitation" data-testid="invitation">
          ${avatar(invitation.trainer)}
          <span class="grow"
            ><b>${fullName(invitation.trainer)}</b><br /><span class="sm muted"
              >${t('coaching:invite.text', { date: date(invitation.expiresAt.slice(0, 10), 'long') })}</span
            ></span
          >
          <span class="row row-2">
            <button type="button" class="btn primary" @click=${() => void accept(state, invitation)}>
              ${t('coaching:invite.accept')}
            </button>
            <button type="button" class="btn second" @click=${() => void decline(state, invitation)}>
              ${t('coaching:invite.decline')}
            </button>
          </span>
        </li>`,
    )}
  </ul>`;

const codeForm = (state: CoachingState): TemplateResult =>
  html`<form
    class="stack stack-3"
    novalidate
    @submit=${submitting(async () => {
      const person = await state.acceptCode();
      if (person) showToast({ text: t('coaching:accepted', { name: fullName(person) }) });
    })}
  >
    ${field({
      id: 'code',
      label: t('coaching:code'),
      hint: t('coaching:code.hint'),
      value: state.code.text.value,
      error: state.code.error.value,
      maxlength: 40,
      onInput: (text) => (state.code.text.value = text),
    })}
    <div>
      <button class="btn second" data-testid="accept-code" ?disabled=${state.code.busy.value}>
        ${t('coaching:code.accept')}
      </button>
    </div>
  </form>`;

async function accept(state: CoachingState, invitation: Invitation): Promise<void> {
  try {
    const person = await state.accept(invitation);
    showToast({ text: t('coaching:accepted', { name: fullName(person) }) });
  } catch (error) {
    showToast({ text: sentenceOf(error) });
    void state.load();
  }
}

async function decline(state: CoachingState, invitation: Invitation): Promise<void> {
  try {
    await state.decline(invitation);
    showToast({ text: t('coaching:declined', { name: shortName(invitation.trainer) }) });
  } catch (error) {
    showToast({ text: sentenceOf(error) });
    void state.load();
  }
}
