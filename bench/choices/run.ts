import { newReport } from '../report.ts';
import { clients } from './clients.ts';
import { fanOuts } from './fan-outs.ts';

// `npm run bench -- --choices`: the libraries that were chosen beside those that were not, on a Redis of their own.

const report = newReport('choices');
await report.step('clients of Redis', clients);
await report.step('adapters of Socket.IO', fanOuts);
report.print('Redis, servers and clients share the cores');
process.exit();
