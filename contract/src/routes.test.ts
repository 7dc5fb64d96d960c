import { describe, expect, it } from 'vitest';
import { ERRORS } from './errors.ts';
import { type CallName, fullPath, paths } from './paths.ts';
import { CSV_LIMIT, FILE_LIMIT, JSON_LIMIT } from './route.ts';
import { routes } from './routes.ts';

const names = Object.keys(paths) as CallName[];

describe('the calls', () => {
  it('are declared once each, under their own name, method and path', () => {
    expect(Object.keys(routes).sort()).toEqual([...names].sort());
    for (const name of names) {
      const { name: declared, method, path } = routes[name];
      expect([declared, method, path]).toEqual([name, ...paths[name]]);
    }
  });

  it('have each a method and path of their own, whatever stands for the parameters', () => {
    const seen = names.map((name) => `${paths[name][0]} ${fullPath(name).replace(/:\w+/g, ':')}`);
    expect(new Set(seen).size).toBe(names.length);
  });

  it('that name a thing come before those that take any id in its place', () => {
    const before = (first: CallName, then: CallName) => names.indexOf(first) < names.indexOf(then);
    expect(before('exportWorkouts', 'workout')).toBe(true);
    expect(before('exercisesByMuscle', 'exercise')).toBe(true);
  });

  it('lie below /api, save for the three that monitoring asks for', () => {
    const outside = names.filter((name) => !fullPath(name).startsWith('/api/'));
    expect(outside.map(fullPath)).toEqual(['/healthz', '/readyz', '/metrics']);
  });

  it('declare the parameters that stand in their path, and no others', () => {
    for (const name of names) {
      const inPath = [...paths[name][1].matchAll(/:(\w+)/g)].map(([, parameter]) => parameter);
      expect(Object.keys(routes[name].params.shape), name).toEqual(inPath);
    }
  });

  it('take a body only where the method has one, and answer 202 and 204 without one', () => {
    for (const { name, method, takes, answer } of Object.values(routes)) {
      if (method === 'get' || method === 'delete') expect(takes.type, name).toBe('nothing');
      expect(takes.limit, name).toBe(takes.file ? FILE_LIMIT : takes.type === 'csv' ? CSV_LIMIT : JSON_LIMIT);
      for (const [status, body] of Object.entries(answer))
        expect(body === null, name).toBe(['202', '204'].includes(status));
    }
  });

  it('take no parameter, query or body that is not declared', () => {
    for (const { name, params, query, body, takes } of Object.values(routes)) {
      const schemas = takes.type === 'csv' ? [params, query] : [params, query, body];
      for (const schema of schemas) {
        const issues = schema.safeParse({ planted: 1 }).error?.issues ?? [];
        expect(
          issues.map((issue) => issue.code),
          name,
        ).toContain('unrecognized_keys');
      }
    }
  });
});

describe('the errors', () => {
  it('are sentences for a person, with a status that says whose fault it was', () => {
    for (const [code, { status, message }] of Object.entries(ERRORS)) {
      expect(message, code).toMatch(/^[A-Z][^!]*\.$/);
      expect(status, code).toBeGreaterThanOrEqual(400);
      expect(status, code).toBeLessThan(600);
    }
  });
});
