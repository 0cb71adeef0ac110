import path from 'node:path';
import { prepare } from './prepare.mjs';
import { repositoryRoot } from './repository-root.mjs';
import { runCommand } from './run-command.mjs';
import { log, runScript } from './run-script.mjs';

/** Packages the app as `npm run dist` does and tries the artefact itself; the package must start. */
await runScript(async () => {
  await prepare({ log });
  const dist = await runCommand(process.execPath, [path.join(repositoryRoot, 'build', 'scripts', 'dist.mjs')]);
  if (dist.code !== 0) {
    console.error(dist.stderr);
    return dist.code;
  }
  const made = path.join(repositoryRoot, 'dist', 'linux-unpacked');
  const folder = dist.stdout.split('\n').find((line) => line.startsWith(made));
  if (!folder) {
    log('the package is not tried here: it is for another system');
    return 0;
  }
  const playwright = path.join(repositoryRoot, 'node_modules', 'playwright', 'cli.js');
  const config = path.join(repositoryRoot, 'test', 'playwright.config.ts');
  const { code } = await runCommand(process.execPath, [playwright, 'test', '-c', config, '--project', 'package'], {
    env: { ...process.env, TAXPASS_PACKAGE: folder.trim() },
    output: 'inherit',
  });
  return code;
});
