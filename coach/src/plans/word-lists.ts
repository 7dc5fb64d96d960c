import type { Allergen, Condition, Diet, Equipment, Goal, HardStop, Region } from '@trainer/contract/plan-words';

/** What people say for each word of the closed lists, in lower case and without marks; the word itself is always known. */

export const NOTHING = new Set(
  `none|no|nil|na|n a|nothing|nope|not applicable|not any|none known|null|zero|healthy|fit|no restriction|no restrictions|
  no dietary restrictions|no allergy|no allergies|no known allergies|no known allergy|no food allergies|no condition|no conditions|
  no medical conditions|no medical condition|no known conditions|no health issues|no health problems|no problem|no problems|
  no issues|no injury|no injuries|no equipment|nothing special|no preference|no preferences|none of these|illai|onnum illa`
    .split('|')
    .map((word) => word.trim()),
);

export const GOAL_WORDS: Record<Goal, string> = {
  'weight loss':
    'lose weight|loose weight|losing weight|weightloss|fat loss|lose fat|burn fat|fat burn|fat burning|slim|slim down|slimming|get slim|cut|cutting|lean|get lean|get leaner|reduce weight|weight reduction|reduce fat|lose belly fat|belly fat|drop weight|shred',
  'muscle gain':
    'gain muscle|build muscle|muscle building|build muscles|muscle|muscles|bulk|bulking|bulk up|hypertrophy|gain weight|weight gain|mass|mass gain|gain mass|get bigger|bodybuilding|body building|tone|toning|toned|tone up|body recomposition|recomposition|recomp|muscle growth|muscle mass',
  strength:
    'strong|stronger|get strong|get stronger|gain strength|build strength|strength training|power|powerlifting|increase strength',
  endurance:
    'stamina|cardio|cardio fitness|conditioning|running|run|marathon|aerobic|aerobic fitness|aerobic endurance|build endurance|improve endurance|improve stamina|build stamina|cardiovascular fitness|cardiovascular health',
  'general fitness':
    'fitness|get fit|stay fit|be fit|keep fit|fit|overall fitness|general health|health|overall health|be healthy|stay healthy|get healthy|healthy|healthy lifestyle|wellness|well being|maintain|maintenance|maintain weight|maintain fitness|weight maintenance|keep weight|stay active|be active|active lifestyle|energy|more energy|improve health|improve fitness|general',
  mobility:
    'flexibility|flexible|mobile|stretching|yoga|move better|range of motion|balance|posture|better posture|improve flexibility|improve mobility',
};

export const DIET_WORDS: Record<Diet, string> = {
  vegan: 'vegans|plant based|plantbased|plant only|strict vegan|no animal products|pure vegan',
  vegetarian:
    'veg|veggie|pure veg|pure vegetarian|strict vegetarian|strictly vegetarian|vegetarians|lacto vegetarian|lactovegetarian|lacto veg|saivam|saiva|vegetarian no eggs|vegetarian no egg|vegetarian without egg|vegetarian without eggs',
  eggetarian:
    'eggitarian|egg vegetarian|vegetarian with egg|vegetarian with eggs|veg with egg|veg with eggs|veg and egg|vegetarian plus egg|veg plus egg|eggs too|eggs ok|eats eggs|eat eggs|i eat eggs|ovo vegetarian|ovo lacto vegetarian|lacto ovo vegetarian|ovo|ovo lacto|lacto ovo|eggs and vegetarian',
  'non-vegetarian':
    'non vegetarian|non veg|nonveg|nonvegetarian|non vegeterian|omnivore|omnivorous|everything|anything|all|eat everything|i eat everything|eats everything|eat anything|meat eater|asaivam|flexitarian|no pork|no beef|no beef and pork|no pork and beef',
  jain: 'jain vegetarian|jain veg|jain diet|jain food|jainism|pure jain|jain no root vegetables|strict jain',
};

export const ALLERGEN_WORDS: Record<Allergen, string> = {
  dairy:
    'milk|lactose|lactose intolerance|lactose intolerant|milk product|milk products|dairy product|dairy products|cow milk|milk protein|casein|cheese|paal|milk and dairy|lactose sensitivity',
  egg: 'eggs|muttai|mutta|guddu|motte|albumen|anda',
  fish: 'fishes|meen|finned fish|chepa',
  shellfish:
    'shell fish|crustacean|crustaceans|prawn|prawns|shrimp|shrimps|crab|crabs|mollusc|molluscs|lobster|oyster|oysters|mussel|mussels|clam|clams|eral|chemmeen',
  peanut:
    'peanuts|groundnut|groundnuts|ground nut|ground nuts|verkadalai|kadalai|kadlekai|palli|nilakkadala|moongphali|monkey nut',
  nuts: 'nut|tree nut|tree nuts|treenut|treenuts|dry fruits|dryfruits|hazelnut|hazelnuts|pistachio|pistachios|pista|pecan|pecans|macadamia|brazil nut|brazil nuts|pine nuts',
  soy: 'soya|soybean|soybeans|soy bean|soya bean|soyabean|soyabeans|soy protein|soy products|soya products|edamame',
  gluten:
    'wheat|celiac|coeliac|celiac disease|coeliac disease|celiacs|coeliacs|gluten sensitivity|gluten intolerance|gluten intolerant|godhumai|gothambu|godhi|godhuma|barley|rye',
  sesame: 'sesame seed|sesame seeds|til|ellu|gingelly|nuvvulu|tahini',
  mustard: 'kadugu|sasive|avalu|rai|mustard seed|mustard seeds',
  coconut: 'coconuts|thengai|thenginakayi|kobbari|nariyal|thenga',
};

/** A word for several allergens at once, read with the more careful meaning. */
export const SEVERAL_ALLERGENS: Record<string, readonly Allergen[]> = {
  seafood: ['fish', 'shellfish'],
  'sea food': ['fish', 'shellfish'],
  'nut free': ['nuts', 'peanut'],
  'nut allergy': ['nuts', 'peanut'],
  'nuts allergy': ['nuts', 'peanut'],
  'nut allergies': ['nuts', 'peanut'],
  'allergic to nuts': ['nuts', 'peanut'],
  'no nuts': ['nuts', 'peanut'],
  'all nuts': ['nuts', 'peanut'],
  'any nuts': ['nuts', 'peanut'],
};

/** A word for several ingredients of the table. */
export const INGREDIENT_GROUPS: Record<string, readonly string[]> = {
  onion: ['onion', 'onion_small'],
  onions: ['onion', 'onion_small'],
  vengayam: ['onion', 'onion_small'],
  'no onion no garlic': ['onion', 'onion_small', 'garlic'],
  'onion garlic': ['onion', 'onion_small', 'garlic'],
  rice: ['rice_par', 'rice_raw', 'rice_brown', 'poha', 'pori'],
  'white rice': ['rice_par', 'rice_raw'],
  arisi: ['rice_par', 'rice_raw', 'rice_brown', 'poha', 'pori'],
  millet: ['ragi', 'jowar', 'bajra', 'samai', 'varagu'],
  millets: ['ragi', 'jowar', 'bajra', 'samai', 'varagu'],
  chana: ['chana_dal', 'chana_whole', 'kabuli', 'besan', 'pottukadalai'],
  channa: ['chana_dal', 'chana_whole', 'kabuli', 'besan', 'pottukadalai'],
  chole: ['chana_dal', 'chana_whole', 'kabuli', 'besan', 'pottukadalai'],
  chickpea: ['chana_dal', 'chana_whole', 'kabuli', 'besan', 'pottukadalai'],
  chickpeas: ['chana_dal', 'chana_whole', 'kabuli', 'besan', 'pottukadalai'],
  'chick peas': ['chana_dal', 'chana_whole', 'kabuli', 'besan', 'pottukadalai'],
  kadalai: ['chana_dal', 'chana_whole', 'kabuli', 'besan', 'pottukadalai'],
  urad: ['urad_dal', 'papad'],
  ulundu: ['urad_dal', 'papad'],
  'urad dal': ['urad_dal', 'papad'],
  'black gram': ['urad_dal', 'papad'],
  moong: ['moong', 'moong_dal'],
  mung: ['moong', 'moong_dal'],
  'green gram': ['moong', 'moong_dal'],
  peas: ['peas', 'peas_dry'],
  pea: ['peas', 'peas_dry'],
  pattani: ['peas', 'peas_dry'],
  tomato: ['tomato'],
  banana: ['banana', 'banana_poovan', 'banana_red', 'nendran', 'plantain', 'plantain_flower', 'plantain_stem'],
  bananas: ['banana', 'banana_poovan', 'banana_red', 'nendran', 'plantain', 'plantain_flower', 'plantain_stem'],
  mango: ['mango', 'mango_raw'],
  papaya: ['papaya', 'papaya_raw'],
  chilli: ['gchilli', 'rchilli'],
  chillies: ['gchilli', 'rchilli'],
  chili: ['gchilli', 'rchilli'],
  milagai: ['gchilli', 'rchilli'],
  coriander: ['coriander_leaf', 'coriander_seed'],
  greens: ['spinach', 'amaranth', 'drum_leaf', 'gongura'],
  keerai: ['spinach', 'amaranth', 'drum_leaf', 'gongura'],
  'leafy greens': ['spinach', 'amaranth', 'drum_leaf', 'gongura'],
  citrus: ['lemon', 'orange', 'sweetlime'],
  'citrus fruits': ['lemon', 'orange', 'sweetlime'],
  nightshades: ['tomato', 'potato', 'brinjal', 'capsicum', 'gchilli', 'rchilli'],
  tubers: ['potato', 'sweet_potato', 'tapioca', 'yam'],
  'root vegetables': [
    'potato',
    'sweet_potato',
    'tapioca',
    'yam',
    'carrot',
    'beetroot',
    'onion',
    'onion_small',
    'garlic',
    'ginger',
  ],
  'root vegetable': [
    'potato',
    'sweet_potato',
    'tapioca',
    'yam',
    'carrot',
    'beetroot',
    'onion',
    'onion_small',
    'garlic',
    'ginger',
  ],
  sugar: ['sugar', 'jaggery', 'honey'],
  'added sugar': ['sugar', 'jaggery', 'honey'],
  'refined sugar': ['sugar'],
  sweets: ['sugar', 'jaggery', 'honey'],
  caffeine: ['coffee', 'tea'],
  meat: ['chicken_breast', 'chicken_thigh', 'chicken_leg', 'mutton'],
  chicken: ['chicken_breast', 'chicken_thigh', 'chicken_leg'],
  poultry: ['chicken_breast', 'chicken_thigh', 'chicken_leg'],
  kozhi: ['chicken_breast', 'chicken_thigh', 'chicken_leg'],
  'red meat': ['mutton'],
  'egg yolk': ['egg', 'egg_boiled'],
  lentil: ['chana_dal', 'urad_dal', 'moong_dal', 'toor_dal', 'moong', 'horsegram', 'besan', 'pottukadalai', 'papad'],
  lentils: ['chana_dal', 'urad_dal', 'moong_dal', 'toor_dal', 'moong', 'horsegram', 'besan', 'pottukadalai', 'papad'],
  dal: ['chana_dal', 'urad_dal', 'moong_dal', 'toor_dal', 'moong', 'horsegram', 'besan', 'pottukadalai', 'papad'],
};

/** Nothing in the table holds them, so they are kept out whatever is planned. */
export const ABSENT_FOODS =
  'pork|beef|alcohol|lard|gelatin|gelatine|ham|bacon|kiwi|strawberry|strawberries|celery|lupin|peach|plum|cherry|cherries|lychee|litchi|ajinomoto|msg|duck|turkey|venison|radish|turnip|broccoli|lettuce|zucchini|asparagus|pear|fig|figs|sulphite|sulphites|chocolate|cocoa'.split(
    '|',
  );

export const CONDITION_WORDS: Record<Condition, string> = {
  hypertension:
    'bp|high bp|high blood pressure|blood pressure|raised blood pressure|hyper tension|hypertensive|controlled hypertension|controlled bp|elevated blood pressure',
  'heart disease':
    'heart problem|heart problems|heart condition|cardiac|cardiac disease|cardiac problem|heart patient|coronary artery disease|cad|coronary heart disease|cardiovascular disease|cleared heart disease|stable heart disease|angioplasty|bypass surgery done',
  diabetes:
    'sugar|diabetic|type 2 diabetes|type 1 diabetes|type ii diabetes|type i diabetes|type two diabetes|type one diabetes|t2dm|t1dm|diabetes mellitus|sugar patient|blood sugar|high sugar|high blood sugar|prediabetes|pre diabetes|prediabetic|pre diabetic|borderline diabetes|gestational diabetes|insulin resistance',
  asthma: 'asthmatic|wheezing|bronchial asthma|exercise induced asthma',
  osteoporosis: 'osteopenia|weak bones|brittle bones|low bone density',
  pregnancy: 'pregnant|expecting|i am pregnant|expectant|carrying',
  'kidney disease':
    'kidney|kidney problem|kidney problems|ckd|chronic kidney disease|renal disease|renal failure|kidney failure|dialysis|nephropathy|renal problem',
  'knee pain':
    'knee|knees|bad knee|bad knees|sore knee|sore knees|knee ache|knee arthritis|knee osteoarthritis|knee problem|knee problems|knee issue|knee issues|chronic knee pain|old knee injury|weak knee|weak knees',
  'knee injury':
    'acute knee|acute knee pain|acute knee injury|knee injured|injured knee|knee acute|acl tear|acl injury|torn acl|meniscus tear|torn meniscus|knee sprain|knee ligament injury|ligament tear',
  'lower back pain':
    'lower back|low back|back pain|backache|back ache|low back pain|lowback pain|lower back ache|bad back|sore back|lumbar pain|back problem|back problems|back issue|back issues|chronic back pain|chronic lower back pain|sciatica',
  'lower back injury':
    'acute lower back|acute lower back pain|acute back pain|acute low back pain|acute lower back injury|low back injury|back injury|slip disc|slipped disc|herniated disc|disc prolapse|disc bulge|bulging disc|disc injury|injured back|lower back acute',
  'shoulder pain':
    'shoulder|shoulders|sore shoulder|bad shoulder|frozen shoulder|shoulder impingement|shoulder problem|shoulder problems|shoulder issue|chronic shoulder pain',
  'shoulder injury':
    'acute shoulder|acute shoulder pain|acute shoulder injury|injured shoulder|rotator cuff tear|rotator cuff injury|rotator cuff|torn rotator cuff|dislocated shoulder|shoulder dislocation|shoulder acute',
  'wrist pain':
    'wrist|wrists|sore wrist|bad wrist|carpal tunnel|carpal tunnel syndrome|wrist problem|wrist problems|chronic wrist pain',
  'wrist injury':
    'acute wrist|acute wrist pain|acute wrist injury|injured wrist|wrist sprain|sprained wrist|broken wrist|wrist fracture|wrist acute',
};

export const HARD_STOP_WORDS: Record<HardStop, string> = {
  'chest pain':
    'chest pains|angina|unstable angina|pain in chest|pain in the chest|chest tightness|chest pain on exertion|chest pressure',
  fainting:
    'faint|fainted|blackout|blackouts|syncope|dizziness|dizzy|dizziness with effort|dizzy spells|passing out|fainting with effort|fainting or dizziness with effort',
  'unexplained breathlessness':
    'breathlessness|shortness of breath|breathless|short of breath|difficulty breathing|breathing difficulty',
  'uncontrolled hypertension':
    'uncontrolled bp|uncontrolled blood pressure|uncontrolled high blood pressure|very high bp|very high blood pressure|severe hypertension|hypertensive crisis|resting bp over 180|hypertension uncontrolled',
  'uncleared heart disease':
    'heart disease uncleared|uncleared heart|heart disease not cleared|known heart disease uncleared|heart disease without clearance|untreated heart disease',
  'recent heart attack or stroke':
    'heart attack|recent heart attack|stroke|recent stroke|recent mi|mi|myocardial infarction|heart attack or stroke|tia|mini stroke',
  'recent surgery':
    'surgery|recent operation|operation|post surgery|post operative|just had surgery|c section|recent c section|caesarean|bypass surgery|heart surgery',
  'uncontrolled arrhythmia':
    'arrhythmia|irregular heartbeat|atrial fibrillation|afib|palpitations|irregular heart beat|uncontrolled arrythmia|arrythmia',
  'heart failure': 'congestive heart failure|chf|cardiac failure|cardiomyopathy',
  fever: 'high fever|feverish|infection|acute infection|flu|dengue|malaria|typhoid',
  'pregnancy complication':
    'pregnancy complications|complicated pregnancy|high risk pregnancy|preeclampsia|pre eclampsia|placenta praevia|placenta previa|preterm labour|preterm labor|ruptured membranes|bleeding in pregnancy|cervical cerclage|cerclage|multiple gestation|pregnant with complications|threatened miscarriage',
  'eating disorder':
    'eating disorders|anorexia|anorexia nervosa|bulimia|bulimia nervosa|binge eating|binge eating disorder|anorexic|bulimic|orthorexia',
};

export const REGION_WORDS: Record<Region, string> = {
  'tamil-nadu': 'tamil nadu|tamilnadu|tn|tamil|chennai|madurai|coimbatore|pondicherry|puducherry|chettinad',
  kerala: 'kl|malayali|malayalam|malabar|kochi|cochin|trivandrum|thiruvananthapuram',
  karnataka: 'ka|kannada|kannadiga|bangalore|bengaluru|mysore|mysuru|mangalore|udupi',
  'andhra-telangana':
    'andhra telangana|andhra|telangana|andhra pradesh|ap|ts|telugu|hyderabad|hyderabadi|andhra and telangana|vizag',
  'south-india': 'south india|south indian|south|all of the south|all|any|india|indian|north india|north indian',
  other: 'none|not indian|international|outside india|western|other region|elsewhere',
};

export const EQUIPMENT_WORDS: Record<Equipment, string> = {
  barbell: 'barbells|bar|olympic bar|ez bar|bar bell|barbell and plates|plates',
  dumbbell: 'dumbbells|dumbell|dumbells|dumb bell|dumb bells|adjustable dumbbells|free weights|weights',
  kettlebell: 'kettlebells|kettle bell|kettle bells|kettlebel',
  bench: 'flat bench|adjustable bench|benches|weight bench|incline bench|bench press|workout bench',
  rack: 'squat rack|power rack|racks|cage|power cage|squat stand|smith machine',
  cable: 'cables|cable machine|cable tower|crossover|cable crossover|pulley|pulleys|lat pulldown',
  machine: 'machines|gym machines|leg press|weight machine|weight machines|chest press machine|multi gym|multigym',
  'pull-up bar': 'pull up bar|pullup bar|chin up bar|chinup bar|pull up bars|bar for pull ups',
  'stationary bike':
    'bike|exercise bike|spin bike|cycle|stationary bicycle|stationary cycle|exercise cycle|indoor cycle|bicycle',
};

export const WHOLE_GYM = new Set(
  'gym|full gym|whole gym|commercial gym|gym access|gym equipment|full gym equipment|everything|all|all equipment|fitness centre|fitness center|health club'.split(
    '|',
  ),
);
export const BODY_ONLY = new Set(
  'bodyweight|body weight|body weight only|bodyweight only|home|at home|home only|mat|yoga mat|chair|floor|wall|my body|resistance band|resistance bands|band|bands|towel'.split(
    '|',
  ),
);
