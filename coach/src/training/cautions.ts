/** Whose sake it is for, and what is done differently, by tag of the catalogue. */
const CAUTIONS: Readonly<Record<string, readonly [sake: string, advice: string]>> = {
  knee: ['your knee', 'bend only as far as it stays comfortable'],
  'lower-back': ['your lower back', 'keep the spine long and the range short'],
  shoulder: ['your shoulder', 'stay in the range that does not hurt'],
  wrist: ['your wrist', 'keep it straight, on a handle or a fist if that is easier'],
  hypertension: ['your blood pressure', 'breathe out with each effort and never hold the breath'],
  'hypertension-headdown': ['your blood pressure', 'leave out positions with the head below the heart'],
  heart: ['your heart', 'stay at an effort at which you can talk'],
  asthma: ['your breathing', 'build up slowly and keep your inhaler at hand'],
  osteoporosis: ['your bones', 'keep the back straight, without rounding or twisting'],
  'diabetic-retinopathy': ['your eyes', 'no straining, and no position with the head below the heart'],
  'diabetic-neuropathy': ['your feet', 'wear padded shoes and look at your feet afterwards'],
  'pregnancy-balance': ['your pregnancy', 'hold on to something steady'],
  'pregnancy-t2t3': ['your pregnancy', 'keep an effort at which you can talk, and leave out what feels wrong'],
  'pregnancy-t3': ['your pregnancy', 'keep an effort at which you can talk, and leave out what feels wrong'],
  'older-falls': ['your balance', 'keep a wall or a chair within reach'],
  'older-novice': ['your start', 'learn the movement with very little first'],
  'obesity-high': ['your joints', 'keep it short and walk in between'],
};

/** What of the dose changes: a load, only the repetitions left, the length of a hold, or the pace. */
export type Eased = 'load' | 'reps' | 'hold' | 'pace';

const EASED: Readonly<Record<Eased, string>> = {
  load: '20 % lighter, and one repetition more left',
  reps: 'one repetition more left',
  hold: 'a shorter hold',
  pace: 'an easy pace',
};

/** The sentence that a person reads with an exercise. @param tags active ones of its `cautionIf`; null where there are none */
export function cautionSentence(tags: readonly string[], eased: Eased): string | null {
  const pairs = tags.flatMap((tag) => (CAUTIONS[tag] ? [CAUTIONS[tag]] : []));
  if (pairs.length === 0) return null;
  const sakes = [...new Set(pairs.map(([sake]) => sake))];
  const advices = [...new Set(pairs.map(([, advice]) => advice))];
  return `For ${listed(sakes)}: ${[EASED[eased], ...advices].join('; ')}.`;
}

/** `a`, `a and b`, `a, b and c` */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
