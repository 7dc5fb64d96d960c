import { type Signal, signal } from '@preact/signals-core';

const DURATION_MS = 700;

/** Whether things may move now: not in a hidden tab, and not for people who asked for less of it. */
export const mayMove = (): boolean => !document.hidden && !matchMedia('(prefers-reduced-motion: reduce)').matches;

type Numbers = Readonly<Record<string, number>>;

/** Numbers that count up to where they belong, all together. */
export function countUp<T extends Numbers>(start: T): { shown: Signal<T>; to: (target: T, moves: boolean) => void } {
  const shown = signal(start);
  let frame = 0;
  return {
    shown,
    to(target, moves) {
      cancelAnimationFrame(frame);
      if (!moves) {
        shown.value = target;
        return;
      }
      const from = shown.peek();
      let began: number | undefined;
      const step = (now: number) => {
        began ??= now;
        const part = Math.min(1, (now - began) / DURATION_MS);
        shown.value = part === 1 ? target : between(from, target, 1 - (1 - part) ** 3);
        if (part < 1) frame = requestAnimationFrame(step);
      };
      frame = requestAnimationFrame(step);
    },
  };
}

/** @param part 0 … 1 of the way */
export function between<T extends Numbers>(from: T, to: T, part: number): T {
  return Object.fromEntries(
    Object.entries(to).map(([key, value]) => [key, Math.round((from[key] ?? 0) + (value - (from[key] ?? 0)) * part)]),
  ) as T;
}
