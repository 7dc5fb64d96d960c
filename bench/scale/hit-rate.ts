import { type Behaviour, READS_OF_PAGE, UNCACHED_OF_PAGE } from './behaviour.ts';
import { seeded } from '@trainer/coach/plans/seeded';

/** What the busiest hour asks for, per member who ever signed up. */
export interface Hour {
  /** Cached questions, and how many of them were found. */
  reads: number;
  hits: number;
  /** Questions that no cache answers. */
  uncached: number;
  saves: number;
  visits: number;
  workouts: number;
}

interface Event {
  /** Seconds since the hour began. */
  at: number;
  is: 'page' | 'save';
}

const HOUR = 3600;
/** As `backend/src/cache/port.ts` keeps them, in seconds. */
const TTL = { progress: 300, stats: 600 };

/**
 * Plays the busiest hour of `members` members, each with a cache entry of their own, event by event.
 * A save clears both entries; its screens are told the new totals and ask nothing.
 */
export function playHour(behaviour: Behaviour, members: number, seed: number): Hour {
  const random = seeded(seed).next;
  const sum: Hour = { reads: 0, hits: 0, uncached: 0, saves: 0, visits: 0, workouts: 0 };
  for (let member = 0; member < members; member += 1) {
    if (random() >= behaviour.activeShare) continue;
    const events: Event[] = [];
    if (random() < behaviour.trainingShare && random() < behaviour.peakShare) {
      events.push(...workout(behaviour, random));
      sum.workouts += 1;
    }
    for (let visit = 0; visit < behaviour.visits; visit += 1) {
      if (random() >= behaviour.peakShare) continue;
      events.push(...pages(behaviour, random));
      sum.visits += 1;
    }
    countMember(events, sum);
  }
  return sum;
}

/** Opens the dashboard, trains, looks something up now and then, saves, and sees the dashboard again. */
function workout(behaviour: Behaviour, random: () => number): Event[] {
  const begin = random() * HOUR;
  const seconds = behaviour.workoutMinutes * 60 * (0.6 + 0.8 * random());
  const looks = Array.from({ length: behaviour.looksInWorkout }, () => begin + random() * seconds);
  return [
    { at: begin, is: 'page' },
    ...looks.map((at): Event => ({ at, is: 'page' })),
    { at: begin + seconds, is: 'save' },
    { at: begin + seconds + 10, is: 'page' },
  ];
}

function pages(behaviour: Behaviour, random: () => number): Event[] {
  let at = random() * HOUR;
  return Array.from({ length: behaviour.pagesOfVisit }, (): Event => {
    const event: Event = { at, is: 'page' };
    at += -Math.log(1 - random()) * behaviour.minutesBetweenPages * 60;
    return event;
  });
}

function countMember(events: readonly Event[], sum: Hour): void {
  const keptUntil = { progress: -1, stats: -1 };
  for (const { at, is } of [...events].sort((a, b) => a.at - b.at)) {
    // The hours are alike: what goes on after this one is another member's who began before it.
    if (is === 'save') {
      sum.saves += 1;
      keptUntil.progress = keptUntil.stats = -1;
      continue;
    }
    sum.uncached += UNCACHED_OF_PAGE;
    for (const read of READS_OF_PAGE) {
      sum.reads += 1;
      if (at < keptUntil[read]) sum.hits += 1;
      else keptUntil[read] = at + TTL[read];
    }
  }
}
