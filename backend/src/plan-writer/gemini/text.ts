/** What a model wrote, as JSON: fences are taken off, else what lies between the first brace and the last; undefined where it is none. */
export function jsonIn(text: string): object | undefined {
  const unfenced = text.replace(/^\s*```(?:json)?\s*/i, '').replace(/\s*```\s*$/, '');
  const between = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  return objectIn(unfenced) ?? objectIn(between);
}

function objectIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const LONGEST_PERIOD = 200;
const REPEATS = 8;
/** Blanks of indented JSON and digits of a long number are over before this. */
const SHORTEST_RUN = 320;

/** Whether a text ends in the same few characters over and over: a model that lost its way goes on until its room is full. */
export function endsRepeating(text: string): boolean {
  for (let period = 1; period <= LONGEST_PERIOD; period++) {
    const run = Math.max(SHORTEST_RUN, period * REPEATS);
    if (run > text.length) continue;
    let at = text.length - 1;
    const until = text.length - run + period;
    while (at >= until && text[at] === text[at - period]) at--;
    if (at < until) return true;
  }
  return false;
}

/** Counts the rows of a plan while it is being written: objects within the lists of the outer one. */
export function rowCounter(): { add(text: string): number } {
  let [rows, depth] = [0, 0];
  let [inString, escaped] = [false, false];
  return {
    add(text) {
      for (const char of text) {
        if (escaped) escaped = false;
        else if (inString) {
          if (char === '\\') escaped = true;
          else if (char === '"') inString = false;
        } else if (char === '"') inString = true;
        else if (char === '{') depth++;
        else if (char === '}') {
          if (depth === 2) rows++;
          depth--;
        }
      }
      return rows;
    },
  };
}
