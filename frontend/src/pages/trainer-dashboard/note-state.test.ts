import { beforeEach, describe, expect, it } from 'vitest';
import { questions, settled, timers } from '../../testing/answers.ts';
import { at } from '../../testing/coached.ts';
import { noteState } from './note-state.ts';

interface Note {
  text: string;
  updatedAt: string | null;
}
const later = at('09:00:00');

describe('the private note', () => {
  let fetched: ReturnType<typeof questions<Note>>;
  let stored: ReturnType<typeof questions<Note>>;
  let written: { text: string; leaving: boolean }[];
  let clock: ReturnType<typeof timers>;
  let note: ReturnType<typeof noteState>;

  beforeEach(async () => {
    [fetched, stored, written, clock] = [questions(), questions(), [], timers()];
    note = noteState({
      fetchNote: fetched.ask,
      writeNote(text, leaving) {
        written.push({ text, leaving });
        return stored.ask();
      },
      later: clock.later,
    });
    void note.load();
    await fetched.answer({ text: 'Knee', updatedAt: at('07:00:00') });
  });
  const texts = () => written.map(({ text }) => text);

  it('is what the server has', () => {
    expect([note.text.value, note.updatedAt.value, note.saving.value]).toEqual(['Knee', at('07:00:00'), 'no']);
  });

  it('is stored by itself, once, a moment after the last key', async () => {
    note.type('Knee b');
    note.type('Knee better');
    expect([note.saving.value, clock.waiting, written]).toEqual(['typing', [900], []]);
    await clock.pass();
    expect([note.saving.value, written]).toEqual(['now', [{ text: 'Knee better', leaving: false }]]);
    await stored.answer({ text: 'Knee better', updatedAt: later });
    expect([note.saving.value, note.updatedAt.value]).toEqual(['done', later]);
  });

  it('is not sent where it is stored as it is', async () => {
    note.type('Knee better');
    void note.save();
    await settled();
    await stored.answer({ text: 'Knee better', updatedAt: later });
    void note.save();
    note.leave();
    await clock.pass();
    expect(texts()).toEqual(['Knee better']);
    expect(note.saving.value).toBe('done');
  });

  it('that was typed back to what is stored waits for nothing', async () => {
    note.type('Knee!');
    note.type('Knee');
    await clock.pass();
    expect([written, note.saving.value]).toEqual([[], 'no']);
  });

  it('that is typed on while it is stored is stored again, one after the other', async () => {
    note.type('Knee a');
    await clock.pass();
    note.type('Knee ab');
    await clock.pass();
    expect(texts()).toEqual(['Knee a']);
    await stored.answer({ text: 'Knee a', updatedAt: later });
    expect(texts()).toEqual(['Knee a', 'Knee ab']);
    await stored.answer({ text: 'Knee ab', updatedAt: later });
    expect([note.text.value, note.saving.value]).toEqual(['Knee ab', 'done']);
  });

  it('says that it is being typed where it goes on before the server answered', async () => {
    note.type('Knee a');
    await clock.pass();
    note.type('Knee ab');
    await stored.answer({ text: 'Knee a', updatedAt: later });
    expect([note.text.value, note.saving.value, clock.waiting]).toEqual(['Knee ab', 'typing', [900]]);
  });

  it('stays in its field where it could not be stored, says so, and is sent once more', async () => {
    const away = new Error('away');
    note.type('Knee better');
    await clock.pass();
    await stored.fail(away);
    expect([note.text.value, note.saving.value, note.failure.value]).toEqual(['Knee better', 'no', away]);
    void note.save();
    await settled();
    await stored.answer({ text: 'Knee better', updatedAt: later });
    expect([texts(), note.failure.value, note.saving.value]).toEqual([['Knee better', 'Knee better'], null, 'done']);
  });

  it('that could not be stored and was taken back is nothing to complain of', async () => {
    note.type('Knee better');
    await clock.pass();
    await stored.fail(new Error('away'));
    note.type('Knee');
    await clock.pass();
    expect(note.failure.value).toBeNull();
  });

  it('is not replaced by what the server has while it is being typed', async () => {
    void note.load();
    note.type('Knee better');
    await fetched.answer({ text: 'From another screen', updatedAt: later });
    expect(note.text.value).toBe('Knee better');
  });

  it('is not replaced by an answer from before it was stored', async () => {
    void note.load();
    note.type('Knee better');
    await clock.pass();
    await stored.answer({ text: 'Knee better', updatedAt: later });
    await fetched.answer({ text: 'Knee', updatedAt: at('07:00:00') });
    expect([note.text.value, note.updatedAt.value]).toEqual(['Knee better', later]);
  });

  it('is what was written on another screen, where nothing was typed here', async () => {
    void note.load();
    await fetched.answer({ text: 'From another screen', updatedAt: later });
    expect([note.text.value, note.updatedAt.value]).toEqual(['From another screen', later]);
  });

  it('goes out when the page closes, in the same moment', () => {
    note.type('Knee better');
    note.leave();
    expect(written).toEqual([{ text: 'Knee better', leaving: true }]);
    expect(clock.waiting).toEqual([]);
  });

  it('goes out when the page closes also while an earlier one is on its way', async () => {
    note.type('Knee a');
    await clock.pass();
    note.type('Knee ab');
    note.leave();
    expect(texts()).toEqual(['Knee a', 'Knee ab']);
  });
});
