import type { Step } from './move.ts';

const WIDTH = 30;

/** A bar for each kind of record: drawn over itself on a terminal, one line at each tenth elsewhere. */
export function progressBar(stream: NodeJS.WritableStream & { isTTY?: boolean }): (step: Step) => void {
  let what = '';
  let tenth = -1;
  return (step) => {
    const share = step.total === 0 ? 1 : step.done / step.total;
    if (step.what !== what) tenth = -1;
    what = step.what;
    if (stream.isTTY) {
      stream.write(`\r${line(step, share)}${share === 1 ? '\n' : ''}`);
      return;
    }
    if (Math.floor(share * 10) === tenth) return;
    tenth = Math.floor(share * 10);
    stream.write(`${line(step, share)}\n`);
  };
}

function line({ what, done, total }: Step, share: number): string {
  const full = Math.round(share * WIDTH);
  const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
  return `${what.padEnd(13)} ${bar} ${String(done)} of ${String(total)}`;
}
