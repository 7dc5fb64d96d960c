import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type Figure, reached, table } from './figure.ts';
import { ROOT } from './processes.ts';

export const RESULTS = join(ROOT, 'bench/results');

/** The figures of a run, step by step. */
export interface Report {
  readonly figures: Figure[];
  /** One that fails is told at once, and leaves the others their turn. One that was not asked for is left out. */
  step(says: string, work: () => Figure[] | Promise<Figure[]>): Promise<void>;
  /** Prints all of it beside its goals, and keeps it as a file. Something that could not be measured makes the exit code 1. */
  print(how: string): void;
}

/** @param wanted words of the steps that are asked for; all of them without any */
export function newReport(name: string, wanted = process.argv.slice(3).join(' ')): Report {
  const began = performance.now();
  const figures: Figure[] = [];
  const failed: string[] = [];
  return {
    figures,
    async step(says, work) {
      if (!says.includes(wanted)) return;
      console.log(`… ${says}`);
      try {
        figures.push(...(await work()));
      } catch (error) {
        console.error(error);
        failed.push(says);
      }
    },
    print(how) {
      const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${String(cpus().length)} cores, Node ${process.version}`;
      console.log(`\n${machine}; ${how}\n\n${table(figures)}\n`);
      mkdirSync(RESULTS, { recursive: true });
      const file = join(RESULTS, `${name}-${new Date().toISOString().replaceAll(':', '-')}.json`);
      const judged = figures.map((figure) => ({ ...figure, reached: reached(figure) }));
      writeFileSync(file, `${JSON.stringify({ machine, how, figures: judged }, null, 2)}\n`);
      if (failed.length > 0) {
        console.error(`Not measured: ${failed.join(', ')}.`);
        process.exitCode = 1;
      }
      const missed = figures.filter((figure) => reached(figure) === false).length;
      const verdict = missed === 0 ? 'Every goal is reached.' : `${String(missed)} goals are missed.`;
      console.log(`${verdict} ${String(Math.round((performance.now() - began) / 1000))} s. ${file}`);
    },
  };
}
