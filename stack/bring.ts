import { Missing, mongodBinary, nginxBinary, redisBinary } from './binaries.ts';

// Brings the servers of the stack to this machine, where that is possible without asking anyone. Ends with 3, and one
// line that says why, where it is not.

try {
  for (const bring of [redisBinary, nginxBinary, mongodBinary]) await bring();
} catch (error) {
  if (!(error instanceof Missing)) throw error;
  console.error(error.message);
  process.exitCode = 3;
}
