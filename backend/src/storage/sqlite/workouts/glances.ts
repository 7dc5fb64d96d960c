import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { firstDay, glanceOf, PROGRESS_DAYS } from '../../figures.ts';
import { GLANCE_DAYS, type HistoryAtAGlance, type Workouts } from '../../port.ts';

interface Row {
  user_id: string;
  today: string;
  /** Joined by commas. */
  days: string | null;
  /** As JSON, like the next two: workouts, hundredths of kilocalories, hundredths of minutes. */
  totals: string;
  /** First and last day. */
  run: string | null;
  last: string | null;
}

/** Many histories at a glance: one statement, whose parts each walk one index for each of the people. */
export function glances(db: DatabaseSyncInstance): Workouts['glances'] {
  const of = db.prepare(`WITH asked AS MATERIALIZED (
      SELECT value ->> 0 AS user_id, value ->> 1 AS today, value ->> 2 AS month, value ->> 3 AS first FROM json_each(?))
    SELECT a.user_id, a.today,
      (SELECT group_concat(local_date) FROM (SELECT local_date FROM days
        WHERE user_id = a.user_id AND local_date BETWEEN a.first AND a.today ORDER BY local_date)) AS days,
      (SELECT json_array(total(workouts), total(calories), total(minutes)) FROM days
        WHERE user_id = a.user_id AND local_date BETWEEN a.month AND a.today) AS totals,
      (SELECT json_array(first, last) FROM runs
        WHERE user_id = a.user_id AND kind = 'day' AND first <= a.today ORDER BY first DESC LIMIT 1) AS run,
      (SELECT json_object('_id', id, 'name', name, 'date', date, 'localDate', local_date) FROM workouts
        WHERE user_id = a.user_id ORDER BY date DESC, id DESC LIMIT 1) AS last
    FROM asked a`);
  return (people) => {
    const asked = people.map(({ userId, today }) => [
      userId,
      today,
      firstDay(today, PROGRESS_DAYS),
      firstDay(today, GLANCE_DAYS),
    ]);
    const rows = of.all(JSON.stringify(asked)) as Row[];
    return Promise.resolve(new Map(rows.map((row) => [row.user_id, toGlance(row)])));
  };
}

function toGlance({ today, days, totals, run, last }: Row): HistoryAtAGlance {
  const [workouts, calories, minutes] = JSON.parse(totals) as [number, number, number];
  const [first, end] = run ? (JSON.parse(run) as [string, string]) : [];
  return glanceOf(
    { workouts, calories, minutes },
    first !== undefined && end !== undefined ? { first, last: end } : undefined,
    last ? (JSON.parse(last) as HistoryAtAGlance['last']) : null,
    days ? days.split(',') : [],
    today,
  );
}
