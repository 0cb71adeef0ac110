import { expect, test, vi } from 'vitest';
import type { Handlers } from '../../electron/contract/contract.ts';
import { FailureError } from '../../electron/contract/failure.ts';
import { serveCall } from '../../electron/contract/serve.ts';

function serve(handlers: Partial<Handlers>, name: unknown, input: unknown) {
  const faults = vi.fn(() => 'ref');
  const result = serveCall(handlers as Handlers, faults, name, input);
  return { result, faults };
}

test('an answer passes only in the shape of the contract', async () => {
  const good = serve({ 'vault.retry': () => ({}) }, 'vault.retry', {});
  expect(await good.result).toEqual({ ok: true, value: {} });
  const leaking = serve({ 'vault.retry': () => ({ secret: 'x' }) as never }, 'vault.retry', {});
  expect(await leaking.result).toEqual({ ok: false, failure: { code: 'unexpected', reference: 'ref' } });
  expect(leaking.faults).toHaveBeenCalledOnce();
});

test('a failure the call may end with crosses; any other becomes a fault of ours', async () => {
  const named = new FailureError({ code: 'not-found', what: 'account' });
  const remove = () => Promise.reject(named);
  expect(await serve({ 'accounts.remove': remove }, 'accounts.remove', { accountId: 'a' }).result).toEqual({
    ok: false,
    failure: { code: 'not-found', what: 'account' },
  });
  const foreign = () => Promise.reject(new FailureError({ code: 'p12-no-key' }));
  expect(await serve({ 'accounts.remove': foreign }, 'accounts.remove', { accountId: 'a' }).result).toMatchObject({
    failure: { code: 'unexpected' },
  });
  const thrown = () => Promise.reject(new Error('with a secret'));
  const result = await serve({ 'accounts.remove': thrown }, 'accounts.remove', { accountId: 'a' }).result;
  expect(JSON.stringify(result)).not.toContain('secret');
});

test('an unknown name, a name of the prototype and a wrong input reach no handler', async () => {
  const handler = vi.fn(() => ({}));
  for (const name of ['nothing', 'toString', '__proto__', 7, null]) {
    expect(await serve({ 'vault.retry': handler }, name, {}).result).toMatchObject({ ok: false });
  }
  expect(await serve({ 'vault.retry': handler }, 'vault.retry', { path: '/' }).result).toMatchObject({ ok: false });
  expect(handler).not.toHaveBeenCalled();
});
