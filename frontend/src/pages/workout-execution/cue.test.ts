import { describe, expect, it } from 'vitest';
import '../../testing/device.ts';

const { cueState } = await import('./cue.ts');

const cue = (text: string) => ({ from: 'a'.repeat(24), name: 'Arun', text, at: '2026-07-16T08:52:00.000Z' });

describe('a word of the trainer', () => {
  it('stays until it is dismissed, or the next one comes', () => {
    let felt = 0;
    const cues = cueState(() => (felt += 1));
    cues.received(cue('Stop at 8'));
    expect(cues.shown.value?.text).toBe('Stop at 8');
    cues.received(cue('Back flat'));
    expect(cues.shown.value?.text).toBe('Back flat');
    cues.dismiss();
    expect(cues.shown.value).toBeNull();
    expect(felt).toBe(2);
  });
});
