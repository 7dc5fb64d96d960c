const ILLNESS =
  '(?:diabet\\w*|blood (?:pressure|sugar)|sugar levels?|hypertension|bp|cholesterol|triglycerides|cancers?|tumou?rs?|heart (?:disease|attacks?|problems?)|strokes?|diseases?|illness(?:es)?|arthritis|osteoporosis|asthma|thyroid|pco[sd]|kidney (?:disease|stones?|problems?)|fatty liver|liver disease|depression|insomnia|migraines?|infections?|slipped discs?|sciatica|infertility|covid|anaemia|anemia|ulcers?|reflux|acidity)';
const SORE = '(?:pains?|aches?|injur(?:y|ies)|inflammation|conditions?)';
const CARER = '(?:doctors?|physicians?|gp|physio(?:therapist)?s?|dietiti?ans?|clearance|check-?ups?|hospitals?)';
const FOODS =
  '(?:gluten|wheat|dairy|lactose|milk|nuts?|peanuts?|eggs?|soya?|fish|shellfish|sesame|mustard|coconut|allergens?)';
/** Words between two others of one sentence. */
const NEAR = '[^.?;]{0,60}?';
/** Small words only. */
const CLOSE = '(?: (?:your|my|his|her|their|the|a|an|any|all|of|and|high|chronic|type|old|risk|that|this|with)){0,4} ';

const pattern = (...parts: string[]) => new RegExp(parts.join(''));

const HEALING: readonly RegExp[] = [
  /\b(?:cur(?:e|es|ed|ing|ative)|heal(?:s|ed|ing|er)?|remed(?:y|ies)|therapeutic|antidotes?|miracles?|detox\w*)\b/,
  /\b(?:clinically|medically|scientifically|doctor)[ -](?:proven|tested|approved|recommended|endorsed|supervised)\b/,
  /\b(?:proven to|guarantee\w*|diagnos\w+|prescri(?:be|bes|bed|ption|ptions)|treatments?|therapy|therapies)\b/,
  pattern(
    '\\b(?:treat|prevent|revers|fix|eliminat|eradicat|remov|get(?:s|ting)? rid of|beat|fight|combat|banish|erase|kill|melt|reliev)\\w*\\b',
    NEAR,
    '\\b',
    ILLNESS,
    '\\b',
  ),
  pattern('\\b(?:lower|reduc|control|normali[sz]|stop|end|regulat|improv|manag)\\w*', CLOSE, ILLNESS, '\\b'),
  pattern(
    '\\b(?:treat|fix|eliminat|eradicat|remov|get(?:s|ting)? rid of|banish|kill|reliev)\\w*',
    CLOSE,
    '(?:\\w+ ){0,2}',
    SORE,
    '\\b',
  ),
  pattern('\\b', ILLNESS, '[ -](?:free|proof)\\b'),
];

const MEDICINES =
  /\b(?:medicines?(?![ -]?balls?)|medications?|meds|insulin|tablets?|pills?|statins?|metformin|steroids?|antibiotics?|painkillers?|paracetamol|ibuprofen|dosages?|laxatives?|diuretics?|beta[ -]blockers?|vaccin\w+)\b/;

const NO_DOCTOR: readonly RegExp[] = [
  pattern(
    "\\b(?:no need|not need|n't need|never need|needn't|instead of|rather than|without|skip\\w*|ignor\\w*|replac\\w*|forget|better than|avoid\\w*|disregard\\w*)\\b",
    NEAR,
    '\\b',
    CARER,
    '\\b',
  ),
  pattern('\\b', CARER, '\\b', NEAR, '\\b(?:not needed|unnecessary|wrong|lies?)\\b'),
];

const DISREGARD: readonly RegExp[] = [
  /\bno pain,? no gain\b/,
  /\b(?:push|train|work|power|run|lift|fight|go|move)(?: on)?(?: straight)? through (?:the |any |your |all |some )*(?:\w+ )?(?:pain|dizziness|injur\w+)\b/,
  /\b(?:ignor\w+|disregard\w*|overrid\w+|overrul\w+|bypass\w*|forget(?: about)?|overlook\w*|do not follow|don't follow)\b[^.?;]{0,60}?\b(?:allerg\w*|instructions?|rules?|restrictions?|conditions?|limits?|pain|prompts?|guidelines?|safety|warnings?|diet|injur\w+|dizziness|above|previous\w*)\b/,
  /\ballerg\w*\b[^.?;]{0,40}?\bignor\w+\b/,
  /\b(?:system prompt|previous instructions|new instructions?|developer mode|jailbreak\w*|language model|as an ai|chatgpt|gemini|openai)\b/,
];

/** Whether food holds something is worked out, never told by a model. */
const FREE_OF: readonly RegExp[] = [
  pattern('\\b', FOODS, '[ -]free\\b'),
  pattern('\\b(?:free (?:of|from)|contains? no|without any|has no|have no)\\b', NEAR, '\\b', FOODS, '\\b'),
  /\bsafe (?:for|with|in|during|despite)\b[^.?;]{0,40}?\b(?:allerg\w*|coeliac|celiac|pregnan\w*|everyone|everybody|anyone|all conditions)\b/,
];

const STARVING =
  /\b(?:starv\w+|purg(?:e|es|ing)|vomit\w*|crash diet\w*|skip(?:ping)? (?:a |your |all |every )*(?:meals?|breakfast|lunch|dinner)|eat nothing|stop eating|water fast\w*|anorexi\w+|thinspo\w*)\b/;

/**
 * What a model’s words never say, folded to a–z in lower case: that something heals, anything about medicines, that a
 * doctor is not needed, that pain or a rule is to be disregarded, that food is free of an allergen, or that eating is to
 * stop. Wide on purpose: what is lost is a sentence, and ours takes its place.
 */
export const CLAIMS: readonly RegExp[] = [...HEALING, MEDICINES, ...NO_DOCTOR, ...DISREGARD, ...FREE_OF, STARVING];
