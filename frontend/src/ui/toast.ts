import { announce } from './announce.ts';

interface Toast {
  text: string;
  action?: { label: string; run: () => void };
  seconds?: number;
}

/** A word at the foot of the page that goes by itself. */
export function showToast({ text, action, seconds = 6 }: Toast): () => void {
  const box = document.createElement('div');
  box.className = 'toast';
  const words = document.createElement('span');
  words.className = 'grow';
  words.textContent = text;
  box.append(words);
  const remove = () => {
    clearTimeout(timer);
    box.remove();
  };
  if (action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn';
    button.textContent = action.label;
    button.addEventListener('click', () => {
      remove();
      action.run();
    });
    box.append(button);
  }
  const timer = setTimeout(remove, seconds * 1000);
  document.querySelector('[data-toasts]')?.append(box);
  announce(text);
  return remove;
}
