let lastStamp = 0;

/** A UUID (version 7) that sorts after all those made before it on this device. */
export function newId(now: number): string {
  lastStamp = Math.max(now, lastStamp + 1);
  const time = lastStamp.toString(16).padStart(12, '0');
  const random = crypto.randomUUID();
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}
