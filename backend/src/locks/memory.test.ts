import { memoryLocks } from './memory.ts';
import { locksSuite } from './suite.ts';

locksSuite((patienceMs) => memoryLocks({ patienceMs }));
