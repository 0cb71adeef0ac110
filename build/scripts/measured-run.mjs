import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { atExit } from './at-exit.mjs';
import { build } from './build.mjs';
import { cacheFolder } from './cache-folder.mjs';
import { prepare } from './prepare.mjs';
import { sessionFolder } from './private-desktop.mjs';
import { repositoryRoot } from './repository-root.mjs';
import { runCommand } from './run-command.mjs';
import { log } from './run-script.mjs';

/**
 * Runs `test/<name>/main.ts` under Electron's Node, whose TLS library is the one that ships, with a HOME and a temporary
 * folder of its own. The arguments of this process are the run's; `--out` is made absolute.
 * @param {'bench' | 'soak'} name
 * @param {{ needsBuild: boolean }} options `needsBuild`: it starts the built app
 * @returns {Promise<number>} the run's exit code
 */
export async function runMeasured(name, { needsBuild }) {
  const given = process.argv.slice(2);
  const { path: electron } = await prepare({ log });
  if (needsBuild) await build({ log });
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
  const folder = sessionFolder();
  const clean = () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    } catch {
      log(`could not remove ${folder}`);
    }
  };
  const home = path.join(folder, 'home');
  mkdirSync(home);
  const kept = Object.entries(process.env).filter(
    ([variable]) => !/^(XDG_|WAYLAND_)|^(DISPLAY|XAUTHORITY|DBUS_SESSION_BUS_ADDRESS)$/.test(variable),
  );
  const out = given.indexOf('--out') + 1;
  const args = given.map((value, index) => (out > 0 && index === out ? path.resolve(value) : value));
  const running = runCommand(electron, [outfile, ...args], {
    env: {
      ...Object.fromEntries(kept),
      HOME: home,
      TMPDIR: folder,
      TAXPASS_RUNTIME_CACHE: cacheFolder(),
      TAXPASS_ELECTRON: electron,
      ELECTRON_RUN_AS_NODE: '1',
    },
    output: 'inherit',
  });
  // After the run's own, which ends it: a folder in use cannot go.
  const forget = atExit(clean);
  const { code } = await running;
  forget();
  clean();
  return code;
}
