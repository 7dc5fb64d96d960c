const FIRST_SECONDS = 10;
const LONGEST_SECONDS = 30 * 60;
/** About two days. */
const MOST_ATTEMPTS = 100;

/** When a mail is tried again that failed so often; null: no more. Twice as long each time, up to half an hour. */
export function againAt(attempts: number, now: Date): Date | null {
  if (attempts >= MOST_ATTEMPTS) return null;
  const seconds = Math.min(FIRST_SECONDS * 2 ** (attempts - 1), LONGEST_SECONDS);
  return new Date(now.getTime() + seconds * 1000);
}
