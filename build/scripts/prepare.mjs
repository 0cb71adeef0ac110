import { installDebianPackages } from './debian-packages.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { installNodeModules } from './node-modules.mjs';

/**
 * Makes a clone ready to run: dependencies, Debian packages, the Electron runtime. Quick when nothing is missing.
 * @param {{ log: (line: string) => void }} context
 * @returns {Promise<{ path: string, version: string, standIn: boolean }>} the runtime
 */
export async function prepare({ log }) {
  await installNodeModules({ log });
  await installDebianPackages({ log });
  return resolveElectron({ log });
}
