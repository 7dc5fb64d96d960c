import { addDays } from '@trainer/coach/days';

/** Days whose counts are kept: those that are today for somebody, and one on either side for whoever moves between zones. */
const KEPT_DAYS = 2;

/** The first day whose count still matters. */
export const firstKeptDay = (localDate: string): string => addDays(localDate, -KEPT_DAYS);
