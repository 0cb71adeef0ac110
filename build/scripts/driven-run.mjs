import path from 'node:path';
import { build } from './build.mjs';
import { prepare } from './prepare.mjs';
import { repositoryRoot } from './repository-root.mjs';
import { runCommand } from './run-command.mjs';
import { log } from './run-script.mjs';

/**
 * Runs `test/<name>/main.ts`, which drives the built app from outside. The arguments of this process are the run's;
 * `--out` is made absolute.
 * @param {'tour' | 'pictures'} name
 * @param {number} deadlineMs after so many ms the run is ended
 * @returns {Promise<number>} the run's exit code
 */
export async function runDriven(name, deadlineMs) {
  const given = process.argv.slice(2);
  const { path: electron } = await prepare({ log });
  await build({ log });
  const { build: bundle } = await import('esbuild');
  // Two folders deep like the scripts it takes in, so that they find the repository.
  const outfile = path.join(repositoryRoot, 'out', name, `${name}.mjs`);
  await bundle({
    entryPoints: [path.join(repositoryRoot, 'test', name, 'main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  // Paths are the caller's; the run itself is in the repository.
  const out = given.indexOf('--out') + 1;
  const args = given.map((value, index) => (out > 0 && index === out ? path.resolve(value) : value));
  const { code } = await runCommand(process.execPath, [outfile, ...args], {
    cwd: repositoryRoot,
    env: { ...process.env, TAXPASS_ELECTRON: electron },
    output: 'inherit',
    deadlineMs,
  });
  return code;
}
