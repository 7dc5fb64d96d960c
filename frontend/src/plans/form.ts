import { batch, computed, signal } from '@preact/signals-core';
import { fieldErrors } from '../ui/errors.ts';
import type { OnDevice } from './on-device.ts';

/** What stands in a form: text as it was typed, and what is chosen. */
type Values<V> = { [K in keyof V]: string | readonly string[] };

interface Given<V> {
  /** What stands there before anybody typed. */
  first: V;
  /** Words that were typed and not sent. */
  draft: OnDevice<V>;
  /** What is wrong, by the names of the values. */
  check: (values: V) => ReadonlyMap<string, string>;
}

/** A form whose words outlive a reload; errors appear with the first try, and then follow what is typed. */
export function formState<V extends Values<V> & object>({ first, draft, check }: Given<V>) {
  const values = signal<V>(merged(first, draft.read()));
  const tried = signal(false);
  const told = signal<ReadonlyMap<string, string>>(new Map());
  const errors = computed(() => new Map([...(tried.value ? check(values.value) : []), ...told.value]));

  return {
    values,
    errors,

    change(to: Partial<V>): void {
      const changed = new Set(Object.keys(to));
      batch(() => {
        values.value = { ...values.peek(), ...to };
        told.value = new Map([...told.peek()].filter(([path]) => !changed.has(path)));
      });
      draft.keep(values.peek());
    },

    /** → whether nothing is wrong as far as the page can tell */
    ready(): boolean {
      tried.value = true;
      return check(values.peek()).size === 0;
    },

    /** What the server has against single values. @param only nothing but these is told yet → what it said of none that the form has */
    refused(error: unknown, names: Readonly<Record<string, string>> = {}, only?: readonly string[]): string[] {
      const byName = new Map<string, string>();
      const rest: string[] = [];
      for (const [path, message] of fieldErrors(error)) {
        const [root = ''] = path.split('.');
        const name = names[root] ?? root;
        if (!(name in values.peek())) rest.push(message);
        else if (only?.includes(name) ?? true) byName.set(name, [byName.get(name), message].filter(Boolean).join(' '));
      }
      told.value = byName;
      return rest;
    },

    sent(): void {
      draft.forget();
      tried.value = false;
    },
  };
}

/** What an older program kept may lack a value, or hold one of another kind. */
function merged<V extends Values<V> & object>(first: V, kept: V | undefined): V {
  if (!kept) return first;
  const fits = Object.entries(kept).filter(
    ([name, value]) => name in first && Array.isArray(value) === Array.isArray(first[name as keyof V]),
  );
  return { ...first, ...Object.fromEntries(fits) };
}

/** A number as it was typed; a comma is a point. NaN where it is none. */
export const amount = (text: string): number => (text.trim() === '' ? NaN : Number(text.trim().replace(',', '.')));

/** A number as it is shown in a field: empty for what is not known. */
export const shown = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(Math.round(value * 10) / 10);

/** Adds what is not there, and takes away what is. */
export const toggled = <T>(list: readonly T[], one: T): T[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

/** `cumin, curry leaves` → each on its own */
export const wordsOf = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter(Boolean);
