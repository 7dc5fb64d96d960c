import { WEEKLY_CARDIO } from './constants.ts';
import { MAJOR_MUSCLES, type Muscle } from './muscles.ts';
import { PATTERNS, patternOf } from './patterns.ts';
import { pushesAndPulls, weeklySets } from './sheet.ts';
import { cardioMinutes } from './who-minutes.ts';
import { listed } from './cautions.ts';
import { counted } from './load-of.ts';
import type { Subject } from './ruling.ts';

interface Aimed {
  reached: boolean;
  detail: string;
}

/** What a plan is pulled towards; what the days, minutes, equipment and health of a person do not allow is said, not failed. */
export const AIMS: readonly { name: string; check: (subject: Subject) => Aimed }[] = [
  { name: 'weekly_sets', check: aimWeeklySets },
  { name: 'patterns', check: aimPatterns },
  { name: 'pulls_and_pushes', check: aimPulls },
  { name: 'active_minutes', check: aimMinutes },
];

const itemsOf = ({ plan }: Subject) =>
  plan.days.flatMap(({ items }) => items).flatMap(({ exercise, dose }) => (exercise ? [{ exercise, dose }] : []));

function aimWeeklySets(subject: Subject): Aimed {
  const weekly = weeklySets([{ items: itemsOf(subject) }]);
  const [from, to] = subject.regime.weekly;
  const sets = (muscle: Muscle) => weekly.get(muscle) ?? 0;
  const under = MAJOR_MUSCLES.filter((muscle) => sets(muscle) < from);
  const over = MAJOR_MUSCLES.filter((muscle) => sets(muscle) > to);
  const figures = MAJOR_MUSCLES.map((muscle) => `${muscle} ${String(sets(muscle))}`).join(', ');
  const { daysPerWeek, minutesPerSession } = subject.profile;
  const room = `${String(subject.plan.exercises.length)} exercises in ${String(daysPerWeek)} × ${String(minutesPerSession)} minutes`;
  const why = [
    `${capital(figures)}. Range ${String(from)} to ${String(to)}.`,
    ...(under.length > 0 ? [`Under it: ${listed(under)}, as far as ${room} go.`] : []),
    ...(over.length > 0 ? [`Over it: ${listed(over)}, because one exercise trains several.`] : []),
  ];
  return { reached: under.length + over.length === 0, detail: why.join(' ') };
}

function aimPatterns(subject: Subject): Aimed {
  const here = new Set(itemsOf(subject).map(({ exercise }) => patternOf(exercise)));
  const missing = PATTERNS.filter((pattern) => !here.has(pattern));
  const found = PATTERNS.length - missing.length;
  const why = missing.length > 0 ? ` Not here: ${listed(missing)}; other exercises cover the muscles in part.` : '';
  return {
    reached: missing.length === 0,
    detail: `${String(found)} of ${String(PATTERNS.length)} ways to move.${why}`,
  };
}

function aimPulls(subject: Subject): Aimed {
  const { pushes, pulls } = pushesAndPulls([{ items: itemsOf(subject) }]);
  const reached = pulls >= pushes;
  const why = reached ? '' : ' There is no more to pull with what you have and may do.';
  return { reached, detail: `${counted(pulls, 'set')} of pulling, ${String(pushes)} of pushing.${why}` };
}

function aimMinutes(subject: Subject): Aimed {
  const minutes = cardioMinutes(itemsOf(subject));
  const [from, to] = WEEKLY_CARDIO;
  const reached = minutes >= from;
  const why = reached ? '' : ' Brisk walking on any days makes up the rest.';
  return {
    reached,
    detail: `${String(minutes)} active minutes of the ${String(from)} to ${String(to)} that the WHO advises.${why}`,
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
