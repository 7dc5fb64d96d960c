export type ThinkingLevel = 'MINIMAL' | 'LOW' | 'MEDIUM' | 'HIGH' | 'XHIGH';

export interface Model {
  displayName: string;
  levels: readonly ThinkingLevel[];
  /** What it thinks with where nothing is asked for. */
  byDefault: ThinkingLevel;
  /** Gemini 4 takes a level only. */
  takesBudget: boolean;
  /** From 3.6 on the last turn has to be the user’s. */
  endsWithUser: boolean;
}

const from37: Omit<Model, 'displayName'> = {
  levels: ['LOW', 'MEDIUM', 'HIGH'],
  byDefault: 'MEDIUM',
  takesBudget: true,
  endsWithUser: true,
};
const before37: Omit<Model, 'displayName'> = { ...from37, levels: ['MINIMAL', 'LOW', 'MEDIUM', 'HIGH'] };

/** Those that were served in November 2026, each with the thinking levels that it takes. */
export const MODELS: Readonly<Record<string, Model>> = {
  'gemini-4-hydrogen': {
    displayName: 'Gemini 4 Hydrogen',
    levels: ['LOW', 'MEDIUM', 'HIGH', 'XHIGH'],
    byDefault: 'HIGH',
    takesBudget: false,
    endsWithUser: true,
  },
  'gemini-3.8-flash': { displayName: 'Gemini 3.8 Flash', ...from37 },
  'gemini-3.7-flash': { displayName: 'Gemini 3.7 Flash', ...from37 },
  'gemini-3.6-flash': { displayName: 'Gemini 3.6 Flash', ...before37 },
  'gemini-3.5-flash-lite': { displayName: 'Gemini 3.5 Flash-Lite', ...before37, byDefault: 'MINIMAL' },
  'gemini-3.5-flash': { displayName: 'Gemini 3.5 Flash', ...before37, endsWithUser: false },
};

/** As `GET /v1beta/models/…` answers. */
export const described = (id: string, { displayName }: Model) => ({
  name: `models/${id}`,
  version: '3.0',
  displayName,
  inputTokenLimit: 1_048_576,
  outputTokenLimit: 65_536,
  supportedGenerationMethods: ['generateContent', 'countTokens', 'createCachedContent', 'batchGenerateContent'],
  temperature: 1,
  topP: 0.95,
  topK: 64,
  maxTemperature: 2,
  thinking: true,
});
