import { expect, test } from 'vitest';
import { systemLanguage } from '../../electron/desktop/system-language.ts';

test.each([
  [['ro-RO', 'en-US'], 'ro'],
  [['sv-FI'], 'sv'],
  [['sv_SE'], 'sv'],
  [['RO'], 'ro'],
  [['hu-HU', 'ro', 'en'], 'ro'],
  [['en-US', 'ro'], 'en'],
  [['de-DE', 'fr'], 'en'],
  [[], 'en'],
  [['', 'rom-x', 'svenska', 'C'], 'en'],
] as const)('of %j it is %s', (preferred, language) => {
  expect(systemLanguage(preferred)).toBe(language);
});
