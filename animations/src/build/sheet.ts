import { readFileSync, writeFileSync } from 'node:fs';

import { builtInExercises } from '@trainer/coach/exercises';
import { Resvg } from '@resvg/resvg-js';
import type { Movement } from '../motion/movement.ts';
import { PICTURE } from '../scene/scene.ts';
import { sceneFor } from './draw.ts';
import type { Ledger } from './ledger.ts';
import { PLACES } from './places.ts';

const TILE = 160;
const GAP = 12;
const ACROSS = 5;

/** A picture of all movements, two positions each, in the order of the exercises; names would need a font. */
export function writeSheet(movements: readonly Movement[]): void {
  const rows = Math.ceil(movements.length / ACROSS);
  const [width, height] = [ACROSS * (2 * TILE + GAP) + GAP, rows * (TILE + GAP) + GAP];
  const tiles = movements.map((movement, i) => {
    const x = GAP + (i % ACROSS) * (2 * TILE + GAP);
    const y = GAP + Math.floor(i / ACROSS) * (TILE + GAP);
    return positions(movement)
      .map((svg, k) => nested(svg, x + k * TILE, y))
      .join('');
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}"><rect width="100%" height="100%" fill="#FFFFFF"/>${tiles.join('')}</svg>`;
  writeFileSync(PLACES.sheet, new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng());
}

function positions(movement: Movement): string[] {
  const scene = sceneFor(movement);
  return (movement.sheet ?? [0, 1]).map((phase) => {
    const hold = movement.phases[phase]?.hold ?? 0;
    return scene.at((scene.timeline.reached[phase] ?? 0) + hold / 2).svg;
  });
}

const nested = (svg: string, x: number, y: number): string =>
  svg.replace(
    /^<svg[^>]*>/,
    `<svg x="${String(x)}" y="${String(y)}" width="${String(TILE)}" height="${String(TILE)}" viewBox="0 0 ${String(PICTURE)} ${String(PICTURE)}">`,
  );

/** A page with all of them as they move, opened from the disk. */
export function writePage({ drawn }: Ledger): void {
  const shown = JSON.parse(readFileSync(PLACES.shown, 'utf8')) as Record<string, { shows: string }>;
  const cards = builtInExercises.map(({ slug, name, muscleGroup }) => {
    const { bytes = 0, rate = 0, seconds = 0 } = drawn[slug] ?? {};
    const facts = `${muscleGroup} · ${(bytes / 1000).toFixed(1)} kB · ${String(rate)} frames/s · ${seconds.toFixed(1)} s`;
    return `<figure><img src="../animations/gifs/${slug}.gif" width="240" height="240" alt="${escaped(shown[slug]?.shows ?? '')}" loading="lazy"><figcaption><b>${escaped(name)}</b><br><small>${facts}</small></figcaption></figure>`;
  });
  const style =
    'body{font:16px/1.5 system-ui,sans-serif;margin:24px;background:#faf7f2;color:#1e1a15}main{display:grid;grid-template-columns:repeat(auto-fill,240px);gap:24px}figure{margin:0}img{border-radius:12px;display:block}';
  writeFileSync(
    PLACES.page,
    `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>The animations</title>\n<style>${style}</style>\n<h1>The animations</h1>\n<p>All that are built in, made by <code>npm run build -w animations</code>.</p>\n<main>\n${cards.join('\n')}\n</main>\n</html>\n`,
  );
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
