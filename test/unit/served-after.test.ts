import { expect, it } from 'vitest';
import type { Handlers } from '../../electron/contract/contract.ts';
import { servedAfter } from '../../electron/desktop/served-after.ts';
import { createWindowLock } from '../../electron/desktop/window-lock.ts';
import { failureOf } from '../fixtures/office.ts';

/** A call of the window that waits for the practice authorities, behind the lock as main has it. */
function setting() {
  let come = (): void => undefined;
  const isThere = new Promise<void>((resolve) => (come = resolve));
  const windowLock = createWindowLock({
    announceAll: () => undefined,
    onLock: () => undefined,
    isVaultReady: () => true,
  });
  const sent: unknown[] = [];
  const calls = {
    'accounts.namePerson': (input: unknown) => {
      sent.push(input);
      return {};
    },
  };
  const handlers = windowLock.guarded(servedAfter(isThere, windowLock.refuseLocked, calls) as unknown as Handlers);
  const name = () => Promise.resolve(handlers['accounts.namePerson']({ accountId: 'a', person: 'Anna' }));
  return { windowLock, come: () => come(), name, sent };
}

const locked = { code: 'vault-not-ready', state: 'locked' };

it('is served once what it waits for is there, and at once from then on', async () => {
  const { come, name, sent } = setting();
  const waiting = name();
  await Promise.resolve();
  expect(sent).toHaveLength(0);
  come();
  expect(await waiting).toEqual({});
  await name();
  expect(sent).toHaveLength(2);
});

it('is not carried out behind a lock that came while it waited', async () => {
  const { windowLock, come, name, sent } = setting();
  const waiting = failureOf(name());
  windowLock.lock();
  come();
  expect(await waiting).toEqual(locked);
  expect(sent).toHaveLength(0);
  expect(await failureOf(name())).toEqual(locked);
  windowLock.unlock();
  expect(await name()).toEqual({});
});
