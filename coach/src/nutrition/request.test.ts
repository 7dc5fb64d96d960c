import type { GivenDietRequest } from '@trainer/contract/types';
import { HARD_STOPS } from '@trainer/contract/plan-words';
import { describe, expect, it } from 'vitest';
import { mayBeShown } from '../plans/text.ts';
import type { DietProfile, Stop } from '../plans/types.ts';
import { profileOf, readDietRequest } from './request.ts';

const asked: GivenDietRequest = {
  currentWeight: 75,
  targetWeight: 65,
  height: 175,
  age: 25,
  fitnessLevel: 'intermediate',
  dietaryRestrictions: 'Vegetarian',
};

function profileFor(change: Partial<GivenDietRequest> = {}): DietProfile {
  const read = readDietRequest({ ...asked, ...change });
  if (!('profile' in read)) throw new Error(JSON.stringify(read));
  return read.profile;
}

function stopFor(change: Partial<GivenDietRequest>): Stop | undefined {
  const read = readDietRequest({ ...asked, ...change });
  return 'stop' in read ? read.stop : undefined;
}

describe('a request', () => {
  it('as the API page writes it becomes a profile', () => {
    expect(profileFor()).toEqual({
      age: 25,
      sex: null,
      currentWeight: 75,
      targetWeight: 65,
      height: 175,
      fitnessLevel: 'intermediate',
      activity: 'moderate',
      goals: [],
      diet: 'vegetarian',
      allergies: [],
      without: [],
      withoutKeys: [],
      region: 'south-india',
      medicalConditions: [],
      notes: null,
    });
  });

  it.each([
    ['beginner', 'light'],
    ['intermediate', 'moderate'],
    ['advanced', 'very'],
  ] as const)('of a %s means %s activity, unless it says otherwise', (fitnessLevel, activity) => {
    expect(profileFor({ fitnessLevel }).activity).toBe(activity);
    expect(profileFor({ fitnessLevel, activity: 'extra' }).activity).toBe('extra');
  });

  it('without any restriction is of a person who eats everything', () => {
    for (const dietaryRestrictions of [null, '', 'None', []])
      expect(profileFor({ dietaryRestrictions }).diet).toBe('non-vegetarian');
  });

  it('brings together what stands in several fields', () => {
    const profile = profileFor({
      dietaryRestrictions: 'vegetarian, lactose intolerant',
      allergies: ['peanut', 'jeeragam'],
      medicalConditions: 'coeliac disease and BP',
    });
    expect(profile.allergies).toEqual(['dairy', 'peanut', 'gluten']);
    expect(profile.withoutKeys).toEqual(['cumin']);
    expect(profile.without).toEqual(['Cumin (jeeragam)']);
    expect(profile.medicalConditions).toEqual(['hypertension']);
  });

  it('that was kept gives the same profile again', () => {
    const { withoutKeys, ...request } = profileFor({ allergies: 'jeeragam, onions, kiwi, vendakkai' });
    expect(profileOf(request)).toEqual({ ...request, withoutKeys: expect.any(Array) });
    expect([...profileOf(request).withoutKeys].sort()).toEqual([...withoutKeys].sort());
  });

  it('with words that nobody knows is refused, each by its field', () => {
    const read = readDietRequest({
      ...asked,
      allergies: 'jeeragam powder mix, milk',
      medicalConditions: 'thyroid',
      goals: 'fly',
      region: 'Atlantis',
    });
    expect(read).toEqual({
      wrong: [
        { path: 'goals', message: expect.stringContaining('“fly”') },
        {
          path: 'allergies',
          message: 'We do not know “jeeragam powder mix”, so we could not keep it out. Did you mean cumin (jeeragam)?',
        },
        { path: 'medicalConditions', message: 'We do not know “thyroid”, so we could not respect it.' },
        { path: 'region', message: expect.stringContaining('“Atlantis”') },
      ],
    });
  });
});

describe('no plan is written', () => {
  it('under 18', () => {
    expect(stopFor({ age: 17 })?.reason).toContain('18 years');
    expect(stopFor({ age: 18 })).toBeUndefined();
  });

  it('towards a weight that is not healthy, and the one that is gets named', () => {
    expect(stopFor({ targetWeight: 44, currentWeight: 50, height: 160 })).toEqual({
      reason: '44 kg is under a healthy weight at 160 cm.',
      instead: 'From 48 kg we can plan. If your weight worries you, talk to a doctor or a dietitian.',
    });
    expect(stopFor({ targetWeight: 48, currentWeight: 50, height: 160 })).toBeUndefined();
  });

  it('for keeping a weight that is too low already, and gaining is planned', () => {
    expect(stopFor({ currentWeight: 45, targetWeight: 45, height: 170 })).toBeDefined();
    expect(stopFor({ currentWeight: 45, targetWeight: 40, height: 170 })).toBeDefined();
    expect(stopFor({ currentWeight: 45, targetWeight: 55, height: 170 })).toBeUndefined();
  });

  it('for losing in pregnancy, by weight or by goal', () => {
    const pregnant = { medicalConditions: 'pregnant', sex: 'female' } as const;
    expect(stopFor({ ...pregnant, targetWeight: 65 })?.reason).toContain('pregnancy');
    expect(stopFor({ ...pregnant, targetWeight: 75, goals: 'lose weight' })).toBeDefined();
    expect(stopFor({ ...pregnant, targetWeight: 75 })).toBeUndefined();
  });

  it('with any hard stop, wherever it stands', () => {
    for (const stop of HARD_STOPS) {
      expect(stopFor({ medicalConditions: stop }), stop).toBeDefined();
      expect(stopFor({ dietaryRestrictions: ['vegetarian', stop] }), stop).toBeDefined();
    }
  });

  it('for more energy than a home kitchen cooks', () => {
    expect(stopFor({ currentWeight: 300, targetWeight: 300, activity: 'extra' })?.reason).toContain('kcal');
  });

  it('where too little is left to eat, and what costs most is named', () => {
    const stop = stopFor({
      dietaryRestrictions: 'vegan jain',
      allergies: [
        'soy',
        'gluten',
        'nuts',
        'peanut',
        'coconut',
        'mustard',
        'sesame',
        'chana',
        'moong',
        'urad',
        'toor dal',
      ],
    });
    expect(stop?.reason).toMatch(
      /^Jain food without dairy, peanut, nuts, soy, gluten.* leaves too little for a week: /,
    );
    expect(stop?.instead).toMatch(/^Most is lost through /);
  });

  it('the words for it are ours, and may be shown', () => {
    const stops = [
      ...HARD_STOPS.map((stop) => stopFor({ medicalConditions: stop })),
      stopFor({ age: 15 }),
      stopFor({ targetWeight: 45 }),
      stopFor({ currentWeight: 300, targetWeight: 300, activity: 'extra' }),
    ];
    for (const stop of stops) {
      expect(stop?.reason).toMatch(/^[A-Z0-9].*\.$/);
      expect(stop?.instead).toMatch(/^[A-Z].*\.$/);
      expect(stop?.reason).not.toContain('!');
    }
    expect(mayBeShown(stops[0]?.instead, { max: 400 })).toBe(true);
  });
});
