import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tool } from './steps.mjs';

// What the test runners found, from their JSON reports.

/**
 * @typedef {object} Report
 * @property {number} passed
 * @property {number} failed
 * @property {number} [leftOut] skipped or not yet written
 * @property {string} [details] of what failed or was left out
 */

/**
 * @param {'unit' | 'server' | 'stack'} project
 * @returns {Promise<Report>}
 */
export function vitestReport(project) {
  return withReport(
    (file) => tool('vitest/vitest.mjs', ['run', '--project', project, '--reporter', 'json', '--outputFile', file]),
    ({ testResults, numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => {
      // A file that cannot even be loaded has no tests that could fail.
      const broken = testResults.filter(({ status, assertionResults }) => {
        return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
      });
      const failed = testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter((test) => test.status === 'failed')
          .map((test) => `${name}\n  ${test.fullName}\n${test.failureMessages.join('\n')}`),
      );
      return {
        passed: numPassedTests,
        failed: numFailedTests + broken.length,
        leftOut: numPendingTests + numTodoTests,
        details: [...broken.map(({ name, message }) => `${name}\n${message}`), ...failed].join('\n\n'),
      };
    },
  );
}

/**
 * @param {string} chromium path of the browser
 * @param {string} config of Playwright
 * @returns {Promise<Report>}
 */
export function playwrightReport(chromium, config) {
  return withReport(
    (file) =>
      tool('@playwright/test/cli.js', ['test', '--config', config, '--reporter', 'json'], {
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      }),
    ({ stats, suites, errors }) => ({
      passed: stats.expected,
      // One that passes at the second try is a defect of the test or of the product.
      failed: stats.unexpected + stats.flaky + errors.length,
      leftOut: stats.skipped,
      details: [...errors.map((error) => error.message), ...suites.flatMap(failuresIn)].join('\n\n'),
    }),
  );
}

function failuresIn({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ title, file, line, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .flatMap(({ results }) => results.flatMap((result) => result.errors))
      .map((error) => `${file}:${line} ${title}\n${error.message ?? ''}`),
  );
  return [...own, ...suites.flatMap(failuresIn)];
}

/** Runs a test runner that writes a report, and reads it. A runner that fails without a failed test counts as one. */
async function withReport(start, read) {
  const folder = mkdtempSync(join(tmpdir(), 'trainer-report-'));
  const file = join(folder, 'report.json');
  try {
    const { code, output } = await start(file);
    const report = parsed(file);
    const result = report ? read(report) : { passed: 0, failed: 0 };
    if (code === 0 && report) return result;
    return result.failed > 0 ? result : { ...result, failed: 1, details: output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function parsed(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
