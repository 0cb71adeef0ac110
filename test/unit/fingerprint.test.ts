import { expect, it } from 'vitest';
import { fingerprintText } from '../../electron/contract/fingerprint.ts';

it('is written in one form, whatever form it comes in', () => {
  const written = '0A:FF:10:9C';
  for (const form of ['0aff109c', '0AFF109C', '0a:ff:10:9c', written]) expect(fingerprintText(form)).toBe(written);
  expect(fingerprintText('')).toBe('');
});
