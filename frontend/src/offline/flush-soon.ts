/** Sends what earlier visits could not, once the page stands; the code for it is only loaded where there is something to send. */
export function flushOutboxSoon(): void {
  const flush = () => {
    if (Number(localStorage.getItem('unsentSets') ?? 0) > 0)
      void import('./outbox.ts').then(({ flushOutbox }) => flushOutbox());
  };
  setTimeout(flush, 500);
  addEventListener('online', flush);
}
