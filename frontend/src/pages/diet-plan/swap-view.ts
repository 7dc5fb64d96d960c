import type { PlannedMeal, Swap, Totals } from '@trainer/contract/types';
import { html, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { number } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { grams, kcal } from '../../plans/diet-words.ts';
import { banner } from '../../ui/banner.ts';
import { openDialog } from '../../ui/dialog.ts';
import { sentenceOf } from '../../ui/errors.ts';
import { icon } from '../../ui/icon.ts';
import type { SwapState } from './swap-state.ts';

/** Three other meals; to keep what there is weighs as much. @param take swaps, and says so */
export function openSwaps(state: SwapState, now: PlannedMeal, take: (close: () => void) => Promise<void>): void {
  const meal = t(`plans:meal.${state.meal}`).toLowerCase();
  openDialog({
    title: t('diet-plan:swap.title', { meal }),
    sheet: true,
    body: (close) => html`
      <p class="sm muted">
        ${t('diet-plan:swap.now', { meal: namesOf(now.items), calories: kcal(now.totals.calories), protein: t('plans:protein.of', { grams: grams(now.totals.protein) }) })}
      </p>
      ${state.failure.value ? banner({ kind: 'bad', text: sentenceOf(state.failure.value), action: { label: t('common:retry'), run: () => void state.load() } }) : ''}
      ${options(state)} ${foot(state, meal, close, take)}
    `,
  });
  void state.load();
}

function options(state: SwapState): TemplateResult {
  const swaps = state.swaps.value;
  if (!swaps)
    return state.failure.value
      ? html``
      : html`<div class="stack stack-2" role="status" aria-label=${t('diet-plan:swap.looking')}>
          <span class="skel h4"></span><span class="skel h4"></span><span class="skel h4"></span>
        </div>`;
  if (swaps.length === 0) return html`<p>${t('diet-plan:swap.none')}</p>`;
  return html`<ul class="stack stack-2">
    ${swaps.map((swap) => option(swap, state))}
  </ul>`;
}

function option(swap: Swap, state: SwapState): TemplateResult {
  const on = state.chosen.value?.swapId === swap.swapId;
  return html`<li class="swopt ${on ? 'on' : ''}" data-testid="swap-option">
    <label
      ><input
        class="sr"
        type="radio"
        name="swap"
        value=${swap.swapId}
        .checked=${live(on)}
        @change=${() => {
          state.choose(swap.swapId);
        }}
      /><span class="radio" aria-hidden="true"></span
      ><span class="grow"
        ><b>${namesOf(swap.items)}</b><br /><span class="sm muted"
          >${swap.items.map(itemInWords).join(', ')}</span
        ></span
      ><span class="k num nowrap"
        ><b>${number(swap.totals.calories)}</b> ${t('plans:kcal')}<br /><span class="sm muted"
          >${t('plans:protein.of', { grams: grams(swap.totals.protein) })}</span
        ></span
      ></label
    >
  </li>`;
}

function foot(
  state: SwapState,
  meal: string,
  close: () => void,
  take: (close: () => void) => Promise<void>,
): TemplateResult {
  const chosen = state.chosen.value;
  return html`${
      chosen
        ? html`<p class="row row-2 row-top sm ok-t" role="status">
            ${icon('shield', 'i-sm')}<span
              >${t('diet-plan:swap.day', { calories: kcal(chosen.day.calories), protein: grams(chosen.day.protein) })}
              <span class="muted nowrap">(${differenceInWords(chosen.difference)})</span></span
            >
          </p>`
        : ''
    }
    <div class="row row-2">
      <button type="button" class="btn second grow" data-testid="keep-meal" @click=${close}>
        ${t('diet-plan:swap.keep')}
      </button>
      ${
        chosen
          ? html`<button
              type="button"
              class="btn primary grow"
              data-testid="use-meal"
              aria-disabled=${state.busy.value}
              @click=${() => void take(close)}
            >
              ${t('diet-plan:swap.use', { meal })}
            </button>`
          : ''
      }
    </div>`;
}

/** `−18 kcal, +2 g` */
export const differenceInWords = ({ calories, protein }: Totals): string =>
  `${signed(calories)}\u00a0${t('plans:kcal')}, ${signed(protein)}\u00a0${t('plans:g')}`;

const signed = (value: number): string => (value === 0 ? '±0' : `${value > 0 ? '+' : '−'}${number(Math.abs(value))}`);

/** The dishes that a meal is known by: the first two. */
const namesOf = (items: readonly { name: string }[]): string => {
  const [first = '', ...rest] = items.slice(0, 2).map(({ name }) => short(name));
  return [first, ...rest.map(lower)].join(', ');
};

/** `½ katori keerai masiyal`, and `3 ragi idli` rather than `3 idlis ragi idli` */
export function itemInWords({ portionText, name }: { portionText: string; name: string }): string {
  const [count = '', unit = ''] = portionText.split(' ');
  const isNamed = unit !== '' && name.toLowerCase().includes(unit.replace(/s$/, ''));
  return `${isNamed ? count : portionText} ${lower(short(name))}`;
}

/** Without what stands in brackets behind it. */
const short = (name: string): string => name.replace(/ \([^)]*\)$/, '');

const lower = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
