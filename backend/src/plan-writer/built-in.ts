import type { CoachWork, PlanWriter } from './port.ts';

/** Nothing is told to anybody: this counts the ways in which `coach` itself writes. */
const VERSION = 'built-in-1';

/** The planner of `coach`: without a key, and where nobody else gives a plan. */
export function builtInWriter(coach: Pick<CoachWork, 'draft'>): PlanWriter {
  return {
    id: 'built-in',
    promptVersion: VERSION,
    async write(ask, { signal }) {
      return {
        body: await coach.draft(ask, signal),
        meta: {
          requestedModel: null,
          servedModel: null,
          sent: null,
          tokens: { prompt: 0, thought: 0, answer: 0 },
          attempts: [],
        },
      };
    },
  };
}
