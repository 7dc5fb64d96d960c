import { addDays, daysBetween, instantOf, localDateOf } from '@trainer/coach/days';
import type { Exercise, User, WorkoutInput } from '@trainer/contract/types';
import type { Person } from './people.ts';
import { TIME_ZONE } from './time-zone.ts';

const DAYS = 70;
const STREAK = 8;

interface Lift {
  slug: string;
  sets: number;
  reps: number;
  /** kg in the first week, and more with each week after it; 0: the body alone. */
  from: number;
  aWeek: number;
}

const SESSIONS: { name: string; minutes: number; intensity: 'low' | 'moderate' | 'high'; lifts: Lift[] }[] = [
  {
    name: 'Lower body A',
    minutes: 52,
    intensity: 'high',
    lifts: [
      { slug: 'barbell-back-squat', sets: 4, reps: 8, from: 40, aWeek: 2.5 },
      { slug: 'romanian-deadlift', sets: 3, reps: 10, from: 40, aWeek: 2.5 },
      { slug: 'standing-calf-raise', sets: 3, reps: 15, from: 20, aWeek: 1.25 },
    ],
  },
  {
    name: 'Push',
    minutes: 44,
    intensity: 'moderate',
    lifts: [
      { slug: 'barbell-bench-press', sets: 4, reps: 8, from: 30, aWeek: 1.25 },
      { slug: 'overhead-press', sets: 3, reps: 8, from: 20, aWeek: 0.5 },
      { slug: 'push-up', sets: 3, reps: 12, from: 0, aWeek: 0 },
    ],
  },
  {
    name: 'Pull',
    minutes: 47,
    intensity: 'moderate',
    lifts: [
      { slug: 'lat-pulldown', sets: 4, reps: 10, from: 30, aWeek: 1.25 },
      { slug: 'one-arm-dumbbell-row', sets: 3, reps: 10, from: 12, aWeek: 0.5 },
      { slug: 'dumbbell-curl', sets: 3, reps: 12, from: 6, aWeek: 0.25 },
    ],
  },
  {
    name: 'Lower body B',
    minutes: 38,
    intensity: 'low',
    lifts: [
      { slug: 'goblet-squat', sets: 3, reps: 10, from: 14, aWeek: 1 },
      { slug: 'glute-bridge', sets: 3, reps: 12, from: 20, aWeek: 2.5 },
      { slug: 'dead-bug', sets: 3, reps: 10, from: 0, aWeek: 0 },
    ],
  },
];

const NOTES = [
  'Felt strong today.',
  'Left knee a little stiff, kept it slow.',
  'Short of sleep, same weights as last time.',
];

/**
 * Ten weeks of training, up to yesterday: about six days a week, weights that grow, and a streak of eight days.
 * → the same person, as the account now has it
 */
export async function trainedFor(person: Person): Promise<Person> {
  const profile = { firstName: 'Kavya', lastName: 'Raman', age: 29, sex: 'female', height: 162, weight: 61.5 };
  const { data: user } = await person.call<{ data: User }>('PATCH', '/api/members/me', { profile });
  const { data: exercises } = await person.call<{ data: Exercise[] }>('GET', '/api/exercises');
  const days = trainedDays(localDateOf(new Date(), TIME_ZONE));
  await Promise.all(days.map((day, i) => person.save(workoutOn(day, i, daysBetween(days[0] ?? day, day), exercises))));
  return { ...person, user };
}

/** Oldest first: each week has one day of rest, but for the last eight days. */
function trainedDays(today: string): string[] {
  const ago = Array.from({ length: DAYS }, (_, i) => DAYS - i);
  return ago.filter((n) => n <= STREAK || n % 7 !== (STREAK + 1) % 7).map((n) => addDays(today, -n));
}

/** @param i which one it is; @param day how many days after the first */
function workoutOn(localDate: string, i: number, day: number, exercises: readonly Exercise[]): WorkoutInput {
  const session = SESSIONS[i % SESSIONS.length] ?? SESSIONS[0];
  if (!session) throw new Error('There is no session.');
  const week = Math.floor(day / 7);
  return {
    name: session.name,
    date: instantOf(`${localDate}T07:${String(10 + ((i * 7) % 40))}:00`, TIME_ZONE).toISOString(),
    exercises: session.lifts.map((lift) => logged(lift, week, exercises)),
    totalDuration: session.minutes + ((i * 5) % 13) - 6,
    intensity: session.intensity,
    ...(i % 9 === 4 ? { notes: NOTES[i % NOTES.length] } : {}),
  };
}

function logged({ slug, sets, reps, from, aWeek }: Lift, week: number, exercises: readonly Exercise[]) {
  const exercise = exercises.find((one) => one.slug === slug);
  if (!exercise) throw new Error(`There is no exercise ${slug}`);
  const weight = from > 0 ? from + week * aWeek : null;
  const setLog = Array.from({ length: sets }, (_, i) => ({
    type: 'normal' as const,
    reps: reps - (i === sets - 1 ? 1 : 0) + (weight === null ? week : 0),
    weight,
  }));
  return { exerciseId: exercise._id, name: exercise.name, setLog };
}
