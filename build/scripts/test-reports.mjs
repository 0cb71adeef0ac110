import { readFileSync } from 'node:fs';

/**
 * @typedef {{ passed: number, failed: number, skipped: string[] }} Tally
 * @typedef {{ title: string, tests: { status: string }[] }} PlaywrightSpec
 * @typedef {{ title: string, suites?: PlaywrightSuite[], specs?: PlaywrightSpec[] }} PlaywrightSuite
 */

/**
 * @param {string} file
 * @returns {any} undefined where the runner wrote no report
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file vitest's JSON report
 * @returns {Tally | undefined}
 */
export function tallyVitest(file) {
  /** @type {{ testResults: { status: string, assertionResults: { status: string, fullName: string }[] }[] } | undefined} */
  const report = readReport(file);
  if (!report) return undefined;
  const tests = report.testResults.flatMap((result) => result.assertionResults);
  // A file that fails before its tests exist has none to count.
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length + brokenFiles.length,
    skipped: tests.filter((test) => !['passed', 'failed'].includes(test.status)).map((test) => test.fullName.trim()),
  };
}

/**
 * @param {string} file Playwright's JSON report
 * @returns {Tally | undefined}
 */
export function tallyPlaywright(file) {
  /** @type {{ suites: PlaywrightSuite[], errors?: unknown[] } | undefined} */
  const report = readReport(file);
  if (!report) return undefined;
  const tests = report.suites.flatMap((suite) => testsOf(suite, []));
  return {
    passed: tests.filter(({ status }) => status === 'expected' || status === 'flaky').length,
    failed: tests.filter(({ status }) => status === 'unexpected').length + (report.errors?.length ?? 0),
    skipped: tests.filter(({ status }) => status === 'skipped').map(({ name }) => name),
  };
}

/**
 * @param {PlaywrightSuite} suite
 * @param {readonly string[]} above
 * @returns {{ name: string, status: string }[]}
 */
function testsOf(suite, above) {
  const titles = [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ status }) => ({ name: [...titles, spec.title].join(' › '), status })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, titles))];
}
