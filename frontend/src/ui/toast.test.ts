// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showToast } from './toast.ts';

const toasts = () => document.querySelectorAll('.toast');

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<div data-announce="polite"></div><div data-toasts></div>';
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a toast', () => {
  it('goes by itself, and is read out', () => {
    showToast({ text: 'Weight removed', seconds: 10 });
    vi.advanceTimersByTime(9999);
    expect(toasts()).toHaveLength(1);
    expect(document.querySelector('[data-announce]')?.textContent).toBe('Weight removed');
    vi.advanceTimersByTime(1);
    expect(toasts()).toHaveLength(0);
  });

  it('with an action does it once and goes', () => {
    const run = vi.fn();
    showToast({ text: 'Workout deleted', action: { label: 'Undo', run } });
    document.querySelector<HTMLElement>('.toast button')?.click();
    expect(run).toHaveBeenCalledTimes(1);
    expect(toasts()).toHaveLength(0);
    vi.advanceTimersByTime(60_000);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('can be taken away before', () => {
    showToast({ text: 'First' })();
    showToast({ text: 'Second' });
    expect([...toasts()].map((toast) => toast.textContent)).toEqual(['Second']);
  });
});
