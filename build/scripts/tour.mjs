import path from 'node:path';
import { build } from './build.mjs';
import { prepare } from './prepare.mjs';
import { repositoryRoot } from './repository-root.mjs';
import { runCommand } from './run-command.mjs';
import { log, runScript } from './run-script.mjs';

const deadlineMs = 10 * 60_000;

/** `npm run tour -- --out DIR`: drives the built app through the whole main job; DIR/tour.json says how each step went. */
await runScript(async () => {
  const given = process.argv.slice(2);
  const { path: electron } = await prepare({ log });
  await build({ log });
  const { build: bundle } = await import('esbuild');
  // Two folders deep like the scripts it takes in, so that they find the repository.
  const outfile = path.join(repositoryRoot, 'out', 'tour', 'tour.mjs');
  await bundle({
    entryPoints: [path.join(repositoryRoot, 'test', 'tour', 'main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
  // Paths are the caller's; the tour itself runs in the repository.
  const out = given.indexOf('--out') + 1;
  const args = given.map((value, index) => (out > 0 && index === out ? path.resolve(value) : value));
  const { code } = await runCommand(process.execPath, [outfile, ...args], {
    cwd: repositoryRoot,
    env: { ...process.env, TAXPASS_ELECTRON: electron },
    output: 'inherit',
    deadlineMs,
  });
  return code;
});
