const NEAR_PX = 80;
const OLDER_FROM_PX = 200;

const followed = new WeakMap<Element, () => void>();

/**
 * Keeps a log at its newest line while somebody is there, and where they are while they read older ones: what is added
 * above moves nothing.
 * @param older more of them are wanted
 */
export function followLog(older: () => void): (log: Element | undefined) => void {
  return (log) => {
    if (!(log instanceof HTMLElement) || followed.has(log)) return;
    let [isAtEnd, height, top] = [true, log.scrollHeight, log.scrollTop];
    let first = log.querySelector('.msg');
    const look = () => {
      isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_PX;
      height = log.scrollHeight;
      top = log.scrollTop;
      if (log.scrollTop < OLDER_FROM_PX) older();
    };
    const settle = () => {
      const now = log.querySelector('.msg');
      const isMine = log.querySelector('.chat > li:last-of-type')?.classList.contains('wait');
      if (isAtEnd || isMine) log.scrollTop = log.scrollHeight;
      else if (now !== first) log.scrollTop = top + (log.scrollHeight - height);
      first = now;
      height = log.scrollHeight;
      top = log.scrollTop;
    };
    log.addEventListener('scroll', look, { passive: true });
    new MutationObserver(settle).observe(log, { childList: true, subtree: true, characterData: true });
    new ResizeObserver(settle).observe(log);
    followed.set(log, look);
  };
}
