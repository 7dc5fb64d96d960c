import { describe, expect, it } from 'vitest';
import aliases from './data/aliases.json' with { type: 'json' };
import { builtInExercises, exerciseBySlug } from './exercises.ts';
import { type App, exactSlugOfName, matchName } from './matching.ts';
import { fold } from './sets.ts';

const all = Object.entries(aliases).flatMap(([app, names]) =>
  Object.entries(names).map(([alias, entry]) => ({ app, alias, slug: entry[0] ?? '', match: entry[1] ?? '' })),
);
const imported = all.filter((one): one is typeof one & { app: App } =>
  ['strong', 'hevy', 'fitnotes'].includes(one.app),
);

describe('the aliases', () => {
  it('are 645 names, of exercises that exist', () => {
    expect(all).toHaveLength(645);
    for (const { alias, slug, match } of all) {
      expect(exerciseBySlug(slug), alias).toBeDefined();
      expect(['exact', 'variant'], alias).toContain(match);
    }
  });

  it('stand for one exercise within an app, folded too', () => {
    const seen = new Map<string, string>();
    for (const { app, alias, slug, match } of all) {
      const key = `${app}: ${fold(alias)}`;
      expect(seen.get(key) ?? `${slug} ${match}`, key).toBe(`${slug} ${match}`);
      seen.set(key, `${slug} ${match}`);
    }
  });

  it('never take a built-in exercise’s name for another, or for a relative of it', () => {
    const slugs = new Map(builtInExercises.map(({ name, slug }) => [fold(name), slug]));
    for (const { alias, slug, match } of all) {
      const own = slugs.get(fold(alias));
      if (own) expect({ alias, slug, match }).toEqual({ alias, slug: own, match: 'exact' });
    }
  });
});

describe('matching a name from an app', () => {
  it('finds every alias of that app', () => {
    for (const { app, alias, slug, match } of imported) expect(matchName(alias, app), alias).toEqual({ slug, match });
  });

  it.each<[string, App, string, 'exact' | 'variant']>([
    ['Bench Press (Barbell)', 'strong', 'barbell-bench-press', 'exact'],
    ['  bench  press (BARBELL) ', 'strong', 'barbell-bench-press', 'exact'],
    ['Incline Bench Press (Barbell)', 'strong', 'barbell-bench-press', 'variant'],
    ['Barfiks', 'hevy', 'pull-up', 'exact'],
    ['Jalo\u0301n al Pecho (Cable)', 'hevy', 'lat-pulldown', 'exact'],
    ['Flat Barbell Bench Press', 'fitnotes', 'barbell-bench-press', 'exact'],
    ['Goblet Squat', 'own', 'goblet-squat', 'exact'],
    ['goblet  squat', 'fitnotes', 'goblet-squat', 'exact'],
  ])('%j of %s is %s (%s)', (name, app, slug, match) => {
    expect(matchName(name, app)).toEqual({ slug, match });
  });

  it('knows the built-in names in every app', () => {
    for (const { name, slug } of builtInExercises) {
      for (const app of ['strong', 'hevy', 'fitnotes', 'own'] as const) {
        expect(matchName(name.toUpperCase(), app)).toEqual({ slug, match: 'exact' });
      }
    }
  });

  it.each(['Zercher Squat', '', ' ', 'constructor', '__proto__', 'Bench Press (Barbel)'])('leaves %j alone', (name) => {
    expect(matchName(name, 'strong')).toBeUndefined();
  });

  it('does not take the names of one app for those of another', () => {
    expect(matchName('Barfiks', 'strong')).toBeUndefined();
    expect(matchName('Bench Press (Barbell)', 'own')).toBeUndefined();
  });
});

describe('matching a name that somebody typed', () => {
  it.each([
    ['Goblet Squat', 'goblet-squat'],
    ['bench press (barbell)', 'barbell-bench-press'],
    ['Barfiks', 'pull-up'],
    ['press-up', 'push-up'],
  ])('%j is %s', (name, slug) => {
    expect(exactSlugOfName(name)).toBe(slug);
  });

  it.each(['Incline Bench Press (Barbell)', 'Zercher Squat', '', 'constructor'])('%j is none', (name) => {
    expect(exactSlugOfName(name)).toBeUndefined();
  });

  it('agrees with every app that knows the name as exact', () => {
    for (const { alias, slug, match } of all) if (match === 'exact') expect(exactSlugOfName(alias), alias).toBe(slug);
  });
});
