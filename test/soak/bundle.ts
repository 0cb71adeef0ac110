import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles a script of the tests, with all it imports, into a CommonJS file that starts quickly; gives its path.
 * @param name the script, seen from `test/`, such as `soak/renewal-child.ts`
 */
export async function bundleScript(name: string, folder: string): Promise<string> {
  const outfile = join(folder, basename(name).replace(/\.ts$/, '.cjs'));
  await build({
    // From the bundle in out/soak as from here: two folders below the repository.
    entryPoints: [fileURLToPath(new URL(`../../test/${name}`, import.meta.url))],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['electron'],
    logLevel: 'error',
  });
  return outfile;
}
