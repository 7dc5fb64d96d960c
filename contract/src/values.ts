import { z } from 'zod';

/** 24 hexadecimal digits, as MongoDB writes them, on every storage engine. */
export const Id = z
  .string()
  .regex(/^[0-9a-f]{24}$/, 'This is not an id.')
  .meta({ id: 'Id' });

/** Made by the client, so that the same thing sent twice is one thing. */
export const ClientId = z.uuid('This has to be a UUID.').toLowerCase();

/** A moment, ISO 8601 in UTC. */
export const Instant = z.iso.datetime().meta({ id: 'Instant' });

export const EARLIEST = '1970-01-01';
const DAY_MS = 86_400_000;

/** A moment that a person may give: from 1970 to one day ahead of the server, any offset; read as UTC. */
export const GivenInstant = z.iso
  .datetime({ offset: true, error: 'This has to be a date and time like 2026-07-16T08:30:00Z.' })
  .refine((text) => Date.parse(text) >= 0, 'Dates start in 1970.')
  .refine((text) => Date.parse(text) <= Date.now() + DAY_MS, 'This lies more than a day ahead.')
  .overwrite(inUtc);

function inUtc(text: string): string {
  const at = Date.parse(text);
  // What is no moment was found to be none already.
  return Number.isNaN(at) ? text : new Date(at).toISOString();
}

/** A day of the member’s own calendar, `YYYY-MM-DD`. */
export const LocalDate = z.iso.date('This has to be a day like 2026-07-16.').meta({ id: 'LocalDate' });

export const GivenLocalDate = z.iso
  .date('This has to be a day like 2026-07-16.')
  .refine((day) => day >= EARLIEST, 'Days start in 1970.')
  .refine((day) => Date.parse(day) <= Date.now() + 2 * DAY_MS, 'This day lies in the future.');

/** 1–120 characters after trimming. */
export const Name = z.string().trim().min(1, 'This can’t be empty.').max(120, 'At most 120 characters.');
export const Note = z.string().trim().max(2000, 'At most 2,000 characters.');

const between = (from: number, to: number, unit = '') => {
  const message = `This has to be from ${from.toLocaleString('en')} to ${to.toLocaleString('en')}${unit}.`;
  return {
    number: z.number().min(from, message).max(to, message),
    whole: z.int('This has to be a whole number.').min(from, message).max(to, message),
  };
};

export const Minutes = between(0, 1440, ' minutes').number;
export const SetCount = between(1, 100).whole;
export const Reps = between(0, 10_000).whole;
export const WeightKg = between(0, 1000, ' kg').number;
export const Seconds = between(0, 86_400, ' seconds').number;
export const Meters = between(0, 1_000_000, ' m').number;
export const Kilocalories = between(0, 20_000, ' kcal').number;
export const Rpe = between(1, 10).number.multipleOf(0.5, 'RPE goes in halves.');
export const BodyWeightKg = between(20, 400, ' kg').number;
export const HeightCm = between(50, 260, ' cm').number;
export const Age = between(13, 120, ' years').whole;

/** How many of a list to send, as it stands in a query. */
export const Limit = z.coerce
  .number<string>('This has to be a number.')
  .int('This has to be a whole number.')
  .min(1)
  .max(100, 'At most 100.')
  .default(20);

/** IANA name, as `Asia/Kolkata`. */
export const TimeZone = z.string().max(64).refine(isTimeZone, 'This is not a time zone that we know.');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // Offsets as +05:30 are accepted by Intl, but know nothing of daylight saving time.
    return /^[A-Za-z]/.test(name);
  } catch {
    return false;
  }
}
