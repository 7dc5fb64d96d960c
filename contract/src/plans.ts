import { z } from 'zod';
import { FitnessLevel, Sex } from './auth.ts';
import { ACTIVITIES, ALLERGENS, CONDITIONS, DIETS, EQUIPMENT, GOALS, MEALS, REGIONS } from './plan-words.ts';
import { data, list, route } from './route.ts';
import { Age, BodyWeightKg, HeightCm, Id, Instant, Limit, LocalDate } from './values.ts';

// --- what is asked --------------------------------------------------------------------------------------------------

/** One word or a list of words as people say them; the server maps each onto a closed list, or refuses it by name. */
const Words = z.union([
  z.string().trim().max(400, 'At most 400 characters.'),
  z.array(z.string().trim().min(1).max(120, 'At most 120 characters.')).max(50, 'At most 50.'),
]);
/** Tells one generation from another: sent again it gives the same plan, and it is what progress is told under. */
const RequestId = z.uuid('This has to be a UUID.').toLowerCase();
/** Read by the coach as a wish, never as a rule. */
const Wish = z.string().trim().max(300, 'At most 300 characters.');

const asked = {
  age: Age,
  sex: Sex.nullish(),
  height: HeightCm,
  fitnessLevel: FitnessLevel,
  medicalConditions: Words.nullish(),
  dietaryRestrictions: Words.nullish(),
  notes: Wish.nullish(),
  requestId: RequestId.nullish(),
};

export const SuggestionRequest = z.strictObject({
  ...asked,
  weight: BodyWeightKg,
  goals: Words,
  targetWeight: BodyWeightKg.nullish(),
  daysPerWeek: z
    .int('This has to be a whole number.')
    .min(1, 'From 1 to 7 days.')
    .max(7, 'From 1 to 7 days.')
    .nullish(),
  /** Left out: a whole gym. `none`, or an empty list: what every home has. */
  equipment: Words.nullish(),
  minutesPerSession: z
    .int('This has to be a whole number.')
    .min(15, 'From 15 to 180 minutes.')
    .max(180, 'From 15 to 180 minutes.')
    .nullish(),
  /** Taken and not used: the server knows them. */
  recentWorkouts: z.unknown().optional(),
});

export const DietRequest = z.strictObject({
  ...asked,
  currentWeight: BodyWeightKg,
  targetWeight: BodyWeightKg,
  activity: z.enum(ACTIVITIES, `One of ${ACTIVITIES.join(', ')}.`).nullish(),
  goals: Words.nullish(),
  allergies: Words.nullish(),
  region: z.string().trim().max(60).nullish(),
});

// --- what every plan says of itself ---------------------------------------------------------------------------------

export const PlanKind = z.enum(['workout', 'diet']);
export const Writer = z.enum(['gemini', 'built-in']);
/** `held`: the rule holds as it was written. `repaired`: it holds after our change. `missed`: an aim, not a rule, that is not reached; the detail says why. */
export const CheckStatus = z.enum(['held', 'repaired', 'missed']);
export const PlanStatus = z.enum(['verified', 'repaired', 'fallback']);

export const Verification = z.object({
  status: PlanStatus,
  checks: z.array(z.object({ name: z.string(), status: CheckStatus, detail: z.string() })),
});

/** Exactly what left this server for the model. */
const Sent = z.object({ model: z.string(), system: z.string(), contents: z.string() });

/** How the plan came about; `ms` of each attempt, tokens as the model counted them. */
const Record = z.object({
  promptVersion: z.string(),
  catalogueVersion: z.string(),
  requestedModel: z.string().nullable(),
  servedModel: z.string().nullable(),
  tokens: z.object({ prompt: z.int(), thought: z.int(), answer: z.int() }),
  attempts: z.array(z.object({ model: z.string(), outcome: z.string(), ms: z.number() })),
  findings: z.array(z.object({ code: z.string(), path: z.string(), message: z.string() })),
});

const planBase = {
  _id: Id,
  title: z.string(),
  summary: z.string(),
  notes: z.array(z.string()),
  markdown: z.string(),
  writer: Writer,
  model: z.string().nullable(),
  promptVersion: z.string(),
  verification: Verification,
  createdAt: Instant,
};

/** Kept for the person alone: a shared plan has none of it. */
const personal = {
  requestId: z.string().nullable(),
  sent: Sent.nullable(),
  record: Record,
  /** The address at which everybody who has it reads the plan, while it is shared. */
  sharedAt: z.string().nullable(),
};

// --- workouts -------------------------------------------------------------------------------------------------------

/** Of one set: `reps` (to `repsTo`), or `duration` in seconds where it is held or kept up. */
const Dose = {
  sets: z.int(),
  reps: z.int().nullable(),
  repsTo: z.int().nullable(),
  duration: z.int().nullable(),
  restSeconds: z.int(),
};

/** kg, each hand’s where `each`; only where the person’s own history supports it. */
const Load = z.object({ weight: z.number(), each: z.boolean(), basis: z.string() });

export const SuggestedExercise = z.object({
  exerciseId: Id,
  slug: z.string(),
  name: z.string(),
  ...Dose,
  /** Repetitions that should be left when a set ends. */
  repsInReserve: z.int().nullable(),
  load: Load.optional(),
  why: z.string(),
  /** What is done differently because of a condition. */
  caution: z.string().nullable(),
});

export const ScheduledDay = z.object({
  /** 1 is Monday. */
  day: z.int(),
  /** As `Lower body`; `Rest` on a day without training. */
  focus: z.string(),
  exercises: z.array(z.object({ slug: z.string(), name: z.string(), ...Dose })),
  /** Warm-up and cool-down included; 0 on a day of rest. */
  minutes: z.int(),
});

/** One of the ten that a prescription has to name. */
export const PrescriptionSubject = z.enum([
  'frequency',
  'intensity',
  'time',
  'type',
  'volume',
  'progression',
  'warm-up',
  'cool-down',
  'safety',
  'clearance',
]);

const Step = z.object({ text: z.string(), minutes: z.number() });

const workoutPlan = {
  kind: z.literal('workout'),
  request: z.object({
    age: z.int(),
    sex: Sex.nullable(),
    weight: z.number(),
    height: z.number(),
    fitnessLevel: FitnessLevel,
    goals: z.array(z.enum(GOALS)),
    targetWeight: z.number().nullable(),
    medicalConditions: z.array(z.enum(CONDITIONS)),
    daysPerWeek: z.int(),
    equipment: z.array(z.enum(EQUIPMENT)),
    minutesPerSession: z.int(),
    notes: z.string().nullable(),
  }),
  exercises: z.array(SuggestedExercise),
  schedule: z.array(ScheduledDay),
  warmUp: z.array(Step),
  coolDown: z.array(Step),
  progression: z.array(z.string()),
  prescription: z.array(z.object({ subject: PrescriptionSubject, text: z.string() })),
  /** Sets a week of each muscle: those that work it directly count 1, others a half. */
  volume: z.array(z.object({ muscle: z.string(), sets: z.number(), from: z.number(), to: z.number() })),
};
export const SuggestionPlan = z.object({ ...planBase, ...workoutPlan, ...personal }).meta({ id: 'SuggestionPlan' });

// --- diets ----------------------------------------------------------------------------------------------------------

/** kcal and g, whole numbers: those that are shown, and whose sums are the totals. */
const Macros = {
  calories: z.int(),
  protein: z.int(),
  carbs: z.int(),
  fat: z.int(),
  fibre: z.int(),
};
export const Totals = z.object(Macros);

export const MealItem = z.object({
  /** Slug of the dish. */
  dish: z.string(),
  name: z.string(),
  localName: z.string().nullable(),
  /** Language of `localName`, as `ta`. */
  localLanguage: z.string().nullable(),
  /** In halves of the dish’s household portion. */
  portions: z.number(),
  /** As `1½ katori`. */
  portionText: z.string(),
  grams: z.int(),
  ...Macros,
});

const MealName = z.enum(MEALS);
export const PlannedMeal = z.object({ meal: MealName, items: z.array(MealItem), totals: Totals });
export const PlannedDay = z.object({
  /** 1 is the plan’s first day. */
  day: z.int(),
  date: LocalDate,
  totals: Totals,
  meals: z.array(PlannedMeal),
});

export const Recipe = z.object({
  dish: z.string(),
  name: z.string(),
  /** For one portion, raw. */
  ingredients: z.array(z.object({ name: z.string(), grams: z.number() })),
  steps: z.array(z.string()),
});

/** One line of the working: `value` in `unit`. */
const Working = z.object({ name: z.string(), formula: z.string(), value: z.number(), unit: z.string() });

const dietPlan = {
  kind: z.literal('diet'),
  request: z.object({
    age: z.int(),
    sex: Sex.nullable(),
    currentWeight: z.number(),
    targetWeight: z.number(),
    height: z.number(),
    fitnessLevel: FitnessLevel,
    activity: z.enum(ACTIVITIES),
    goals: z.array(z.enum(GOALS)),
    diet: z.enum(DIETS),
    allergies: z.array(z.enum(ALLERGENS)),
    /** Names of single ingredients that are kept out beside the allergens. */
    without: z.array(z.string()),
    region: z.enum(REGIONS),
    medicalConditions: z.array(z.enum(CONDITIONS)),
    notes: z.string().nullable(),
  }),
  startsOn: LocalDate,
  targets: Totals,
  working: z.array(Working),
  days: z.array(PlannedDay),
  recipes: z.array(Recipe),
};
export const DietPlan = z.object({ ...planBase, ...dietPlan, ...personal }).meta({ id: 'DietPlan' });

export const Swap = z.object({
  swapId: z.string(),
  items: z.array(MealItem),
  totals: Totals,
  /** The day’s totals with it. */
  day: Totals,
  /** What it adds to the day, or takes from it. */
  difference: Totals,
});

export const ShoppingShelf = z.object({
  shelf: z.string(),
  /** g, raw, for one person, rounded up to what is bought. */
  items: z.array(z.object({ ingredient: z.string(), name: z.string(), grams: z.int() })),
});

/** The plan and nothing else of the person. */
export const SharedPlan = z.union([
  z.object({ ...planBase, ...workoutPlan }).omit({ _id: true, request: true }),
  z.object({ ...planBase, ...dietPlan }).omit({ _id: true, request: true, working: true }),
]);

export const PlanSummary = z
  .object({
    _id: Id,
    kind: PlanKind,
    title: z.string(),
    summary: z.string(),
    writer: Writer,
    status: PlanStatus,
    createdAt: Instant,
  })
  .meta({ id: 'PlanSummary' });

// --- calls ----------------------------------------------------------------------------------------------------------

const one = z.strictObject({ id: Id });
const pageQuery = z.strictObject({ limit: Limit, cursor: z.string().max(200).optional() });
const refusals = ['needs_professional', 'already_planning', 'plan_limit', 'plan_cancelled'] as const;

export const suggest = route('suggest', {
  tag: 'Plans',
  who: 'person',
  body: SuggestionRequest,
  answer: { 201: data(SuggestionPlan), 200: data(SuggestionPlan) },
  errors: refusals,
  says: 'Writes a workout plan, checks it, and keeps it. The same `requestId` again gives the same plan (200), also while it is still being written.',
});

export const suggestions = route('suggestions', {
  tag: 'Plans',
  who: 'person',
  query: pageQuery,
  answer: { 200: list(PlanSummary) },
  says: 'The workout plans that were kept, newest first.',
});

export const suggestion = route('suggestion', {
  tag: 'Plans',
  who: 'person',
  params: one,
  answer: { 200: data(SuggestionPlan) },
  says: 'One workout plan.',
});

export const removeSuggestion = route('removeSuggestion', {
  tag: 'Plans',
  who: 'person',
  params: one,
  answer: { 204: null },
  says: 'Deletes a workout plan, its link too.',
});

export const planDiet = route('planDiet', {
  tag: 'Plans',
  who: 'person',
  body: DietRequest,
  answer: { 201: data(DietPlan), 200: data(DietPlan) },
  errors: refusals,
  says: 'Writes seven days of meals, checks them, and keeps them. The same `requestId` again gives the same plan (200), also while it is still being written.',
});

export const dietPlans = route('dietPlans', {
  tag: 'Plans',
  who: 'person',
  query: pageQuery,
  answer: { 200: list(PlanSummary) },
  says: 'The diet plans that were kept, newest first.',
});

export const dietPlanOf = route('dietPlan', {
  tag: 'Plans',
  who: 'person',
  params: one,
  answer: { 200: data(DietPlan) },
  says: 'One diet plan.',
});

export const removeDietPlan = route('removeDietPlan', {
  tag: 'Plans',
  who: 'person',
  params: one,
  answer: { 204: null },
  says: 'Deletes a diet plan, its link too.',
});

export const cancelPlan = route('cancelPlan', {
  tag: 'Plans',
  who: 'person',
  params: z.strictObject({ requestId: RequestId }),
  answer: { 204: null },
  says: 'Stops a generation that runs, on whichever server. Leaving the page does not.',
});

const Shared = data(z.object({ url: z.string() }));
export const shareSuggestion = route('shareSuggestion', {
  tag: 'Plans',
  who: 'person',
  params: one,
  answer: { 200: Shared },
  says: 'Makes an address at which everybody who has it reads the plan and nothing else of the person. Asked again, it is the same one.',
});
export const unshareSuggestion = route('unshareSuggestion', {
  tag: 'Plans',
  who: 'person',
  params: one,
  answer: { 204: null },
  says: 'Ends the address at once.',
});
export const shareDietPlan = route('shareDietPlan', {
  tag: 'Plans',
  who: 'person',
  params: one,
  answer: { 200: Shared },
  says: 'Makes an address at which everybody who has it reads the plan and nothing else of the person. Asked again, it is the same one.',
});
export const unshareDietPlan = route('unshareDietPlan', {
  tag: 'Plans',
  who: 'person',
  params: one,
  answer: { 204: null },
  says: 'Ends the address at once.',
});
export const sharedPlan = route('sharedPlan', {
  tag: 'Plans',
  who: 'anyone',
  params: z.strictObject({ token: z.string().max(100) }),
  answer: { 200: data(SharedPlan) },
  says: 'A shared plan, read-only.',
});

const place = {
  day: z.coerce
    .number<string>('This has to be a number.')
    .int()
    .min(1, 'Days go from 1 to 7.')
    .max(7, 'Days go from 1 to 7.'),
  meal: z.enum(MEALS, `One of ${MEALS.join(', ')}.`),
};
export const swaps = route('swaps', {
  tag: 'Plans',
  who: 'person',
  params: one,
  query: z.strictObject(place),
  answer: { 200: data(z.array(Swap)) },
  says: 'Three meals that fit the same targets and restrictions, each with what it does to the day.',
});

export const swapMeal = route('swapMeal', {
  tag: 'Plans',
  who: 'person',
  params: one,
  body: z.strictObject({
    ...place,
    day: z.int('This has to be a whole number.').min(1, 'Days go from 1 to 7.').max(7, 'Days go from 1 to 7.'),
    swapId: z.string().max(100).nullish(),
  }),
  answer: { 200: data(DietPlan) },
  says: 'Takes one of the meals offered, the best without `swapId`; the plan is checked anew.',
});

export const shoppingList = route('shoppingList', {
  tag: 'Plans',
  who: 'person',
  params: one,
  answer: { 200: data(z.array(ShoppingShelf)) },
  says: 'The ingredients of the week, summed, by shelf.',
});

/** How many more may be written today, beside what may be asked for. */
export const planAllowance = route('planAllowance', {
  tag: 'Plans',
  who: 'person',
  answer: {
    200: data(
      z.object({
        left: z.int(),
        limit: z.int(),
        /** Who writes: `gemini` where a key is set. */
        writer: Writer,
        /** The generation that runs, by kind. */
        running: z.array(z.object({ kind: PlanKind, requestId: z.string().nullable() })),
      }),
    ),
  },
  says: 'How many plans may still be written today, and which are being written.',
});

/** A target before anything is planned, with its working; nothing is kept. */
export const dietTarget = route('dietTarget', {
  tag: 'Plans',
  who: 'person',
  body: DietRequest,
  answer: {
    200: data(
      z.object({
        targets: Totals,
        working: z.array(Working),
        /** kg a week, less than 0 for losing; null where weight is kept. */
        paceKg: z.number().nullable(),
        weeks: z.int().nullable(),
      }),
    ),
  },
  errors: ['needs_professional'],
  says: 'The daily target that a diet plan would be written for, and how it is worked out. Nothing is kept.',
});
