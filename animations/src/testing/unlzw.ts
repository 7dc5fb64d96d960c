/** Unpacks LZW as GIF has it. @throws Error where the codes make no sense, or too many or too few symbols */
export function unlzw(bytes: Uint8Array, bits: number, length: number): Uint8Array {
  const out = new Uint8Array(length);
  const clear = 1 << bits;
  let table: number[][] = [];
  let [width, held, count, at, filled] = [bits + 1, 0, 0, 0, 0];
  let before: number[] | undefined;
  const begin = () => {
    table = Array.from({ length: clear + 2 }, (_, symbol) => [symbol]);
    width = bits + 1;
    before = undefined;
  };
  begin();
  for (;;) {
    while (count < width) {
      if (at >= bytes.length) throw new Error('The codes break off.');
      held |= (bytes[at++] as number) << count;
      count += 8;
    }
    const code = held & ((1 << width) - 1);
    held >>>= width;
    count -= width;
    if (code === clear + 1) break;
    if (code === clear) {
      begin();
      continue;
    }
    const entry: number[] | undefined =
      table[code] ?? (before && code === table.length ? [...before, before[0] as number] : undefined);
    if (!entry) throw new Error(`There is no code ${String(code)} yet.`);
    if (filled + entry.length > length) throw new Error('There are too many symbols.');
    out.set(entry, filled);
    filled += entry.length;
    if (before && table.length < 4096) {
      table.push([...before, entry[0] as number]);
      if (table.length === 1 << width && width < 12) width++;
    }
    before = entry;
  }
  if (filled !== length) throw new Error('There are too few symbols.');
  return out;
}
