import { generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { claimsCalls } from '../../electron/accounts/claims-calls.ts';
import { createPastedToken } from '../../electron/accounts/pasted-token.ts';
import { contract, type CallName } from '../../electron/contract/contract.ts';
import { signInAtAnaf } from '../fixtures/anaf-account.ts';
import { anafDriver, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { walkByHand } from '../fixtures/anaf-window.ts';
import { failureOf, openOffice, practiceProfiles, type Office } from '../fixtures/office.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';

let practice: RunningPractice;
let driver: AnafDriver;
let office: Office;
let anafKey: string;
let accountId: string;

beforeAll(async () => {
  practice = await startPractice();
  driver = await anafDriver(practice);
  anafKey = (await practice.control.keys())['anaf'] ?? '';
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

const account = () => office.workspace.store().account(accountId);
const accessToken = () => account().grant?.accessToken ?? '';
const renew = () => office.calls['accounts.renew']({ accountId, replaceLiving: false, pin: null });
const otherKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .publicKey.export({ type: 'spki', format: 'pem' })
  .toString();

/** An answer as it crosses the bridge, which holds no part of any of the account's tokens. */
async function crossing(name: CallName, answer: unknown): Promise<unknown> {
  const value = contract[name].output.parse(await answer);
  const { grant, superseded } = account();
  const tokens = [grant?.accessToken, grant?.refreshToken?.value, ...superseded.map((one) => one.accessToken)];
  const shown = JSON.stringify(value);
  for (const part of tokens.flatMap((token) => (token ?? '').split('.'))) expect(shown).not.toContain(part);
  return value;
}

describe('an account’s token', () => {
  test('has its serial number matched to the certificate here, its client ID to the application, its issuer to ANAF', async () => {
    const { certificateId, applicationId } = account();
    expect(await crossing('claims.about', office.calls['claims.about']({ accountId }))).toEqual({
      known: {
        certificateIds: [certificateId],
        applicationIds: [applicationId],
        issuer: { authority: 'anaf', isOtherMode: false },
        audience: null,
      },
      difference: null,
    });
  });

  test('after a renewal is compared with the one before: nothing but its period changed', async () => {
    const before = account().grant?.obtainedAt ?? 0;
    await renew();
    const about = await crossing('claims.about', office.calls['claims.about']({ accountId }));
    expect(about).toMatchObject({ difference: { changes: [] } });
    expect(account().grant?.obtainedAt).toBeGreaterThanOrEqual(before);
    const second = office.calls['claims.about']({ accountId });
    expect(await second).toEqual(about);
  });

  test('is verified by ANAF’s key, and by no other (R16)', async () => {
    const by = (key: string) => crossing('claims.verify', office.calls['claims.verify']({ of: { accountId }, key }));
    expect(await by(anafKey)).toMatchObject({ outcome: 'verified', algorithm: 'RS512', times: 'hold' });
    expect(await by(otherKey)).toMatchObject({ outcome: 'signature-does-not-match' });
    office.clock.nowMs += 91 * 86_400_000;
    expect(await by(anafKey)).toMatchObject({ outcome: 'verified', times: 'ended' });
  });

  test('is put on the clipboard masked', async () => {
    await office.calls['claims.copyRaw']({ of: { accountId } });
    const copied = office.clipboard.at(-1) ?? '';
    const { jti } = JSON.parse(Buffer.from(accessToken().split('.')[1] ?? '', 'base64url').toString()) as {
      jti: string;
    };
    expect(copied).toContain('"alg": "RS512"');
    expect(copied).toContain('"jti": "••••••••"');
    expect(copied).not.toContain(jti);
  });
});

describe('a token that is pasted', () => {
  const read = (token: string) => office.calls['claims.read']({ token });
  const gone = { code: 'not-found', what: 'draft' };
  const verify = (draftId: string | null, key = anafKey) =>
    Promise.resolve().then(() => office.calls['claims.verify']({ of: { draftId: draftId ?? '' }, key }));

  test('is read and known again, and can then be verified (R16, R22)', async () => {
    const answer = await read(`Authorization: Bearer ${accessToken()}\n`);
    await crossing('claims.read', answer);
    expect(answer).toMatchObject({
      reading: { form: 'jwt', stripped: ['white-space', 'bearer'] },
      match: { token: 'access', accountId },
    });
    expect(await verify(answer.draftId)).toMatchObject({ outcome: 'verified' });
    expect(await verify(answer.draftId, otherKey)).toMatchObject({ outcome: 'signature-does-not-match' });
  });

  test('is told to be the refresh token, or one that was replaced, or nobody’s', async () => {
    const first = accessToken();
    const refresh = account().grant?.refreshToken?.value ?? '';
    expect((await read(refresh)).match).toEqual({ token: 'refresh', accountId });
    await renew();
    expect((await read(first)).match).toEqual({ token: 'earlier-access', accountId });
    const foreign = (await driver.pair()).access_token;
    expect((await read(foreign)).match).toBeNull();
    expect((await read('a'.repeat(64))).match).toBeNull();
    await office.calls['accounts.remove']({ accountId });
    expect((await read(first)).match).toEqual({ token: 'removed' });
  });

  test('is one at a time, and forgotten when its page is left, at the lock and with the window', async () => {
    const first = (await read(accessToken())).draftId;
    const second = (await read(accessToken())).draftId;
    expect(await failureOf(verify(first))).toEqual(gone);
    await office.calls['claims.discard']({ draftId: first ?? '' });
    expect(await verify(second)).toMatchObject({ outcome: 'verified' });
    await office.calls['claims.discard']({ draftId: second ?? '' });
    expect(await failureOf(verify(second))).toEqual(gone);

    for (const end of [office.endWhatIsOpen, office.discardDrafts]) {
      const { draftId } = await read(accessToken());
      expect(await verify(draftId)).toMatchObject({ outcome: 'verified' });
      end();
      expect(await failureOf(verify(draftId))).toEqual(gone);
    }
    const { draftId } = await read(accessToken());
    // What cannot be verified is not kept, and takes the place of what was.
    expect((await read('a'.repeat(64))).draftId).toBeNull();
    expect(await failureOf(verify(draftId))).toEqual(gone);
  });

  test('leaves no trace: nothing is noted, stored or announced', async () => {
    const entries = async () =>
      (await office.notes.activity()?.list({ accountId: null, before: null, limit: 100 }))?.rows.length;
    expect(await entries()).toBeGreaterThan(0);
    const before = [await entries(), office.changes.length];
    const { draftId } = await read((await driver.pair()).access_token);
    await verify(draftId);
    expect([await entries(), office.changes.length]).toEqual(before);
  });

  test('is tried by a key from a file, judged as it is when the dialog has closed', async () => {
    const files: Array<Uint8Array | 'too-large' | null> = [
      Buffer.from(anafKey),
      Buffer.from(otherKey),
      'too-large',
      null,
    ];
    const pastedToken = createPastedToken();
    const calls = claimsCalls({
      store: () => office.workspace.store(),
      profiles: () => practiceProfiles(practice),
      pastedToken,
      chooseKeyFile: () => {
        const file = files.shift();
        if (file === undefined) pastedToken.discardAll();
        return Promise.resolve(file === undefined ? Buffer.from(anafKey) : file);
      },
      writeClipboard: () => undefined,
      now: () => office.clock.nowMs,
    });
    const { draftId } = await calls['claims.read']({ token: accessToken() });
    const byFile = () => Promise.resolve(calls['claims.verifyByFile']({ of: { draftId: draftId ?? '' } }));
    expect(await byFile()).toMatchObject({ outcome: 'verified' });
    expect(await byFile()).toMatchObject({ outcome: 'signature-does-not-match' });
    expect(await byFile()).toEqual({ outcome: 'key-unreadable', reason: 'too-large' });
    expect(await byFile()).toBeNull();
    expect(await failureOf(byFile())).toEqual(gone);
  });
});
