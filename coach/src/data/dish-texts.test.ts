import { describe, expect, it } from 'vitest';
import { cleanText } from '../plans/text.ts';
import textRows from './dish-texts.json' with { type: 'json' };
import dishRows from './dishes.json' with { type: 'json' };

const texts: Readonly<Record<string, DishText>> = textRows;
const dishes: readonly Dish[] = dishRows.map(({ slug, regions, rawGrams }) => ({
  slug,
  regions,
  keys: Object.keys(rawGrams),
}));

interface Dish {
  readonly slug: string;
  readonly regions: readonly string[];
  /** Of its ingredients. */
  readonly keys: readonly string[];
}

interface DishText {
  readonly localName: string | null;
  readonly localLanguage: string | null;
  readonly steps: readonly string[];
}

describe('the texts of the dishes', () => {
  it('are there for each dish, in the order of the dishes, and for nothing else', () => {
    expect(Object.keys(texts)).toEqual(dishes.map(({ slug }) => slug));
  });

  it('tell in one to five short sentences how a dish is made', () => {
    const isRight = (step: string) => /^[A-Z][^\d!]*\.$/.test(step) && cleanText(step, { max: 140 }) === step;
    expect(each(({ steps }) => steps.filter((step) => !isRight(step)))).toEqual([]);
    expect(each(({ steps }) => (steps.length >= 1 && steps.length <= 5 ? [] : [steps.length]))).toEqual([]);
    // Only what is eaten as it is, or all but, takes a single step.
    expect(each(({ steps }, { keys }) => (steps.length === 1 && keys.length > 2 ? steps : []))).toEqual([]);
  });

  it('name no ingredient that the dish does not have: allergies are decided by what it has', () => {
    expect(each(({ steps }, { keys }) => steps.flatMap((step) => strangersIn(step, keys)))).toEqual([]);
  });

  it('leave out no ingredient of a dish that has more than one', () => {
    const left = ({ steps }: DishText, { keys }: Dish) => {
      const named = new Set(steps.flatMap(namedIn).flatMap((word) => word.keys));
      return keys.length > 1 ? keys.filter((key) => !named.has(key)) : [];
    };
    expect(each(left)).toEqual([]);
  });

  it('name a dish in the language of a kitchen it comes from and in its script, or not at all', () => {
    const isRight = ({ localName, localLanguage }: DishText, { regions }: Dish) => {
      if (localName === null || localLanguage === null) return localName === localLanguage;
      const script = SCRIPTS[localLanguage];
      return (
        script?.test(localName) === true &&
        localName === localName.normalize('NFC') &&
        localName.length <= 40 &&
        regions.some((region) => LANGUAGES[region] === localLanguage)
      );
    };
    expect(each((text, dish) => (isRight(text, dish) ? [] : [text.localName]))).toEqual([]);
  });
});

describe('the words for ingredients', () => {
  it('know every ingredient of every dish', () => {
    const known = new Set([...INGREDIENTS_BY_WORD.values()].flat());
    expect(dishes.flatMap(({ keys }) => keys).filter((key) => !known.has(key))).toEqual([]);
  });

  it.each([
    ['Crackle the mustard in the ghee.', ['mustard', 'oil_sun'], ['ghee']],
    ['Fry the onions in the coconut oil with the peanuts.', ['onion', 'coconut'], ['coconut oil', 'peanuts']],
    ['Stir in the coconut milk.', ['milk_cow'], ['coconut milk']],
    ['Simmer it in the milk, and add cream.', ['coconut_milk'], ['milk', 'cream']],
    ['Add Hing and curry leaves.', ['curd'], ['Hing', 'curry leaves']],
    ['Finish with buttermilk and sesame oil.', ['butter', 'sesame'], ['buttermilk', 'sesame oil']],
    ['Boil until golden, then press through the sieve.', ['ragi'], []],
  ])('see what is strange in %j', (step, keys, strangers) => {
    expect(strangersIn(step, keys)).toEqual(strangers);
  });
});

/** What is wrong with the text of each dish, as `slug: what`. */
function each(wrongWith: (text: DishText, dish: Dish) => readonly unknown[]): string[] {
  return dishes.flatMap((dish) => {
    const text = texts[dish.slug];
    return text ? wrongWith(text, dish).map((wrong) => `${dish.slug}: ${String(wrong)}`) : [`${dish.slug}: no text`];
  });
}

/** The words of a step for ingredients that are none of `keys`. */
function strangersIn(step: string, keys: readonly string[]): string[] {
  return namedIn(step)
    .filter((named) => !named.keys.some((key) => keys.includes(key)))
    .map(({ word }) => word);
}

function namedIn(step: string): { word: string; keys: readonly string[] }[] {
  return [...step.matchAll(INGREDIENT_WORD)].map(([word, stem = '']) => ({
    word,
    keys: INGREDIENTS_BY_WORD.get(stem.toLowerCase()) ?? [],
  }));
}

const LANGUAGES: Readonly<Record<string, string>> = {
  'tamil-nadu': 'ta',
  'south-india': 'ta',
  india: 'ta',
  kerala: 'ml',
  karnataka: 'kn',
  'andhra-telangana': 'te',
};

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ta: /^\p{Script=Tamil}[\p{Script=Tamil} ]+$/u,
  ml: /^\p{Script=Malayalam}[\p{Script=Malayalam} ]+$/u,
  kn: /^\p{Script=Kannada}[\p{Script=Kannada} ]+$/u,
  te: /^\p{Script=Telugu}[\p{Script=Telugu} ]+$/u,
};

const RICE = 'rice_par rice_raw rice_brown';
const FLOURS = `${RICE} ragi jowar bajra atta maida besan`;
const DALS = 'toor_dal moong_dal chana_dal urad_dal';
const PULSES = `${DALS} moong chana_whole kabuli horsegram cowpea peas_dry rajma peanut`;
const SPICES = 'coriander_seed rchilli cumin pepper turmeric cloves fenugreek cardamom';
const OILS = 'oil_sun oil_ging oil_coco oil_gnut';
const FISH = 'rohu pomfret seer tilapia mackerel sardine anchovy tuna';
const MILLETS = 'samai varagu bajra ragi jowar';

/** Keys of the ingredients that a word, or words, may stand for; none: no dish has it. */
const INGREDIENTS_BY_WORD: ReadonlyMap<string, readonly string[]> = new Map(
  `
  rice: ${RICE}; brown rice: rice_brown; parboiled rice: rice_par; puffed rice: pori; rice flake: poha;
  flour: ${FLOURS}; rice flour: ${RICE}; white flour: maida; maida: maida; whole-wheat flour: atta;
  atta: atta; wheat: atta bulgur; broken wheat: bulgur; semolina: rava; rava: rava; vermicelli: semiya;
  bread: bread_wm; oats: oats; quinoa: quinoa; millet: ${MILLETS}; little millet: samai;
  kodo millet: varagu; pearl millet: bajra; bajra: bajra; ragi: ragi; jowar: jowar;
  corn: corn_sweet; sweet corn: corn_sweet; papad: papad; baking soda: soda; soda: soda;
  dal: ${DALS}; toor dal: toor_dal; toor: toor_dal; moong dal: moong_dal; moong: moong_dal moong;
  chana dal: chana_dal; chana: chana_dal; urad dal: urad_dal; urad: urad_dal; lentil: ${DALS}; pulse: ${PULSES};
  green gram: moong; horse gram: horsegram; roasted gram: pottukadalai; gram flour: besan;
  besan: besan; cowpea: cowpea; chickpea: chana_whole kabuli; black chickpea: chana_whole;
  white chickpea: kabuli; kidney bean: rajma; dry peas: peas_dry; peas: peas; tofu: tofu;
  soy: soymilk soy_chunk tofu; soya: soymilk soy_chunk tofu; soya chunk: soy_chunk; soy milk: soymilk;
  onion: onion; small onion: onion_small; shallot: onion_small; garlic: garlic; ginger: ginger;
  tomato: tomato; potato: potato; sweet potato: sweet_potato; carrot: carrot; beetroot: beetroot;
  bean: beans; cluster bean: cluster_beans; cabbage: cabbage; cauliflower: cauliflower; okra: okra;
  brinjal: brinjal; aubergine: brinjal; eggplant: brinjal; capsicum: capsicum; cucumber: cucumber;
  pumpkin: pumpkin pumpkin_seed; ash gourd: ash_gourd; snake gourd: snake_gourd; ivy gourd: kovai;
  bitter gourd: bitter_gourd; chow-chow: chowchow; drumstick: drumstick; drumstick leaves: drum_leaf;
  yam: yam; tapioca: tapioca; mushroom: mushroom; spinach: spinach; amaranth: amaranth; gongura: gongura;
  plantain: plantain nendran; plantain stem: plantain_stem; plantain flower: plantain_flower;
  raw papaya: papaya_raw; raw mango: mango_raw; green chilli: gchilli; chilli: gchilli rchilli;
  mint: mint; coriander: coriander_leaf coriander_seed; coriander leaves: coriander_leaf;
  curry leaves: curry_leaf;
  spice: ${SPICES}; powder: ${SPICES}; dried chilli: rchilli; dried chilli powder: rchilli;
  coriander seed: coriander_seed; coriander seed powder: coriander_seed; cumin: cumin; pepper: pepper;
  turmeric: turmeric; clove: cloves; cardamom: cardamom; fenugreek: fenugreek; poppy: poppy;
  mustard: mustard; asafoetida: hing; hing: hing; tamarind: tamarind; lemon: lemon; lime: lemon;
  salt: salt; salted: salt; water: water; jaggery: jaggery; sugar: sugar; honey: honey;
  coconut: coconut coconut_dry; dry coconut: coconut_dry; coconut milk: coconut_milk;
  tender coconut: coconut_water; coconut water: coconut_water; nut: cashew almond walnut;
  cashew: cashew; almond: almond; walnut: walnut; peanut: peanut; groundnut: peanut; raisin: raisin;
  sesame: sesame; black sesame: sesame_black; flax: flax;
  oil: ${OILS}; oiled: ${OILS}; coconut oil: oil_coco; sesame oil: oil_ging; gingelly: oil_ging;
  groundnut oil: oil_gnut; peanut oil: oil_gnut; sunflower oil: oil_sun; ghee: ghee; butter: butter;
  buttered: butter; buttermilk: curd; curd: curd curd_low; yogurt: curd curd_low; yoghurt: curd curd_low;
  milk: milk_cow milk_toned; paneer: paneer; whey: whey;
  egg: egg egg_boiled egg_white; chicken: chicken_leg chicken_thigh chicken_breast; mutton: mutton;
  fish: ${FISH}; mackerel: mackerel; sardine: sardine; anchovies: anchovy; tuna: tuna; prawn: prawn;
  crab: crab; squid: squid;
  banana: banana banana_poovan banana_red nendran; mango: mango mango_raw; papaya: papaya; guava: guava;
  apple: apple; orange: orange; sweet lime: sweetlime; pomegranate: pomegranate; sapota: sapota;
  jackfruit: jackfruit; watermelon: watermelon; grape: grapes; pineapple: pineapple; amla: amla;
  custard apple: custard_apple; jamun: jamun; muskmelon: muskmelon; avocado: avocado;
  palm fruit: palm_fruit; date: dates; coffee: coffee; tea: tea;
  cream:; cheese:; khoya:; margarine:; vanaspati:; cinnamon:; bay leaf:; fennel:; aniseed:;
  nutmeg:; saffron:; ajwain:; vinegar:; yeast:; sago:; cornflour:; cornstarch:; barley:;
  pistachio:; hazelnut:; celery:; lupin:; beef:; pork:; lamb:; shrimp:; lobster:; mussel:;
  oyster:; oyster sauce:; soy sauce:; garam masala:; ketchup:; chocolate:;
`
    .split(';')
    .map((entry) => entry.trim().split(':'))
    .filter(([word]) => word !== '')
    .map(([word = '', keys = '']) => [word, keys.split(' ').filter((key) => key !== '')]),
);

/** The longest first: `coconut milk` is neither coconut nor milk. */
const INGREDIENT_WORD = new RegExp(
  `\\b(${[...INGREDIENTS_BY_WORD.keys()].sort((a, b) => b.length - a.length).join('|')})(?:e?s)?\\b`,
  'gi',
);
