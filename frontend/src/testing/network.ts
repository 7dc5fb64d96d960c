import type { ErrorCode, FieldError } from '@trainer/contract/errors';

/** Stands where the browser has its network: what was asked, and the answer to all of it. */
export const network = {
  asked: [] as { address: string; body: unknown }[],

  answers(status: number, body?: unknown, headers: Record<string, string> = {}): void {
    network.asked.length = 0;
    globalThis.fetch = (input, init) => {
      const sent = typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
      network.asked.push({ address: input instanceof Request ? input.url : String(input), body: sent });
      return Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status, headers }));
    };
  },

  refuses(
    status: number,
    code: ErrorCode,
    more: { fields?: FieldError[]; headers?: Record<string, string> } = {},
  ): void {
    const error = { code, message: `Refused: ${code}.`, fields: more.fields };
    network.answers(status, { success: false, error }, more.headers);
  },

  isAway(): void {
    network.asked.length = 0;
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
  },
};
