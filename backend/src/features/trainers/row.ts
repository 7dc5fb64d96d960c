import { complianceOf, countedOf, plannedDays, type PlannedTime } from '@trainer/coach/coaching/compliance';
import { standingOf } from '@trainer/coach/coaching/standing';
import { localDateOf } from '@trainer/coach/days';
import type { Glance } from '@trainer/coach/running/glance';
import type { ClientRow } from '@trainer/contract/types';
import type { Link } from '../../storage/ports/coaching.ts';
import type { HistoryAtAGlance, PersonInShort } from '../../storage/port.ts';
import { nameOf } from '../../http/names.ts';

/** What was asked about a client. `history` undefined: neither numbers nor the history are shared. */
interface Known {
  history: HistoryAtAGlance | undefined;
  session: Glance | undefined;
  planned: readonly PlannedTime[];
  unread: number;
}

/** One line of the list, as far as the client shares. */
export function rowOf(
  { share, since }: Link,
  person: PersonInShort,
  today: string,
  { history, session, planned, unread }: Known,
): Omit<ClientRow, 'online'> {
  const trained = new Set(history?.days);
  const days = plannedDays(planned, trained, today);
  const running = share.live ? session : undefined;
  return {
    ...nameOf(person),
    ...standingOf({
      trains: running !== undefined,
      history: history && {
        trained,
        lastDay: history.last?.localDate ?? null,
        planned: days,
        since: localDateOf(new Date(since), person.timeZone),
      },
      today,
    }),
    ...(share.live && history && { progress: history.totals }),
    ...(share.history && history && { lastWorkout: history.last }),
    compliance: history && planned.length > 0 ? complianceOf(countedOf(days, trained, today)) : null,
    unread,
    session: running ?? null,
    since,
  };
}
