import type { Log } from '../../log.ts';
import type { Tokens } from './answer.ts';
import type { Model } from './models.ts';

/** What may be spent in a day (UTC) before nothing is asked any more, in millionths of a US dollar. */
export interface Budget {
  /** Sets aside the most that a call can cost; undefined where the day has not that much left. */
  reserve(model: Model, promptLength: number, maxOutputTokens: number): Reserved | undefined;
  readonly spentMicros: number;
}

export interface Reserved {
  /** Takes what it did cost in the place of what was set aside; without `tokens` all of it stays spent. */
  settle(tokens: Tokens | null): void;
  /** It cost nothing. */
  giveBack(): void;
}

export const DAILY_MICROS = 5_000_000;
/** Of English and JSON it is four, of Indian scripts less than two. */
const SHORTEST_TOKEN = 2;
const WARN_AT = 0.8;

export function dailyBudget(limitMicros: number, clock: () => Date, log: Log): Budget {
  let day = '';
  let spent = 0;
  let warned = 0;

  function today(): void {
    const now = clock().toISOString().slice(0, 10);
    if (now === day) return;
    [day, spent, warned] = [now, 0, 0];
  }

  function warn(share: number): void {
    if (share <= warned) return;
    warned = share;
    const dollars = (limitMicros / 1_000_000).toFixed(2);
    if (share === 1)
      log.warn(
        { day },
        `Gemini has cost what a day may cost ($${dollars}): the built-in planner writes until tomorrow`,
      );
    else log.warn({ day }, `Gemini has cost 80 % of what a day may cost ($${dollars})`);
  }

  return {
    reserve(model, promptLength, maxOutputTokens) {
      today();
      const most = Math.ceil((promptLength / SHORTEST_TOKEN) * model.microsIn + maxOutputTokens * model.microsOut);
      if (spent + most > limitMicros) {
        warn(1);
        return undefined;
      }
      spent += most;
      const reservedOn = day;
      let isOpen = true;
      const costs = (micros: number) => {
        // Of another day it is counted no more.
        if (isOpen && reservedOn === day) spent += micros - most;
        isOpen = false;
        if (spent >= limitMicros * WARN_AT) warn(WARN_AT);
      };
      return {
        settle(tokens) {
          costs(tokens ? costOf(model, tokens) : most);
        },
        giveBack() {
          costs(0);
        },
      };
    },
    get spentMicros() {
      return spent;
    },
  };
}

export const costOf = (model: Model, { prompt, thought, answer }: Tokens): number =>
  Math.ceil(prompt * model.microsIn + (thought + answer) * model.microsOut);
