import { expect, it } from 'vitest';
import { createFormats } from '../../renderer/i18n/formats.ts';
import { toldApart } from '../../renderer/ui/told-apart.ts';

const formats = createFormats('en-GB', 'UTC');
const morning = Date.UTC(2026, 8, 14, 9, 30, 5);
const now = Date.UTC(2026, 8, 14, 16);

it('says times to the minute where that tells them apart', () => {
  const told = toldApart([morning, morning + 60_000], now, formats);
  expect([morning, morning + 60_000].map(told)).toEqual(['09:30', '09:31']);
});

it('says all of them exactly where two of one minute would read alike', () => {
  const told = toldApart([morning, morning + 30_000, now], now, formats);
  expect([morning, morning + 30_000].map(told)).toEqual([
    '14 Sept 2026 09:30:05 +00:00',
    '14 Sept 2026 09:30:35 +00:00',
  ]);
});

it('takes one time that stands twice for one', () => {
  expect(toldApart([morning, morning], now, formats)(morning)).toBe('09:30');
});
