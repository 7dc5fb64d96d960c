import { signal } from '@preact/signals-core';

/** Whether this page hears of changes by itself; set by `live.ts` on the pages that listen. */
export const live = { status: signal<'connecting' | 'live' | 'reconnecting'>('connecting') };
