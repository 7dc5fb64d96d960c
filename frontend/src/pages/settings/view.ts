import type { ReadonlySignal } from '@preact/signals-core';
import type { User } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { CM_PER_INCH, date, time, toKg, weight, weightUnit, weightValue } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { field, segmented, selectField } from '../../ui/field.ts';
import { icon } from '../../ui/icon.ts';
import type { CoachingState } from '../../coaching/state.ts';
import { securitySection } from './security-view.ts';
import type { SettingsState } from './state.ts';
import { trainerSection } from './trainer-view.ts';

interface Doors {
  logOut(): void;
  logOutAll(): void;
  removeWeight(id: string): void;
  zones: readonly string[];
  zoneHere: string;
  /** The one that was gone to last. */
  section: ReadonlySignal<Section>;
}

const SECTIONS = ['profile', 'app', 'trainer', 'security'] as const;
export type Section = (typeof SECTIONS)[number];

/** `#app` → `app`; the first one without. */
export const sectionOf = (hash: string): Section => SECTIONS.find((section) => `#${section}` === hash) ?? 'profile';

export function settingsView(state: SettingsState, coaching: CoachingState, user: User, doors: Doors): TemplateResult {
  return html`
    <div class="pagehead"><h1>${t('settings:heading')}</h1></div>
    <div class="cols c-3-9">
      <nav class="only-w setnav" aria-label=${t('settings:sections')}>
        ${SECTIONS.map(
          (section) =>
            html`<a href="#${section}" aria-current=${section === doors.section.value ? 'true' : nothing}
              >${section === 'trainer' ? t('coaching:trainer') : t(`settings:${section}`)}</a
            >`,
        )}
      </nav>
      <div class="stack">
        ${profileSection(state, user)} ${weightsSection(state, doors)} ${appSection(state, user, doors)}
        ${trainerSection(coaching, user)} ${securitySection(state, user, doors)}
      </div>
    </div>
  `;
}

function profileSection(state: SettingsState, user: User): TemplateResult {
  const { profile } = user;
  const chosen = state.shown(user).profile;
  const imperial = user.settings.units === 'imperial';
  const shown = (value: number | null) => (value === null ? '' : String(Math.round(value * 10) / 10));
  return html`<section class="card stack" id="profile" aria-labelledby="profile-title">
    <h2 id="profile-title">${t('settings:profile')}</h2>
    <div class="fgrid words">
      ${field({ id: 'username', label: t('settings:username'), value: user.username, maxlength: 40, autocomplete: 'nickname', ...outcome(state, 'username'), onChange: (username) => void state.save('username', { username }) })}
      ${field({ id: 'email', label: t('settings:email'), type: 'email', value: user.email, readonly: true })}
      ${field({ id: 'firstName', label: t('settings:firstName'), value: profile.firstName ?? '', autocomplete: 'given-name', maxlength: 120, ...outcome(state, 'profile.firstName'), onChange: (text) => void state.saveText('firstName', text) })}
      ${field({ id: 'lastName', label: t('settings:lastName'), value: profile.lastName ?? '', autocomplete: 'family-name', maxlength: 120, ...outcome(state, 'profile.lastName'), onChange: (text) => void state.saveText('lastName', text) })}
    </div>
    <div class="fgrid">
      ${field({ id: 'age', label: t('settings:age'), unit: t('settings:years'), inputmode: 'numeric', value: shown(profile.age), ...outcome(state, 'profile.age'), onChange: (text) => void state.saveNumber('age', text) })}
      ${field({
        id: 'height',
        label: t('settings:height'),
        unit: t(imperial ? 'common:unit.in' : 'common:unit.cm'),
        inputmode: 'decimal',
        value: shown(profile.height === null || !imperial ? profile.height : profile.height / CM_PER_INCH),
        ...outcome(state, 'profile.height'),
        onChange: (text) =>
          void state.saveNumber('height', text, (value) =>
            imperial ? Math.round(value * CM_PER_INCH * 10) / 10 : value,
          ),
      })}
      ${field({
        id: 'weight',
        label: t('settings:weight'),
        unit: t(`common:unit.${weightUnit()}`),
        inputmode: 'decimal',
        value: shown(profile.weight === null ? null : weightValue(profile.weight)),
        ...outcome(state, 'profile.weight'),
        onChange: (text) => void state.saveNumber('weight', text, toKg),
      })}
      ${selectField({
        id: 'fitnessLevel',
        label: t('settings:level'),
        value: chosen.fitnessLevel ?? '',
        options: [
          { value: '', label: t('settings:level.none') },
          ...(['beginner', 'intermediate', 'advanced'] as const).map((value) => ({
            value: value,
            label: t(`settings:level.${value}`),
          })),
        ],
        ...outcome(state, 'profile.fitnessLevel'),
        onChange: (value) =>
          void state.save('profile.fitnessLevel', {
            profile: { fitnessLevel: (value || null) as User['profile']['fitnessLevel'] },
          }),
      })}
    </div>
    <div>
      ${segmented({
        name: 'sex',
        legend: t('settings:sex'),
        options: [
          ...(['female', 'male'] as const).map((value) => ({
            value: value,
            label: t(`settings:sex.${value}`),
          })),
          { value: '', label: t('settings:sex.none') },
        ],
        value: chosen.sex ?? '',
        onChange: (value) => void state.save('profile.sex', { profile: { sex: value || null } }),
      })}
      ${below(state, 'profile.sex', t('settings:sex.hint'))}
    </div>
  </section>`;
}

function weightsSection(state: SettingsState, doors: Doors): TemplateResult | typeof nothing {
  const list = state.weights.value;
  if (!list) return nothing;
  return html`<section class="card" aria-labelledby="weights-title">
    <h2 id="weights-title">${t('settings:weights')}</h2>
    <p class="hint hintm">${t('settings:weight.hint')}</p>
    ${
      list.length === 0
        ? html`<p class="muted hintm">${t('settings:weights.none')}</p>`
        : html`<ul class="list">
            ${list.slice(0, 30).map(
              (one) =>
                html`<li>
                  <span class="grow">${date(one.localDate, 'full')}</span><b class="num">${weight(one.weight)}</b
                  ><button
                    type="button"
                    class="btn icon"
                    aria-label=${t('settings:weights.remove', { date: date(one.localDate, 'full') })}
                    @click=${() => {
                      doors.removeWeight(one._id);
                    }}
                  >
                    ${icon('x')}
                  </button>
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}

function appSection(state: SettingsState, user: User, doors: Doors): TemplateResult {
  const { units, theme, timeZone } = state.shown(user).settings;
  const zones = doors.zones.includes(timeZone) ? doors.zones : [timeZone, ...doors.zones];
  return html`<section class="card stack" id="app" aria-labelledby="app-title">
    <h2 id="app-title">${t('settings:app')}</h2>
    <div>
      ${segmented({
        name: 'units',
        legend: t('settings:units'),
        options: (['metric', 'imperial'] as const).map((value) => ({ value, label: t(`settings:units.${value}`) })),
        value: units,
        onChange: (value) => void state.save('settings.units', { settings: { units: value } }),
      })}
      ${below(state, 'settings.units')}
    </div>
    <div>
      ${segmented({
        name: 'theme',
        legend: t('settings:theme'),
        options: (['system', 'light', 'dark'] as const).map((value) => ({
          value,
          label: t(`settings:theme.${value}`),
        })),
        value: theme,
        onChange: (value) => void state.save('settings.theme', { settings: { theme: value } }),
      })}
      ${below(state, 'settings.theme')}
    </div>
    ${selectField({
      id: 'timeZone',
      label: t('settings:zone'),
      value: timeZone,
      options: zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
      ...outcome(state, 'settings.timeZone', t('settings:zone.hint')),
      onChange: (zone) => void state.save('settings.timeZone', { settings: { timeZone: zone } }),
    })}
    ${
      isSameZone(doors.zoneHere, timeZone)
        ? nothing
        : html`<button
            type="button"
            class="btn quiet wraps"
            @click=${() => void state.save('settings.timeZone', { settings: { timeZone: doors.zoneHere } })}
          >
            ${t('settings:zone.here', { zone: doors.zoneHere.replaceAll('_', ' ') })}
          </button>`
    }
  </section>`;
}

/** `Asia/Kolkata` and `Asia/Calcutta` are one zone with two names. */
function isSameZone(a: string, b: string): boolean {
  const [one, other] = [a, b].map((timeZone) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone);
  return one === other;
}

/** The same for choices, which are no fields with a place of their own for it. */
function below(state: SettingsState, path: string, hint?: string): TemplateResult | typeof nothing {
  const told = outcome(state, path, hint);
  if (told.error) return html`<p class="errmsg" role="alert">${icon('alert', 'i-sm')}<span>${told.error}</span></p>`;
  return told.hint ? html`<p class="hint hintm">${told.hint}</p>` : nothing;
}

/** What stands below a field: the error, else how saving went, else the hint. */
function outcome(state: SettingsState, path: string, hint?: string): { error?: string; hint?: string } {
  const saving = state.savings.value.get(path);
  if (saving?.is === 'wrong') return { error: saving.why };
  if (saving?.is === 'saving') return { hint: t('settings:saving') };
  if (saving) return { hint: t('settings:saved', { time: time(saving.at) }) };
  return hint === undefined ? {} : { hint };
}
