/**
 * What members do at the busiest hour of a day, per member who ever signed up. The shape is that of a gym: two evening
 * hours hold a quarter of the day. Change a number here and run it again: every table of docs/scale.md follows from these.
 */
export interface Behaviour {
  /** Members who open the product on a day. */
  activeShare: number;
  /** Of those, who train on that day. */
  trainingShare: number;
  /** Part of a day's visits that fall into its busiest hour. */
  peakShare: number;
  /** Minutes of a workout. */
  workoutMinutes: number;
  /** Pages opened during a workout besides its beginning and end. */
  looksInWorkout: number;
  /** Visits without a workout, of those who are active. */
  visits: number;
  /** Pages of such a visit, and minutes between them. */
  pagesOfVisit: number;
  minutesBetweenPages: number;
  /** Screens that show somebody's numbers during a workout: phone and computer, the trainer's now and then. */
  screens: number;
  /** Sets of a workout, for the live view of a trainer. */
  setsOfWorkout: number;
  /** Workouts that a trainer watches live. */
  watchedShare: number;
}

export const busyGym: Behaviour = {
  activeShare: 0.25,
  trainingShare: 0.6,
  peakShare: 0.125,
  workoutMinutes: 60,
  looksInWorkout: 2,
  visits: 1,
  pagesOfVisit: 3,
  minutesBetweenPages: 1.5,
  screens: 1.3,
  setsOfWorkout: 20,
  watchedShare: 0.1,
};

/** Cached questions that a page asks when it opens. */
export const READS_OF_PAGE = ['progress', 'stats'] as const;
/** Questions of a page that go to the database each time: the page of workouts, the account. */
export const UNCACHED_OF_PAGE = 1;
