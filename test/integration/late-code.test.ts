import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { failureOf, openOffice, type Office } from '../fixtures/office.ts';
import { openBrowser } from '../fixtures/practice-browser.ts';
import { perDriver, type PerDriver } from '../fixtures/practice-per-requests.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';

const REDIRECT_URI = 'https://localhost/my-redirect-uri';
let practice: RunningPractice;
let driver: PerDriver;
let office: Office;

beforeAll(async () => {
  practice = await startPractice();
  driver = await perDriver(practice, 'test');
});
afterAll(() => practice.stop());
beforeEach(async () => {
  office = await openOffice(practice);
});
afterEach(() => office.close());

test('a code that is handed in after its five minutes is explained, and the account stays as it was (S7)', async () => {
  const applicationId = await office.saveApplication({
    profile: 'skatteverket-per',
    redirectUris: [REDIRECT_URI],
    clientId: driver.post.oauth2.clientId,
    clientSecret: driver.post.oauth2.clientSecret,
  });
  const input = { applicationId, certificateId: null, accountId: null, redirectUri: null, pin: null };
  const ended = failureOf(office.calls['accounts.signIn'](input) as Promise<unknown>);
  await expect.poll(() => office.opened.length).toBe(1);
  const browser = openBrowser(driver.ready.caPem);
  await browser.open(office.opened[0]?.href ?? '');
  await browser.press(driver.post.persons[0]?.button ?? '');
  // Five minutes become 30 ms for the code, which is made at the last button.
  await practice.control.setSwitches({ lifetimeFactor: 0.0001 });
  const { url } = await browser.press(driver.post.approveButton);
  const given = Date.now();
  await practice.control.setSwitches({ lifetimeFactor: 1 });
  await expect.poll(() => Date.now() - given, { interval: 10 }).toBeGreaterThan(60);
  const attemptId = office.changes.findLast((change) => change.kind === 'attempts')?.id ?? '';
  await office.calls['attempts.paste']({ attemptId, url });
  expect(await ended).toMatchObject({ code: 'authority-refused', explanation: 'skv-code-spent' });
  const log = (await practice.control.log()).filter(({ endpoint }) => endpoint === 'token');
  expect(log.map(({ outcome }) => outcome.reason)).toEqual(['code is expired']);
  expect(office.workspace.store().accounts()).toEqual([]);
});
