// `npm run bench`: the product on one machine. `-- --stack` and the others below measure the rest; words after that leave
// only the steps that have them in their names.

const programs: Record<string, () => Promise<unknown>> = {
  '': () => import('./one-machine.ts'),
  '--stack': () => import('./instances/run.ts'),
  '--scale': () => import('./scale/run.ts'),
  '--coach': () => import('./planning/run.ts'),
  '--plans': () => import('./plans/run.ts'),
  '--trainer': () => import('./trainer/run.ts'),
  '--choices': () => import('./choices/run.ts'),
};

const [asked = ''] = process.argv.slice(2);
const program = programs[asked];
if (!program) {
  console.error(
    `There is no benchmark “${asked}”. Leave it out, or say one of: ${Object.keys(programs).slice(1).join(', ')}`,
  );
  process.exit(1);
}
await program();

export {};
