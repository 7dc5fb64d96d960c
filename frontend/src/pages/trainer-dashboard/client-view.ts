import type { ClientDetail, ClientRow } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { Unreachable } from '../../api.ts';
import { date, time } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { fullName, shortName } from '../../names.ts';
import { avatar } from '../../ui/avatar.ts';
import { banner } from '../../ui/banner.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { icon } from '../../ui/icon.ts';
import type { ClientState } from './client-state.ts';
import { type ClientDoors, type ClientShown, noteCard, TABS } from './client-parts.ts';
import { historyTab } from './history-view.ts';
import type { LiveState } from './live-state.ts';
import { liveTab } from './live-view.ts';
import { overviewTab } from './overview-view.ts';
import { planForm } from './plan-view.ts';
import { plansTab } from './plans-view.ts';

export function clientView(shown: ClientShown, doors: ClientDoors): TemplateResult {
  const detail = shown.client.detail.value;
  if (shown.form) return planForm(shown.form, detail, doors);
  return html`
    ${head(shown, detail, doors)} ${problem(shown)}
    ${detail ? tabOf(shown, detail, doors) : shown.client.failure.value ? nothing : skeleton()}
  `;
}

function head({ id, tab, running, row }: ClientShown, detail: ClientDetail | null, doors: ClientDoors): TemplateResult {
  const who = detail ?? row;
  const conditions = detail?.health?.medicalConditions ?? [];
  return html`<div class="pagehead">
    <div class="row grow">
      <button type="button" class="btn icon" aria-label=${t('trainer-dashboard:client.back')} @click=${doors.back}>
        ${icon('left')}
      </button>
      ${who ? avatar(who, { size: 'lg', online: detail?.online ?? row?.online ?? false }) : nothing}
      <div class="grow">
        <h1>${who ? fullName(who) : html`<span class="skel w2 h2"></span>`}</h1>
        <p class="muted sm">
          ${subtitle(running, row)} ${conditions.map((condition) => html`<span class="tag warn">${condition}</span> `)}
        </p>
      </div>
    </div>
    <nav class="seg fit tabs5" aria-label=${t('trainer-dashboard:client.parts')}>
      ${TABS.map(
        (one) =>
          html`<a
            href="?client=${id}&tab=${one}"
            aria-current=${one === tab ? 'page' : nothing}
            @click=${(event: MouseEvent) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              doors.open(id, one);
            }}
            >${one === 'live' && running.session.value ? html`<span class="dot ok" aria-hidden="true"></span>` : nothing}${t(`trainer-dashboard:tab.${one}`)}</a
          >`,
      )}
    </nav>
  </div>`;
}

function subtitle(running: LiveState, row: ClientRow | undefined): string {
  const session = running.session.value;
  if (session) return t('trainer-dashboard:client.started', { name: session.name, time: time(session.startedAt) });
  if (!row) return '';
  const standing = row.reason ?? t(`trainer-dashboard:group.${row.status}`);
  if (!row.lastWorkout) return standing;
  return t('trainer-dashboard:client.last', {
    standing: standing.replace(/\.$/, ''),
    date: date(row.lastWorkout.localDate, 'medium'),
  });
}

function problem({ client }: ClientShown): TemplateResult | typeof nothing {
  const { value: error } = client.failure;
  if (!error) return nothing;
  const action = { label: t('common:retry'), run: () => void client.load() };
  return html`<div class="hintb">
    ${
      client.detail.value && error instanceof Unreachable
        ? banner({ kind: 'info', text: t('trainer-dashboard:offline'), action })
        : banner({ kind: 'bad', title: t('trainer-dashboard:client.failed'), text: sentenceOf(error), action })
    }
  </div>`;
}

function tabOf(shown: ClientShown, detail: ClientDetail, doors: ClientDoors): TemplateResult {
  switch (shown.tab) {
    case 'live':
      return liveTab(shown, detail, doors);
    case 'history':
      return historyTab(shown.client, detail, doors);
    case 'plans':
      return plansTab(shown.client, detail, doors);
    case 'notes':
      return notesTab(shown.client, detail, doors);
    default:
      return overviewTab(shown, detail, doors);
  }
}

function notesTab(client: ClientState, detail: ClientDetail, doors: ClientDoors): TemplateResult {
  const { health } = detail;
  return html`<div class="cols c-8-4">
    ${noteCard(client, 12)}
    <div class="stack">
      <section class="card stack stack-2" aria-labelledby="health-title">
        <h2 id="health-title">${t('trainer-dashboard:health.title')}</h2>
        ${
          health
            ? html`<p>${health.medicalConditions.join(', ') || t('trainer-dashboard:health.none')}</p>
                ${health.dietaryRestrictions.length > 0 ? html`<p class="sm muted">${health.dietaryRestrictions.join(', ')}</p>` : nothing}`
            : html`<p class="sm muted">${t('trainer-dashboard:health.hidden', { name: shortName(detail) })}</p>`
        }
      </section>
      <section class="card stack stack-3" aria-labelledby="consent-title">
        <h2 id="consent-title">${t('trainer-dashboard:consent.title')}</h2>
        <p class="sm muted">
          ${t('trainer-dashboard:consent.since', { date: date(detail.since.slice(0, 10), 'full') })}
          ${detail.until === null ? nothing : t('trainer-dashboard:consent.until', { date: date(detail.until, 'full') })}
        </p>
        <div>
          <button type="button" class="btn danger-q wraps" @click=${doors.endCoaching}>
            ${t('trainer-dashboard:consent.end', { name: shortName(detail) })}
          </button>
        </div>
      </section>
    </div>
  </div>`;
}

const skeleton = (): TemplateResult =>
  html`<div class="stack">
    <div class="quad">
      <span class="skel h3"></span><span class="skel h3"></span><span class="skel h3"></span
      ><span class="skel h3"></span>
    </div>
    <div class="cols c-6-6"><span class="skel h3"></span><span class="skel h3"></span></div>
  </div>`;
