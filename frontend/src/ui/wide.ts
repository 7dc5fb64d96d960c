import { signal } from '@preact/signals-core';

/** Whether there is room for two columns; a part that changes its column is drawn in the one place where it belongs. */
export const wide = signal(false);

const query = globalThis.matchMedia?.('(min-width: 1024px)');
if (query) {
  wide.value = query.matches;
  query.addEventListener('change', () => {
    wide.value = query.matches;
  });
}
