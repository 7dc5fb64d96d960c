import { addDays, localDateOf } from '@trainer/coach/days';
import type { ClientRow, Session } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { account } from '../../account.ts';
import { Unreachable } from '../../api.ts';
import { clock, date, number, time, weight } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { live } from '../../live-status.ts';
import { fullName } from '../../names.ts';
import { setInWords } from '../../set-words.ts';
import { avatar } from '../../ui/avatar.ts';
import { banner } from '../../ui/banner.ts';
import { emptyState } from '../../ui/empty-state.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { icon } from '../../ui/icon.ts';
import { meter } from '../../ui/meter.ts';
import type { Groups, ListState } from './list-state.ts';
import { inWork } from './watched.ts';

interface Doors {
  open(id: string, tab: 'live' | 'overview'): void;
  invite(): void;
  explainCounting(): void;
  showMore(group: keyof Groups): void;
  /** How many rows of a group are shown. */
  most: Readonly<Record<keyof Groups, number>>;
  /** ms, to the second */
  now: number;
}

export function listView(state: ListState, doors: Doors): TemplateResult {
  const rows = state.rows.value;
  return html`
    ${head(state, doors)} ${problem(state)}
    ${rows === null ? (state.failure.value ? nothing : skeleton()) : rows.size === 0 ? nobody(doors) : list(state, doors)}
  `;
}

function head(state: ListState, doors: Doors): TemplateResult {
  const rows = state.rows.value;
  const training = state.groups.value.training.length;
  const words =
    rows === null
      ? t('common:nav.clients')
      : t(training > 0 ? 'trainer-dashboard:headingTraining' : 'trainer-dashboard:heading', {
          clients: t('trainer-dashboard:clients', { count: rows.size }),
          training,
        });
  return html`<div class="pagehead">
    <div>
      <p class="eyebrow">${date(localDateOf(new Date(doors.now), account.timeZone()), 'long')}</p>
      <h1 data-testid="clients-heading">${words}</h1>
    </div>
    <button type="button" class="btn primary" data-testid="invite" @click=${doors.invite}>
      ${icon('plus')}${t('trainer-dashboard:invite.button')}
    </button>
  </div>`;
}

function problem(state: ListState): TemplateResult | typeof nothing {
  const { value: error } = state.failure;
  const action = { label: t('common:retry'), run: () => void state.load() };
  if (error)
    return html`<div class="hintb">
      ${
        state.rows.value && error instanceof Unreachable
          ? banner({ kind: 'info', text: t('trainer-dashboard:offline'), action })
          : banner({ kind: 'bad', title: t('trainer-dashboard:failed'), text: sentenceOf(error), action })
      }
    </div>`;
  if (live.status.value !== 'reconnecting') return nothing;
  return html`<div class="hintb">${banner({ kind: 'info', text: t('common:live.away') })}</div>`;
}

function list(state: ListState, doors: Doors): TemplateResult {
  return html`
    ${state.hasSearch.value ? search(state) : nothing}
    <div
      class="stack stack-6"
      @pointerenter=${state.hold}
      @pointerleave=${state.release}
      @focusin=${state.hold}
      @focusout=${(event: FocusEvent) => {
        const inside =
          event.relatedTarget instanceof Node && (event.currentTarget as Node).contains(event.relatedTarget);
        if (!inside) state.release();
      }}
    >
      ${trainingNow(state, doors)} ${group(state, doors, 'needs_look', '')} ${group(state, doors, 'on_track', 'off')}
      ${
        state.query.value.trim() !== '' &&
        (['training', 'needs_look', 'on_track'] as const).every((one) => state.found(one).length === 0)
          ? html`<p class="muted" role="status">${t('trainer-dashboard:search.none', { words: state.query.value })}</p>`
          : nothing
      }
    </div>
    <p class="sm muted mt">
      ${t('trainer-dashboard:counted.short')}
      <button type="button" class="a" @click=${doors.explainCounting}>${t('trainer-dashboard:counted.open')}</button>
    </p>
  `;
}

const search = (state: ListState): TemplateResult =>
  html`<div class="field hintb narrow">
    <label class="sr" for="search">${t('trainer-dashboard:search')}</label>
    <input
      id="search"
      class="input"
      type="search"
      autocomplete="off"
      placeholder=${t('trainer-dashboard:search')}
      .value=${state.query.value}
      @input=${(event: Event) => (state.query.value = (event.target as HTMLInputElement).value)}
    />
  </div>`;

const groupHead = (group: keyof Groups, dot: string, count: number): TemplateResult =>
  html`<h2 id="group-${group}" class="gh">
    <span class="dot ${dot}" aria-hidden="true"></span>${t(`trainer-dashboard:group.${group}`)}
    <span class="num faint">${number(count)}</span>
  </h2>`;

function trainingNow(state: ListState, doors: Doors): TemplateResult | typeof nothing {
  const rows = state.found('training');
  if (rows.length === 0) return nothing;
  const sessions = state.sessions.value;
  return html`<section aria-labelledby="group-training">
    ${groupHead('training', 'ok', state.groups.value.training.length)}
    <ul class="livegrid">
      ${repeat(
        rows,
        (row) => row._id,
        (row) =>
          html`<li>
            ${guard([row, sessions.get(row._id), doors.now], () => liveCard(row, sessions.get(row._id), doors))}
          </li>`,
      )}
    </ul>
  </section>`;
}

function liveCard(row: ClientRow, session: Session | undefined, doors: Doors): TemplateResult {
  const { session: glance } = row;
  const done = glance?.setsDone ?? 0;
  const all = glance?.setsPlanned ?? 0;
  const elapsed = glance ? clock((doors.now - Date.parse(glance.startedAt)) / 1000) : '';
  return html`<a
    class="livecard"
    data-testid="live-card"
    href="?client=${row._id}&tab=live"
    aria-label=${t('trainer-dashboard:card.open', { name: fullName(row) })}
    @click=${opening(row._id, 'live', doors)}
  >
    <div class="row between">
      <div class="row grow">
        ${avatar(row, { online: row.online })}
        <div class="grow">
          <b>${fullName(row)}</b><br /><span class="sm muted">${glance?.exercise ?? glance?.name ?? ''}</span>
        </div>
      </div>
      <span class="num strong" role="timer" aria-label=${t('trainer-dashboard:live.elapsed')}>${elapsed}</span>
    </div>
    <div class="row between">
      <span class="num">${whatNow(row, session, doors.now)}</span>
      <span class="sm muted nowrap" data-testid="card-sets"
        >${t('trainer-dashboard:setsOf', { done: number(done), count: all })}</span
      >
    </div>
    ${meter({ share: all === 0 ? 0 : done / all })}
  </a>`;
}

/** `Rest 1:24, then 37.5 kg`, or the set in work. */
function whatNow({ session: glance }: ClientRow, session: Session | undefined, now: number): string {
  if (!glance) return t('trainer-dashboard:card.over');
  const at = session ? inWork(session, glance.exercise) : null;
  const next = at?.next;
  const left = glance.restUntil === null ? 0 : (Date.parse(glance.restUntil) - now) / 1000;
  if (left > 0) {
    const rest = clock(left);
    if (!next) return t('trainer-dashboard:card.rest', { rest });
    return t('trainer-dashboard:card.restThen', { rest, what: next.weight ? weight(next.weight) : setInWords(next) });
  }
  if (next && at) return t('trainer-dashboard:card.set', { set: number(at.set), what: setInWords(next) });
  return glance.name;
}

function group(
  state: ListState,
  doors: Doors,
  name: 'needs_look' | 'on_track',
  dot: string,
): TemplateResult | typeof nothing {
  const rows = state.found(name);
  if (rows.length === 0) return nothing;
  const shown = rows.slice(0, doors.most[name]);
  const today = localDateOf(new Date(doors.now), account.timeZone());
  return html`<section aria-labelledby="group-${name}">
    ${groupHead(name, dot, state.groups.value[name].length)}
    <div class="card flush">
      <ul class="list pad">
        ${repeat(
          shown,
          (row) => row._id,
          (row) =>
            html`<li class="client" data-testid="client-row">
              ${guard([row, today], () => clientRow(row, today, doors))}
            </li>`,
        )}
      </ul>
      ${
        rows.length > shown.length
          ? html`<div class="more">
              <button
                type="button"
                class="btn quiet"
                @click=${() => {
                  doors.showMore(name);
                }}
              >
                ${t('trainer-dashboard:showMore', { count: rows.length - shown.length })}
              </button>
            </div>`
          : nothing
      }
    </div>
  </section>`;
}

function clientRow(row: ClientRow, today: string, doors: Doors): TemplateResult {
  const name = fullName(row);
  const share = row.compliance?.d30;
  const streak = row.progress?.streak ?? 0;
  return html`
    ${avatar(row, { online: row.online })}
    <div>
      <a class="cover" href="?client=${row._id}" @click=${opening(row._id, 'overview', doors)}><b>${name}</b></a
      ><br /><span class="sm muted">${lastSeen(row, today)}</span>
    </div>
    <div class="x">${mark(row)}</div>
    <div class="only-w2">
      ${
        share === null || share === undefined
          ? html`<span class="sm muted">${t('trainer-dashboard:nothingPlanned')}</span>`
          : html`<span class="num strong">${t('trainer-dashboard:percent', { share })}</span>
              <span class="sm muted">${t('trainer-dashboard:ofPlanned')}</span>`
      }
    </div>
    <div class="only-w2 sm muted">${streak > 0 ? t('trainer-dashboard:streak', { count: streak }) : nothing}</div>
    <a
      class="btn icon rel"
      href="/pages/messages.html?with=${row._id}"
      aria-label=${
        row.unread > 0
          ? t('trainer-dashboard:messageUnread', { name, count: row.unread })
          : t('trainer-dashboard:message', { name })
      }
      >${icon('chat')}${row.unread > 0 ? html`<span class="count">${number(row.unread)}</span>` : nothing}</a
    >
  `;
}

function mark(row: ClientRow): TemplateResult | typeof nothing {
  if (row.session) return html`<span class="tag pri">${t('trainer-dashboard:mark.training')}</span>`;
  if (row.reason !== null) return html`<span class="tag warn">${row.reason}</span>`;
  if (!row.progress) return nothing;
  return html`<span class="tag ok">${t('trainer-dashboard:mark.month', { count: row.progress.totalWorkouts })}</span>`;
}

function lastSeen({ lastWorkout }: ClientRow, today: string): string {
  if (lastWorkout === undefined) return t('trainer-dashboard:last.hidden');
  if (lastWorkout === null) return t('trainer-dashboard:last.none');
  const { localDate } = lastWorkout;
  if (localDate === today) return t('trainer-dashboard:last.today', { time: time(lastWorkout.date) });
  if (localDate === addDays(today, -1)) return t('trainer-dashboard:last.yesterday');
  return t('trainer-dashboard:last.on', { date: date(localDate, 'medium') });
}

/** A plain click stays on the page; with a key held it opens another tab, as links do. */
const opening = (id: string, tab: 'live' | 'overview', doors: Doors) => (event: MouseEvent) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  doors.open(id, tab);
};

const nobody = (doors: Doors): TemplateResult =>
  html`<section class="card">
    ${emptyState({
      title: t('trainer-dashboard:empty.title'),
      text: t('trainer-dashboard:empty.text'),
      action: html`<button type="button" class="btn second lg" @click=${doors.invite}>
        ${icon('plus')}${t('trainer-dashboard:empty.action')}
      </button>`,
    })}
  </section>`;

const skeleton = (): TemplateResult =>
  html`<div class="stack">
    <div class="livegrid"><span class="skel h3"></span><span class="skel h3"></span><span class="skel h3"></span></div>
    <div class="card"><span class="skel w2 h2"></span><span class="skel h3"></span><span class="skel h3"></span></div>
  </div>`;
