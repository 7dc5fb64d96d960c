// A thread does not inherit how its server reads TypeScript: from the sources it says so itself. The built server has
// `coach-worker.js` instead.
import { register } from 'tsx/esm/api';

register();
export const { work } = await import('./coach-worker.ts');
