import { html, nothing, type TemplateResult } from 'lit-html';
import { date, number } from '../i18n/format.ts';
import { t } from '../i18n/t.ts';
import { authorOf } from './author-view.ts';
import { checksInShort, inOrder, nameOfCheck } from './checks-view.ts';
import {
  besideTargets,
  grams,
  kcal,
  portionInWords,
  type ReadableDiet,
  targetsInWords,
  weekInWords,
} from './diet-words.ts';
import { localName } from './diet-view.ts';
import { doseInWords, loadInWords, restInWords } from './dose.ts';
import { valueInWords } from './working-view.ts';
import { dayInWords, minutesOf, type ReadableWorkout, volumeHeads, volumeRows } from './workout-view.ts';

type Working = readonly { name: string; formula: string; value: number; unit: string }[];

/** A workout plan on paper: everything that the screen folds away. @param line whose it is, and from when */
export const workoutPaper = (plan: ReadableWorkout, line: string): TemplateResult =>
  html`<article class="paper">
    ${paperHead(plan.title, line, plan.summary)}
    ${plan.schedule.map(
      (day) =>
        html`<section class="whole">
          <h2>${dayInWords(day)}</h2>
          ${
            day.exercises.length > 0
              ? table(day.exercises.map((exercise) => [exercise.name, doseInWords(exercise)]))
              : nothing
          }
        </section>`,
    )}
    <h2>${t('plans:exercises')}</h2>
    ${plan.exercises.map(
      (exercise) =>
        html`<section class="whole">
          <h3>${exercise.name}, ${doseInWords(exercise)}${exercise.load ? `, ${loadInWords(exercise.load)}` : ''}</h3>
          <p>${restInWords(exercise)} ${exercise.why} ${exercise.load?.basis ?? ''}</p>
          ${exercise.caution ? html`<p>${exercise.caution}</p>` : nothing}
        </section>`,
    )}
    ${list(
      t('plans:before', { time: minutesOf(plan.warmUp) }),
      plan.warmUp.map((step) => step.text),
    )}
    ${list(
      t('plans:after', { time: minutesOf(plan.coolDown) }),
      plan.coolDown.map((step) => step.text),
    )}
    ${list(t('plans:progression'), plan.progression)}
    ${list(
      t('plans:whole'),
      plan.prescription.map(({ subject, text }) => `${t(`plans:subject.${subject}`)}: ${text}`),
    )}
    <section class="whole">${table(volumeRows(plan), volumeHeads())}</section>
    ${list(t('plans:notes'), plan.notes)} ${paperFoot(plan)}
  </article>`;

/** Seven days on paper, none of which splits; formulas, checks and author at the end. */
export const dietPaper = (plan: ReadableDiet, line: string, working: Working): TemplateResult =>
  html`<article class="paper">
    ${paperHead(targetsInWords(plan.targets), [weekInWords(plan), line].filter(Boolean).join(', '), besideTargets(plan))}
    ${plan.days.map(
      (day) =>
        html`<section class="whole">
          <h2>
            ${date(day.date, 'long')}: ${kcal(day.totals.calories)},
            ${t('plans:protein.of', { grams: grams(day.totals.protein) })}
          </h2>
          <table>
            ${day.meals.map(
              (meal) =>
                html`<tbody>
                  <tr>
                    <th scope="rowgroup">${t(`plans:meal.${meal.meal}`)}</th>
                    <th></th>
                    <th class="r">${kcal(meal.totals.calories)}</th>
                    <th class="r">${grams(meal.totals.protein)}</th>
                  </tr>
                  ${meal.items.map(
                    (item) =>
                      html`<tr>
                        <td>${item.name}${localName(item)}</td>
                        <td>${portionInWords(item)}</td>
                        <td class="r">${number(item.calories)}</td>
                        <td class="r">${grams(item.protein)}</td>
                      </tr>`,
                  )}
                </tbody>`,
            )}
          </table>
        </section>`,
    )}
    ${
      working.length > 0
        ? html`<section class="whole">
            <h2>${t('plans:why', { calories: number(plan.targets.calories) })}</h2>
            ${table(working.map(({ name, formula, value, unit }) => [name, formula, valueInWords(value, unit)]))}
          </section>`
        : nothing
    }
    ${list(t('plans:notes'), plan.notes)} ${paperFoot(plan)}
  </article>`;

const paperHead = (title: string, line: string, summary: string): TemplateResult =>
  html`<header>
    <p>${line}</p>
    <p class="papertitle">${title}</p>
    <p>${summary}</p>
  </header>`;

const paperFoot = (plan: ReadableWorkout | ReadableDiet): TemplateResult =>
  html`<section class="whole">
      <h2>${t('plans:checks')}</h2>
      <p>${checksInShort(plan.verification)}</p>
      <ul>
        ${inOrder(plan.verification.checks).map(
          ({ name, status, detail }) =>
            html`<li><b>${nameOfCheck(name)}</b> (${t(`plans:checks.status.${status}`).toLowerCase()}). ${detail}</li>`,
        )}
      </ul>
    </section>
    <section class="whole">
      <h2>${t('plans:author')}</h2>
      <p>${authorOf(plan)} ${t('plans:author.advice')}</p>
    </section>`;

const list = (title: string, texts: readonly string[]): TemplateResult | typeof nothing =>
  texts.length === 0
    ? nothing
    : html`<section class="whole">
        <h2>${title}</h2>
        <ul>
          ${texts.map((text) => html`<li>${text}</li>`)}
        </ul>
      </section>`;

const table = (rows: readonly (readonly string[])[], heads: readonly string[] = []): TemplateResult =>
  html`<table>
    ${
      heads.length > 0
        ? html`<thead>
            <tr>
              ${heads.map((head, i) => html`<th scope="col" class=${i > 0 && i === heads.length - 1 ? 'r' : ''}>${head}</th>`)}
            </tr>
          </thead>`
        : nothing
    }
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell, i) => html`<td class=${i > 0 && i === row.length - 1 ? 'r' : ''}>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
