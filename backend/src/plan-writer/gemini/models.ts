/** How much a model thinks before it answers. */
export type Level = 'MINIMAL' | 'LOW' | 'MEDIUM' | 'HIGH';

/** What has to be known of a model to ask it and to pay for it. */
export interface Model {
  /** undefined: nothing is asked for, and the model thinks as it does by itself. */
  readonly level: Level | undefined;
  readonly lowestLevel: Level | undefined;
  /** Millionths of a US dollar a token, which is dollars for a million; thoughts are paid as answer. */
  readonly microsIn: number;
  readonly microsOut: number;
}

/**
 * Levels: ai.google.dev/gemini-api/docs/thinking; a level that a model lacks is refused with 400. Prices of
 * ai.google.dev/gemini-api/docs/pricing as from January 2027, so that the budget is never too trusting.
 */
const MODELS: Readonly<Record<string, Model>> = {
  'gemini-4-hydrogen': { level: 'LOW', lowestLevel: 'LOW', microsIn: 1.5, microsOut: 7.5 },
  'gemini-3.8-flash': { level: 'LOW', lowestLevel: 'LOW', microsIn: 1.5, microsOut: 7.5 },
  'gemini-3.7-flash': { level: 'LOW', lowestLevel: 'LOW', microsIn: 1.5, microsOut: 7.5 },
  'gemini-3.6-flash': { level: 'LOW', lowestLevel: 'MINIMAL', microsIn: 1.5, microsOut: 7.5 },
  'gemini-3.5-flash': { level: 'LOW', lowestLevel: 'MINIMAL', microsIn: 1.5, microsOut: 7.5 },
  'gemini-3.5-flash-lite': { level: 'LOW', lowestLevel: 'MINIMAL', microsIn: 0.3, microsOut: 2.5 },
};
/** As dear as the dearest that there is. */
const UNKNOWN: Model = { level: undefined, lowestLevel: undefined, microsIn: 4, microsOut: 20 };

export const modelOf = (id: string): Model => MODELS[id.replace(/^models\//, '')] ?? UNKNOWN;
