import { account } from '../account.ts';
import { LANGUAGE, t } from './t.ts';

/** Numbers, units and dates as people read them. A number never parts from its unit: the space between does not break. */

const NBSP = '\u00a0';
export const KG_PER_LB = 0.45359237;
export const CM_PER_INCH = 2.54;

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** @param digits at most this many after the point */
export function number(value: number, digits = 0): string {
  const key = String(digits);
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: digits });
  numberFormats.set(key, format);
  return format.format(value);
}

export const withUnit = (value: number, unit: string, digits = 0): string => `${number(value, digits)}${NBSP}${unit}`;

/** The unit of weights as this person reads them. */
export const weightUnit = (): 'kg' | 'lb' => (account.units() === 'imperial' ? 'lb' : 'kg');
/** The smallest plates make steps of 1.25 kg, or of 2.5 lb. */
export const weightDigits = (): number => (weightUnit() === 'lb' ? 1 : 2);
/** kg → the number in this person's unit. */
export const weightValue = (kg: number): number => (weightUnit() === 'lb' ? kg / KG_PER_LB : kg);
/** The number in this person's unit → kg, to 10 g. */
export const toKg = (value: number): number =>
  Math.round((weightUnit() === 'lb' ? value * KG_PER_LB : value) * 100) / 100;
/** `41.25 kg`, as plates go; `90.5 lb` */
export const weight = (kg: number, digits = weightDigits()): string =>
  withUnit(weightValue(kg), t(`common:unit.${weightUnit()}`), digits);

/** `46 min`, or `13 h 43 min` from an hour on. */
export function duration(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return withUnit(whole, t('common:unit.min'));
  const rest = whole % 60;
  const hours = withUnit(Math.floor(whole / 60), t('common:unit.h'));
  return rest === 0 ? hours : `${hours} ${withUnit(rest, t('common:unit.min'))}`;
}

/** Seconds as on a clock: `1:05`, `1:02:03`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const padded = (value: number) => String(value).padStart(2, '0');
  return h > 0 ? `${String(h)}:${padded(m)}:${padded(s)}` : `${String(m)}:${padded(s)}`;
}

const DATE_STYLES = {
  /** Mon */
  weekday: { weekday: 'short' },
  /** Monday */
  weekdayLong: { weekday: 'long' },
  /** 16 */
  day: { day: 'numeric' },
  /** 16 July */
  dayMonth: { day: 'numeric', month: 'long' },
  /** 16 Jul */
  short: { day: 'numeric', month: 'short' },
  /** Mon 16 Jul */
  medium: { weekday: 'short', day: 'numeric', month: 'short' },
  /** Thursday 16 July */
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  /** 16 July 2026 */
  full: { day: 'numeric', month: 'long', year: 'numeric' },
  /** Jul */
  month: { month: 'short' },
  /** July 2026 */
  monthYear: { month: 'long', year: 'numeric' },
  /** July */
  monthLong: { month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** @param localDate `YYYY-MM-DD`, shown as it is: a day has no zone */
export function date(localDate: string, style: keyof typeof DATE_STYLES): string {
  return formatOf(`date ${style}`, { ...DATE_STYLES[style], timeZone: 'UTC' })
    .format(new Date(`${localDate}T00:00:00Z`))
    .replace(',', '');
}

/** The time of an instant in the person's own zone: `8:32`. */
export function time(instant: string | number): string {
  const timeZone = account.timeZone();
  return formatOf(`time ${timeZone}`, { hour: 'numeric', minute: '2-digit', timeZone }).format(new Date(instant));
}

/** `8:51:32` */
export function timeToSecond(instant: string | number): string {
  const timeZone = account.timeZone();
  return formatOf(`second ${timeZone}`, { hour: 'numeric', minute: '2-digit', second: '2-digit', timeZone }).format(
    new Date(instant),
  );
}

function formatOf(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // British English puts the day before the month and counts 24 hours, as the rest of the product does.
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(LANGUAGE === 'en' ? 'en-GB' : LANGUAGE, options);
  dateFormats.set(key, format);
  return format;
}
