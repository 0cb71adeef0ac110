import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPastedToken, PASTED_LIFE_MS } from '../../electron/accounts/pasted-token.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a pasted token is forgotten after ten minutes, and a newer one gets ten of its own', () => {
  const pasted = createPastedToken();
  const first = pasted.keep('first');
  vi.advanceTimersByTime(PASTED_LIFE_MS - 1);
  expect(pasted.get(first)).toBe('first');
  const second = pasted.keep('second');
  vi.advanceTimersByTime(PASTED_LIFE_MS - 1);
  expect(pasted.get(second)).toBe('second');
  expect(() => pasted.get(first)).toThrow('not-found');
  vi.advanceTimersByTime(1);
  expect(() => pasted.get(second)).toThrow('not-found');
  expect(PASTED_LIFE_MS).toBe(600_000);
});
