import { X509Certificate } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenDeviceWindow } from '../../electron/accounts/device-route.ts';
import type { DeviceQuestionView } from '../../electron/contract/device-question.ts';
import { fail, type Failure } from '../../electron/contract/failure.ts';
import { saveAnafApplication } from '../fixtures/anaf-account.ts';
import { anafDriver, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { walkByHand } from '../fixtures/anaf-window.ts';
import { failureOf, openOffice, type Office } from '../fixtures/office.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';
import { openRsaP12 } from '../fixtures/practice-requests.ts';
import { expired, makeTestCa, type TestCa } from '../fixtures/test-servers.ts';

// What main does around the window of a sign-in with a certificate on a device; the window itself is tried with a token.

type Held = { readonly keyPem: string; readonly certPem: string };
type Chooser = Extract<DeviceQuestionView, { kind: 'certificate' }>;

let practice: RunningPractice;
let driver: AnafDriver;
let ca: TestCa;
let ana: Held;
let office: Office;
/** What the device offers, and how its window fails, if it does. */
let onDevice: readonly Held[];
let fault: Failure | null;

const fingerprintOf = ({ certPem }: Held): string =>
  new X509Certificate(certPem).fingerprint256.replaceAll(':', '').toLowerCase();

const openDeviceWindow: OpenDeviceWindow = async (input) => {
  const { start, ask, signal } = input;
  if (fault !== null) fail(fault);
  const fingerprint = await ask.chooseCertificate(
    start.host,
    onDevice.map(({ certPem }) => certPem),
    signal,
  );
  const chosen = onDevice.find((one) => fingerprintOf(one) === fingerprint);
  if (chosen === undefined) return fail({ code: 'signin-cancelled' });
  const clientCertificate = { ...chosen, fingerprint: fingerprintOf(chosen), chainPem: [] };
  const callback = await walkByHand(
    () => driver,
    () => undefined,
  )({ ...input, clientCertificate });
  return { callback, certPem: chosen.certPem };
};

beforeAll(async () => {
  practice = await startPractice();
  driver = await anafDriver(practice);
  ca = await makeTestCa();
  const { key, cert } = driver.identity;
  ana = { keyPem: key, certPem: cert };
});
afterAll(() => practice.stop());
beforeEach(async () => {
  onDevice = [ana];
  fault = null;
  office = await openOffice(practice, { openDeviceWindow });
});
afterEach(async () => {
  office.stop();
  await office.close();
});

/** Another holder of the same application. */
async function another(): Promise<Held> {
  const { path } = await practice.control.issue('production', 'valid', 'parola', 'anaf');
  const { key, cert } = openRsaP12(path, 'parola');
  return { keyPem: key, certPem: cert };
}

const questions = (): Chooser[] =>
  office.changes.flatMap((change) =>
    change.kind === 'device-questions' && change.value?.kind === 'certificate' ? [change.value] : [],
  );

const begin = async (input: { applicationId: string; accountId?: string | null; certificateId?: string | null }) =>
  office.calls['accounts.signIn']({
    certificateId: null,
    accountId: null,
    redirectUri: null,
    pin: null,
    route: 'device-window',
    ...input,
  });

/** Signs in and chooses that certificate when asked; gives the account's id. */
async function signInWith(held: Held, input: Parameters<typeof begin>[0]): Promise<string> {
  const asked = questions().length;
  const ended = begin(input);
  await expect.poll(() => questions().length).toBe(asked + 1);
  const { attemptId } = questions().at(-1) ?? { attemptId: '' };
  await office.calls['device.choose']({ attemptId, fingerprint: fingerprintOf(held) });
  return (await ended).accountId;
}

const store = () => office.workspace.store();

it('the certificate that was shown is kept without its key, and the account hangs on it', async () => {
  const applicationId = await saveAnafApplication(office, driver);
  const accountId = await signInWith(ana, { applicationId });
  const [record, ...others] = store().certificates();
  expect(others).toEqual([]);
  expect(record).toMatchObject({ fingerprint: fingerprintOf(ana), certPem: ana.certPem, key: { kept: 'on-device' } });
  expect(store().account(accountId)).toMatchObject({ certificateId: record?.id, route: 'device-window' });
  const inUse = await failureOf(
    (async () => office.calls['certificates.remove']({ certificateId: record?.id ?? '' }))(),
  );
  expect(inUse).toMatchObject({ code: 'in-use', accounts: [accountId] });

  // Renewing needs neither the device nor a PIN.
  fault = { code: 'device-removed' };
  const before = store().account(accountId).grant?.accessToken;
  await office.calls['accounts.renew']({ accountId, replaceLiving: false, pin: null });
  expect(store().account(accountId).grant?.accessToken).not.toBe(before);

  await office.calls['accounts.remove']({ accountId });
  await office.calls['certificates.remove']({ certificateId: record?.id ?? '' });
  expect(store().certificates()).toEqual([]);
});

it('the same certificate is one entry and, in an application, one account', async () => {
  const applicationId = await saveAnafApplication(office, driver);
  const accountId = await signInWith(ana, { applicationId });
  const grant = store().account(accountId).grant;
  expect(await signInWith(ana, { applicationId })).toBe(accountId);
  expect(store().certificates()).toHaveLength(1);
  expect(store().accounts()).toHaveLength(1);
  expect(store().account(accountId).grant?.accessToken).not.toBe(grant?.accessToken);

  const ion = await another();
  onDevice = [ana, ion];
  expect(await signInWith(ion, { applicationId })).not.toBe(accountId);
  expect(store().accounts()).toHaveLength(2);
});

it('one that was imported before keeps its key', async () => {
  const certificateId = await office.importP12(driver.post.p12, driver.post.password);
  const applicationId = await saveAnafApplication(office, driver);
  const accountId = await signInWith(ana, { applicationId });
  expect(store().account(accountId).certificateId).toBe(certificateId);
  expect(store().certificate(certificateId).key.kept).toBe(true);
});

describe('who chooses', () => {
  it('nobody is asked about the account’s own where nothing else would do', async () => {
    const applicationId = await saveAnafApplication(office, driver);
    const accountId = await signInWith(ana, { applicationId });
    await begin({ applicationId, accountId });
    expect(questions()).toHaveLength(1);

    // A new sign-in is not that account's yet, and another certificate may be meant.
    await signInWith(ana, { applicationId });
    onDevice = [await another(), ana];
    await signInWith(ana, { applicationId, accountId });
    expect(questions()).toHaveLength(3);
    expect(questions().at(-1)?.last).toBe(fingerprintOf(ana));
  });

  it('the one shown last is offered, none before there was one', async () => {
    const applicationId = await saveAnafApplication(office, driver);
    const ion = await another();
    onDevice = [ana, ion];
    await signInWith(ion, { applicationId });
    office.clock.nowMs += 1000;
    await signInWith(ana, { applicationId });
    await signInWith(ion, { applicationId });
    expect(questions().map(({ last }) => last)).toEqual([null, fingerprintOf(ion), fingerprintOf(ana)]);
  });

  it('what was shown before and is not offered now is said to be missing, and cannot be chosen', async () => {
    const applicationId = await saveAnafApplication(office, driver);
    const accountId = await signInWith(ana, { applicationId });
    const ion = await another();
    const old = { ...(await ca.client('Old', 'ec', expired)) };
    onDevice = [ion, old];
    const ended = begin({ applicationId, accountId });
    ended.catch(() => undefined);
    await expect.poll(() => questions().length).toBe(2);
    const question = questions().at(-1);
    expect(question?.certificates.map(({ fingerprint, unfit }) => [fingerprint, unfit])).toEqual([
      [fingerprintOf(ion), null],
      [fingerprintOf(old), 'expired'],
      [fingerprintOf(ana), 'not-offered'],
    ]);
    const { attemptId = '' } = question ?? {};
    for (const held of [old, ana]) {
      const choice = async () => office.calls['device.choose']({ attemptId, fingerprint: fingerprintOf(held) });
      expect(await failureOf(choice())).toMatchObject({ code: 'not-found' });
    }
    await office.calls['device.choose']({ attemptId, fingerprint: null });
    expect(await failureOf(ended)).toEqual({ code: 'signin-cancelled' });
    expect(store().account(accountId)).toMatchObject({ lastFailure: null });
  });
});

it('that a token was not in, or its PIN forgotten, is not held against the account; a refusal is kept', async () => {
  const applicationId = await saveAnafApplication(office, driver);
  const accountId = await signInWith(ana, { applicationId });
  const before = store().account(accountId);
  const passing: readonly Failure[] = [
    { code: 'device-nothing-offered' },
    { code: 'device-removed' },
    { code: 'device-pin-refused', tries: 3 },
  ];
  for (fault of passing) {
    expect(await failureOf(begin({ applicationId, accountId }))).toEqual(fault);
    expect(store().account(accountId)).toEqual(before);
  }
  fault = { code: 'device-certificate-refused', host: 'logincert.anaf.ro' };
  expect(await failureOf(begin({ applicationId, accountId }))).toEqual(fault);
  const { lastFailure, ...after } = store().account(accountId);
  expect(lastFailure?.failure).toEqual(fault);
  expect({ ...after, lastFailure: null }).toEqual(before);
});

it('a question is over when its sign-in is cancelled', async () => {
  const applicationId = await saveAnafApplication(office, driver);
  const ended = begin({ applicationId });
  ended.catch(() => undefined);
  await expect.poll(() => questions().length).toBe(1);
  const { attemptId = '' } = questions().at(0) ?? {};
  await office.calls['attempts.cancel']({ attemptId });
  expect(await failureOf(ended)).toEqual({ code: 'signin-cancelled' });
  expect(office.changes.filter(({ kind }) => kind === 'attempts').at(-1)).toMatchObject({ value: null });
  expect(office.changes.filter(({ kind }) => kind === 'device-questions').at(-1)).toMatchObject({ value: null });
});
