import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { installNodeModules } from './node-modules.mjs';
import { repositoryRoot } from './repository-root.mjs';
import { runCommand } from './run-command.mjs';
import { log, runScript } from './run-script.mjs';

const deadlineMs = 4 * 60_000;

/** ESLint's configuration holds the layering too. */
const checks = /** @type {const} */ ([
  { name: 'types', cli: 'typescript/bin/tsc', args: ['-b', '--pretty'] },
  { name: 'lint and layering', cli: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  { name: 'unused code', cli: 'knip/bin/knip.js', args: [] },
  { name: 'formatting', cli: 'prettier/bin/prettier.cjs', args: ['--check', '.', '--log-level', 'warn'] },
]);

/**
 * Runs every check side by side and shows what those that failed said.
 * @param {{ log: (line: string) => void }} context
 * @returns {Promise<string[]>} the names of those that failed
 */
async function check({ log }) {
  await installNodeModules({ log });
  const runs = checks.map(async ({ name, cli, args }) => {
    const started = performance.now();
    const file = path.join(repositoryRoot, 'node_modules', cli);
    const { code, stdout, stderr, timedOut } = await runCommand(process.execPath, [file, ...args], { deadlineMs });
    return { name, code, said: `${stdout}${stderr}`, timedOut, seconds: (performance.now() - started) / 1000 };
  });
  const failed = [];
  for (const run of runs) {
    const { name, code, said, timedOut, seconds } = await run;
    const verdict = code === 0 ? 'ok' : timedOut ? 'not finished in time' : 'failed';
    console.log(`check: ${name}: ${verdict} (${seconds.toFixed(1)} s)`);
    if (code === 0) continue;
    console.log(said.trimEnd());
    failed.push(name);
  }
  return failed;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    const failed = await check({ log });
    console.log(failed.length === 0 ? 'check: all ok' : `check: failed: ${failed.join(', ')}`);
    return failed.length === 0 ? 0 : 1;
  });
}
