import { openLog } from '@trainer/backend/log';
import { builtInWriter } from '@trainer/backend/plan-writer/built-in';
import type { Figure } from '../figure.ts';
import { median } from '../statistics.ts';
import { coachHere, count, type Kind, PEOPLE, personOf, told, tried } from './written.ts';

const log = await openLog('silent');
const writers = { assisted: undefined, builtIn: builtInWriter(coachHere), coach: coachHere, log };

/** Every person gets a plan that passes, or a reason. */
export async function builtInPlans(): Promise<Figure[]> {
  return [...(await plansOf('diet')), ...(await plansOf('workout'))];
}

async function plansOf(kind: Kind): Promise<Figure[]> {
  const [refusals, noneFits, wrong] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const off: number[] = [];
  let [passed, refused] = [0, 0];
  for (let n = 0; n < PEOPLE; n += 1) {
    const person = personOf(kind, n, null);
    if ('refused' in person) {
      refused += 1;
      count(refusals, person.refused);
      continue;
    }
    const one = await tried(person.ask, writers);
    if (one.refused !== null) count(noneFits, one.refused);
    for (const text of one.wrong) count(wrong, text);
    if (one.written && one.wrong.length === 0) passed += 1;
    const content = one.written?.content;
    if (content?.kind === 'diet')
      for (const day of content.days)
        off.push(Math.abs(day.totals.calories - content.targets.calories) / content.targets.calories);
  }
  told(`${kind}: refused because`, refusals);
  told(`${kind}: nothing fits because`, noneFits);
  told(`${kind}: wrong`, wrong);
  const unexplained = PEOPLE - passed - refused - sum(noneFits);
  return [
    { name: `${kind}: plans that pass both opinions`, value: passed, unit: 'plans' },
    { name: `${kind}: refused with a reason`, value: refused, unit: 'plans' },
    { name: `${kind}: too little fits, and said so`, value: sum(noneFits), unit: 'plans' },
    { name: `${kind}: anything else`, value: unexplained, unit: 'plans', goal: { atMost: 0 } },
    ...(off.length > 0
      ? [
          {
            name: 'diet: energy of a day off its target, median',
            value: median(off) * 100,
            unit: '%' as const,
            goal: { atMost: 3 },
          },
        ]
      : []),
  ];
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((whole, one) => whole + one, 0);
