import type { Activity } from '@trainer/contract/plan-words';

/** Every number of the science of food in one place, each with where it comes from. None of it is medical advice. */

/** Mifflin–St Jeor 1990: resting need = 10 × kg + 6.25 × cm − 5 × years + a constant; sex left out: the mean of both. */
export const RESTING = { kg: 10, cm: 6.25, years: 5, male: 5, female: -161, unsaid: -78 } as const;
/** ICMR-NIN 2020 cut the FAO’s equations by 10 % for men and 9 % for women: Western ones run high in Indians. */
export const INDIAN_CORRECTION = { male: 0.9, female: 0.91, unsaid: 0.905 } as const;
/** Daily need as a multiple of the resting need, exercise included. */
export const ACTIVITY_FACTOR: Readonly<Record<Activity, number>> = {
  sedentary: 1.2,
  light: 1.375,
  moderate: 1.55,
  very: 1.725,
  extra: 1.9,
};

/** Losing: the smaller of the two below the need. */
export const DEFICIT = { kcal: 500, share: 0.2 } as const;
/** Gaining: so much above the need (0.25–0.5 % of body weight a week). */
export const SURPLUS_SHARE = 0.1;
/** From this difference on, a target weight is a wish to change it. */
export const CHANGE_FROM_KG = 1;
/** ICMR-NIN 2020. */
export const PREGNANCY_KCAL = 350;
/** Nobody is planned for under this, or under the resting need (AHA/ACC/TOS 2013: less only under medical care). */
export const FLOOR_KCAL = { male: 1500, female: 1200, unsaid: 1350 } as const;
/** More than the dishes of a home kitchen make a day of. */
export const MOST_KCAL = 5500;
/** kcal in 1 kg of body weight: only for the pace of now; the forecast lets the difference shrink. */
export const KCAL_A_KG = 7700;
/** Weeks after which a forecast says nothing any more. */
export const FORECAST_WEEKS = 156;

/** g a kg of body weight: ISSN 2017 and Morton 2018 for building and keeping muscle; 1.2 is that of active people, and of 65 and older (ESPEN 2014). */
export const PROTEIN_PER_KG = { change: 1.6, usual: 1.2, older: 1.2, olderFrom: 65 } as const;
/** ICMR-NIN 2020: what everybody needs, and more in the last months of a pregnancy. Kidney disease: no more than that. */
export const PROTEIN_ALLOWANCE = { perKg: 0.83, pregnancy: 22 } as const;
/** Protein is counted for no more weight than that at this BMI. */
export const PROTEIN_BMI = 25;
/** Of what the dishes reach at that energy. */
export const PROTEIN_REACH_SHARE = 0.95;

/** WHO bands for Asian Indians begin a healthy weight at 18.5 (Misra 2009). */
export const HEALTHY_BMI = 18.5;
export const ADULT_AGE = 18;

/** Shares of energy. ICMR-NIN 2020: 20–30 %; the bounds are those of a week. */
export const FAT_SHARE = { aim: 0.25, least: 0.15, most: 0.35 } as const;
/** g: IOM 2005, 14 g for 1,000 kcal; at least what the WHO calls enough. */
export const FIBRE = { least: 25, perThousandKcal: 14 } as const;
/** mg a day: WHO 2012, 5 g of salt. */
export const SODIUM_MG = 2000;
/** g a day of vegetables and fruit: WHO/FAO 2003. */
export const PRODUCE_GRAMS = 400;

/** Of the energy target, each day: aimed at, and never passed. */
export const ENERGY_TOLERANCE = { aim: 0.05, most: 0.1 } as const;
/** Of the protein target, each day. */
export const PROTEIN_LEAST = 0.9;
/** Times a week that a main dish may come. */
export const MAIN_DISH_MOST = 3;
/** Different dishes in a week. */
export const DISHES_LEAST = 12;
