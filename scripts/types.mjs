import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT, tool } from './steps.mjs';

// `npm run types`: the compiler over every workspace; all errors, not only those of the first that has some.

const PROJECTS = [
  'contract',
  'coach',
  'animations',
  'backend',
  'frontend',
  'frontend/tsconfig.tools.json',
  'stack',
  'e2e',
  'bench',
  'eslint',
];

const waiting = PROJECTS.filter((project) => existsSync(join(ROOT, project)));
const failed = [];

await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, checkNext));
if (failed.length > 0) {
  console.error(`✗ Types do not fit in ${failed.join(', ')}`);
  process.exitCode = 1;
}

async function checkNext() {
  for (let project = waiting.shift(); project; project = waiting.shift()) {
    const { code, output } = await tool('typescript/bin/tsc', ['-p', project, '--pretty', 'false']);
    if (code === 0) continue;
    failed.push(project);
    process.stdout.write(output);
  }
}
