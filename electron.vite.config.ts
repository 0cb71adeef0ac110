import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** Main asks for the first words of a language by this name, before any script does. */
function firstWordsOf(moduleId: string | null): string | null {
  const [, language] = /renderer\/i18n\/(\w+)\/first\.ts$/.exec(moduleId ?? '') ?? [];
  return language === undefined ? null : `first-words-${language}`;
}

/** What electron-store would read at every start for nothing. */
const noSchemaChecks = fileURLToPath(new URL('electron/desktop/no-schema-checks.ts', import.meta.url));

// Everything but Electron itself is bundled: the package then holds no node_modules.
export default defineConfig({
  main: {
    resolve: { alias: { 'ajv/dist/2020.js': noSchemaChecks, 'ajv-formats': noSchemaChecks } },
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: 'electron/main.ts',
          'p12-worker': 'electron/certificates/p12-worker.ts',
          practice: 'electron/practice/main.ts',
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          // Half a start is reading this file. Names stay, for what is written about faults.
          minify: { mangle: false, compress: true, codegen: true },
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    // Of its thirty languages react-aria keeps those that the window speaks, and en-US, to which it falls back.
    plugins: [react(), optimizeLocales.vite({ locales: ['en-US', 'ro-RO', 'sv-SE'] })],
    build: {
      minify: true,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 900,
      rolldownOptions: {
        input: { index: 'renderer/index.html' },
        // What is needed first comes in one file: each one more is asked of main, which opens the vault meanwhile.
        output: {
          codeSplitting: { groups: [{ name: 'needed-first', tags: ['$initial'] }] },
          chunkFileNames: ({ facadeModuleId }) => `assets/${firstWordsOf(facadeModuleId) ?? '[name]-[hash]'}.js`,
        },
      },
    },
  },
});
