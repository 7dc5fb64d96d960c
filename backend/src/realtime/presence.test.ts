import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bus } from '../bus/port.ts';
import { type Attendance, attendance } from './presence.ts';

const TIMINGS = { graceMs: 100, beatMs: 1000, goneMs: 3500 };

/** Instances on one wire, each of which can be cut off. */
class Wire {
  readonly #ends = new Set<{ isCut: boolean; hear: (texts: readonly string[]) => void; gaps: (() => void)[] }>();

  bus(): Bus & { cut(): void; joinSilently(): void; join(): void } {
    const end = { isCut: false, hear: (_texts: readonly string[]) => undefined as void, gaps: [] as (() => void)[] };
    this.#ends.add(end);
    return {
      tell: (_topic, texts) => {
        if (!end.isCut) for (const other of this.#ends) if (other !== end && !other.isCut) other.hear([...texts]);
        return Promise.resolve();
      },
      on: (_topic, listener) => (end.hear = listener),
      isUp: true,
      onGap: (listener) => void end.gaps.push(listener),
      close: () => Promise.resolve(),
      cut: () => void (end.isCut = true),
      joinSilently: () => void (end.isCut = false),
      join() {
        end.isCut = false;
        for (const gap of end.gaps) gap();
      },
    };
  }
}

describe('who is there', () => {
  let wire: Wire;
  const all: Attendance[] = [];
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
    wire = new Wire();
  });
  afterEach(() => {
    for (const one of all.splice(0)) one.close();
    vi.useRealTimers();
  });

  function instance() {
    const bus = wire.bus();
    const told: string[] = [];
    const changed = (userId: string, online: boolean) => void told.push(`${userId} ${online ? 'came' : 'went'}`);
    const here = attendance({ bus, changed, timings: TIMINGS });
    all.push(here);
    return { here, bus, told, sees: (userId: string) => here.isOnline(userId) };
  }

  it('is known on every instance, and each is told once', () => {
    const [one, two] = [instance(), instance()];
    const close = [one.here.opened('ana'), one.here.opened('ana')];
    const elsewhere = two.here.opened('ana');
    expect([one.sees('ana'), two.sees('ana')]).toEqual([true, true]);
    for (const end of [...close, elsewhere]) end();
    vi.advanceTimersByTime(TIMINGS.graceMs);
    expect([one.sees('ana'), two.sees('ana')]).toEqual([false, false]);
    for (const { told } of [one, two]) expect(told).toEqual(['ana came', 'ana went']);
  });

  it('does not go by turning a page, whichever instance has the next one', () => {
    const [one, two] = [instance(), instance()];
    one.here.opened('ana')();
    vi.advanceTimersByTime(TIMINGS.graceMs - 1);
    const close = one.here.opened('ana');
    close();
    vi.advanceTimersByTime(TIMINGS.graceMs - 1);
    two.here.opened('ana');
    vi.advanceTimersByTime(10 * TIMINGS.beatMs);
    for (const { told } of [one, two]) expect(told).toEqual(['ana came']);
  });

  it('is told to an instance that starts later', () => {
    const one = instance();
    one.here.opened('ana');
    const two = instance();
    expect([two.sees('ana'), two.told]).toEqual([true, ['ana came']]);
  });

  it('is nobody of an instance that was killed', () => {
    const [one, two] = [instance(), instance()];
    one.here.opened('ana');
    one.here.opened('bo');
    two.here.opened('bo');
    one.bus.cut();
    vi.advanceTimersByTime(TIMINGS.goneMs - TIMINGS.beatMs);
    expect(two.sees('ana')).toBe(true);
    vi.advanceTimersByTime(2 * TIMINGS.beatMs);
    expect([two.sees('ana'), two.sees('bo')]).toEqual([false, true]);
    expect(two.told).toEqual(['ana came', 'bo came', 'ana went']);
  });

  it('is right again after news were lost, by asking for the whole', () => {
    const [one, two] = [instance(), instance()];
    const close = one.here.opened('ana');
    one.bus.cut();
    one.here.opened('bo');
    close();
    vi.advanceTimersByTime(TIMINGS.graceMs);
    one.bus.join();
    expect([two.sees('ana'), two.sees('bo')]).toEqual([false, true]);
  });

  it('is right again where nobody noticed that news were lost', () => {
    const [one, two] = [instance(), instance()];
    const close = one.here.opened('ana');
    two.bus.cut();
    close();
    one.here.opened('bo');
    vi.advanceTimersByTime(TIMINGS.graceMs);
    // What comes next does not fit what was heard last.
    two.bus.joinSilently();
    vi.advanceTimersByTime(TIMINGS.beatMs);
    expect([two.sees('ana'), two.sees('bo')]).toEqual([false, true]);
    const more = one.here.opened('chen');
    expect(two.sees('chen')).toBe(true);
    more();
    vi.advanceTimersByTime(TIMINGS.graceMs);
    expect(two.sees('chen')).toBe(false);
  });

  it('comes back with an instance that was taken for gone', () => {
    const [one, two] = [instance(), instance()];
    one.here.opened('ana');
    one.bus.cut();
    vi.advanceTimersByTime(TIMINGS.goneMs + TIMINGS.beatMs);
    expect(two.sees('ana')).toBe(false);
    one.bus.join();
    expect(two.told).toEqual(['ana came', 'ana went', 'ana came']);
  });
});
