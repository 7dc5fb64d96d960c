import { setTimeout as after } from 'node:timers/promises';
import type { Figure } from './figure.ts';
import { residentBytes } from './proc.ts';
import { startServer } from './processes.ts';
import { median } from './statistics.ts';

const STARTS = 5;
/** Until what the start left behind is collected. */
const IDLE_MS = 3000;

/** From the command to the first answer, and what the idle server takes. */
export async function starting(dataDir: string): Promise<Figure[]> {
  const times: number[] = [];
  for (let i = 1; i < STARTS; i += 1) {
    const server = await startServer(dataDir);
    times.push(server.startMs);
    await server.stop();
  }
  const server = await startServer(dataDir);
  times.push(server.startMs);
  await after(IDLE_MS);
  const memory = residentBytes(server.pid);
  await server.stop();
  return [
    {
      name: 'built start to first answer',
      value: median(times) / 1000,
      unit: 's',
      goal: { atMost: 1 },
      note: `median of ${String(STARTS)}`,
    },
    ...(memory === undefined
      ? []
      : [
          {
            name: 'memory at idle',
            value: memory / 1e6,
            unit: 'MB' as const,
            goal: { atMost: 130 },
            note: 'resident set',
          },
        ]),
  ];
}
