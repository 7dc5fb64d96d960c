import type { Movement } from '../motion/movement.ts';
import { barbellBackSquat, bodyweightSquat, dumbbellReverseLunge, gobletSquat, legPress } from './legs-squat.ts';
import { barbellBenchPress, dumbbellBenchPress, inclinePushUp, pushUp } from './chest.ts';
import { barbellBentOverRow, invertedRow, latPulldown, oneArmDumbbellRow, pullUp, seatedCableRow } from './back.ts';
import { barbellCurl, closeGripPushUp, dumbbellCurl, tricepsPushdown } from './biceps-triceps.ts';
import { barbellDeadlift, gluteBridge, romanianDeadlift } from './legs-hinge.ts';
import { bicycleCrunch, deadBug, plank, sidePlank } from './core.ts';
import { briskWalking, running, stationaryCycling } from './cardio.ts';
import { burpee } from './burpee.ts';
import { dumbbellShoulderPress, facePull, lateralRaise, overheadPress, pikePushUp } from './shoulders.ts';
import { seatedLegCurl, standingCalfRaise } from './legs-isolation.ts';
import { suryaNamaskar } from './surya-namaskar.ts';

/** Every movement that is drawn, one for each built-in exercise. */
export const movements: readonly Movement[] = [
  pullUp,
  latPulldown,
  seatedCableRow,
  oneArmDumbbellRow,
  barbellBentOverRow,
  invertedRow,
  barbellCurl,
  dumbbellCurl,
  tricepsPushdown,
  closeGripPushUp,
  burpee,
  briskWalking,
  running,
  stationaryCycling,
  barbellBenchPress,
  pushUp,
  dumbbellBenchPress,
  inclinePushUp,
  plank,
  sidePlank,
  deadBug,
  bicycleCrunch,
  barbellDeadlift,
  romanianDeadlift,
  gluteBridge,
  seatedLegCurl,
  standingCalfRaise,
  barbellBackSquat,
  bodyweightSquat,
  gobletSquat,
  legPress,
  dumbbellReverseLunge,
  overheadPress,
  dumbbellShoulderPress,
  lateralRaise,
  facePull,
  pikePushUp,
  suryaNamaskar,
];
