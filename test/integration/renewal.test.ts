import { createServer, type Server } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../../electron/vault/file-system.ts';
import { signInAtAnaf } from '../fixtures/anaf-account.ts';
import { anafDriver, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { walkByHand } from '../fixtures/anaf-window.ts';
import { failureOf, openOffice, practiceProfiles, type Office } from '../fixtures/office.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';
import { makeTestCa, startTestServer } from '../fixtures/test-servers.ts';
import { errno, faulty, type Call } from '../unit/vault-faults.ts';

let practice: RunningPractice;
let driver: AnafDriver;
let office: Office;
/** What the disk does to each call of the vault; tests change it. */
let fault: (call: Call) => Error | undefined;
/** Where refreshes go instead; null for the practice authority. */
let refreshAt: string | null;
/** PEM of a CA that counts there as well. */
let otherCa: string;

const openSignInWindow = walkByHand(
  () => driver,
  () => undefined,
);
const good = {
  refreshGraceSeconds: 0,
  token502Html: false,
  tokenStatus500: false,
  resetAfterCommit: false,
  resetBeforeCommit: false,
  answerCutAfterBytes: null,
  retryAfterSeconds: null,
  tokenDelayMs: 0,
} as const;

beforeAll(async () => {
  practice = await startPractice();
  driver = await anafDriver(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  fault = () => undefined;
  refreshAt = null;
  otherCa = '';
  office = await openOffice(practice, {
    openSignInWindow,
    fs: faulty(nodeFileSystem(), (call) => fault(call)),
    profiles: () =>
      practiceProfiles(practice, (environment) =>
        refreshAt === null
          ? environment
          : { ...environment, refresh: refreshAt, trustedCa: `${environment.trustedCa ?? ''}${otherCa}` },
      ),
  });
  await practice.control.setSwitches(good);
  await practice.control.clearLog();
});
afterEach(() => office.close());

const account = (by: Office = office) => by.workspace.store().accounts()[0] ?? expect.fail('no account');
const renew = (accountId: string, by: Office = office, endsOtherCopy = false) =>
  by.calls['accounts.renew']({ accountId, replaceLiving: false, pin: null, endsOtherCopy }) as Promise<unknown>;
const refreshes = async () =>
  (await practice.control.log()).filter(({ body }) => body.includes('grant_type=refresh_token'));

describe('the disk', () => {
  test('that does not take a note of the request stops it: nothing is sent, nothing is lost', async () => {
    const accountId = await signInAtAnaf(office, driver);
    const { grant } = account();
    fault = ({ operation }) => (operation === 'write' ? errno('ENOSPC') : undefined);
    expect(await failureOf(renew(accountId))).toEqual({ code: 'vault-write-failed', reason: 'disk-full' });
    expect(await refreshes()).toEqual([]);
    expect(account().grant).toEqual(grant);
    fault = () => undefined;
    await renew(accountId);
    expect(account().grant?.accessToken).not.toBe(grant?.accessToken);
  });

  test('that does not take the answer loses nothing: it waits in memory and is stored by the next try (R20)', async () => {
    const accountId = await signInAtAnaf(office, driver);
    const { grant } = account();
    let writes = 0;
    fault = ({ operation }) => (operation === 'create' && ++writes > 1 ? errno('ENOSPC') : undefined);
    expect(await failureOf(renew(accountId))).toEqual({ code: 'vault-write-failed', reason: 'disk-full' });
    expect(account().grant).toEqual(grant);
    expect(office.atStake()).toEqual({ requests: 0, unsaved: 1 });
    await office.settle();
    expect(office.atStake().unsaved).toBe(1);
    fault = () => undefined;
    await renew(accountId);
    expect(office.atStake().unsaved).toBe(0);
    expect(await refreshes()).toHaveLength(1);
    expect(account().grant?.refreshToken?.value).not.toBe(grant?.refreshToken?.value);
    expect(account().refreshSent).toBeNull();
    await renew(accountId);
  });

  test('that does not take the answer is tried again at every tick', async () => {
    const accountId = await signInAtAnaf(office, driver);
    const { grant } = account();
    let writes = 0;
    fault = ({ operation }) => (operation === 'create' && ++writes > 1 ? errno('ENOSPC') : undefined);
    await failureOf(renew(accountId));
    fault = () => undefined;
    await office.renewals.tick();
    expect(office.atStake().unsaved).toBe(0);
    expect(account().grant?.accessToken).not.toBe(grant?.accessToken);
  });

  test('that does not take a sign-in’s answer loses nothing either', async () => {
    let exchanged = false;
    fault = ({ operation }) => (exchanged && operation === 'create' ? errno('EACCES') : undefined);
    const bad = await openOffice(practice, {
      fs: faulty(nodeFileSystem(), (call) => fault(call)),
      openSignInWindow: async (input) => {
        const callback = await openSignInWindow(input);
        exchanged = true;
        return callback;
      },
    });
    expect((await failureOf(signInAtAnaf(bad, driver))).code).toBe('vault-write-failed');
    expect(bad.workspace.store().accounts()).toEqual([]);
    fault = () => undefined;
    await bad.settle();
    await renew(account(bad).id, bad);
    await bad.close();
  });

  test('that comes back after a newer sign-in does not bring the older pair back', async () => {
    const accountId = await signInAtAnaf(office, driver);
    const { applicationId, certificateId } = account();
    let writes = 0;
    fault = ({ operation }) => (operation === 'create' && ++writes > 1 ? errno('ENOSPC') : undefined);
    await failureOf(renew(accountId));
    fault = () => undefined;
    const input = { applicationId, certificateId, accountId, redirectUri: null, pin: null };
    await office.calls['accounts.signIn'](input);
    const fresh = account().grant?.refreshToken?.value;
    await office.renewals.tick();
    expect(account().grant?.refreshToken?.value).toBe(fresh);
    await renew(accountId);
    const spent = (await refreshes()).map(({ body }) => new URLSearchParams(body).get('refresh_token'));
    expect(spent).toContain(fresh);
  });
});

describe('a folder that may forget', () => {
  test('before the request: nothing is sent, and nothing counts as lost', async () => {
    const accountId = await signInAtAnaf(office, driver);
    fault = ({ operation }) => (operation === 'syncFolder' ? errno('EIO') : undefined);
    expect(await failureOf(renew(accountId))).toEqual({ code: 'vault-write-failed', reason: 'not-durable' });
    fault = () => undefined;
    expect(await refreshes()).toEqual([]);
    expect(account().refreshSent).toBeNull();
    await renew(accountId);
  });

  test('after the answer: it is written again', async () => {
    const accountId = await signInAtAnaf(office, driver);
    let syncs = 0;
    fault = ({ operation }) => (operation === 'syncFolder' && ++syncs === 2 ? errno('EIO') : undefined);
    expect(await failureOf(renew(accountId))).toEqual({ code: 'vault-write-failed', reason: 'not-durable' });
    expect(office.atStake().unsaved).toBe(1);
    const fresh = account().grant?.accessToken;
    await office.renewals.tick();
    expect(office.atStake().unsaved).toBe(0);
    expect(account().grant?.accessToken).toBe(fresh);
    expect(await refreshes()).toHaveLength(1);
  });

  test('after the answer: whoever renews next has it written again, and nothing is sent; the one after that sends', async () => {
    const accountId = await signInAtAnaf(office, driver);
    const calls: string[] = [];
    let syncs = 0;
    fault = ({ operation }) => (operation === 'syncFolder' && ++syncs === 2 ? errno('EIO') : undefined);
    expect(await failureOf(renew(accountId))).toEqual({ code: 'vault-write-failed', reason: 'not-durable' });
    const { grant } = account();
    fault = ({ operation }) => void calls.push(operation);
    await renew(accountId);
    // A second sync alone may confirm what the first one lost.
    expect(calls.filter((call) => ['write', 'sync', 'syncFolder'].includes(call))).toEqual([
      'write',
      'sync',
      'syncFolder',
    ]);
    expect(office.atStake().unsaved).toBe(0);
    expect(account().grant).toEqual(grant);
    expect(await refreshes()).toHaveLength(1);
    await renew(accountId);
    expect(await refreshes()).toHaveLength(2);
    expect(account().grant?.refreshToken?.value).not.toBe(grant?.refreshToken?.value);
  });
});

describe('a whole pair under an odd status', () => {
  /** Acts where every refresh is answered by one pair with this status. */
  async function answeredWith<T>(status: number, act: () => Promise<T>) {
    const pair = await driver.pair();
    const ca = await makeTestCa();
    const odd = await startTestServer(await ca.server(['odd.localhost']), (_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(pair));
    });
    refreshAt = `https://odd.localhost:${odd.port}/token`;
    otherCa = ca.pem;
    try {
      return { pair, result: await act() };
    } finally {
      refreshAt = null;
      await odd.close();
    }
  }

  test.each([201, 202, 299])('counts where the status is one of success: %d', async (status) => {
    const accountId = await signInAtAnaf(office, driver);
    const { pair } = await answeredWith(status, () => renew(accountId));
    expect(account().grant).toMatchObject({
      accessToken: pair.access_token,
      refreshToken: { value: pair.refresh_token },
    });
    expect(account().refreshSent).toBeNull();
    await renew(accountId);
  });

  test.each([
    { status: 302, isLost: false },
    { status: 400, isLost: false },
    { status: 409, isLost: false },
    { status: 500, isLost: true },
    { status: 503, isLost: true },
  ])('does not where it is none: $status', async ({ status, isLost }) => {
    const accountId = await signInAtAnaf(office, driver);
    const { grant } = account();
    const { result } = await answeredWith(status, () => failureOf(renew(accountId)));
    expect(result).toMatchObject({ code: 'answer-incomplete', status });
    expect(account().grant).toEqual(grant);
    expect(account().refreshSent !== null).toBe(isLost);
    await renew(accountId);
    expect(account().refreshSent).toBeNull();
  });
});

test('a sign-in that is exchanging its code is not called off any more', async () => {
  await practice.control.setSwitches({ tokenDelayMs: 400 });
  const signIn = signInAtAnaf(office, driver);
  const exchanging = () =>
    office.changes.findLast((change) => change.kind === 'attempts' && change.value?.status === 'exchanging');
  await expect.poll(exchanging).toBeDefined();
  await expect.poll(() => office.atStake().requests).toBe(1);
  const attemptId = (exchanging() as { id: string }).id;
  await office.calls['attempts.cancel']({ attemptId });
  await signIn;
  expect(account().grant).not.toBeNull();
});

test('an old refresh token that is refused late says nothing of the sign-in that came meanwhile', async () => {
  const accountId = await signInAtAnaf(office, driver);
  const ca = await makeTestCa();
  let refuse = (): void => expect.fail('nothing was asked');
  const slow = await startTestServer(await ca.server(['slow.localhost']), (_request, response) => {
    refuse = () => response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_grant"}');
  });
  refreshAt = `https://slow.localhost:${slow.port}/token`;
  otherCa = ca.pem;
  const renewal = failureOf(renew(accountId));
  await expect.poll(() => slow.seen.length).toBe(1);
  const { access_token, refresh_token } = await driver.pair();
  await office.workspace.store().changeAccount(accountId, (current) => {
    const grant = current.grant ?? expect.fail('no grant');
    const refreshToken = { ...(grant.refreshToken ?? expect.fail('no token')), value: refresh_token };
    return { ...current, refreshSent: null, grant: { ...grant, accessToken: access_token, refreshToken } };
  });
  refuse();
  expect((await renewal).code).toBe('authority-refused');
  await slow.close();
  expect(account()).toMatchObject({ grantEnded: false, refreshSent: null, lastFailure: null });
  refreshAt = null;
  await renew(accountId);
});

describe('an answer that is lost', () => {
  const lost = [
    ['reset after the pair was given out', { resetAfterCommit: true }],
    ['cut in the middle', { answerCutAfterBytes: 100 }],
  ] as const;

  test.each(lost)('%s: the old pair stays, and the state says so, after a restart too', async (_name, switches) => {
    const accountId = await signInAtAnaf(office, driver);
    const { grant } = account();
    await practice.control.setSwitches(switches);
    expect((await failureOf(renew(accountId))).code).toBe('authority-unreachable');
    expect(account()).toMatchObject({ grant, refreshSent: { tries: 1 } });
    const again = await office.reopen();
    expect(account(again)).toMatchObject({ grant, refreshSent: { tries: 1 } });
    expect(again.workspace.view([], { views: () => [] } as never).accounts[accountId]?.answerLost).toBe(true);
  });

  test('the same refresh token is tried again by the program itself, and an authority that forgives gives the pair', async () => {
    await signInAtAnaf(office, driver);
    const { grant } = account();
    await practice.control.setSwitches({ resetAfterCommit: true, refreshGraceSeconds: 60 });
    await failureOf(renew(account().id));
    await practice.control.setSwitches({ resetAfterCommit: false });
    await office.renewals.tick();
    expect(account()).toMatchObject({ refreshSent: null, lastFailure: null });
    expect(account().grant?.refreshToken?.value).not.toBe(grant?.refreshToken?.value);
    await renew(account().id);
  });

  test('one that the program itself lost is asked for again at its next tick, within the minute that is forgiven', async () => {
    await signInAtAnaf(office, driver);
    office.clock.nowMs += 80 * 86_400_000;
    await practice.control.setSwitches({ resetAfterCommit: true, refreshGraceSeconds: 60 });
    await office.renewals.tick();
    expect(account().refreshSent?.tries).toBe(1);
    await practice.control.setSwitches({ resetAfterCommit: false });
    office.clock.nowMs += 30_000;
    await office.renewals.tick();
    expect(account()).toMatchObject({ refreshSent: null, lastFailure: null });
  });

  test('where nothing can be sent, the retry then waits like any other', async () => {
    const accountId = await signInAtAnaf(office, driver);
    await practice.control.setSwitches({ resetAfterCommit: true });
    await failureOf(renew(accountId));
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    refreshAt = `https://127.0.0.1:${await listen(server)}/token`;
    for (let tick = 0; tick < 4; tick += 1) {
      await office.renewals.tick();
      office.clock.nowMs += 1000;
    }
    server.close();
    expect(connections).toBe(1);
    expect(account().refreshSent?.tries).toBe(1);
  });

  test('once more at once, then once a day; a person may try as often as she likes', async () => {
    const accountId = await signInAtAnaf(office, driver);
    await practice.control.setSwitches({ resetAfterCommit: true, refreshGraceSeconds: 60 });
    await failureOf(renew(accountId));
    await office.renewals.tick();
    expect(account().refreshSent?.tries).toBe(2);
    const count = (await refreshes()).length;
    office.clock.nowMs += 7 * 3_600_000;
    await office.renewals.tick();
    expect(await refreshes()).toHaveLength(count);
    office.clock.nowMs += 18 * 3_600_000;
    await office.renewals.tick();
    expect(await refreshes()).toHaveLength(count + 1);
    await practice.control.setSwitches({ resetAfterCommit: false });
    await renew(accountId);
    expect(account().refreshSent).toBeNull();
  });

  test('by a gateway in trouble is asked of one account, not of all, and heals by itself when it is well again', async () => {
    const first = await signInAtAnaf(office, driver);
    const store = office.workspace.store();
    for (const id of ['two', 'three']) {
      const { access_token, refresh_token } = await driver.pair();
      const grant = account().grant ?? expect.fail('no grant');
      const refreshToken = { ...(grant.refreshToken ?? expect.fail('no token')), value: refresh_token };
      await store.saveAccount({
        ...store.account(first),
        id,
        certificateId: null,
        certificateSerial: id,
        grant: { ...grant, accessToken: access_token, refreshToken },
      });
    }
    await practice.control.clearLog();
    await practice.control.setSwitches({ token502Html: true });
    office.clock.nowMs += 80 * 86_400_000;
    await office.renewals.tick();
    expect((await refreshes()).length).toBeLessThanOrEqual(3);
    for (let tick = 0; tick < 4; tick += 1) {
      office.clock.nowMs += 10_000;
      await office.renewals.tick();
    }
    const tries = store.accounts().map(({ refreshSent }) => refreshSent?.tries ?? 0);
    expect(Math.max(...tries)).toBeLessThanOrEqual(2);
    await practice.control.setSwitches({ token502Html: false });
    office.clock.nowMs += 2 * 86_400_000;
    await office.renewals.tick();
    expect(store.accounts().map(({ refreshSent, lastFailure }) => [refreshSent, lastFailure])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  test('at a strict authority ends in “sign in”, which says why; nothing is deleted', async () => {
    const accountId = await signInAtAnaf(office, driver);
    const { grant } = account();
    await practice.control.setSwitches({ resetAfterCommit: true });
    await failureOf(renew(accountId));
    await practice.control.setSwitches({ resetAfterCommit: false });
    expect(await failureOf(renew(accountId))).toEqual({ code: 'signin-needed', reason: 'answer-lost' });
    expect(account()).toMatchObject({ grant, refreshSent: null });
    expect(account().lastFailure?.failure).toEqual({ code: 'signin-needed', reason: 'answer-lost' });
    const count = (await refreshes()).length;
    await office.renewals.tick();
    expect(await refreshes()).toHaveLength(count);
    const { applicationId, certificateId } = account();
    const input = { applicationId, certificateId, accountId, redirectUri: null, pin: null };
    await office.calls['accounts.signIn'](input);
    await renew(accountId);
  });

  test.each([
    ['tokenStatus500', { tokenStatus500: true }, 1],
    ['token502Html', { token502Html: true }, 1],
    ['retryAfterSeconds', { retryAfterSeconds: 1 }, null],
  ] as const)('%s: counts as perhaps lost only where it may be', async (_name, switches, tries) => {
    const accountId = await signInAtAnaf(office, driver);
    await practice.control.setSwitches(switches);
    await failureOf(renew(accountId));
    expect(account().refreshSent?.tries ?? null).toBe(tries);
  });
});

describe('where nothing can have been sent', () => {
  test.each(['refused', 'ended in the handshake'])('%s: nothing counts as lost', async (how) => {
    const accountId = await signInAtAnaf(office, driver);
    const server = createServer((socket) => socket.destroy());
    const port = await listen(server);
    if (how === 'refused') await new Promise((resolve) => server.close(resolve));
    refreshAt = `https://127.0.0.1:${port}/token`;
    const failure = await failureOf(renew(accountId));
    expect(failure).toMatchObject({ cause: how === 'refused' ? 'refused' : 'not-connected' });
    expect(account().refreshSent).toBeNull();
    refreshAt = null;
    await renew(accountId);
    server.close();
  });
});

describe('accounts that are not this program’s alone', () => {
  test.each(['moved', 'only-looking'] as const)('%s: is not renewed, by nobody', async (standing) => {
    const accountId = await signInAtAnaf(office, driver);
    await office.workspace.store().changeAccount(accountId, (current) => ({ ...current, standing }));
    expect(await failureOf(renew(accountId))).toEqual({ code: 'renewal-elsewhere', standing });
    office.clock.nowMs += 80 * 86_400_000;
    await office.renewals.tick();
    expect(await refreshes()).toEqual([]);
    const revocation = office.calls['accounts.revoke']({ accountId });
    expect(await failureOf(revocation as Promise<unknown>)).toEqual({ code: 'renewal-elsewhere', standing });
    await office.calls['transfer.bringBack']({ accountId });
    await renew(accountId);
  });

  test('with another program’s copy: only when the user says so (R21)', async () => {
    const accountId = await signInAtAnaf(office, driver);
    await office.workspace.store().changeAccount(accountId, (current) => ({ ...current, hasOtherCopy: true }));
    expect(await failureOf(renew(accountId))).toEqual({ code: 'other-copy-ends' });
    office.clock.nowMs += 80 * 86_400_000;
    await office.renewals.tick();
    expect(await refreshes()).toEqual([]);
    await renew(accountId, office, true);
    expect(account().hasOtherCopy).toBe(false);
    await renew(accountId);
  });
});

test('ending the program lets no request begin, and waits for those that have', async () => {
  const accountId = await signInAtAnaf(office, driver);
  office.stop();
  expect((await failureOf(renew(accountId))).code).toBe('signin-cancelled');
  expect(await refreshes()).toEqual([]);
  expect(account().refreshSent).toBeNull();
});

test('ending the program waits for an answer that is on its way', async () => {
  const accountId = await signInAtAnaf(office, driver);
  const { grant } = account();
  await practice.control.setSwitches({ tokenDelayMs: 300 });
  const renewal = renew(accountId);
  await expect.poll(() => office.atStake().requests).toBe(1);
  await office.settle();
  expect(account().grant?.accessToken).not.toBe(grant?.accessToken);
  expect(office.atStake()).toEqual({ requests: 0, unsaved: 0 });
  await renewal;
});

test('an application that no profile has a place for keeps no other account from being renewed', async () => {
  const accountId = await signInAtAnaf(office, driver);
  const store = office.workspace.store();
  const lost = { ...store.application(account().applicationId), id: 'lost', environment: 'test' } as const;
  await store.saveApplication(lost);
  const grant = account().grant ?? expect.fail('no grant');
  const issuedTo = { ...grant.issuedTo, environment: 'test' } as const;
  await store.saveAccount({ ...account(), id: 'astray', applicationId: 'lost', grant: { ...grant, issuedTo } });
  office.clock.nowMs += 80 * 86_400_000;
  await office.renewals.tick();
  expect(store.account(accountId).grant?.accessToken).not.toBe(grant.accessToken);
  expect(store.account('astray').grant?.accessToken).toBe(grant.accessToken);
});

test('a revocation waits for a renewal under way, and revokes the newest', async () => {
  const accountId = await signInAtAnaf(office, driver);
  await practice.control.setSwitches({ tokenDelayMs: 300 });
  const renewal = renew(accountId);
  await expect.poll(() => office.atStake().requests).toBe(1);
  await office.calls['accounts.revoke']({ accountId });
  await renewal;
  const asked = (await practice.control.log()).find(({ path }) => path.endsWith('/revoke'));
  expect(new URLSearchParams(asked?.body).get('token')).toBe(account().grant?.refreshToken?.value);
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : expect.fail('no port');
}
