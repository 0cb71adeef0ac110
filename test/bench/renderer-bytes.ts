import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { Language } from '../../electron/contract/language.ts';
import { resultOf, type BenchEntry } from './bench-entry.ts';
import { startBenchDesk } from './bench-desk.ts';

const accounts = 100;

/**
 * Bytes of JavaScript, each file by gzip, that the window asks for before its first account row is painted, its preload
 * script included; of the language that needs the most.
 */
export const rendererBytes: BenchEntry = {
  name: 'renderer.bytes',
  limit: { of: 'value', atMost: 200_000 },
  async run({ folder, log }) {
    const desk = await startBenchDesk(folder, accounts);
    try {
      const values: number[] = [];
      for (const language of Language.options) {
        await writeFile(join(desk.dataFolder, 'settings.json'), JSON.stringify({ language }));
        const app = await desk.start<{ readonly paths: readonly string[] }>('practice', 'window-hook', 'scripts');
        await app.stop();
        const files = ['preload/preload.cjs', ...app.found.paths.map((path) => join('renderer', path))];
        const scripts = await Promise.all(files.map((file) => readFile(join('out', file))));
        const bytes = scripts.reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0);
        log(`renderer.bytes: ${language}, ${files.length} files, ${bytes} bytes`);
        values.push(bytes);
      }
      const most = Math.max(...values);
      return resultOf('bytes', 'React and React DOM alone, bundled and minified', [most], [await reactAlone()]);
    } finally {
      await desk.stop();
    }
  },
};

async function reactAlone(): Promise<number> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { createRoot } from 'react-dom/client'; createRoot(document.body).render('bare');`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0);
}
