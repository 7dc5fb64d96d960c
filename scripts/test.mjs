import { stripVTControlCharacters } from 'node:util';
import { findChromium, installChromium } from './chromium.mjs';
import { playwrightReport, vitestReport } from './reports.mjs';
import { Failed, followNpm, run, setUp, step, tool } from './steps.mjs';

// `npm test`: set-up, then everything that can be checked. One line for each check, details of failures only, and
// `N passed, N failed` alone on the last line.

/** What is left out on a machine of a developer fails where nobody would read of it. */
const strict = process.env.CI === 'true';
const total = { passed: 0, failed: 0 };

followNpm();
await check('Set-up', settingUp);
if (total.failed === 0) {
  // The linter keeps one core busy for as long as the other two take.
  await Promise.all([check('Lint', lint), check('Types', types).then(() => check('Format', format))]);
  await check('Unit tests', () => vitestReport('unit'));
  await check('Server tests', () => vitestReport('server'));
  const missing = await bringServers();
  await check('Stack tests', () => onServers(missing, () => vitestReport('stack')));
  await check('Browser tests', () => onChromium((chromium) => playwrightReport(chromium, 'e2e/playwright.config.ts')));
  await check('Browser tests on the stack', () =>
    onServers(missing, () =>
      onChromium((chromium) => playwrightReport(chromium, 'e2e/instances/playwright.config.ts')),
    ),
  );
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/**
 * @param {string} says
 * @param {() => Promise<import('./reports.mjs').Report>} work
 */
async function check(says, work) {
  const began = performance.now();
  const { passed, failed, leftOut = 0, details = '' } = await work();
  const missed = strict ? leftOut : 0;
  total.passed += passed;
  total.failed += failed + missed;
  const counts = [`${passed} passed`, failed && `${failed} failed`, leftOut && `${leftOut} left out`].filter(Boolean);
  const sign = failed + missed > 0 ? '✗' : '✓';
  console.log(`${sign} ${says}  ${counts.join(', ')}  ${((performance.now() - began) / 1000).toFixed(1)} s`);
  if (details) console.log(indented(details));
}

async function settingUp() {
  try {
    await setUp();
    return { passed: 1, failed: 0 };
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    return { passed: 0, failed: 1, details: error.message };
  }
}

function types() {
  return verdict(run(process.execPath, ['scripts/types.mjs']));
}

function format() {
  return verdict(tool('prettier/bin/prettier.cjs', ['--check', '.', '--log-level', 'warn']));
}

function lint() {
  // A rule about imports that matches nothing is silent but for this warning.
  const isFine = (output) => !output.includes('[boundaries][warning]');
  return verdict(
    tool('eslint/bin/eslint.js', ['.', '--cache', '--cache-location', 'node_modules/.cache/eslint/']),
    isFine,
  );
}

/** nginx, Redis and mongod. → why they can't be had here; undefined: they are there */
async function bringServers() {
  const { code, output } = await step('Looking for nginx, Redis and mongod', () =>
    tool('tsx/dist/cli.mjs', ['stack/bring.ts']),
  );
  return code === 0 ? undefined : output.trim();
}

function onServers(missing, work) {
  return missing === undefined ? work() : { passed: 0, failed: 0, leftOut: 1, details: missing };
}

async function onChromium(work) {
  const chromium = findChromium() ?? (await installChromium());
  if (chromium) return work(chromium);
  const details = 'No Chromium here: install Chromium or Chrome, or name one in CHROMIUM_PATH.';
  return { passed: 0, failed: 0, leftOut: 1, details };
}

/** One check of a tool that only says yes or no. */
async function verdict(running, isFine = () => true) {
  const { code, output } = await running;
  const passed = code === 0 && isFine(output);
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, details: output };
}

function indented(text) {
  return stripVTControlCharacters(text)
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
