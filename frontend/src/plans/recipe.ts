import type { DietPlan, MealItem } from '@trainer/contract/types';
import { html, nothing } from 'lit-html';
import { t } from '../i18n/t.ts';
import { openDialog } from '../ui/dialog.ts';
import { grams, portionInWords } from './diet-words.ts';

type Recipe = DietPlan['recipes'][number];

/** How a dish is made, for the portion that is planned. */
export function openRecipe(recipe: Recipe, item: MealItem): void {
  openDialog({
    title: recipe.name,
    sheet: true,
    body: () => html`
      <p class="sm muted">${t('plans:recipe.for', { portion: portionInWords(item) })}</p>
      ${
        recipe.ingredients.length > 0
          ? html`<div>
              <h3>${t('plans:recipe.ingredients')}</h3>
              <ul class="daylist">
                ${recipe.ingredients.map(
                  (one) =>
                    html`<li>
                      <span>${one.name}</span
                      ><span class="num muted nowrap">${amountOf(one.grams * item.portions)}</span>
                    </li>`,
                )}
              </ul>
            </div>`
          : nothing
      }
      ${
        recipe.steps.length > 0
          ? html`<div>
              <h3>${t('plans:recipe.steps')}</h3>
              <ol class="cuesl stack stack-1">
                ${recipe.steps.map((step) => html`<li>${step}</li>`)}
              </ol>
            </div>`
          : nothing
      }
    `,
  });
}

/** To the gram, as a kitchen scale shows it. */
export const amountOf = (weight: number): string =>
  weight < 0.75 ? t('plans:recipe.pinch') : grams(Math.round(weight));
