/** Letters and numbers in lower case, single spaces, no marks: how words are compared. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * The known word that an unknown one is nearest to: one that stands inside it, or one that differs by a typing slip.
 * @param known folded
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const asked = folded(word);
  if (asked === '') return undefined;
  let best: string | undefined;
  let bestDistance = (asked.length <= 4 ? 1 : asked.length <= 8 ? 2 : 3) + 1;
  let within: string | undefined;
  for (const one of known) {
    if (one.length >= 3 && ` ${asked} `.includes(` ${one} `) && one.length > (within?.length ?? 0)) within = one;
    if (Math.abs(one.length - asked.length) >= bestDistance) continue;
    const distance = slips(asked, one);
    if (distance < bestDistance) [best, bestDistance] = [one, distance];
  }
  return within ?? best;
}

/** Letters put in, left out, changed or swapped between two words. */
function slips(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j - 1] ?? 0) + 1, (last[j] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
