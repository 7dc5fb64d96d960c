import type { ServerResponse } from 'node:http';
import type { Asker } from './handle.ts';
import { addressKey, limitHeaders } from './limits.ts';

/** Who asks from this address, and what their answer says of the limits. */
export const askerOf = (address: string | undefined, response: ServerResponse): Asker => ({
  address: addressKey(address),
  tell(left) {
    if (left) for (const [name, value] of limitHeaders(left)) response.setHeader(name, value);
  },
});
