import { describe, expect, it } from 'vitest';
import { addDays } from '../days.ts';
import { plannedDays } from './compliance.ts';
import { standingOf } from './standing.ts';

/** A Thursday. */
const TODAY = '2026-07-16';
const MONDAYS = { weekdays: [1], from: '2026-01-01', to: '2026-12-31' };
const mondays = (...weeksAgo: number[]) => weeksAgo.map((n) => addDays('2026-07-13', -7 * n));

function standing(trained: string[], more: { planned?: (typeof MONDAYS)[]; since?: string; trains?: boolean } = {}) {
  const { planned = [], since = '2026-01-01', trains = false } = more;
  const lastDay = [...trained].sort().at(-1) ?? null;
  const done = new Set(trained);
  const history = { trained: done, lastDay, planned: plannedDays(planned, done, TODAY), since };
  return standingOf({ trains, history, today: TODAY });
}

describe('how a client stands', () => {
  it('is training before anything else', () => {
    expect(standing([], { trains: true })).toEqual({ status: 'training', reason: null });
  });

  it('is on track with a workout in the last days, and while nobody can say', () => {
    expect(standing(['2026-07-10'])).toEqual({ status: 'on_track', reason: null });
    expect(standingOf({ trains: false, history: undefined, today: TODAY }).status).toBe('on_track');
  });

  it('needs a look after 7 days without a workout', () => {
    expect(standing(['2026-07-09'])).toEqual({ status: 'needs_look', reason: 'No workout for 7 days.' });
    expect(standing([]).reason).toBe('No workout yet.');
    expect(standing([], { since: '2026-07-10' }).status).toBe('on_track');
  });

  it('needs a look after a planned workout was missed, until one is done', () => {
    const planned = [MONDAYS];
    expect(standing(['2026-07-12'], { planned }).reason).toBe('Missed the workout of Monday.');
    expect(standing(['2026-07-12', '2026-07-14'], { planned }).status).toBe('on_track');
    expect(standing(['2026-07-13'], { planned }).status).toBe('on_track');
  });

  it('misses nothing today', () => {
    expect(standing(['2026-07-15'], { planned: [{ ...MONDAYS, weekdays: [4] }] }).status).toBe('on_track');
  });

  it('needs a look once a month is 20 points below the one before', () => {
    const planned = [MONDAYS];
    const all = mondays(0, 1, 2, 3, 4, 5, 6, 7, 8);
    expect(standing(all, { planned }).status).toBe('on_track');
    const { status, reason } = standing(mondays(0, 1, 2, 4, 5, 6, 7, 8), { planned });
    expect(status).toBe('needs_look');
    expect(reason).toBe('Down by 25 points: 75 % of planned in 30 days, 100 % in the 30 before.');
    expect(standing(mondays(0, 1, 2, 5, 6, 7, 8), { planned }).status).toBe('on_track');
  });
});
