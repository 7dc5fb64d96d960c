import { z } from 'zod';
import { route } from './route.ts';

export const healthz = route('healthz', {
  tag: 'Operations',
  who: 'anyone',
  answer: { 200: z.object({ status: z.literal('ok') }) },
  says: 'The process is alive.',
});

const Readiness = z.object({
  status: z.enum(['ok', 'unavailable']),
  dependencies: z.record(z.string(), z.enum(['ok', 'unavailable'])),
});

export const readyz = route('readyz', {
  tag: 'Operations',
  who: 'anyone',
  answer: { 200: Readiness, 503: Readiness },
  says: 'Each dependency by name; 503 while one that is needed is away.',
});

export const metrics = route('metrics', {
  tag: 'Operations',
  who: 'anyone',
  gives: 'text',
  answer: { 200: z.string() },
  says: 'Figures for Prometheus. Where `METRICS_TOKEN` is set it has to come as the bearer token.',
});

export const openapi = route('openapi', {
  tag: 'Operations',
  who: 'anyone',
  answer: { 200: z.record(z.string(), z.unknown()) },
  says: 'This document, OpenAPI 3.1.',
});

export const docs = route('docs', {
  tag: 'Operations',
  who: 'anyone',
  gives: 'html',
  answer: { 200: z.string() },
  says: 'A page to read this document and try it.',
});
