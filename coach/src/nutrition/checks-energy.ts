import type { Check, Checked } from './checks-aims.ts';
import type { Finding } from '../plans/types.ts';
import { ENERGY_TOLERANCE, FAT_SHARE, PROTEIN_LEAST } from './constants.ts';
import { figure } from './figures.ts';

/** Energy of each day: within 10 %, which must hold, and within 5 %, which is aimed at. */
export const energyChecks: readonly Check[] = [
  {
    name: 'day_energy',
    run: (checked) => {
      const { calories } = checked.told.targets;
      const within = (share: number) => ({
        from: Math.ceil(calories * (1 - share)),
        to: Math.floor(calories * (1 + share)),
      });
      const [aim, most] = [within(ENERGY_TOLERANCE.aim), within(ENERGY_TOLERANCE.most)];
      return {
        detail: `${rangeOf(checked, 'kcal')} kcal. Allowed ${n(aim.from)} to ${n(aim.to)}.`,
        broken: eachDay(checked, ({ kcal }) =>
          kcal < most.from || kcal > most.to
            ? ['day_energy', `${n(kcal)} kcal is more than 10 % away from ${n(calories)}.`]
            : null,
        ),
        missed: checked.days.some(({ kcal }) => kcal < aim.from || kcal > aim.to),
      };
    },
  },
  {
    name: 'energy_floor',
    run: (checked) => {
      const { floor } = checked.told.need;
      return {
        detail: `No day under ${n(floor)} kcal, the least that we plan for you.`,
        broken: eachDay(checked, ({ kcal }) =>
          kcal < floor ? ['energy_floor', `${n(kcal)} kcal is under ${n(floor)}.`] : null,
        ),
      };
    },
  },
];

export const proteinAndFatChecks: readonly Check[] = [
  {
    name: 'protein',
    run: (checked) => {
      const least = Math.ceil(checked.told.targets.protein * PROTEIN_LEAST);
      return {
        detail: `${rangeOf(checked, 'protein')} g. At least ${n(least)}.`,
        broken: eachDay(checked, ({ protein }) =>
          protein < least ? ['protein', `${n(protein)} g of protein; at least ${n(least)}.`] : null,
        ),
      };
    },
  },
  {
    name: 'fat',
    run: ({ days }) => {
      const sum = (of: 'fat' | 'kcal') => days.reduce((total, day) => total + day[of], 0);
      const share = sum('kcal') > 0 ? (sum('fat') * 9) / sum('kcal') : 0;
      const percent = (value: number) => n(Math.round(value * 1000) / 10);
      return {
        detail: `${percent(share)} % of the week’s energy. Allowed ${percent(FAT_SHARE.least)} to ${percent(FAT_SHARE.most)} %.`,
        broken:
          share < FAT_SHARE.least || share > FAT_SHARE.most
            ? [{ code: 'fat', path: 'days', message: `${percent(share)} % of energy is fat.` }]
            : [],
      };
    },
  },
];

type Day = Checked['days'][number];

const eachDay = ({ days, view }: Checked, wrong: (day: Day) => readonly [Finding['code'], string] | null): Finding[] =>
  days.flatMap((day, i) => {
    const found = wrong(day);
    return found ? { code: found[0], path: view.days[i]?.path ?? 'days', message: found[1] } : [];
  });

/** `1,500 to 1,534` */
export function rangeOf({ days }: Pick<Checked, 'days'>, of: keyof Day): string {
  const values = days.map((day) => day[of]);
  if (values.length === 0) return '0';
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return least === most ? n(least) : `${n(least)} to ${n(most)}`;
}

const n = (value: number): string => figure(value, 1);
