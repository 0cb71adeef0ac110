import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EndingQuestion } from '../../electron/accounts/ending-questions.ts';
import type { RequestQuestion } from '../../electron/accounts/request-calls.ts';
import { signInAtAnaf } from '../fixtures/anaf-account.ts';
import { anafDriver, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { walkByHand } from '../fixtures/anaf-window.ts';
import { failureOf, openOffice, type Office } from '../fixtures/office.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';

let practice: RunningPractice;
let driver: AnafDriver;
let office: Office;
let accountId: string;
let applicationId: string;
let questions: Array<EndingQuestion | RequestQuestion>;
let says: boolean;
/** Happens while the question stands there. */
let meanwhile: () => Promise<void>;

beforeAll(async () => {
  practice = await startPractice();
  driver = await anafDriver(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  questions = [];
  says = false;
  meanwhile = () => Promise.resolve();
  office = await openOffice(practice, {
    confirm: async (question) => {
      questions.push(question);
      await meanwhile();
      return says;
    },
    openSignInWindow: walkByHand(
      () => driver,
      () => undefined,
    ),
  });
  accountId = await signInAtAnaf(office, driver);
  applicationId = store().account(accountId).applicationId;
});
afterEach(() => office.close());

const store = () => office.workspace.store();
const holder = () => office.workspace.view([], { views: () => [] } as never).accounts[accountId]?.holder ?? '';
const revocations = async () => (await practice.control.log()).filter(({ path }) => path.endsWith('/revoke')).length;

test('a no removes and revokes nothing, and the question names what it is about', async () => {
  const before = store().account(accountId);
  const asked = await revocations();
  expect(await office.calls['accounts.revoke']({ accountId })).toEqual({ outcome: 'declined' });
  const declined = { outcome: 'declined', filesLeft: [] };
  expect(await office.calls['accounts.remove']({ accountId })).toEqual(declined);
  expect(await office.calls['applications.remove']({ applicationId, alsoAccounts: [accountId] })).toEqual(declined);
  expect(store().account(accountId)).toEqual(before);
  expect(await revocations()).toBe(asked);
  expect(holder()).not.toBe('');
  const application = store().application(applicationId).name;
  expect(questions).toEqual([
    { about: 'revoke', account: holder(), place: new URL(driver.ready.authorize).host },
    { about: 'remove-account', account: holder(), lost: 'renewable' },
    { about: 'remove-application', application, accounts: [holder()], lost: 'renewable' },
  ]);
});

test('an account with companies is called by them', async () => {
  const companies = [
    { number: '14399840', name: 'Dante SA' },
    { number: '1590082', name: '' },
  ];
  await store().changeAccount(accountId, (current) => ({ ...current, companies }));
  await office.calls['accounts.remove']({ accountId });
  expect(questions).toMatchObject([{ account: 'Dante SA + 1' }]);
});

test('removing an application is asked about once, however many accounts go, and not where none does', async () => {
  says = true;
  const other = { ...store().account(accountId), id: 'other', certificateId: null };
  await store().saveAccount(other);
  await office.calls['applications.remove']({ applicationId, alsoAccounts: [accountId, 'other'] });
  expect(questions).toHaveLength(1);
  expect(store().accounts()).toEqual([]);
  const empty = await office.saveApplication({ profile: 'anaf', name: 'Empty', redirectUris: [], scopes: [] });
  await office.calls['applications.remove']({ applicationId: empty });
  expect(questions).toHaveLength(1);
});

test('what changed while the question stood there counts: an account that came, or was moved', async () => {
  says = true;
  meanwhile = () => store().saveAccount({ ...store().account(accountId), id: 'new', certificateId: null });
  const removal = office.calls['applications.remove']({ applicationId, alsoAccounts: [accountId] });
  expect(await failureOf(Promise.resolve(removal))).toEqual({ code: 'in-use', what: 'application', accounts: ['new'] });
  expect(store().accounts()).toHaveLength(2);
  meanwhile = () => store().changeAccount(accountId, (current) => ({ ...current, standing: 'moved' }));
  const asked = await revocations();
  expect(await failureOf(Promise.resolve(office.calls['accounts.revoke']({ accountId })))).toEqual({
    code: 'renewal-elsewhere',
    standing: 'moved',
  });
  expect(await revocations()).toBe(asked);
});

test('an account that is not there is not asked about', async () => {
  expect(await failureOf(Promise.resolve(office.calls['accounts.remove']({ accountId: 'gone' })))).toMatchObject({
    code: 'not-found',
  });
  expect(questions).toEqual([]);
});
