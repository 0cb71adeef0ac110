import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { OpenDeviceWindow } from '../../electron/accounts/device-route.ts';
import { saveAnafApplication } from '../fixtures/anaf-account.ts';
import { anafDriver, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { walkByHand } from '../fixtures/anaf-window.ts';
import { failureOf, openOffice, type Office } from '../fixtures/office.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';

// Whose tokens a sign-in brings, and which account they go to.

let practice: RunningPractice;
let driver: AnafDriver;
let office: Office;
/** What happens while the window is open. */
let meanwhile: () => void | Promise<void>;

const walk = walkByHand(
  () => driver,
  () => undefined,
);
const openDeviceWindow: OpenDeviceWindow = async (input) => {
  const { key, cert } = driver.identity;
  const clientCertificate = { keyPem: key, certPem: cert, chainPem: [], fingerprint: 'own' };
  const callback = await walk({ ...input, clientCertificate });
  await meanwhile();
  return { callback, certPem: cert };
};

beforeAll(async () => {
  practice = await startPractice();
  driver = await anafDriver(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  meanwhile = () => undefined;
  office = await openOffice(practice, { openDeviceWindow, openSignInWindow: walk });
});
afterEach(async () => {
  office.stop();
  await office.close();
});

const store = () => office.workspace.store();
const asked = { certificateId: null, accountId: null, redirectUri: null, pin: null };
const byDevice = async (applicationId: string, accountId: string | null = null) =>
  (await office.calls['accounts.signIn']({ ...asked, applicationId, accountId, route: 'device-window' })).accountId;

test('a callback that a page of the firm’s own hands on comes home by the app’s scheme', async () => {
  const applicationId = await saveAnafApplication(office, driver);
  const hers = await byDevice(applicationId);
  const { certificateId } = store().account(hers);
  const ended = Promise.resolve(
    office.calls['accounts.signIn']({
      ...asked,
      applicationId,
      redirectUri: 'https://contabil.ro/taxpass',
      route: 'browser',
    }),
  );
  const failure = failureOf(ended);
  // Not registered at ANAF, so the authority says no: here the redirect URI alone is looked at.
  await expect.poll(() => office.opened.length).toBe(1);
  expect(office.opened[0]?.searchParams.get('redirect_uri')).toBe('https://contabil.ro/taxpass');
  const attempt = office.changes.findLast((change) => change.kind === 'attempts');
  expect(attempt?.value).toMatchObject({ route: 'browser', arrival: 'relayed' });
  const state = office.opened[0]?.searchParams.get('state') ?? '';
  expect(office.callbacks.deliver(`taxpass-practice://oauth/callback?error=access_denied&state=${state}`)).toBe(true);
  expect(await failure).toMatchObject({ code: 'authority-refused', explanation: 'anaf-access-denied' });
  expect(store().account(hers)).toMatchObject({ certificateId });
});

test('a refused or moved account is not shared, nor one with fewer scopes: a new sign-in is meant (S13)', async () => {
  const { p12, password } = driver.post;
  const certificateId = await office.importP12(p12, password);
  const applicationId = await saveAnafApplication(office, driver);
  const signIn = async () =>
    office.calls['accounts.signIn']({ ...asked, applicationId, certificateId, route: 'window' }) as Promise<{
      accountId: string;
      isShared: boolean;
    }>;
  const { accountId } = await signIn();
  expect(await signIn()).toEqual({ accountId, isShared: true });
  await store().changeAccount(accountId, (account) => ({ ...account, grantEnded: true }));
  expect(await signIn()).toEqual({ accountId, isShared: false });
  await store().changeAccount(accountId, (account) => ({ ...account, standing: 'moved' }));
  expect(await signIn()).toEqual({ accountId, isShared: false });
  expect(store().account(accountId).standing).toBe('here');
});

test('what a sign-in brought late is kept, though newer tokens stay in use', async () => {
  const applicationId = await saveAnafApplication(office, driver);
  const accountId = await byDevice(applicationId);
  const first = store().account(accountId).grant?.refreshToken?.value;
  meanwhile = async () => {
    // As if a renewal had been answered while the person was signing in.
    await store().changeAccount(accountId, (account) => ({
      ...account,
      grant: account.grant && { ...account.grant, obtainedAt: office.clock.nowMs + 3_600_000 },
    }));
  };
  await byDevice(applicationId, accountId);
  const after = store().account(accountId);
  expect(after.grant?.refreshToken?.value).toBe(first);
  expect(after.earlier).toHaveLength(1);
  expect(after.earlier[0]?.grant.refreshToken.value).not.toBe(first);
  expect(after.superseded.map(({ accessToken }) => accessToken)).toContain(after.earlier[0]?.grant.accessToken);
});

test('a window that was locked while the certificate was being opened does not open', async () => {
  const { p12, password } = driver.post;
  const certificateId = await office.importP12(p12, password, false);
  const applicationId = await saveAnafApplication(office, driver);
  const input = { ...asked, applicationId, certificateId, pin: password, route: 'window' } as const;
  const ended = failureOf(Promise.resolve(office.calls['accounts.signIn'](input)));
  office.endWhatIsOpen();
  expect(await ended).toEqual({ code: 'signin-cancelled' });
  expect(store().accounts()).toEqual([]);
});
