import { homedir } from 'node:os';
import path from 'node:path';

/** @returns {string} the folder outside the clone that keeps runtimes: `$TAXPASS_RUNTIME_CACHE`, else the platform's cache */
export function cacheFolder() {
  const { TAXPASS_RUNTIME_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (TAXPASS_RUNTIME_CACHE) return path.resolve(TAXPASS_RUNTIME_CACHE);
  const home = homedir();
  const base =
    process.platform === 'darwin'
      ? path.join(home, 'Library', 'Caches')
      : process.platform === 'win32'
        ? (LOCALAPPDATA ?? path.join(home, 'AppData', 'Local'))
        : XDG_CACHE_HOME && path.isAbsolute(XDG_CACHE_HOME)
          ? XDG_CACHE_HOME
          : path.join(home, '.cache');
  return path.join(base, 'taxpass-runtime');
}
