import type { ClientStatus } from '@trainer/contract/types';
import { daysBetween } from '../days.ts';
import { countedIn, daysBefore, percent } from './compliance.ts';

/** What a trainer knows of a client, as far as they share. */
export interface Client {
  trains: boolean;
  /** undefined: neither numbers nor the history are shared, so that nobody can say. */
  history: History | undefined;
  today: string;
}

interface History {
  /** Local days with a workout, of the last 60 at least. */
  trained: ReadonlySet<string>;
  /** The day of the newest workout; null: there is none. */
  lastDay: string | null;
  /** As `plannedDays` gives them. */
  planned: readonly string[];
  /** The day on which the coaching began. */
  since: string;
}

export interface Standing {
  status: ClientStatus;
  /** Why it needs a look, for the trainer to read. */
  reason: string | null;
}

/** After so many days without a workout somebody looks. */
const QUIET_DAYS = 7;
/** A month against the month before. */
const MONTH = 30;
const FALL_POINTS = 20;
/** How much is planned in a month before its percentage says anything. */
const ENOUGH = 4;

/** Training now, needing a look, or on track. The first reason that holds is told. */
export function standingOf({ trains, history, today }: Client): Standing {
  if (trains) return { status: 'training', reason: null };
  const reason = history ? (quiet(history, today) ?? missed(history, today) ?? fallen(history, today)) : null;
  return { status: reason === null ? 'on_track' : 'needs_look', reason };
}

function quiet({ lastDay, since }: History, today: string): string | null {
  const days = daysBetween(lastDay ?? since, today);
  if (days < QUIET_DAYS) return null;
  return lastDay === null ? 'No workout yet.' : `No workout for ${String(days)} days.`;
}

/** The latest planned workout of the last days, unless one was done after it. */
function missed({ planned, trained, lastDay }: History, today: string): string | null {
  const day = planned.at(-1);
  if (day === undefined || day < daysBefore(today, QUIET_DAYS) || trained.has(day)) return null;
  return lastDay !== null && lastDay > day ? null : `Missed the workout of ${weekdayName(day)}.`;
}

function fallen({ planned, trained }: History, today: string): string | null {
  const [before, now] = [
    countedIn(planned, trained, daysBefore(today, 2 * MONTH - 1), daysBefore(today, MONTH)),
    countedIn(planned, trained, daysBefore(today, MONTH - 1), today),
  ];
  const [was, is] = [percent(before), percent(now)];
  if (was === null || is === null || before.planned < ENOUGH || now.planned < ENOUGH) return null;
  if (was - is < FALL_POINTS) return null;
  return `Down by ${String(was - is)} points: ${String(is)} % of planned in 30 days, ${String(was)} % in the 30 before.`;
}

const WEEKDAY = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
const weekdayName = (localDate: string): string => WEEKDAY.format(new Date(`${localDate}T00:00:00Z`));
