import { signal } from '@preact/signals-core';

interface Note {
  text: string;
  updatedAt: string | null;
}

export interface NoteWorld {
  fetchNote(): Promise<Note>;
  writeNote(text: string, leaving: boolean): Promise<Note>;
  /** Runs later; → takes it back. */
  later(ms: number, run: () => void): () => void;
}

const PAUSE_MS = 900;

/** The trainer's private note: it saves by itself, a moment after the last key. */
export function noteState(world: NoteWorld) {
  const text = signal('');
  const updatedAt = signal<string | null>(null);
  const saving = signal<'no' | 'typing' | 'now' | 'done'>('no');
  const failure = signal<unknown>(null);
  let stored = '';
  let cancel = (): void => undefined;
  /** One after the other, so that what was typed last is what stays. */
  let line: Promise<void> = Promise.resolve();

  async function write(leaving: boolean): Promise<void> {
    const words = text.peek();
    if (words === stored) {
      // Typed back to what is stored: there is nothing to wait for.
      failure.value = null;
      if (saving.peek() === 'typing') saving.value = 'no';
      return;
    }
    saving.value = 'now';
    try {
      const note = await world.writeNote(words, leaving);
      stored = words;
      updatedAt.value = note.updatedAt;
      failure.value = null;
      saving.value = text.peek() === words ? 'done' : 'typing';
    } catch (error) {
      failure.value = error;
      saving.value = 'no';
    }
  }

  function save(): Promise<void> {
    cancel();
    line = line.then(() => write(false));
    return line;
  }

  return {
    text,
    updatedAt,
    saving,
    failure,
    save,

    /** What is being typed is not replaced by what the server has. */
    async load(): Promise<void> {
      const before = stored;
      const note = await world.fetchNote();
      // An answer from before the last save is older than what was saved.
      if (text.peek() !== stored || stored !== before) return;
      stored = note.text;
      text.value = note.text;
      updatedAt.value = note.updatedAt;
    },

    type(words: string): void {
      text.value = words;
      saving.value = 'typing';
      cancel();
      cancel = world.later(PAUSE_MS, () => void save());
    },

    /** The page closes: what was typed goes out now, for nothing runs any more once an earlier save is answered. */
    leave(): void {
      cancel();
      void write(true);
    },
  };
}
