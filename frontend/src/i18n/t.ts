import { createInstance } from 'i18next';
import common from './en/common.json';
import type dashboard from './en/dashboard.json';
import type history from './en/history.json';
import type login from './en/login.json';
import type muscleWorkout from './en/muscle-workout.json';
import type settings from './en/settings.json';
import type signup from './en/signup.json';
import type workoutExecution from './en/workout-execution.json';

/** The English texts, by page; they are also the list of keys that there are. */
interface Texts {
  common: typeof common;
  dashboard: typeof dashboard;
  history: typeof history;
  login: typeof login;
  'muscle-workout': typeof muscleWorkout;
  settings: typeof settings;
  signup: typeof signup;
  'workout-execution': typeof workoutExecution;
}

/** `today.one_other` is asked for as `today.one`: the number chooses. */
type Singular<K> = K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : K;
export type TextKey = { [N in keyof Texts & string]: `${N}:${Singular<keyof Texts[N] & string>}` }[keyof Texts &
  string];

export const LANGUAGE = 'en';

const i18n = createInstance();
void i18n.init({
  lng: LANGUAGE,
  fallbackLng: LANGUAGE,
  initAsync: false,
  keySeparator: false,
  defaultNS: 'common',
  resources: { [LANGUAGE]: { common } },
  // lit escapes what it shows.
  interpolation: { escapeValue: false },
});

/** A page's own texts; each page loads only these and the common ones. */
export function loadTexts(texts: Partial<Texts>): void {
  for (const [namespace, entries] of Object.entries(texts)) i18n.addResourceBundle(LANGUAGE, namespace, entries);
}

/** A text in the person's language. `count` chooses the plural. */
export const t = (key: TextKey, values: Record<string, string | number> = {}): string => i18n.t(key, values);
