import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { findChromium, installChromium } from './chromium.mjs';
import { playwrightReport, vitestReport } from './reports.mjs';
import { Failed, followNpm, ROOT, run, setUp, tool } from './steps.mjs';

// `npm test`: set-up, then everything that can be checked. One line for each check, details of failures only, and
// `N passed, N failed` alone on the last line.

/** What is left out on a machine of a developer fails where nobody would read of it. */
const strict = process.env.CI === 'true';
const total = { passed: 0, failed: 0 };

followNpm();
await check('Set-up', settingUp);
if (total.failed === 0) {
  await check('Types', () => verdict(run(process.execPath, ['scripts/types.mjs'])));
  await check('Lint', lint);
  await check('Format', () => verdict(tool('prettier/bin/prettier.cjs', ['--check', '.', '--log-level', 'warn'])));
  await check('Unit tests', () => vitestReport('unit'));
  await check('Server tests', () => vitestReport('server'));
  if (existsSync(join(ROOT, 'e2e/playwright.config.ts'))) await check('Browser tests', browserTests);
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

function lint() {
  // A rule about imports that matches nothing is silent but for this warning.
  const isFine = (output) => !output.includes('[boundaries][warning]');
  return verdict(
    tool('eslint/bin/eslint.js', ['.', '--cache', '--cache-location', 'node_modules/.cache/eslint/']),
    isFine,
  );
}

async function browserTests() {
  const chromium = findChromium() ?? (await installChromium());
  if (chromium) return playwrightReport(chromium);
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
