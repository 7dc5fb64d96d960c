import type { PlanKind, PlanStatus, PlanWriterName } from '@trainer/contract/types';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Figures for Prometheus. */
export interface Measures {
  request(method: string, status: number, seconds: number): void;
  workoutSaved(): void;
  planWritten(plan: { kind: PlanKind; writer: PlanWriterName; status: PlanStatus }): void;
  /** Called when the figures are read. */
  countSockets(count: () => number): void;
  text(): Promise<string>;
}

export function measures(): Measures {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request’s first line to the end of its answer.',
    labelNames: ['method', 'status'],
    buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3],
    registers,
  });
  const saved = new Counter({ name: 'workouts_saved_total', help: 'Workouts stored since the start.', registers });
  const plans = new Counter({
    name: 'plans_written_total',
    help: 'Plans written and kept since the start, by kind, by who wrote them, and by what the check came to.',
    labelNames: ['kind', 'writer', 'status'],
    registers,
  });
  let openSockets = () => 0;
  new Gauge({
    name: 'sockets_open',
    help: 'Sockets that are connected now.',
    registers,
    collect() {
      this.set(openSockets());
    },
  });
  return {
    request: (method, status, seconds) => {
      requests.observe({ method, status }, seconds);
    },
    workoutSaved: () => {
      saved.inc();
    },
    planWritten: ({ kind, writer, status }) => {
      plans.inc({ kind, writer, status });
    },
    countSockets: (count) => {
      openSockets = count;
    },
    text: () => registry.metrics(),
  };
}
