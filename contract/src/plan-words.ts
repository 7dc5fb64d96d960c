/** The closed lists that plans are made from. Free of zod: pages and `coach` read them too. */

export const GOALS = ['weight loss', 'muscle gain', 'strength', 'endurance', 'general fitness', 'mobility'] as const;
export const DIETS = ['vegan', 'vegetarian', 'eggetarian', 'non-vegetarian', 'jain'] as const;
export const ALLERGENS = [
  'dairy',
  'egg',
  'fish',
  'shellfish',
  'peanut',
  'nuts',
  'soy',
  'gluten',
  'sesame',
  'mustard',
  'coconut',
] as const;
/** `… pain` is handled with caution, `… injury` is avoided. */
export const CONDITIONS = [
  'hypertension',
  'heart disease',
  'diabetes',
  'asthma',
  'osteoporosis',
  'pregnancy',
  'kidney disease',
  'knee pain',
  'knee injury',
  'lower back pain',
  'lower back injury',
  'shoulder pain',
  'shoulder injury',
  'wrist pain',
  'wrist injury',
] as const;
/** With any of these no plan is written: a doctor comes first. */
export const HARD_STOPS = [
  'chest pain',
  'fainting',
  'unexplained breathlessness',
  'uncontrolled hypertension',
  'uncleared heart disease',
  'recent heart attack or stroke',
  'recent surgery',
  'uncontrolled arrhythmia',
  'heart failure',
  'fever',
  'pregnancy complication',
  'eating disorder',
] as const;
export const ACTIVITIES = ['sedentary', 'light', 'moderate', 'very', 'extra'] as const;
/** `other` is a person who is not Indian: the Indian correction of the resting need is left out. */
export const REGIONS = ['tamil-nadu', 'kerala', 'karnataka', 'andhra-telangana', 'south-india', 'other'] as const;
/** What a person may have at hand; “none” is an empty list of its own. */
export const EQUIPMENT = [
  'barbell',
  'dumbbell',
  'kettlebell',
  'bench',
  'rack',
  'cable',
  'machine',
  'pull-up bar',
  'stationary bike',
] as const;
export const MEALS = ['breakfast', 'lunch', 'snacks', 'dinner'] as const;

export type Goal = (typeof GOALS)[number];
export type Diet = (typeof DIETS)[number];
export type Allergen = (typeof ALLERGENS)[number];
export type Condition = (typeof CONDITIONS)[number];
export type HardStop = (typeof HARD_STOPS)[number];
export type Activity = (typeof ACTIVITIES)[number];
export type Region = (typeof REGIONS)[number];
export type Equipment = (typeof EQUIPMENT)[number];
export type Meal = (typeof MEALS)[number];
