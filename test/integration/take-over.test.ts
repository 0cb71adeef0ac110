import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Attempts } from '../../electron/accounts/attempts.ts';
import { createTakeOverDrafts } from '../../electron/accounts/take-over-drafts.ts';
import { takeOverCalls } from '../../electron/accounts/take-over-calls.ts';
import { createTokenTurns } from '../../electron/accounts/token-turns.ts';
import { createUnsaved } from '../../electron/accounts/unsaved.ts';
import type { CallInput } from '../../electron/contract/contract.ts';
import { contract } from '../../electron/contract/contract.ts';
import { anafDriver, type AnafDriver, type TokenPair } from '../fixtures/anaf-requests.ts';
import { walkByHand } from '../fixtures/anaf-window.ts';
import { anafPayload, anafToken } from '../fixtures/anaf-token.ts';
import { failureOf, openOffice, practiceProfiles, type Office } from '../fixtures/office.ts';
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
  await practice.control.setSwitches({ refreshGraceSeconds: 0 });
  await practice.control.clearLog();
});
afterEach(() => office.close());

const store = () => office.workspace.store();
const read = async (text: string) =>
  contract['takeOver.read'].output.parse(await office.calls['takeOver.read']({ text }));
const useEarlier = async (accountId: string, pairId: string) =>
  office.calls['takeOver.useEarlier']({ accountId, pairId });
const take = async (input: CallInput<'takeOver.import'>) => office.calls['takeOver.import'](input);

/** A Postman environment, with the client secret or without. */
function environment(pair: Partial<TokenPair>, secret: string | null = driver.post.oauth2.clientSecret): string {
  const values = {
    ANAF_ACCESS_TOKEN: pair.access_token,
    ANAF_REFRESH_TOKEN: pair.refresh_token,
    ANAF_CLIENT_SECRET: secret ?? undefined,
  };
  const rows = Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));
  return JSON.stringify({ name: 'ANAF', values: rows });
}

const noAttempts = { views: () => [] } as unknown as Attempts;
const json = (value: unknown): string => JSON.stringify(value);

const newApplication = {
  profile: 'anaf',
  environment: 'production',
  name: 'Cabinet Popescu',
  clientId: '',
  clientSecret: null,
} as const;

/** Reads a text and takes over its first candidate as a new application's. */
async function takeNew(text: string, otherProgramUses = true) {
  const { draftId } = await read(text);
  return take({ draftId: draftId ?? '', candidate: 0, application: newApplication, otherProgramUses });
}

async function takeInto(applicationId: string, text: string, more: { keepsBoth?: boolean } = {}) {
  const { draftId } = await read(text);
  const application = { id: applicationId };
  return take({ draftId: draftId ?? '', candidate: 0, application, otherProgramUses: true, ...more });
}

/** A pair that counts as newer than those before it: the authority's times have whole seconds. */
async function nextPair(before: TokenPair): Promise<TokenPair> {
  const issuedAt = (pair: TokenPair): number => {
    const payload = Buffer.from(pair.access_token.split('.')[1] ?? '', 'base64url').toString();
    return (JSON.parse(payload) as { iat: number }).iat;
  };
  for (;;) {
    const pair = await driver.pair();
    if (issuedAt(pair) > issuedAt(before)) return pair;
  }
}

const renew = (accountId: string, endsOtherCopy: boolean) =>
  office.calls['accounts.renew']({ accountId, replaceLiving: false, pin: null, endsOtherCopy }) as Promise<unknown>;
const anafRequests = async () =>
  (await practice.control.log()).filter(({ authority, endpoint }) => authority === 'anaf' && endpoint === 'token');

test('a pair is taken over without a certificate and without asking the authority anything', async () => {
  const pair = await driver.pair();
  await practice.control.clearLog();
  const draft = await read(environment(pair));
  expect(draft.problems).toEqual([]);
  expect(draft.candidates).toMatchObject([
    {
      serial: driver.post.serial,
      clientId: driver.post.oauth2.clientId,
      hasClientSecret: true,
      profile: 'anaf',
      environment: 'production',
      applicationIds: [],
      account: null,
    },
  ]);
  expect(draft.candidates[0]?.roles).toContain('EFACTURA');
  const { accountId, outcome } = await takeNew(environment(pair));
  expect(outcome).toBe('new');
  expect(await anafRequests()).toEqual([]);
  const account = store().account(accountId);
  expect(account).toMatchObject({ certificateId: null, certificateSerial: driver.post.serial, hasOtherCopy: true });
  expect(account.grant).toMatchObject({
    accessToken: pair.access_token,
    refreshToken: { value: pair.refresh_token, isCertain: true },
  });
  expect(store().application(account.applicationId)).toMatchObject({ ...driver.post.oauth2, name: 'Cabinet Popescu' });
  const reading = await office.calls['accounts.readClaims']({ accountId });
  expect(reading).toMatchObject({ form: 'jwt' });
  expect(draft.candidates[0]?.accessToken?.expiresAt).toBe(account.grant?.expiresAt);
  expect(draft.candidates[0]?.refreshToken?.expiresAt).toBe(account.grant?.refreshToken?.expiresAt);
});

test('its first renewal asks, then ends the other program’s copy; the ones after do not ask', async () => {
  const pair = await driver.pair();
  const { accountId } = await takeNew(environment(pair));
  expect(await failureOf(renew(accountId, false))).toEqual({ code: 'other-copy-ends' });
  await practice.control.clearLog();
  await renew(accountId, true);
  expect((await anafRequests()).map(({ outcome }) => outcome.status)).toEqual([200]);
  const renewed = store().account(accountId);
  expect(renewed.grant?.refreshToken?.value).not.toBe(pair.refresh_token);
  expect(renewed.hasOtherCopy).toBe(false);
  expect((await driver.refresh(pair.refresh_token)).status).toBe(400);
  await renew(accountId, false);
});

test('where only this program renews from now on, nothing is asked', async () => {
  const { accountId } = await takeNew(environment(await driver.pair()), false);
  await renew(accountId, false);
});

test('no token and no secret goes to the window, in answers or in changes', async () => {
  const pair = await driver.pair();
  const draft = await read(environment(pair));
  const { accountId } = await takeNew(environment(pair));
  const shown = JSON.stringify([
    draft,
    accountId,
    office.changes,
    office.workspace.view(practiceProfiles(practice), { views: () => [] } as never),
  ]);
  for (const secret of [pair.access_token, pair.refresh_token, driver.post.oauth2.clientSecret]) {
    expect(shown).not.toContain(secret);
    // Nor a token's parts: header and payload alone say what is in it, the signature makes it one.
    for (const part of secret.split('.')) expect(shown).not.toContain(part);
  }
  expect(shown).toContain(driver.post.oauth2.clientId);
});

test('without a client secret the account is there, and says what renewing still needs', async () => {
  const { accountId } = await takeNew(environment(await driver.pair(), null));
  const { applicationId } = store().account(accountId);
  expect(office.workspace.view([], { views: () => [] } as never).applications[applicationId]?.missing).toContain(
    'clientSecret',
  );
});

describe('into an application that is here', () => {
  const saved = (changes = {}) =>
    office.saveApplication({
      profile: 'anaf',
      environment: 'production',
      name: 'Cabinet',
      redirectUris: [...driver.post.redirectUris],
      scopes: [],
      ...driver.post.oauth2,
      apigwClientId: '',
      apigwClientSecret: '',
      ...changes,
    });

  test('it is found by its client ID, and a secret it lacks is filled in', async () => {
    const applicationId = await saved({ clientSecret: '' });
    const text = environment(await driver.pair());
    expect((await read(text)).candidates[0]?.applicationIds).toEqual([applicationId]);
    const { accountId } = await takeInto(applicationId, text);
    expect(store().account(accountId)).toMatchObject({ applicationId, redirectUri: driver.post.redirectUris[0] });
    expect(store().application(applicationId).clientSecret).toBe(driver.post.oauth2.clientSecret);
  });

  test('one of another client ID is refused by name', async () => {
    const applicationId = await saved({ clientId: 'another' });
    expect(await failureOf(takeInto(applicationId, environment(await driver.pair())))).toEqual({
      code: 'take-over-other-client',
      tokenClientId: driver.post.oauth2.clientId,
      applicationClientId: 'another',
    });
    expect(store().accounts()).toEqual([]);
  });

  test('the holder’s account there gets the newer pair; the older one never comes back', async () => {
    const first = await driver.pair();
    const second = await nextPair(first);
    const applicationId = await saved();
    const certificateId = await office.importP12(driver.post.p12, driver.post.password);
    const { accountId } = await takeInto(applicationId, environment(first));
    expect(store().account(accountId).certificateId).toBe(certificateId);
    expect((await read(environment(second))).candidates[0]?.account).toEqual({
      id: accountId,
      relation: 'newer',
      canKeepBoth: true,
    });
    expect(await takeInto(applicationId, environment(second))).toEqual({ accountId, outcome: 'replaced' });
    const held = store().account(accountId);
    expect(held.grant?.accessToken).toBe(second.access_token);
    expect(held.superseded.map(({ accessToken }) => accessToken)).toEqual([first.access_token]);

    expect((await read(environment(first))).candidates[0]?.account).toEqual({
      id: accountId,
      relation: 'older',
      canKeepBoth: false,
    });
    expect(await failureOf(takeInto(applicationId, environment(first)))).toEqual({ code: 'take-over-older' });
    expect(await takeInto(applicationId, environment(second))).toEqual({ accountId, outcome: 'unchanged' });
    expect(store().account(accountId)).toEqual(held);
    expect(store().accounts()).toHaveLength(1);
  });

  test('or the newer pair gets an account of its own, where both are to go on (R21)', async () => {
    const first = await driver.pair();
    const second = await nextPair(first);
    const applicationId = await saved();
    const { accountId } = await takeInto(applicationId, environment(first));
    const other = await takeInto(applicationId, environment(second), { keepsBoth: true });
    expect(other.outcome).toBe('new');
    const refreshTokens = () =>
      [accountId, other.accountId].map((id) => store().account(id).grant?.refreshToken?.value);
    expect(refreshTokens()).toEqual([first.refresh_token, second.refresh_token]);
    expect(store().account(accountId).superseded).toEqual([]);
    // Each is known again by its own tokens, and of the very same ones there is never a second account.
    for (const [pair, id] of [[first, accountId] as const, [second, other.accountId] as const]) {
      const again = await takeInto(applicationId, environment(pair), { keepsBoth: true });
      expect(again).toEqual({ accountId: id, outcome: 'unchanged' });
    }
    for (const id of [accountId, other.accountId]) await renew(id, true);
    expect(store().accounts()).toHaveLength(2);
  });

  test('an account that signed in with its certificate is that holder’s too', async () => {
    const certificateId = await office.importP12(driver.post.p12, driver.post.password);
    const input = { applicationId: await saved(), certificateId, accountId: null, redirectUri: null, pin: null };
    const old = await driver.pair();
    const { accountId } = await office.calls['accounts.signIn'](input);
    await renew(accountId, false);
    const newer = await nextPair(old);
    expect(await failureOf(takeInto(input.applicationId, environment(old)))).toEqual({ code: 'take-over-older' });
    const outcome = (await read(environment(newer))).candidates[0]?.account;
    expect(outcome?.id).toBe(accountId);
  });

  test('a newer access token alone leaves the refresh token there is', async () => {
    const first = await driver.pair();
    const second = await nextPair(first);
    const applicationId = await saved();
    const { accountId } = await takeInto(applicationId, environment(first));
    await takeInto(applicationId, environment({ access_token: second.access_token }));
    const { grant, hasOtherCopy } = store().account(accountId);
    expect(grant).toMatchObject({ accessToken: second.access_token, refreshToken: { value: first.refresh_token } });
    expect(hasOtherCopy).toBe(true);
  });

  test('a refresh token that is here never gets a second account, whatever access token comes with it', async () => {
    const first = await driver.pair();
    const second = await nextPair(first);
    const applicationId = await saved();
    const { accountId } = await takeInto(applicationId, environment(first));
    const mixed = environment({ ...first, access_token: second.access_token });
    const expected = { id: accountId, relation: 'newer', canKeepBoth: false };
    expect((await read(mixed)).candidates[0]?.account).toEqual(expected);
    expect(await takeInto(applicationId, mixed, { keepsBoth: true })).toEqual({ accountId, outcome: 'replaced' });
    expect(store().account(accountId).earlier).toEqual([]);
    expect(store().accounts()).toHaveLength(1);
  });

  test('the refresh token that was missing joins its access token', async () => {
    const pair = await driver.pair();
    const applicationId = await saved();
    const { accountId } = await takeInto(applicationId, environment({ access_token: pair.access_token }));
    expect(store().account(accountId).grant?.refreshToken).toBeNull();
    expect(await takeInto(applicationId, environment(pair))).toEqual({ accountId, outcome: 'replaced' });
    expect(store().account(accountId).grant?.refreshToken?.value).toBe(pair.refresh_token);
  });

  test('two imports at once make one account', async () => {
    const applicationId = await saved();
    const { draftId } = await read(environment(await driver.pair()));
    const input = { draftId: draftId ?? '', candidate: 0, application: { id: applicationId }, otherProgramUses: true };
    await Promise.allSettled([take(input), take(input)]);
    expect(store().accounts()).toHaveLength(1);
  });
});

describe('ends are judged', () => {
  test('an ended access token with a living refresh token is taken, and renews', async () => {
    const pair = await driver.pair();
    const { expiresAt = 0 } = (await read(environment(pair))).candidates[0]?.accessToken ?? {};
    office.clock.nowMs = (expiresAt ?? 0) + 1;
    const { accountId } = await takeNew(environment(pair));
    await renew(accountId, true);
  });

  test('a living access token is taken with a refresh token that has ended', async () => {
    await practice.control.setSwitches({ anafRefreshSeconds: 60 });
    const pair = await driver.pair();
    await practice.control.setSwitches({ anafRefreshSeconds: 365 * 86_400 });
    office.clock.nowMs = Date.now() + 120_000;
    const { accountId } = await takeNew(environment(pair));
    expect(await failureOf(renew(accountId, true))).toEqual({ code: 'signin-needed', reason: 'refresh-token-ended' });
  });

  test('with neither living there is nothing to take', async () => {
    const pair = await driver.pair();
    office.clock.nowMs = Date.now() + 400 * 86_400_000;
    expect(await failureOf(takeNew(environment(pair)))).toEqual({ code: 'take-over-ended' });
    expect(store().applications()).toEqual([]);
  });

  test('a refresh token alone is refused', async () => {
    const { refresh_token } = await driver.pair();
    expect(await failureOf(takeNew(environment({ refresh_token })))).toEqual({ code: 'take-over-incomplete' });
  });
});

test('a real token is kept out of practice', async () => {
  const exp = Math.floor(office.clock.nowMs / 1000) + 3600;
  expect(await failureOf(takeNew(anafToken({ ...anafPayload, exp })))).toEqual({
    code: 'take-over-other-issuer',
    issuer: 'https://logincert.anaf.ro',
  });
  expect(store().applications()).toEqual([]);
});

test('opaque tokens need a profile and a client ID; how long they live is not believed', async () => {
  const text = `access_token=${'a'.repeat(64)}\nrefresh_token=${'b'.repeat(64)}`;
  const { draftId, candidates } = await read(text);
  expect(candidates).toMatchObject([
    { profile: null, environment: null, clientId: null, accessToken: { expiresAt: null } },
  ]);
  const application = { ...newApplication, profile: 'skatteverket-per', environment: 'test' } as const;
  const input = { draftId: draftId ?? '', candidate: 0, application, otherProgramUses: true };
  expect(await failureOf(take(input))).toEqual({ code: 'application-incomplete', missing: ['clientId'] });
  const { accountId } = await take({ ...input, application: { ...application, clientId: 'per' } });
  expect(store().account(accountId).grant).toMatchObject({
    issuedTo: { profile: 'skatteverket-per', environment: 'test', clientId: 'per' },
    expiresAt: office.clock.nowMs,
    refreshToken: { isCertain: false },
  });
});

test('addresses in the text say whose opaque tokens they are', async () => {
  const { token } = practice.ready.authorities['skatteverket-per'].test;
  const { candidates } = await read(`url: ${token}\naccess_token: ${'a'.repeat(64)}\n`);
  expect(candidates[0]).toMatchObject({ profile: 'skatteverket-per', environment: 'test' });
});

describe('a draft', () => {
  test('is gone once it was taken over, discarded, or followed by another', async () => {
    const text = environment(await driver.pair());
    const one = (await read(text)).draftId ?? '';
    const two = (await read(text)).draftId ?? '';
    const input = { candidate: 0, application: newApplication, otherProgramUses: true };
    const gone = { code: 'not-found', what: 'draft' };
    expect(await failureOf(take({ ...input, draftId: one }))).toEqual(gone);
    expect(await failureOf(take({ ...input, draftId: two, candidate: 1 }))).toEqual(gone);
    await take({ ...input, draftId: two });
    expect(await failureOf(take({ ...input, draftId: two }))).toEqual(gone);
    const three = (await read(text)).draftId ?? '';
    await office.calls['takeOver.discard']({ draftId: three });
    expect(await failureOf(take({ ...input, draftId: three }))).toEqual(gone);
  });

  test('comes from a file too, as UTF-8 or as Windows writes it', async () => {
    const text = environment(await driver.pair());
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), utf16, null]) {
      const calls = takeOverCalls({
        store,
        profiles: () => practiceProfiles(practice),
        takeOverDrafts: createTakeOverDrafts(),
        tokenTurns: createTokenTurns(),
        unsaved: createUnsaved(),
        chooseTokenFile: () => Promise.resolve(bytes && { fileName: 'anaf.json', bytes }),
        saveApplication: office.calls['applications.save'],
        now: () => office.clock.nowMs,
      });
      const draft = await calls['takeOver.open']({});
      if (bytes === null) expect(draft).toBeNull();
      else expect(draft?.candidates).toHaveLength(1);
    }
  });
});

describe('what a text cannot do', () => {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  /** A token as the authority's, with `changes` in what it says and no signature of anybody's. */
  function forged(pair: TokenPair, changes: object): string {
    const claims = JSON.parse(Buffer.from(pair.access_token.split('.')[1] ?? '', 'base64url').toString()) as object;
    return `${part({ alg: 'RS512', typ: 'JWT' })}.${part({ ...claims, ...changes })}.c2ln`;
  }

  test('with a forged time of issue it takes the place of a living pair, which is kept and can be used again (R21)', async () => {
    const pair = await driver.pair();
    const { accountId } = await takeNew(environment(pair), false);
    const { applicationId } = store().account(accountId);
    await renew(accountId, false);
    const own = store().account(accountId).grant;
    office.clock.nowMs += 5000;
    const iat = Math.floor(office.clock.nowMs / 1000) - 1;
    const text = environment({
      access_token: forged(pair, { iat }),
      refresh_token: forged(pair, { iat, family: 'f' }),
    });
    expect(await takeInto(applicationId, text)).toEqual({ accountId, outcome: 'replaced' });
    const viewed = () => office.workspace.view([], noAttempts).accounts[accountId];
    expect(viewed()?.earlier).toMatchObject([{ obtainedAt: own?.obtainedAt, expiresAt: own?.refreshToken?.expiresAt }]);
    expect(await failureOf(renew(accountId, true))).toMatchObject({ code: 'authority-refused' });
    expect(viewed()?.needsSignIn).toBe(true);

    const pairId = viewed()?.earlier[0]?.id ?? '';
    await useEarlier(accountId, pairId);
    expect(store().account(accountId)).toMatchObject({
      grant: own,
      grantEnded: false,
      hasOtherCopy: false,
      earlier: [],
    });
    await renew(accountId, false);
    expect(store().account(accountId).grant?.refreshToken?.value).not.toBe(own?.refreshToken?.value);
    expect(await failureOf(useEarlier(accountId, pairId))).toEqual({
      code: 'not-found',
      what: 'draft',
    });
  });

  test('earlier tokens are not put back where another computer renews the account', async () => {
    const first = await driver.pair();
    const { accountId } = await takeNew(environment(first), false);
    const { applicationId } = store().account(accountId);
    await takeInto(applicationId, environment(await nextPair(first)));
    await store().changeAccount(accountId, (current) => ({ ...current, standing: 'moved' }));
    const before = store().account(accountId);
    const pairId = office.workspace.view([], noAttempts).accounts[accountId]?.earlier[0]?.id ?? '';
    expect(await failureOf(useEarlier(accountId, pairId))).toEqual({
      code: 'renewal-elsewhere',
      standing: 'moved',
    });
    expect(store().account(accountId)).toEqual(before);
  });

  test('with a time that is still to come it replaces nothing', async () => {
    const pair = await driver.pair();
    const { accountId } = await takeNew(environment(pair));
    const { applicationId } = store().account(accountId);
    const future = { iat: 3_471_292_800, exp: 3_481_292_800 };
    const text = environment({
      access_token: forged(pair, future),
      refresh_token: forged(pair, { ...future, family: 'f' }),
    });
    expect((await read(text)).candidates[0]?.account).toMatchObject({ id: accountId, relation: 'older' });
    expect(await failureOf(takeInto(applicationId, text))).toEqual({ code: 'take-over-older' });
    expect(store().account(accountId).grant?.refreshToken?.value).toBe(pair.refresh_token);
  });

  test('no token or secret comes to the window in a name, a role, a number or a URL', async () => {
    const pair = await driver.pair();
    const other = await driver.pair();
    const secret = 'S3CRET-of-the-registration';
    const token = forged(pair, {
      role: ['EFACTURA', other.access_token, `x ${secret}`, 'y'.repeat(201), ...Array<string>(60).fill('MANY')],
      serial: other.access_token,
      clientappid: `client ${secret} ${other.refresh_token}`,
      iss: `https://logincert.anaf.ro/${secret}`,
    });
    const { client_secret, ...rest } = { client_secret: secret, access_token: token };
    const text = json({ ...rest, client_secret, redirect_uri: 'https://localhost/cb?code=AUTHCODE#fragment' });
    const draft = await read(text);
    const [candidate] = draft.candidates;
    expect(candidate).toMatchObject({ serial: null, callbackUrl: 'https://localhost/cb', hasClientSecret: true });
    expect(candidate?.roles).toContain('EFACTURA');
    expect(candidate?.roles.length).toBeLessThanOrEqual(50);
    const application = { ...newApplication, clientId: 'mine' };
    const input = { draftId: draft.draftId ?? '', candidate: 0, application, otherProgramUses: true };
    const refused = await failureOf(take(input));
    expect(refused.code).toBe('take-over-other-issuer');
    const shown = JSON.stringify([draft, refused]);
    for (const hidden of [secret, 'AUTHCODE', other.access_token, other.refresh_token]) {
      expect(shown).not.toContain(hidden);
      for (const piece of hidden.split('.')) expect(shown).not.toContain(piece);
    }
  });
});

test('an access token alone leaves where its account is renewed, and what is known of its grant', async () => {
  const first = await driver.pair();
  const second = await nextPair(first);
  const { accountId } = await takeNew(environment(first), false);
  const { applicationId } = store().account(accountId);
  const known = {
    standing: 'moved',
    grantEnded: true,
    hasOtherCopy: true,
    lastFailure: { at: 1, failure: { code: 'signin-busy' } },
  } as const;
  await store().changeAccount(accountId, (account) => ({ ...account, ...known }));
  await takeInto(applicationId, environment({ access_token: second.access_token }));
  const account = store().account(accountId);
  expect(account).toMatchObject(known);
  expect(account.grant).toMatchObject({
    accessToken: second.access_token,
    refreshToken: { value: first.refresh_token },
  });
});

test('an answer that the disk did not take is stored before anything is taken over its account', async () => {
  const first = await driver.pair();
  const { accountId } = await takeNew(environment(first));
  const second = await nextPair(first);
  const third = await nextPair(second);
  const unsaved = createUnsaved();
  const newest = { ...store().account(accountId) };
  let isFull = true;
  const saving = unsaved.save(accountId, () => {
    if (isFull) return Promise.reject(new Error('ENOSPC'));
    return store().changeAccount(accountId, (account) => ({
      ...account,
      grant: newest.grant && { ...newest.grant, accessToken: third.access_token },
    }));
  });
  await expect(saving).rejects.toThrow('ENOSPC');
  isFull = false;
  const calls = takeOverCalls({
    store,
    profiles: () => practiceProfiles(practice),
    takeOverDrafts: createTakeOverDrafts(),
    tokenTurns: createTokenTurns(),
    unsaved,
    chooseTokenFile: () => Promise.resolve(null),
    saveApplication: office.calls['applications.save'],
    now: () => office.clock.nowMs,
  });
  const { draftId } = await calls['takeOver.read']({ text: environment(second) });
  const application = { id: store().account(accountId).applicationId };
  const input = { draftId: draftId ?? '', candidate: 0, application, otherProgramUses: true };
  expect(await failureOf(Promise.resolve(calls['takeOver.import'](input)))).toEqual({ code: 'take-over-older' });
  expect(unsaved.accounts()).toEqual([]);
  expect(store().account(accountId).grant?.accessToken).toBe(third.access_token);
});
