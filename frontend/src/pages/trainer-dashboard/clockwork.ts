/** Runs later; → takes it back. */
export function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => {
    clearTimeout(timer);
  };
}

const HIDDEN_MS = 500;

/** Before the next painting; a hidden page paints nothing, and goes on all the same. */
export function nextFrame(run: () => void): void {
  if (document.hidden) setTimeout(run, HIDDEN_MS);
  else requestAnimationFrame(run);
}
