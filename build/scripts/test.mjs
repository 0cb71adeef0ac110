import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { atExit } from './at-exit.mjs';
import { cacheFolder } from './cache-folder.mjs';
import { prepare } from './prepare.mjs';
import { repositoryRoot } from './repository-root.mjs';
import { runCommand } from './run-command.mjs';
import { log, runScript } from './run-script.mjs';
import { openSeedsLine, parseSeeds, readSeedsPage } from './seeds.mjs';
import { tallyPlaywright, tallyVitest } from './test-reports.mjs';

const minuteMs = 60_000;

/**
 * @typedef {{ name: string, command: string, args: string[], env?: NodeJS.ProcessEnv, deadlineMs: number,
 *   needsBuild?: boolean, tally?: () => import('./test-reports.mjs').Tally | undefined }} Stage
 */

/**
 * The caller's environment without the caller's home and desktop, so that no test reaches them.
 * @param {string} home
 * @param {string} electron
 * @returns {NodeJS.ProcessEnv}
 */
function testEnvironment(home, electron) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(XDG_|WAYLAND_)|^(DISPLAY|XAUTHORITY|DBUS_SESSION_BUS_ADDRESS|ELECTRON_RUN_AS_NODE)$/.test(name),
  );
  return { ...Object.fromEntries(kept), HOME: home, TAXPASS_RUNTIME_CACHE: cacheFolder(), TAXPASS_ELECTRON: electron };
}

/**
 * @param {string} folder a temporary folder
 * @param {string} electron the runtime's path
 * @returns {Stage[]}
 */
function stages(folder, electron) {
  const env = testEnvironment(path.join(folder, 'home'), electron);
  const node = process.execPath;
  const modules = path.join(repositoryRoot, 'node_modules');
  /** @param {string} name */
  const script = (name) => path.join(repositoryRoot, 'build', 'scripts', name);
  const unitReport = path.join(folder, 'vitest.json');
  const windowReport = path.join(folder, 'playwright.json');
  const vitest = [path.join(modules, 'vitest', 'vitest.mjs'), 'run', '-c', 'test/vitest.config.ts'];
  const playwright = [
    path.join(modules, 'playwright', 'cli.js'),
    'test',
    '-c',
    'test/playwright.config.ts',
    '--project',
    'window',
  ];
  /** @type {Stage[]} */
  const all = [
    { name: 'check', command: node, args: [script('check.mjs')], deadlineMs: 6 * minuteMs },
    { name: 'build', command: node, args: [script('build.mjs')], deadlineMs: 6 * minuteMs },
    {
      // Under Electron's Node, whose TLS library is the one that ships.
      name: 'unit and integration tests',
      command: electron,
      args: [...vitest, '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
      env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
      deadlineMs: 10 * minuteMs,
      tally: () => tallyVitest(unitReport),
    },
    {
      name: 'window tests',
      command: node,
      args: [...playwright, '--reporter=list,json'],
      env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: windowReport },
      deadlineMs: 22 * minuteMs,
      needsBuild: true,
      tally: () => tallyPlaywright(windowReport),
    },
  ];
  if (existsSync(script('tour.mjs'))) {
    const args = [script('tour.mjs'), '--out', path.join(folder, 'tour')];
    all.push({ name: 'tour', command: node, args, deadlineMs: 8 * minuteMs, needsBuild: true });
  }
  if (existsSync(script('dist-smoke.mjs'))) {
    const args = [script('dist-smoke.mjs')];
    all.push({ name: 'smoke test of the package', command: node, args, deadlineMs: 10 * minuteMs, needsBuild: true });
  }
  return all;
}

/** @param {number} started */
function secondsSince(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/**
 * @param {Stage} stage
 * @returns {Promise<{ ok: boolean, verdict: string, tally: import('./test-reports.mjs').Tally }>}
 */
async function runStage({ name, command, args, env = process.env, deadlineMs, tally }) {
  console.log(`\n=== ${name}`);
  const started = performance.now();
  const { code, timedOut, stderr } = await runCommand(command, args, { env, output: 'inherit', deadlineMs });
  const counted = tally?.() ?? { passed: 0, failed: 0, skipped: [] };
  const noReport = tally !== undefined && counted.passed + counted.failed + counted.skipped.length === 0;
  const ok = code === 0 && counted.failed === 0 && !noReport;
  // What failed outside of any test still counts as one failure.
  if (!ok && counted.failed === 0) counted.failed = 1;
  const why = timedOut
    ? `ended after ${deadlineMs / minuteMs} minutes`
    : code !== 0
      ? `exit code ${code}${stderr && `: ${stderr}`}`
      : noReport
        ? 'no test ran'
        : `${counted.failed} failed`;
  const verdict = `${ok ? 'ok' : `FAILED (${why})`}, ${secondsSince(started)}`;
  console.log(`=== ${name}: ${verdict}`);
  return { ok, verdict, tally: counted };
}

/** @typedef {Awaited<ReturnType<typeof runStage>>} StageResult */

/** @type {StageResult} */
const notRun = {
  ok: false,
  verdict: 'FAILED (not run: the build failed)',
  tally: { passed: 0, failed: 1, skipped: [] },
};

await runScript(async () => {
  const started = performance.now();
  const { path: electron } = await prepare({ log });
  console.log(`=== set-up: ok, ${secondsSince(started)}`);
  const folder = mkdtempSync(path.join(tmpdir(), 'taxpass-test-'));
  const clean = () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // Thrown at the end it would keep what else is to end from ending.
      log(`could not remove ${folder}`);
    }
  };
  const results = [];
  let built = true;
  for (const stage of stages(folder, electron)) {
    const { name, needsBuild } = stage;
    /** @type {Promise<StageResult>} */
    const running = needsBuild && !built ? Promise.resolve(notRun) : runStage(stage);
    // After the stage's own task, which ends its process: a folder in use cannot go.
    const forget = atExit(clean);
    const result = await running;
    forget();
    if (name === 'build') built = result.ok;
    results.push({ name, ...result });
  }
  clean();

  console.log(`\n=== summary, ${secondsSince(started)}`);
  for (const { name, verdict } of results) console.log(`${name}: ${verdict}`);
  const passed = results.reduce((sum, { tally }) => sum + tally.passed, 0);
  const failed = results.reduce((sum, { tally }) => sum + tally.failed, 0);
  const skipped = results.flatMap(({ tally }) => tally.skipped);
  console.log(openSeedsLine(parseSeeds(readSeedsPage())));
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  console.log(`skipped: ${skipped.length}${skipped.length > 0 ? ` (${skipped.join(', ')})` : ''}`);
  return results.every(({ ok }) => ok) ? 0 : 1;
});
