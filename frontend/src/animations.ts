import shown from '@trainer/animations/shown.json';
import type { Exercise } from '@trainer/contract/types';
import { api } from './api.ts';

/** Where an exercise’s animation is, and what it shows. */
export interface Animation {
  /** In words, for people who do not see it. */
  readonly shows: string;
  /** Its first frame. */
  still(): Promise<string>;
  moving(): Promise<string>;
}

type Shown = Partial<Record<string, { shows: string; part: string }>>;

/** Addresses that never change, by the hash that the build gives them. */
const stills = import.meta.glob<string>('../../animations/stills/*.gif', {
  query: '?url',
  import: 'default',
  eager: true,
});
const parts = import.meta.glob<Partial<Record<string, string>>>('../../animations/dist/gif_database/*.json', {
  import: 'default',
});

/** The animation of an exercise, or undefined where it has none. @param inWords what an own exercise’s shows */
export function animationOf(
  exercise: Pick<Exercise, '_id' | 'slug' | 'gifUrl'>,
  inWords: string,
): Animation | undefined {
  const about = (shown as Shown)[exercise.slug ?? ''];
  if (about && exercise.slug !== null) return builtIn(exercise.slug, about);
  return exercise.gifUrl === undefined ? undefined : own(exercise._id, exercise.gifUrl, inWords);
}

function builtIn(slug: string, { shows, part }: { shows: string; part: string }): Animation {
  const still = stills[`../../animations/stills/${slug}.gif`] ?? '';
  return {
    shows,
    still: () => Promise.resolve(still),
    async moving() {
      const load = parts[`../../animations/dist/gif_database/${part}.json`];
      return (await load?.())?.[slug] ?? still;
    },
  };
}

/** A GIF that only its people see: it is asked for with the token, once, and kept while the page is open. */
function own(id: string, address: string, shows: string): Animation {
  const moving = () => {
    const before = kept.get(address);
    if (before) return before;
    const asked = api.picture(id, address).then((blob) => URL.createObjectURL(blob));
    kept.set(address, asked);
    asked.catch(() => kept.delete(address));
    return asked;
  };
  return { shows, moving, still: async () => firstFrame(await moving()) };
}

const kept = new Map<string, Promise<string>>();

/** What a browser draws of a GIF onto a canvas is its first frame. */
async function firstFrame(source: string): Promise<string> {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas.toDataURL();
}
