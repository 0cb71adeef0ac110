import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { MAX_COMPANIES } from '../../electron/contract/limits.ts';
import { contract } from '../../electron/contract/contract.ts';
import { signInAtAnaf } from '../fixtures/anaf-account.ts';
import { anafDriver, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { walkByHand } from '../fixtures/anaf-window.ts';
import { failureOf, openOffice, type Office } from '../fixtures/office.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';

let practice: RunningPractice;
let driver: AnafDriver;
let office: Office;
let accountId: string;

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
  accountId = await signInAtAnaf(office, driver);
});
afterEach(() => office.close());

const companies = (at = office) => at.workspace.store().account(accountId).companies;
const set = (list: Array<{ number: string; name: string }>) =>
  office.calls['companies.set']({ accountId, companies: list }) as Promise<unknown>;
const alfa = { number: '14399840', name: 'Alfa SRL' };

test('companies that were read are set, told to the window, and there after a restart; the grant stays', async () => {
  const grant = office.workspace.store().account(accountId).grant;
  const reading = contract['companies.read'].output.parse(
    await office.calls['companies.read']({ accountId, text: 'CUI\tNume\nRO 14399840\tAlfa SRL\n1590082' }),
  );
  expect(companies()).toEqual([]);
  await set(reading.companies.map(({ number, name }) => ({ number, name: ` ${name}\n` })));
  const expected = [alfa, { number: '1590082', name: '' }];
  expect(companies()).toEqual(expected);
  expect(office.changes.findLast(({ kind }) => kind === 'accounts')).toMatchObject({ value: { companies: expected } });
  expect(office.workspace.store().account(accountId).grant).toEqual(grant);
  const again = await office.reopen();
  expect(companies(again)).toEqual(expected);
});

test('of a name what is not seen is not kept: no direction of writing, no invisible part', async () => {
  const name = (text: string) => ({ number: '14399840', name: text });
  for (const [text, kept] of [
    ['\u202eLRS afla\u202c SRL', 'LRS afla SRL'],
    ['\u2067Alfa\u2069\u200b \u200eSRL\ufeff', 'Alfa SRL'],
    ['Al\u00adfa\u0000SRL', 'Alfa SRL'],
    ['Öberg & Söner – Țară', 'Öberg & Söner – Țară'],
    ['\u202e\u200b', ''],
  ] as const) {
    await set([name(text)]);
    expect(companies()).toEqual([name(kept)]);
  }
});

test('a renewal under way loses no companies, nor they its tokens', async () => {
  const before = office.workspace.store().account(accountId).grant?.accessToken;
  const renewing = office.calls['accounts.renew']({ accountId, replaceLiving: true, pin: null });
  await set([alfa]);
  await renewing;
  const account = office.workspace.store().account(accountId);
  expect(account.companies).toEqual([alfa]);
  expect(account.grant?.accessToken).not.toBe(before);
});

test('a number that is none, is written otherwise, or stands there twice is refused, and nothing changes', async () => {
  await set([alfa]);
  for (const number of ['14399841', 'RO14399840', '556012-5790', 'Alfa', '014399840']) {
    expect(await failureOf(set([alfa, { number, name: '' }]))).toEqual({
      code: 'input-refused',
      field: 'companies.1.number',
    });
  }
  expect(await failureOf(set([alfa, alfa]))).toEqual({ code: 'input-refused', field: 'companies.1.number' });
  expect(companies()).toEqual([alfa]);
  const readOfGone = Promise.resolve().then(() => office.calls['companies.read']({ accountId: 'gone', text: '' }));
  expect(await failureOf(readOfGone)).toEqual({ code: 'not-found', what: 'account' });
});

test('a number that came from another computer as it is may stay', async () => {
  const odd = { number: 'old-style 7', name: 'Kept' };
  await office.workspace.store().changeAccount(accountId, (account) => ({ ...account, companies: [odd] }));
  await set([odd, alfa]);
  expect(companies()).toEqual([odd, alfa]);
});

test('an account carries no more than the contract says', () => {
  const list = Array.from({ length: MAX_COMPANIES + 1 }, () => alfa);
  const { input } = contract['companies.set'];
  expect(input.safeParse({ accountId: 'a', companies: list }).success).toBe(false);
  expect(input.safeParse({ accountId: 'a', companies: list.slice(1) }).success).toBe(true);
});
