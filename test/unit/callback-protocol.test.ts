import { expect, test, vi } from 'vitest';
import { callbackArgument } from '../../electron/signin/callback-argument.ts';

const asked = vi.hoisted((): unknown[][] => []);
vi.mock('electron', () => ({
  app: {
    isPackaged: true,
    setAsDefaultProtocolClient: (...words: unknown[]) => asked.push(words) > 0,
  },
}));

test('what Windows starts for an address has it after the two dashes, where alone one is looked for', async () => {
  const { registerCallbackScheme } = await import('../../electron/desktop/callback-protocol.ts');
  expect(registerCallbackScheme('taxpass')).toBe(true);
  const [, program, args] = asked[0] ?? [];
  expect(asked).toEqual([['taxpass', process.execPath, ['--']]]);
  const started = [program, ...(args as string[]), 'taxpass://oauth/callback?code=a'] as string[];
  expect(callbackArgument(started, 'taxpass')).toBe('taxpass://oauth/callback?code=a');
});
