import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { number, withUnit } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { grams } from '../../plans/diet-words.ts';
import { banner } from '../../ui/banner.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { segmented } from '../../ui/field.ts';
import { icon } from '../../ui/icon.ts';
import { PEOPLE, type ShoppingState } from './shopping-state.ts';

interface Doors {
  /** As `13 to 19 July`; null: not known yet. */
  week: string | null;
  back: () => void;
  retry: () => void;
  print: () => void;
}

export function shoppingView(state: ShoppingState, doors: Doors): TemplateResult {
  const { ticked, all } = state.count.value;
  return html`<div class="printed">
    <p class="noprint">
      <button type="button" class="btn quiet back" data-testid="back" @click=${doors.back}>
        ${icon('left')}${t('diet-plan:shopping.back')}
      </button>
    </p>
    <div class="pagehead">
      <div>
        <h1 tabindex="-1">${t('diet-plan:shopping')}</h1>
        <p class="muted">
          ${doors.week === null ? nothing : t('diet-plan:shopping.text', { week: doors.week, people: t('diet-plan:shopping.for', { count: state.people.value }) })}
        </p>
      </div>
      <div class="row row-2 noprint peoplerow">
        ${segmented({
          name: 'people',
          legend: t('diet-plan:shopping.people'),
          options: PEOPLE.map((count) => ({
            value: String(count),
            label: count === 1 ? t('diet-plan:shopping.one') : number(count),
          })),
          value: String(state.people.value),
          onChange: (count) => {
            state.forPeople(Number(count));
          },
        })}
        <button type="button" class="btn second" aria-label=${t('plans:print')} @click=${doors.print}>
          ${icon('print')}<span class="only-d">${t('plans:print')}</span>
        </button>
      </div>
    </div>
    ${problem(state, doors.retry)}
    ${
      all > 0
        ? html`<p class="sm muted shopnote noprint">
            <b class="num" data-testid="ticked">${t('diet-plan:shopping.count', { ticked, all })}</b>
            ${t('diet-plan:shopping.note')}
            ${ticked > 0 ? html`<button type="button" class="a" @click=${state.clear}>${t('diet-plan:shopping.clear')}</button>` : nothing}
          </p>`
        : nothing
    }
    ${shelves(state)}
  </div>`;
}

function problem(state: ShoppingState, retry: () => void): TemplateResult | typeof nothing {
  if (!state.failure.value) return nothing;
  const action = { label: t('common:retry'), run: retry };
  return html`<div class="hintb">
    ${
      state.shelves.value
        ? banner({ kind: 'info', text: t('diet-plan:shopping.age'), action })
        : banner({ kind: 'bad', title: t('diet-plan:shopping.failed'), text: sentenceOf(state.failure.value), action })
    }
  </div>`;
}

function shelves(state: ShoppingState): TemplateResult | typeof nothing {
  const list = state.shelves.value;
  if (!list) return state.failure.value ? nothing : html`<span class="skel h3"></span>`;
  if (list.length === 0) return html`<p class="muted">${t('diet-plan:shopping.empty')}</p>`;
  return html`<div class="shelves">
    ${list.map(
      ({ shelf, items }, i) =>
        html`<section class="card" aria-labelledby="shelf-${i}">
          <h2 id="shelf-${i}">${shelf}</h2>
          <ul class="list">
            ${items.map((item) => row(item, state))}
          </ul>
        </section>`,
    )}
  </div>`;
}

function row(item: { ingredient: string; name: string; grams: number }, state: ShoppingState): TemplateResult {
  const on = state.ticked.value.has(item.ingredient);
  return html`<li>
    <label class="check grow ${on ? 'on' : ''}" data-testid="buy-${item.ingredient}"
      ><input
        class="sr"
        type="checkbox"
        .checked=${live(on)}
        @change=${() => {
          state.toggle(item.ingredient);
        }}
      /><i aria-hidden="true">${icon('check', 'i-sm')}</i><span>${item.name}</span></label
    ><span class="num nowrap">${amountInWords(item.grams * state.people.value)}</span>
  </li>`;
}

/** `170 g`, `1.1 kg` */
export const amountInWords = (weight: number): string =>
  weight < 1000 ? grams(weight) : withUnit(weight / 1000, t('common:unit.kg'), 2);
