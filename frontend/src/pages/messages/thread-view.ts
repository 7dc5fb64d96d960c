import { addDays, localDateOf } from '@trainer/coach/days';
import type { Message } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { account } from '../../account.ts';
import { date, time } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { shortName } from '../../names.ts';
import { banner } from '../../ui/banner.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { icon } from '../../ui/icon.ts';
import { type Waiting, withLinks } from './conversation.ts';
import { followLog } from './scrolling.ts';
import type { MessagesState } from './state.ts';

const LONGEST = 2000;

/** A conversation and the line to write. */
export function threadView(state: MessagesState, me: string): TemplateResult {
  const messages = state.messages.value;
  const thread = state.thread.value;
  return html`
    ${state.threadFailure.value ? failed(state) : nothing}
    <div
      class="chatlog"
      role="log"
      aria-label=${t('messages:conversation')}
      tabindex="0"
      data-testid="log"
      ${ref(followLog(() => void state.older()))}
    >
      ${
        messages === null
          ? state.threadFailure.value
            ? nothing
            : html`<span class="skel w2 h4"></span><span class="skel w3 h4"></span>`
          : chat(state, messages, me)
      }
    </div>
    ${thread && !thread.open ? html`<p class="sm muted">${t('messages:closed')}</p>` : composer(state)}
  `;
}

const failed = (state: MessagesState): TemplateResult =>
  banner({
    kind: state.messages.value ? 'info' : 'bad',
    text: sentenceOf(state.threadFailure.value),
    action: { label: t('common:retry'), run: () => void state.loadOpen() },
  });

function chat(state: MessagesState, messages: readonly Message[], me: string): TemplateResult {
  const waiting = state.waiting.value;
  const thread = state.thread.value;
  const zone = account.timeZone();
  const today = localDateOf(new Date(), zone);
  const days = messages.map((message) => localDateOf(new Date(message.createdAt), zone));
  return html`
    ${state.cursor.value ? html`<p class="center sm muted">${t('messages:older')}</p>` : nothing}
    ${
      messages.length === 0 && waiting.length === 0
        ? html`<p class="muted center">${t('messages:empty', { name: thread ? shortName(thread.with) : '' })}</p>`
        : nothing
    }
    <ol class="chat">
      ${repeat(
        messages,
        (message) => message._id,
        (message, i) => html`
          ${days[i] === days[i - 1] ? nothing : html`<li class="dayline">${dayInWords(days[i] ?? today, today)}</li>`}
          ${one(message, me)}
        `,
      )}
      ${repeat(
        waiting,
        (one) => one.clientId,
        (one) => unsent(state, one),
      )}
    </ol>
    ${
      // Not for the screen reader: what matters is the message.
      state.isWriting.value
        ? html`<p class="msg typing" aria-hidden="true" data-testid="typing"><i></i><i></i><i></i></p>`
        : nothing
    }
  `;
}

function one({ from, text, createdAt, readAt }: Message, me: string): TemplateResult {
  const mine = from === me;
  const state = mine ? ` · ${t(readAt === null ? 'messages:delivered' : 'messages:read')}` : '';
  return html`<li class="msg ${mine ? 'me' : ''}" data-testid="message">
    <p>${mine ? html`<span class="sr">${t('messages:you')} </span>` : nothing}${linked(text)}</p>
    <div class="t">${time(createdAt)}${state}</div>
  </li>`;
}

function unsent(state: MessagesState, { clientId, text, at, refused }: Waiting): TemplateResult {
  return html`<li class="msg me wait" data-testid="waiting">
    <p><span class="sr">${t('messages:you')} </span>${linked(text)}</p>
    <div class="t">${time(at)} · ${t(refused === null ? 'messages:waiting' : 'messages:notSent')}</div>
    ${
      refused === null
        ? nothing
        : html`<p class="errmsg">${icon('alert', 'i-sm')}<span>${refused}</span></p>
            <div class="row row-2 end">
              <button
                type="button"
                class="btn second sm"
                @click=${() => {
                  state.again(clientId);
                }}
              >
                ${t('common:retry')}
              </button>
              <button
                type="button"
                class="btn quiet sm"
                @click=${() => {
                  state.drop(clientId);
                }}
              >
                ${t('messages:drop')}
              </button>
            </div>`
    }
  </li>`;
}

/** Text stays text; an address leads away from here without saying where from. */
const linked = (text: string): (string | TemplateResult)[] =>
  withLinks(text).map((part) =>
    part.href === null
      ? part.text
      : html`<a href=${part.href} target="_blank" rel="noopener noreferrer nofollow ugc">${part.text}</a>`,
  );

function dayInWords(day: string, today: string): string {
  if (day === today) return t('messages:today');
  if (day === addDays(today, -1)) return t('messages:yesterday');
  return day.slice(0, 4) === today.slice(0, 4) ? date(day, 'long') : date(day, 'full');
}

function composer(state: MessagesState): TemplateResult {
  const submit = () => {
    state.send();
    document.querySelector<HTMLElement>('#message')?.focus();
  };
  return html`<form
    class="composer"
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      submit();
    }}
  >
    <label class="sr" for="message">${t('messages:label')}</label>
    <textarea
      id="message"
      class="input"
      rows="1"
      maxlength=${LONGEST}
      placeholder=${t('messages:placeholder')}
      .value=${state.draft.value}
      @input=${(event: Event) => {
        state.type((event.target as HTMLTextAreaElement).value);
      }}
      @keydown=${(event: KeyboardEvent) => {
        // While a word is being composed, as in many scripts, Enter ends that word.
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        submit();
      }}
    ></textarea>
    <button class="btn primary icon rnd" aria-label=${t('common:send')} data-testid="send">${icon('send')}</button>
  </form>`;
}
