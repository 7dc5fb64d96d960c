import { setTimeout as after } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';

/** Processor time of a page's main thread, ms: other work on the machine makes it wait, but not longer to work out. */
export interface Cost {
  /** All of it. */
  task: number;
  /** What ran scripts. */
  script: number;
}

/** Where scripts run; Chromium's own `ScriptDuration` leaves out what comes after an `await`. */
const SCRIPTS = new Set(['FunctionCall', 'RunMicrotasks', 'EvaluateScript', 'v8.evaluateModule']);

/** Times in µs, `tdur` of the thread's own time. */
interface Traced {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  tdur?: number;
  pid: number;
  tid: number;
}

/** Looks at a page, the only one that is open, while something is done so many times. */
export async function costsOf(browser: Browser, page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const taskMs = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const ms = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1000;
    return ms('TaskDuration') - ms('DevToolsCommandDuration');
  };
  return async (count: number, forMs: number, act: (i: number) => Promise<unknown>): Promise<Cost[]> => {
    await browser.startTracing(page, { categories: ['devtools.timeline', 'v8', 'v8.execute'] });
    const windows: { from: number; to: number; task: number }[] = [];
    for (let i = 0; i < count; i += 1) {
      const before = await taskMs();
      const from = microseconds();
      await act(i);
      await after(forMs);
      windows.push({ from, to: microseconds(), task: (await taskMs()) - before });
    }
    const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Traced[] };
    const scripts = outermost(trace.traceEvents.filter(({ name, ph }) => ph === 'X' && SCRIPTS.has(name)));
    if (scripts.length === 0 || scripts.some(({ tdur }) => tdur === undefined))
      throw new Error('This Chromium does not tell what time its scripts take');
    return windows.map(({ from, to, task }) => {
      const within = scripts.filter(({ ts }) => ts >= from && ts < to);
      return { task, script: within.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000 };
    });
  };
}

/** Chromium and Node read the same clock of the machine. */
const microseconds = () => Number(process.hrtime.bigint() / 1000n);

/** Without those that ran within another of the same thread. */
function outermost(events: Traced[]): Traced[] {
  const ends = new Map<string, number>();
  return events
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ pid, tid, ts, dur = 0 }) => {
      const thread = `${String(pid)} ${String(tid)}`;
      if (ts < (ends.get(thread) ?? 0)) return false;
      ends.set(thread, ts + dur);
      return true;
    });
}
