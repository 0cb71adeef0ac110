import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { installerConfig } from '../installer.mjs';
import { build } from './build.mjs';
import { prepare } from './prepare.mjs';
import { repositoryRoot } from './repository-root.mjs';
import { log, runScript } from './run-script.mjs';

/**
 * Builds the packages this machine can build and says which it cannot. From the stand-in runtime only a folder, named so
 * that nobody takes it for a release, and a zip of it where 7za is installed.
 */
await runScript(async () => {
  const runtime = await prepare({ log });
  await build({ log });
  process.chdir(repositoryRoot);
  const { build: pack } = await import('electron-builder');
  const config = installerConfig({ standInFolder: runtime.standIn ? path.dirname(runtime.path) : null });

  if (!runtime.standIn) {
    const made = await pack({ config });
    for (const file of made) console.log(file);
    return 0;
  }
  const zip = ['/usr/bin/7za', '/usr/bin/7zz'].find((file) => existsSync(file));
  if (zip) process.env.ELECTRON_BUILDER_7ZIP_PATH = zip;
  else log('no zip: 7za is not installed (apt-get install p7zip-full)');
  const unpacked = path.join(repositoryRoot, 'dist', 'linux-unpacked');
  const folder = path.join(repositoryRoot, 'dist', 'linux-unpacked-testing-not-for-release');
  rmSync(folder, { recursive: true, force: true });
  const made = await pack({ config, linux: zip ? ['zip'] : ['dir'], dir: !zip });
  renameSync(unpacked, folder);
  log('built on the stand-in runtime: for testing, not for release');
  log('not built here: NSIS (Windows), dmg (macOS), AppImage and deb: they need the official Electron and their tools');
  for (const file of [folder, ...made]) console.log(file);
  return 0;
});
