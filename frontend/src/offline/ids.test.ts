import { describe, expect, it } from 'vitest';
import { newId } from './ids.ts';

describe('an id', () => {
  it('is a UUID that sorts after every one made before it, even when the clock goes back', () => {
    const ids = [
      newId(1_780_000_000_000),
      newId(1_780_000_000_000),
      newId(1_700_000_000_000),
      newId(1_790_000_000_000),
    ];
    expect([...ids].sort()).toEqual(ids);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
