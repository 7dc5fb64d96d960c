import { html, nothing, type TemplateResult } from 'lit-html';
import { date } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { openDialog } from '../../ui/dialog.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { field } from '../../ui/field.ts';
import { icon } from '../../ui/icon.ts';
import { submitting } from '../../ui/submitting.ts';
import { showToast } from '../../ui/toast.ts';
import type { InvitesState } from './invites-state.ts';

/** Invites by e-mail; the code is there to be read out. */
export function openInvites(state: InvitesState): void {
  state.made.value = null;
  void state.load();
  openDialog({
    title: t('trainer-dashboard:invite.title'),
    sheet: true,
    body: () => html`
      <p class="muted">${t('trainer-dashboard:invite.text')}</p>
      <form class="stack" novalidate @submit=${submitting(state.submit)}>
        ${field({
          id: 'invite-email',
          label: t('trainer-dashboard:invite.email'),
          type: 'email',
          inputmode: 'email',
          autocomplete: 'off',
          maxlength: 254,
          value: state.email.value,
          error: state.error.value,
          onInput: state.type,
        })}
        <div>
          <button class="btn primary" data-testid="send-invite" ?disabled=${state.busy.value}>
            ${icon('send')}${t('trainer-dashboard:invite.send')}
          </button>
        </div>
      </form>
      <div role="status">${made(state)}</div>
      ${openOnes(state)}
    `,
  });
  document.querySelector<HTMLElement>('#invite-email')?.focus();
}

function made({ made: one }: InvitesState): TemplateResult | typeof nothing {
  const invite = one.value;
  if (!invite) return nothing;
  return html`<div class="card sunk stack stack-2">
    <p class="sm">${t('trainer-dashboard:invite.made', { email: invite.email })}</p>
    <p class="code" data-testid="invite-code">${invite.code}</p>
    <p class="sm muted">
      ${t('trainer-dashboard:invite.until', { date: date(invite.expiresAt.slice(0, 10), 'long') })}
    </p>
  </div>`;
}

function openOnes(state: InvitesState): TemplateResult | typeof nothing {
  const open = state.open.value ?? [];
  if (open.length === 0) return nothing;
  return html`<section aria-labelledby="open-invites">
    <h3 id="open-invites">${t('trainer-dashboard:invite.open')}</h3>
    <ul class="list">
      ${open.map(
        (invite) =>
          html`<li>
            <span class="grow"
              >${invite.email}<br /><span class="sm muted"
                ><span class="codes">${invite.code}</span>,
                ${t('trainer-dashboard:invite.until', { date: date(invite.expiresAt.slice(0, 10), 'short') })}</span
              ></span
            >
            <button
              type="button"
              class="btn second sm"
              aria-label=${t('trainer-dashboard:invite.withdrawOf', { email: invite.email })}
              @click=${() => {
                state.withdraw(invite).catch((error: unknown) => {
                  showToast({ text: sentenceOf(error) });
                });
              }}
            >
              ${t('trainer-dashboard:invite.withdraw')}
            </button>
          </li>`,
      )}
    </ul>
  </section>`;
}
