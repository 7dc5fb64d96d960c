/** Decodes Base64 that comes in pieces. */
export function base64Reader(decoded: (bytes: Uint8Array) => void) {
  let left = '';
  let ended = false;
  let valid = true;

  function take(text: string): void {
    if (!valid || text === '') return;
    const all = left + text;
    const whole = all.length - (all.length % 4);
    left = all.slice(whole);
    if (whole > 0) group(all.slice(0, whole));
  }

  /** Whole groups of four; padding ends the text. */
  function group(text: string): void {
    valid = !ended && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
    if (!valid) return;
    ended = text.endsWith('=');
    decoded(Buffer.from(text, 'base64'));
  }

  return {
    begin() {
      [left, ended, valid] = ['', false, true];
    },
    take,
    /** Whether all that came was Base64, to its end. */
    isValid: () => valid && left === '',
  };
}
