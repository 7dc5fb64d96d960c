import type { Finding } from '../plans/types.ts';
import { found, type Rule, type Ruling, type Subject } from './ruling.ts';
import { canDo } from '../equipment.ts';
import { builtInExercises } from '../exercises.ts';
import { isAvoided } from './catalogue.ts';
import { tagsOf } from './conditions.ts';
import { EXERCISES, MOST_SESSION_SETS, MOST_WEEKLY_SETS, RECOVERY_HOURS } from './constants.ts';
import { checkCautions } from './verify-cautions.ts';
import { checkLoads } from './verify-loads.ts';
import { checkParts, checkTexts } from './verify-texts.ts';
import { directMuscles, isStrength } from './muscles.ts';
import { tooSoon } from './split.ts';
import { weeklySets } from './sheet.ts';
import { dayMinutes } from './time.ts';
import { doseText } from './dose-text.ts';
import { counted } from './load-of.ts';

/** In the order in which a person reads them. Each holds, or the plan is never shown. */
export const RULES: readonly { name: string; check: Rule }[] = [
  { name: 'catalogue', check: checkCatalogue },
  { name: 'exercise_count', check: checkCount },
  { name: 'equipment', check: checkEquipment },
  { name: 'contraindications', check: checkContraindications },
  { name: 'cautions', check: checkCautions },
  { name: 'session_time', check: checkTime },
  { name: 'training_days', check: checkDays },
  { name: 'recovery', check: checkRecovery },
  { name: 'set_limits', check: checkSetLimits },
  { name: 'loads', check: checkLoads },
  { name: 'parts', check: checkParts },
  { name: 'text', check: checkTexts },
];

/** Every slug with its place: the plan’s exercises, and those on its days. */
function everySlug({ plan }: Subject) {
  return [
    ...plan.exercises.map(({ slug, name, exerciseId }, i) => ({
      slug,
      name,
      exerciseId,
      path: `exercises.${String(i)}`,
    })),
    ...plan.days.flatMap(({ items }, d) =>
      items.map(({ slug, name }, i) => ({
        slug,
        name,
        exerciseId: null,
        path: `schedule.${String(d)}.exercises.${String(i)}`,
      })),
    ),
  ];
}

const bySlug = new Map(builtInExercises.map((exercise) => [exercise.slug, exercise]));

function checkCatalogue(subject: Subject): Ruling {
  const findings = everySlug(subject).flatMap(({ slug, name, exerciseId, path }) => {
    const exercise = bySlug.get(slug);
    const itself = exercise?.name === name && (exerciseId === null || exercise._id === exerciseId);
    return itself ? [] : [found('unknown_id', path, 'An exercise is not one of the catalogue.')];
  });
  const count = String(subject.plan.exercises.length);
  return { findings, detail: `${count} of ${count} are in the catalogue of ${String(builtInExercises.length)}.` };
}

function checkCount({ plan }: Subject): Ruling {
  const [least, most] = EXERCISES;
  const slugs = new Set(plan.exercises.map(({ slug }) => slug));
  const findings: Finding[] = [];
  if (plan.exercises.length < least || plan.exercises.length > most)
    findings.push(
      found(
        'count',
        'exercises',
        `${String(plan.exercises.length)} exercises; a plan has from ${String(least)} to ${String(most)}.`,
      ),
    );
  if (slugs.size < plan.exercises.length) findings.push(found('duplicate', 'exercises', 'An exercise is there twice.'));
  return { findings, detail: `${String(slugs.size)} exercises. A plan has from ${String(least)} to ${String(most)}.` };
}

function checkEquipment(subject: Subject): Ruling {
  const { equipment } = subject.profile;
  const findings = everySlug(subject).flatMap(({ slug, path }) => {
    const exercise = bySlug.get(slug);
    return exercise && !canDo(exercise, equipment)
      ? [found('equipment', path, `${exercise.name} needs equipment that you do not have.`)]
      : [];
  });
  return {
    findings,
    detail: equipment.length > 0 ? 'All can be done with what you have.' : 'All can be done with what every home has.',
  };
}

function checkContraindications(subject: Subject): Ruling {
  const { profile } = subject;
  const tags = tagsOf(profile);
  const findings = everySlug(subject).flatMap(({ slug, path }) => {
    const exercise = bySlug.get(slug);
    return exercise && isAvoided(exercise, tags)
      ? [found('condition', path, `${exercise.name} is ruled out by a condition or by age.`)]
      : [];
  });
  const out = builtInExercises.filter((exercise) => isAvoided(exercise, tags)).length;
  const detail =
    out > 0
      ? `${String(out)} of ${String(builtInExercises.length)} exercises are ruled out for you; none of them is here.`
      : `None of the ${String(builtInExercises.length)} exercises is ruled out for you.`;
  return { findings, detail };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function checkTime({ plan, profile }: Subject): Ruling {
  const around = {
    warmUp: sum(plan.warmUp.map(({ minutes }) => minutes)),
    coolDown: sum(plan.coolDown.map(({ minutes }) => minutes)),
  };
  const findings: Finding[] = [];
  const trained: number[] = [];
  for (const [i, { minutes, items }] of plan.days.entries()) {
    const path = `schedule.${String(i)}.minutes`;
    const known = items.flatMap(({ exercise, dose }) => (exercise ? [{ exercise, dose }] : []));
    const worked = dayMinutes(known, around);
    if (worked > profile.minutesPerSession)
      findings.push(
        found(
          'session_time',
          path,
          `A session takes ${String(worked)} minutes, and you have ${String(profile.minutesPerSession)}.`,
        ),
      );
    else if (minutes !== worked)
      findings.push(found('sum', path, `A session takes ${String(worked)} minutes, not ${String(minutes)}.`));
    if (items.length > 0) trained.push(worked);
  }
  const [least, most] = [Math.min(...trained), Math.max(...trained)].map(String) as [string, string];
  return {
    findings,
    detail: `${least === most ? most : `${least} to ${most}`} minutes of your ${String(profile.minutesPerSession)}.`,
  };
}

function checkDays({ plan, profile }: Subject): Ruling {
  const findings: Finding[] = [];
  const trained = plan.days.filter(({ items }) => items.length > 0).length;
  if (plan.days.length !== 7 || plan.days.some(({ day }, i) => day !== i + 1))
    findings.push(found('days', 'schedule', 'A week has the days from 1 to 7, each once.'));
  if (trained !== profile.daysPerWeek)
    findings.push(
      found('days', 'schedule', `${String(trained)} days of training; you asked for ${String(profile.daysPerWeek)}.`),
    );
  const doses = new Map(plan.exercises.map((exercise) => [exercise.slug, exercise]));
  const scheduled = new Set<string>();
  for (const [d, { items }] of plan.days.entries()) {
    const path = `schedule.${String(d)}`;
    if (new Set(items.map(({ slug }) => slug)).size < items.length)
      findings.push(found('duplicate', path, 'A day has an exercise twice.'));
    for (const { slug, exercise, dose } of items) {
      scheduled.add(slug);
      const own = doses.get(slug);
      if (!exercise || !isStrength(exercise)) continue;
      if (!own) findings.push(found('days', path, `${exercise.name} is on a day, and not among the exercises.`));
      else if (doseText(own) !== doseText(dose))
        findings.push(found('sum', path, `${exercise.name} is told in two ways.`));
    }
  }
  for (const { slug, name } of plan.exercises)
    if (!scheduled.has(slug)) findings.push(found('days', 'schedule', `${name} is on no day.`));
  return { findings, detail: `${String(trained)} of 7 days, as you asked.` };
}

function checkRecovery({ plan }: Subject): Ruling {
  const muscles = new Map(
    plan.days.map(({ day, items }) => [
      day,
      items.flatMap(({ exercise }) => (exercise ? directMuscles(exercise) : [])),
    ]),
  );
  const findings = tooSoon(muscles).map(({ day, muscle }) =>
    found(
      'recovery',
      `schedule.${String(day - 1)}`,
      `${muscle} works hard on two days running; ${String(RECOVERY_HOURS)} hours are missing.`,
    ),
  );
  return { findings, detail: `${String(RECOVERY_HOURS)} hours or more for each muscle.` };
}

function checkSetLimits({ plan, regime }: Subject): Ruling {
  const days = plan.days.map(({ items }) => ({
    items: items.flatMap(({ exercise, dose }) => (exercise ? [{ exercise, dose }] : [])),
  }));
  const weekly = weeklySets(days);
  const findings = [...weekly].flatMap(([muscle, sets]) =>
    sets > MOST_WEEKLY_SETS
      ? [
          found(
            'volume',
            'volume',
            `${muscle}: ${String(sets)} sets a week; no muscle gets more than ${String(MOST_WEEKLY_SETS)}.`,
          ),
        ]
      : [],
  );
  const sessions = days.map(({ items }) =>
    sum(items.map(({ exercise, dose }) => (isStrength(exercise) ? dose.sets : 0))),
  );
  sessions.forEach((sets, d) => {
    if (sets > MOST_SESSION_SETS)
      findings.push(
        found(
          'volume',
          `schedule.${String(d)}`,
          `${String(sets)} sets in a session; ${String(MOST_SESSION_SETS)} are the most.`,
        ),
      );
  });
  const told = new Map(plan.volume.map((one) => [one.muscle, one]));
  const [from, to] = regime.weekly;
  for (const [muscle, sets] of weekly) {
    const one = told.get(muscle);
    if (one?.sets !== sets || one.from !== from || one.to !== to)
      findings.push(
        found(
          'sum',
          'volume',
          `${muscle}: ${String(sets)} sets a week of ${String(from)} to ${String(to)} is not what it says.`,
        ),
      );
  }
  const [top] = [...weekly].sort(([, a], [, b]) => b - a);
  return {
    findings,
    detail: `At most ${counted(Math.max(0, ...sessions), 'set')} a session of ${String(MOST_SESSION_SETS)}, and ${String(top?.[1] ?? 0)} a week of ${String(MOST_WEEKLY_SETS)} for ${top?.[0] ?? 'any muscle'}, which has most.`,
  };
}
