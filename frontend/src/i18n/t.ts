import type aiSuggestions from './en/ai-suggestions.json';
import type coaching from './en/coaching.json';
import common from './en/common.json';
import type dashboard from './en/dashboard.json';
import type dietPlan from './en/diet-plan.json';
import type forgotPassword from './en/forgot-password.json';
import type history from './en/history.json';
import type login from './en/login.json';
import type messages from './en/messages.json';
import type muscleWorkout from './en/muscle-workout.json';
import type newPassword from './en/new-password.json';
import type plans from './en/plans.json';
import type resetPassword from './en/reset-password.json';
import type settings from './en/settings.json';
import type shared from './en/shared.json';
import type signup from './en/signup.json';
import type trainerDashboard from './en/trainer-dashboard.json';
import type workoutExecution from './en/workout-execution.json';

/** The English texts, by page; they are also the list of keys that there are. */
interface Texts {
  'ai-suggestions': typeof aiSuggestions;
  coaching: typeof coaching;
  common: typeof common;
  dashboard: typeof dashboard;
  'diet-plan': typeof dietPlan;
  'forgot-password': typeof forgotPassword;
  history: typeof history;
  login: typeof login;
  messages: typeof messages;
  'muscle-workout': typeof muscleWorkout;
  'new-password': typeof newPassword;
  plans: typeof plans;
  'reset-password': typeof resetPassword;
  settings: typeof settings;
  shared: typeof shared;
  signup: typeof signup;
  'trainer-dashboard': typeof trainerDashboard;
  'workout-execution': typeof workoutExecution;
}

/** `today.one_other` is asked for as `today.one`: the number chooses. */
type Singular<K> = K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : K;
type KeysOf<N extends keyof Texts> = `${N}:${Singular<Extract<keyof Texts[N], string>>}`;
export type TextKey = { [N in keyof Texts]: KeysOf<N> }[keyof Texts];

export const LANGUAGE = 'en';

/**
 * The files are i18next's (JSON v4: `{{name}}`, plural forms as `key_one`, `key_other`), so that its tools edit them.
 * Reading them takes these few lines; the library itself would be a third of a page's JavaScript.
 */
const texts = new Map<string, string>();
const plurals = new Intl.PluralRules(LANGUAGE);
const numbers = new Intl.NumberFormat(LANGUAGE);

/** A page's own texts; each page loads only these and the common ones. */
export function loadTexts(namespaces: Partial<Texts>): void {
  for (const [namespace, entries] of Object.entries(namespaces)) {
    for (const [key, text] of Object.entries(entries)) texts.set(`${namespace}:${key}`, text);
  }
}

loadTexts({ common });

/** A text in the person's language. `count` chooses the plural; numbers are grouped; a missing text shows its key. */
export function t(key: TextKey, values: Record<string, string | number> = {}): string {
  const plural = typeof values.count === 'number' ? texts.get(`${key}_${plurals.select(values.count)}`) : undefined;
  const text = plural ?? texts.get(key) ?? key;
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}
