import { expect, test } from 'vitest';
import { plainName } from '../../electron/desktop/plain-name.ts';

test.each([
  ['lines and directions of writing', 'Ana\n\n\u202EPop\u2028', 'Ana Pop'],
  ['runs of blanks, of whatever kind', `CA${'\u00a0 \u2003'.repeat(40)}SHA-256: 00`, 'CA SHA-256: 00'],
  ['letters that are drawn as nothing', '\u3164\u2800\u115f', ''],
  ['marks that would end its own', 'Alfa”, “Beta„ "Gama" «Delta»', 'Alfa’, ’Beta’ ’Gama’ ’Delta’'],
])('a name brings into a text no %s', (_what, name, plain) => {
  expect(plainName(name)).toBe(plain);
});

test('a name stays what it is', () => {
  for (const name of ['Ștefan și Fiii SRL', "O'Neil & Co. (Öst)", '山田', 'D’Artagnan']) {
    expect(plainName(name)).toBe(name);
  }
});
