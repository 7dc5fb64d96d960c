import { addDays, localDateOf } from '@trainer/coach/days';
import type { ClientRow, Thread } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { account } from '../../account.ts';
import { becomingClient } from '../../coaching/invites-view.ts';
import type { CoachingState } from '../../coaching/state.ts';
import { date, number, time } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { fullName, shortName } from '../../names.ts';
import { avatar } from '../../ui/avatar.ts';
import { banner } from '../../ui/banner.ts';
import { emptyState } from '../../ui/empty-state.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { icon } from '../../ui/icon.ts';
import type { MessagesState } from './state.ts';
import { threadView } from './thread-view.ts';

export interface Shown {
  state: MessagesState;
  /** The member's side; null for a trainer. */
  coaching: CoachingState | null;
  /** What the open thread's client does now, for a trainer. */
  client: ClientRow | undefined;
  choose(id: string | null): void;
}

/** A member's one thread; a trainer's list and thread, one at a time on phones. */
export function messagesView(shown: Shown): TemplateResult {
  const { state, coaching } = shown;
  const threads = state.threads.value;
  if (!threads)
    return state.failure.value
      ? html`<div class="pagehead"><h1>${t('common:nav.messages')}</h1></div>
          ${failed(state)}`
      : skeleton();
  if (threads.length === 0) return coaching ? noTrainer(coaching) : noClient();
  if (threads.length === 1 && coaching) return alone(shown);
  return listAndThread(shown, threads);
}

const failed = (state: MessagesState): TemplateResult =>
  banner({
    kind: 'bad',
    title: t('messages:failed'),
    text: sentenceOf(state.failure.value),
    action: { label: t('common:retry'), run: () => void state.load() },
  });

function alone({ state, coaching }: Shown): TemplateResult {
  const thread = state.threads.value?.[0];
  if (!thread) return html``;
  const trainer = coaching?.trainer.value;
  const since = trainer ? t('messages:since', { date: date(trainer.since.slice(0, 10), 'full') }) : '';
  return html`
    <div class="pagehead">
      <div class="row grow">
        ${avatar(thread.with, { online: thread.with.online })}
        <div class="grow">
          <h1>${fullName(thread.with)}</h1>
          <p class="sm muted">${since} ${thread.with.online ? `${t('common:online')}.` : ''}</p>
        </div>
      </div>
      ${
        thread.open
          ? html`<a class="btn second sm" href="/pages/settings.html#trainer"
              >${icon('eye')}${t('messages:sees', { name: shortName(thread.with) })}</a
            >`
          : nothing
      }
    </div>
    <div class="narrow msgs">${threadView(state, account.user.peek()?._id ?? '')}</div>
    ${coaching && !thread.open && trainer === null ? html`<div class="narrow mt">${trainerCard(coaching)}</div>` : nothing}
  `;
}

function listAndThread(shown: Shown, threads: readonly Thread[]): TemplateResult {
  const { state, client, choose } = shown;
  const thread = state.thread.value;
  return html`
    <div class="pagehead ${thread ? 'hide-open' : ''}"><h1>${t('common:nav.messages')}</h1></div>
    ${state.failure.value ? html`<div class="hintb">${failed(state)}</div>` : nothing}
    <div class="cols c-threads ${thread ? 'open' : ''}">
      <section class="card flush threadlist" aria-label=${t('messages:threads')}>
        <ul class="list pad">
          ${repeat(
            threads,
            (one) => one.with._id,
            (one) => threadRow(one, one === thread, choose),
          )}
        </ul>
      </section>
      ${
        thread
          ? html`<section class="card stack stack-3 threadopen" aria-label=${fullName(thread.with)}>
              <div class="row between">
                <div class="row grow">
                  <button
                    type="button"
                    class="btn icon backb"
                    aria-label=${t('messages:back')}
                    @click=${() => {
                      choose(null);
                    }}
                  >
                    ${icon('left')}
                  </button>
                  ${avatar(thread.with, { online: thread.with.online })}
                  <div class="grow">
                    <h2>${fullName(thread.with)}</h2>
                    <span class="sm muted">${doing(thread, client)}</span>
                  </div>
                </div>
                ${
                  client
                    ? html`<a
                        class="btn second sm"
                        href="/pages/trainer-dashboard.html?client=${client._id}${client.session ? '&tab=live' : ''}"
                        >${icon('eye')}${t(client.session ? 'messages:watch' : 'messages:look')}</a
                      >`
                    : nothing
                }
              </div>
              <hr class="line" />
              <div class="msgs">${threadView(state, account.user.peek()?._id ?? '')}</div>
            </section>`
          : html`<p class="muted only-d center padded">${t('messages:choose')}</p>`
      }
    </div>
  `;
}

function doing(thread: Thread, client: ClientRow | undefined): string {
  if (client?.session) return t('messages:training', { name: client.session.name });
  if (!thread.open) return t('messages:ended');
  return thread.with.online ? t('common:online') : '';
}

function threadRow(one: Thread, isOpen: boolean, choose: (id: string) => void): TemplateResult {
  const { last, unread } = one;
  const words = last ? (last.from === one.with._id ? last.text : t('messages:mine', { text: last.text })) : '';
  return html`<li class=${isOpen ? 'thon' : ''} data-testid="thread">
    ${avatar(one.with, { online: one.with.online })}
    <a
      class="cover grow"
      href="?with=${one.with._id}"
      aria-current=${isOpen ? 'true' : nothing}
      @click=${(event: MouseEvent) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        choose(one.with._id);
      }}
    >
      <span class="row between row-2"
        ><b class="clip">${fullName(one.with)}</b
        ><span class="xs faint nowrap">${last ? when(last.createdAt) : ''}</span></span
      >
      <span class="row between row-2"
        ><span class="sm clip ${unread > 0 ? 'strong' : 'muted'}">${words}</span>${
          unread > 0
            ? html`<span class="count"
                ><span aria-hidden="true">${number(unread)}</span
                ><span class="sr">${t('common:unread', { count: unread })}</span></span
              >`
            : nothing
        }</span
      >
    </a>
  </li>`;
}

/** Today by the clock, this week by its day, else by its date. */
function when(instant: string): string {
  const zone = account.timeZone();
  const [day, today] = [localDateOf(new Date(instant), zone), localDateOf(new Date(), zone)];
  if (day === today) return time(instant);
  return date(day, day > addDays(today, -7) ? 'weekday' : 'short');
}

function noTrainer(coaching: CoachingState): TemplateResult {
  return html`
    <div class="pagehead"><h1>${t('common:nav.messages')}</h1></div>
    <div class="narrow">${trainerCard(coaching)}</div>
  `;
}

const trainerCard = (coaching: CoachingState): TemplateResult =>
  html`<section class="card stack stack-3" aria-labelledby="no-trainer">
    <h2 id="no-trainer">${t('messages:none.title')}</h2>
    <p class="muted">${t('messages:none.text')}</p>
    ${becomingClient(coaching)}
  </section>`;

const noClient = (): TemplateResult =>
  html`<div class="pagehead"><h1>${t('common:nav.messages')}</h1></div>
    <section class="card">
      ${emptyState({
        title: t('messages:noClient.title'),
        text: t('messages:noClient.text'),
        action: html`<a class="btn primary lg" href="/pages/trainer-dashboard.html"
          >${t('messages:noClient.action')}</a
        >`,
      })}
    </section>`;

const skeleton = (): TemplateResult =>
  html`<div class="pagehead">
      <div class="grow"><span class="skel w2 h2"></span></div>
    </div>
    <div class="narrow stack">
      <span class="skel w2 h4"></span><span class="skel w3 h4"></span><span class="skel w1 h4"></span>
    </div>`;
