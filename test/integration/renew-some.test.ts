import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { signInAtAnaf } from '../fixtures/anaf-account.ts';
import { anafDriver, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { walkByHand } from '../fixtures/anaf-window.ts';
import { openOffice, type Office } from '../fixtures/office.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';

let practice: RunningPractice;
let driver: AnafDriver;
let office: Office;

beforeAll(async () => {
  practice = await startPractice();
  driver = await anafDriver(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  office = await openOffice(practice, {
    openSignInWindow: walkByHand(
      () => driver,
      () => undefined,
    ),
  });
});
afterEach(() => office.close());

const tokenOf = (accountId: string) => office.workspace.store().account(accountId).grant?.accessToken;
const start = async (accountIds?: string[]): Promise<number> => {
  const { accounts } = await office.calls['renewals.start'](accountIds === undefined ? {} : { accountIds });
  await expect.poll(() => office.renewals.view().renewalRun?.state).not.toBe('running');
  return accounts;
};

test('named accounts are renewed before they are due, and no others', async () => {
  const one = await signInAtAnaf(office, driver, { name: 'Facturare' });
  const store = office.workspace.store();
  await store.saveAccount({ ...store.account(one), id: 'other' });
  const before = tokenOf(one);
  expect(await start()).toBe(0);
  expect(await start(['nobody'])).toBe(0);
  expect(tokenOf(one)).toBe(before);
  expect(await start([one, 'nobody'])).toBe(1);
  expect(office.renewals.view().renewalRun).toMatchObject({ total: 1, renewed: 1, failed: [] });
  expect(tokenOf(one)).not.toBe(before);
  expect(await start([one, 'other'])).toBe(2);
});

test('one that needs a person, or that another computer renews, is left alone', async () => {
  const one = await signInAtAnaf(office, driver);
  const store = office.workspace.store();
  await store.changeAccount(one, (account) => ({ ...account, standing: 'moved' }));
  expect(await start([one])).toBe(0);
  await store.changeAccount(one, (account) => ({ ...account, standing: 'here', hasOtherCopy: true }));
  expect(await start([one])).toBe(0);
  await store.changeAccount(one, (account) => ({ ...account, hasOtherCopy: false, grantEnded: true }));
  expect(await start([one])).toBe(0);
});
