import type { BuiltInExercise } from '../exercises.ts';

/** The ways in which a body moves under load: a week has each of them once. */
export const PATTERNS = [
  'squat',
  'hinge',
  'horizontal push',
  'horizontal pull',
  'vertical push',
  'vertical pull',
  'core',
] as const;
export type Pattern = (typeof PATTERNS)[number];

const SLUGS: Readonly<Record<Pattern, readonly string[]>> = {
  squat: ['barbell-back-squat', 'goblet-squat', 'leg-press', 'dumbbell-reverse-lunge', 'bodyweight-squat'],
  hinge: ['barbell-deadlift', 'romanian-deadlift', 'glute-bridge'],
  'horizontal push': [
    'barbell-bench-press',
    'dumbbell-bench-press',
    'push-up',
    'incline-push-up',
    'close-grip-push-up',
  ],
  'horizontal pull': ['barbell-bent-over-row', 'one-arm-dumbbell-row', 'seated-cable-row', 'inverted-row', 'face-pull'],
  'vertical push': ['overhead-press', 'dumbbell-shoulder-press', 'pike-push-up'],
  'vertical pull': ['pull-up', 'lat-pulldown'],
  core: ['plank', 'side-plank', 'dead-bug', 'bicycle-crunch'],
};
const PATTERN_OF = new Map(PATTERNS.flatMap((pattern) => SLUGS[pattern].map((slug) => [slug, pattern] as const)));

/** Null for what belongs to none: single joints, cardio, burpees and flows. */
export const patternOf = ({ slug }: Pick<BuiltInExercise, 'slug'>): Pattern | null => PATTERN_OF.get(slug) ?? null;

export const isPush = (exercise: Pick<BuiltInExercise, 'slug'>): boolean =>
  (patternOf(exercise) ?? '').endsWith('push');
export const isPull = (exercise: Pick<BuiltInExercise, 'slug'>): boolean =>
  (patternOf(exercise) ?? '').endsWith('pull');
