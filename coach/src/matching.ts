import aliases from './data/aliases.json' with { type: 'json' };
import { builtInExercises } from './exercises.ts';
import { fold } from './sets.ts';

export type App = 'strong' | 'hevy' | 'fitnotes' | 'own';

/** `exact`: the same movement and implement, so that records join; `variant`: a near relative, only ever offered. */
export interface Match {
  slug: string;
  match: 'exact' | 'variant';
}

/** Which built-in exercise an app's name stands for. */
export function matchName(name: string, app: App): Match | undefined {
  const folded = fold(name);
  return byApp.get(app)?.get(folded) ?? byName.get(folded);
}

/** The exercise that a name stands for in every app that knows it; undefined where they differ or none does. */
export function exactSlugOfName(name: string): string | undefined {
  const folded = fold(name);
  const own = byName.get(folded);
  if (own) return own.slug;
  const slugs = new Set(
    [...byApp.values()]
      .map((names) => names.get(folded))
      .flatMap((match) => (match?.match === 'exact' ? [match.slug] : [])),
  );
  return slugs.size === 1 ? [...slugs][0] : undefined;
}

const byName: ReadonlyMap<string, Match> = new Map(
  builtInExercises.map(({ name, slug }) => [fold(name), { slug, match: 'exact' }]),
);

const byApp: ReadonlyMap<string, ReadonlyMap<string, Match>> = new Map(
  Object.entries(aliases as unknown as Record<string, Record<string, [string, Match['match']]>>).map(([app, names]) => [
    app,
    new Map(Object.entries(names).map(([alias, [slug, match]]) => [fold(alias), { slug, match }])),
  ]),
);
