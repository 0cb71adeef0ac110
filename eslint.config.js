import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const electronModule = {
  name: 'electron',
  message: 'Only main.ts, preload.ts and desktop/ may import electron; pass what you need in as a value.',
};
const rendererFiles = { group: ['**/renderer/**'], message: 'Arrows run renderer → contract ← electron.' };
const practiceFiles = {
  group: ['**/practice/**'],
  message: 'The practice authorities are a process of their own: nothing imports them.',
};

/** The folders under electron/ that a folder may import from, besides itself; see docs/architecture.md. */
const layers = {
  contract: [],
  vault: [],
  authorities: ['contract'],
  network: ['contract'],
  certificates: ['contract'],
  tokens: ['contract', 'authorities', 'network'],
  signin: ['contract', 'authorities', 'network', 'tokens'],
  requests: ['contract', 'authorities', 'network'],
  activity: ['contract', 'vault'],
  handover: ['contract', 'vault'],
  transfer: ['contract', 'vault'],
  notices: ['contract', 'activity', 'authorities', 'tokens'],
  accounts: [
    'contract',
    'authorities',
    'network',
    'certificates',
    'tokens',
    'signin',
    'requests',
    'vault',
    'activity',
    'handover',
    'transfer',
    'notices',
  ],
};

function layerRule([folder, allowed]) {
  const banned = [...Object.keys(layers), 'desktop'].filter((name) => name !== folder && !allowed.includes(name));
  return {
    files: [`electron/${folder}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [electronModule],
          patterns: [
            rendererFiles,
            practiceFiles,
            {
              group: banned.map((name) => `**/${name}/**`),
              message: `electron/${folder} may import only: ${allowed.join(', ') || 'nothing of ours'}.`,
            },
          ],
        },
      ],
    },
  };
}

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'node_modules/', 'tour/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // desktop/app-scheme.ts says why; Electron has nothing in its place that is not an experiment.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', package: 'electron', name: 'registerBufferProtocol' }] },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Objects here are closures; nothing but errors is a class, and `this` is not used.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['*.config.ts', 'test/*.config.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
  {
    files: ['build/**/*.mjs', 'eslint.config.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        AbortSignal: 'readonly',
        AbortController: 'readonly',
        fetch: 'readonly',
        window: 'readonly',
        document: 'readonly',
      },
    },
  },
  ...Object.entries(layers).map(layerRule),
  {
    files: ['electron/desktop/**/*.ts', 'electron/main.ts', 'electron/preload.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [practiceFiles] }] },
  },
  {
    files: ['electron/practice/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [electronModule],
          patterns: [
            rendererFiles,
            {
              group: [...Object.keys(layers), 'desktop'].flatMap((name) => [`../${name}/**`, `../../${name}/**`]),
              message: 'The practice authorities import nothing from the rest.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-imports': [
        'error',
        {
          paths: [electronModule],
          patterns: [
            {
              regex: 'electron/(?!contract/)',
              message: 'The renderer knows the main process only through electron/contract.',
            },
            { group: ['node:*'], message: 'The renderer has no Node.' },
          ],
        },
      ],
    },
  },
  {
    files: ['electron/**/*.ts', 'renderer/**/*.{ts,tsx}'],
    ignores: ['electron/desktop/open-external.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'ipcMain', property: 'on', message: 'One bridge: electron/desktop/bridge.ts.' },
        { object: 'webContents', property: 'send', message: 'One bridge: electron/desktop/bridge.ts.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='shell'][property.name='openExternal']",
          message: 'Only electron/desktop/open-external.ts opens a link.',
        },
      ],
    },
  },
);
