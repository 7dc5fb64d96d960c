import type { PlanKind, PlanStatus, PlanWriterName } from '@trainer/contract/types';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Figures for Prometheus. */
export interface Measures {
  request(method: string, status: number, seconds: number): void;
  workoutSaved(): void;
  planWritten(plan: { kind: PlanKind; writer: PlanWriterName; status: PlanStatus }): void;
  /** Called when the figures are read. */
  countSockets(count: () => number): void;
  mail(outcome: 'sent' | 'putOff' | 'givenUp'): void;
  /** Asked when the figures are read. */
  countMails(waiting: () => Promise<number>): void;
  text(): Promise<string>;
}

const OUTCOMES = { sent: 'sent', putOff: 'put_off', givenUp: 'given_up' } as const;

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
  const mails = new Counter({
    name: 'mails_total',
    help: 'What became of mails since the start: sent, put off to be tried again, or given up.',
    labelNames: ['outcome'],
    registers,
  });
  let mailsWaiting = () => Promise.resolve(0);
  new Gauge({
    name: 'mails_waiting',
    help: 'Mails of all instances that are not sent yet; NaN while the storage is away.',
    registers,
    async collect() {
      // The other figures are told all the same.
      const isAway = () => Number.NaN;
      this.set(await Promise.resolve().then(mailsWaiting).catch(isAway));
    },
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
    mail: (outcome) => {
      mails.inc({ outcome: OUTCOMES[outcome] });
    },
    countMails: (waiting) => {
      mailsWaiting = waiting;
    },
    text: () => registry.metrics(),
  };
}
