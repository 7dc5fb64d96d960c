import { Missing } from './binaries.ts';
import { type Stack, startStack } from './stack.ts';

// `npm run stack`: the whole topology on this machine until Ctrl-C.

const port = process.env.STACK_PORT ? Number(process.env.STACK_PORT) : 8443;

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());

/** What there is to stop in order; before it is whole, what there is of it ends with this process. */
const whole: Stack[] = [];
const stack = await startStack({ port, tell: (line) => console.log(`… ${line}`) }).catch((error: unknown) => {
  console.error(`✗ ${error instanceof Missing || error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
whole.push(stack);
console.log(`✓ MongoDB  ${stack.mongo.uri}`);
console.log(`✓ Redis    ${stack.redis.host}:${String(stack.redis.port)}`);
for (const instance of stack.instances) console.log(`✓ Server   ${instance.url}  (process ${String(instance.pid)})`);
console.log(
  'The certificate was made just now, so the browser asks once whether you trust it. Ctrl-C stops everything.',
);
console.log(`Open ${stack.url}`);

async function end(): Promise<void> {
  if (stopping) return;
  stopping = true;
  console.log('Stopping');
  for (const one of whole) await one.stop();
  process.exit(0);
}
