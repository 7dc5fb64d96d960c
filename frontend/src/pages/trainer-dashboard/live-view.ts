import { leftOf } from '@trainer/coach/running/rest';
import { glanceOf } from '@trainer/coach/running/glance';
import { addDays, weekdayOf } from '@trainer/coach/days';
import type { AssignedPlan, ClientDetail, ClientRow, Session } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { clock, date, number, time, timeToSecond, weight } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { fullName, shortName } from '../../names.ts';
import { setInShort, setInWords } from '../../set-words.ts';
import { avatar } from '../../ui/avatar.ts';
import { banner } from '../../ui/banner.ts';
import { emptyState } from '../../ui/empty-state.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { icon } from '../../ui/icon.ts';
import { type ClientDoors, type ClientShown, hiddenPart } from './client-parts.ts';
import { cueCard } from './cue-view.ts';
import { againstLastTime, type FeedLine, feedOf, inWork, liftedOf, plannedAndDone } from './watched.ts';

/** A running workout set by set, as it happens. */
export function liveTab(shown: ClientShown, detail: ClientDetail, doors: ClientDoors): TemplateResult {
  const { running } = shown;
  const name = shortName(detail);
  if (!detail.share.live) return hiddenPart(t('trainer-dashboard:live.hidden', { name }));
  const session = running.session.value;
  if (!session) return notTraining(shown, name, doors);
  const heardAt = running.lostAt.value;
  const now = heardAt ?? doors.now;
  return html`<div class="cols c-8-4 ${heardAt === null ? '' : 'stale'}" data-testid="live">
    <div class="stack">
      ${asOf(shown, detail)} ${nowCard(session, now)} ${feedCard(shown, session)} ${againstCard(shown, session)}
    </div>
    <div class="stack">
      ${cueCard(running, running.sendCue, name)} ${plannedCard(shown, session, detail.today)}
      ${alsoTraining(shown, doors)}
    </div>
  </div>`;
}

/** Old values say that they are old, and whose connection it is. */
function asOf({ running }: ClientShown, detail: ClientDetail): TemplateResult | typeof nothing {
  const at = running.lostAt.value;
  if (at !== null)
    return banner({
      kind: 'info',
      title: t('trainer-dashboard:live.asOf', { time: timeToSecond(at) }),
      text: t('trainer-dashboard:live.away'),
    });
  if (detail.online) return nothing;
  return banner({ kind: 'info', text: t('trainer-dashboard:live.offline', { name: shortName(detail) }) });
}

function nowCard(session: Session, now: number): TemplateResult {
  const glance = glanceOf(session);
  const at = inWork(session, glance.exercise);
  const left = session.rest ? Math.min(leftOf(session.rest, now), session.rest.seconds || Infinity) : 0;
  const place = at
    ? t(left > 0 ? 'trainer-dashboard:live.resting' : 'trainer-dashboard:live.setOf', { set: at.set, of: at.of })
    : '';
  const all = glance.setsPlanned;
  return html`<section class="card stack stack-3" aria-labelledby="now-title">
    <div class="row">
      <div class="grow">
        <p class="sm muted">${place}</p>
        <h2 id="now-title" class="exname" data-testid="live-exercise">${glance.exercise ?? session.name}</h2>
        ${at?.next ? html`<p class="sm muted">${t('trainer-dashboard:live.next', { what: setInWords(at.next) })}</p>` : nothing}
      </div>
      ${
        left > 0
          ? html`<div class="center">
              <div class="bigt num acc-t" role="timer" data-testid="live-rest">${clock(left)}</div>
              <span class="xs faint">${t('trainer-dashboard:live.rest')}</span>
            </div>`
          : nothing
      }
    </div>
    <dl class="trio livetrio">
      <div>
        <dt class="sm muted">${t('trainer-dashboard:live.elapsed')}</dt>
        <dd class="bigt num"><span role="timer">${clock((now - Date.parse(session.startedAt)) / 1000)}</span></dd>
      </div>
      <div>
        <dt class="sm muted">${t('trainer-dashboard:live.sets')}</dt>
        <dd class="bigt num" data-testid="live-sets">
          ${number(glance.setsDone)} <small class="sm muted">${t('trainer-dashboard:live.of', { count: all })}</small>
        </dd>
      </div>
      <div>
        <dt class="sm muted">${t('trainer-dashboard:live.lifted')}</dt>
        <dd class="bigt num">${weight(liftedOf(session), 0)}</dd>
      </div>
    </dl>
    <div
      class="prog"
      role="img"
      aria-label=${t('trainer-dashboard:setsOf', { done: number(glance.setsDone), count: all })}
    >
      ${Array.from({ length: all }, (_, i) => html`<i class=${i < glance.setsDone ? 'd' : i === glance.setsDone ? 'c' : ''}></i>`)}
    </div>
  </section>`;
}

function feedCard({ running, client }: ClientShown, session: Session): TemplateResult {
  const lines = feedOf(session, client.lastTimes.value);
  return html`<section class="card" aria-labelledby="feed-title">
    <header>
      <h2 id="feed-title">${t('trainer-dashboard:feed.title')}</h2>
      <span class="sm muted">${t('trainer-dashboard:feed.order')}</span>
    </header>
    ${
      lines.length === 0
        ? html`<p class="muted">${t('trainer-dashboard:feed.none')}</p>`
        : html`<ol class="feed" aria-live="polite" data-testid="feed">
            ${repeat(
              lines,
              (line) => line.id,
              (line) => feedLine(line, running.fresh.value.has(line.id)),
            )}
          </ol>`
    }
  </section>`;
}

function feedLine({ at, exercise, set, warmups, before }: FeedLine, isFresh: boolean): TemplateResult {
  if (!set)
    return html`<li>
      <span class="sm faint">${timeToSecond(at)}</span
      ><span class="muted">${t('trainer-dashboard:feed.warmup', { count: warmups })}</span><span></span>
    </li>`;
  const rpe = set.rpe === null ? '' : `, ${t('trainer-dashboard:rpe', { rpe: number(set.rpe, 1) })}`;
  const type = set.type === 'normal' ? nothing : html` <span class="tag">${t(`common:set.${set.type}`)}</span>`;
  const beside = isFresh
    ? t('trainer-dashboard:feed.now')
    : before
      ? t('trainer-dashboard:feed.before', { what: setInShort(before) })
      : '';
  return html`<li class=${isFresh ? 'new' : ''}>
    <span class="sm faint">${timeToSecond(at)}</span
    ><span><b>${exercise}</b> <span class="v nowrap">${setInWords(set)}${rpe}</span>${type}</span
    ><span class="sm muted nowrap">${beside}</span>
  </li>`;
}

function againstCard({ client }: ClientShown, session: Session): TemplateResult | typeof nothing {
  const { rows, aheadKg } = againstLastTime(session, client.lastTimes.value);
  const [first] = rows;
  if (!first) return nothing;
  const days = new Set(rows.map((row) => row.localDate));
  const title =
    days.size === 1
      ? t('trainer-dashboard:against.day', { date: date(first.localDate, 'medium') })
      : t('trainer-dashboard:against.title');
  const tag = t(aheadKg >= 0 ? 'trainer-dashboard:against.ahead' : 'trainer-dashboard:against.behind', {
    weight: weight(Math.abs(aheadKg), 0),
  });
  const listed = (sets: Parameters<typeof setInShort>[0][]) => sets.map(setInShort).join(', ');
  return html`<section class="card" aria-labelledby="against-title">
    <header>
      <h2 id="against-title">${title}</h2>
      <span class="tag ${aheadKg >= 0 ? 'ok' : 'acc'}">${tag}</span>
    </header>
    <table class="table">
      <thead>
        <tr>
          <th scope="col">${t('trainer-dashboard:against.toThis')}</th>
          <th scope="col" class="r">${t('trainer-dashboard:against.before')}</th>
          <th scope="col" class="r">${t('trainer-dashboard:against.today')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <td>
                ${row.name}${days.size > 1 ? html`<br /><span class="sm muted">${date(row.localDate, 'medium')}</span>` : nothing}
              </td>
              <td class="r wrapc">${listed(row.before)}</td>
              <td class="r wrapc">${listed(row.today)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function plannedCard({ running, client }: ClientShown, session: Session, today: string): TemplateResult {
  const rows = plannedAndDone(session, plannedToday(client.plans.value ?? [], today));
  const missing = new Set(rows.filter(({ is }) => is === 'missing').map((row) => row.name));
  const removed = running.removed.value.filter((name) => !missing.has(name));
  return html`<section class="card" aria-labelledby="planned-title">
    <header><h2 id="planned-title">${t('trainer-dashboard:planned.title')}</h2></header>
    <table class="table">
      <thead>
        <tr>
          <th scope="col">${t('trainer-dashboard:planned.exercise')}</th>
          <th scope="col" class="r">${t('trainer-dashboard:planned.done')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ name, done, of, is }) =>
            html`<tr>
              <td>
                ${name}${
                  is === 'skipped' || is === 'missing'
                    ? html` <span class="tag warn">${t(`trainer-dashboard:planned.${is}`)}</span>`
                    : nothing
                }
              </td>
              <td class="r ${done === 0 ? 'muted' : ''}">
                ${t('trainer-dashboard:planned.of', { done: number(done), count: of })}
              </td>
            </tr>`,
        )}
        ${removed.map(
          (name) =>
            html`<tr>
              <td>${name} <span class="tag warn">${t('trainer-dashboard:planned.removed')}</span></td>
              <td class="r muted">–</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** What the trainer gave for this weekday. */
function plannedToday(plans: readonly AssignedPlan[], today: string): AssignedPlan['days'][number]['exercises'] {
  const weekday = weekdayOf(today);
  const running = plans.filter(({ startsOn, weeks }) => startsOn <= today && today < addDays(startsOn, weeks * 7));
  return running.flatMap((plan) => plan.days.find((day) => day.weekday === weekday)?.exercises ?? []);
}

function alsoTraining({ others }: ClientShown, doors: ClientDoors): TemplateResult | typeof nothing {
  if (others.length === 0) return nothing;
  return html`<section class="card stack stack-2" aria-labelledby="also-title">
    <h2 id="also-title">${t('trainer-dashboard:also.title')}</h2>
    <ul class="stack stack-2 others">
      ${repeat(
        others,
        (row) => row._id,
        // With many, working them all out again would hold up the set that is told of.
        (row) => guard([row], () => otherRow(row, doors)),
      )}
    </ul>
  </section>`;
}

const otherRow = (row: ClientRow, doors: ClientDoors): TemplateResult =>
  html`<li>
    <a
      class="row cover"
      href="?client=${row._id}&tab=live"
      @click=${(event: MouseEvent) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        doors.open(row._id, 'live');
      }}
      >${avatar(row, { size: 'sm' })}<span class="grow sm"
        ><b>${fullName(row)}</b><br /><span class="muted"
          >${row.session?.exercise ?? row.session?.name ?? ''},
          ${t('trainer-dashboard:setsOf', { done: number(row.session?.setsDone ?? 0), count: row.session?.setsPlanned ?? 0 })}</span
        ></span
      >${icon('right')}</a
    >
  </li>`;

function notTraining(shown: ClientShown, name: string, doors: ClientDoors): TemplateResult {
  const { running } = shown;
  const ended = running.ended.value;
  const failure = running.failure.value;
  if (failure && !running.loaded.value)
    return banner({
      kind: 'bad',
      text: sentenceOf(failure),
      action: { label: t('common:retry'), run: () => void running.load() },
    });
  if (!running.loaded.value) return html`<div class="card"><span class="skel h3"></span></div>`;
  return html`<div class="cols c-8-4">
    <section class="card" data-testid="live-over">
      ${
        ended
          ? emptyState({
              title: t(`trainer-dashboard:live.${ended.how}`, { name }),
              text: t('trainer-dashboard:live.overText', { time: time(doors.now) }),
              ...(ended.workoutId === undefined
                ? {}
                : {
                    action: html`<button
                      type="button"
                      class="btn second"
                      @click=${() => {
                        doors.open(shown.id, 'history');
                      }}
                    >
                      ${t('trainer-dashboard:live.see')}
                    </button>`,
                  }),
            })
          : emptyState({
              title: t('trainer-dashboard:live.none', { name }),
              text: t('trainer-dashboard:live.noneText'),
            })
      }
    </section>
    ${alsoTraining(shown, doors)}
  </div>`;
}
