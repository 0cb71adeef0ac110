import { expect, test } from 'vitest';
import { createCallbacks } from '../../electron/accounts/callbacks.ts';
import { skatteverketPer } from '../../electron/authorities/skatteverket.ts';
import { startAttempt } from '../../electron/signin/attempt.ts';

const redirectUri = 'taxpass://oauth/callback';
const begin = (id: string, uri = redirectUri) =>
  startAttempt(skatteverketPer, { id, route: 'browser', redirectUri: uri, scheme: 'taxpass', scopes: ['agd'], now: 0 });

test('a callback goes to the attempt whose state it carries, once', async () => {
  const callbacks = createCallbacks();
  const [first, second] = [begin('1'), begin('2')];
  const abort = new AbortController();
  const waits = [callbacks.wait(first, abort.signal), callbacks.wait(second, abort.signal)];
  const address = `${redirectUri}?code=b&state=${second.state ?? ''}`;
  expect(callbacks.deliver(address)).toBe(true);
  expect((await waits[1])?.href).toBe(address);
  expect(callbacks.deliver(address)).toBe(false);
  expect(callbacks.deliver(`${redirectUri}?code=a&state=${first.state ?? ''}`)).toBe(true);
  expect((await waits[0])?.searchParams.get('code')).toBe('a');
});

test('a wrong state, another address and nonsense neither end nor extend an attempt', async () => {
  const callbacks = createCallbacks();
  const attempt = begin('1');
  const wait = callbacks.wait(attempt, new AbortController().signal);
  const state = attempt.state ?? '';
  for (const address of [
    `${redirectUri}?code=a&state=other`,
    `${redirectUri}?code=a`,
    `${redirectUri}?code=a&code=b&state=${state}`,
    `taxpass://oauth/other?code=a&state=${state}`,
    `taxpass://evil/callback?code=a&state=${state}`,
    `https://oauth/callback?code=a&state=${state}`,
    'nonsense',
    '',
  ]) {
    expect(callbacks.deliver(address)).toBe(false);
  }
  expect(callbacks.deliver(`${redirectUri}?error=access_denied&state=${state}`)).toBe(true);
  expect((await wait).searchParams.get('error')).toBe('access_denied');
});

test('a pasted address says what is wrong with it, and the attempt goes on', async () => {
  const callbacks = createCallbacks();
  const attempt = begin('1', 'https://localhost/my-redirect-uri');
  const wait = callbacks.wait(attempt, new AbortController().signal);
  const paste = (address: string) => () => callbacks.paste('1', address);
  expect(paste('https://localhost/other?code=a')).toThrow('callback-elsewhere');
  expect(paste('not an address')).toThrow('callback-elsewhere');
  expect(paste('https://localhost/my-redirect-uri')).toThrow('callback-malformed');
  expect(paste('https://localhost/my-redirect-uri?code=a')).toThrow('callback-state-missing');
  expect(paste('https://localhost/my-redirect-uri?code=a&state=b')).toThrow('callback-state-wrong');
  callbacks.paste('1', `  https://localhost/my-redirect-uri?code=a&state=${attempt.state ?? ''}\n`);
  expect((await wait).searchParams.get('code')).toBe('a');
  expect(paste('https://localhost/my-redirect-uri?code=a')).toThrow('not-found');
});

test('an aborted wait rejects with the reason and takes nothing any more', async () => {
  const callbacks = createCallbacks();
  const attempt = begin('1');
  const abort = new AbortController();
  const wait = callbacks.wait(attempt, abort.signal);
  abort.abort(new Error('cancelled'));
  await expect(wait).rejects.toThrow('cancelled');
  expect(callbacks.deliver(`${redirectUri}?code=a&state=${attempt.state ?? ''}`)).toBe(false);
});
