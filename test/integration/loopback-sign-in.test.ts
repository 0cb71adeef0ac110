import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { AttemptView } from '../../electron/contract/snapshot.ts';
import type { LoopbackListener } from '../../electron/signin/loopback-listener.ts';
import { saveAnafApplication } from '../fixtures/anaf-account.ts';
import { anafDriver, nonceOf, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { ask, freeRedirectUri, leadsTo, occupy } from '../fixtures/loopback.ts';
import { failureOf, openOffice, type Office } from '../fixtures/office.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';

let practice: RunningPractice;
let driver: AnafDriver;
let office: Office;
let redirectUri: string;

beforeAll(async () => {
  practice = await startPractice();
  driver = await anafDriver(practice);
});
afterAll(() => practice.stop());
beforeEach(async () => {
  office = await openOffice(practice);
  redirectUri = await freeRedirectUri();
  await practice.control.addRedirectUri('anaf', redirectUri);
  await practice.control.clearLog();
});
afterEach(async () => {
  vi.useRealTimers();
  office.stop();
  await office.close();
});

/** Begins a sign-in with the system browser; `ended` is its outcome. */
async function begin(uri = redirectUri): Promise<{ ended: Promise<unknown> }> {
  const applicationId = await saveAnafApplication(office, driver, { redirectUris: [uri] });
  const input = { applicationId, certificateId: null, accountId: null, redirectUri: null, pin: null };
  const ended = office.calls['accounts.signIn']({ ...input, route: 'browser' }) as Promise<unknown>;
  ended.catch(() => undefined);
  return { ended };
}
async function opened(): Promise<URL> {
  await expect.poll(() => office.opened.length).toBe(1);
  return office.opened[0] ?? new URL('about:blank');
}
function listenerOf(by: Office = office): LoopbackListener {
  const [listener, ...others] = by.loopbacks.listeners();
  if (listener === undefined || others.length > 0) throw new Error('not one listener');
  return listener;
}
const attempt = (by: Office = office): AttemptView => {
  const change = by.changes.findLast((one) => one.kind === 'attempts');
  if (change?.kind !== 'attempts' || change.value === null) throw new Error('no attempt');
  return change.value;
};
const statuses = (): Array<string | null> =>
  office.changes.flatMap((change) => (change.kind === 'attempts' ? [change.value?.status ?? null] : []));

/** What a browser with the holder's certificate does at the authority; gives the callback's address. */
async function walk(start: URL): Promise<URL> {
  const { answer, cookie } = await driver.follow(start.href, driver.identity);
  const last = await driver.send(new URL('/my.policy_nonce', driver.ready.authorize).href, {
    method: 'POST',
    identity: driver.identity,
    headers: { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: `nonce=${nonceOf(answer.body)}`,
  });
  return new URL(String(last.headers['location']));
}
/** Opens the first page and goes on to the authority. */
async function toAuthority(page: URL, by: LoopbackListener = listenerOf()): Promise<URL> {
  return leadsTo(await ask(by, page), page);
}
const tokenRequests = async () => (await practice.control.log()).filter(({ path }) => path.endsWith('/v1/token'));
const accounts = (by: Office = office) => by.workspace.store().accounts();

test('the browser meets our page first, then the authority; its callback brings the tokens', async () => {
  const { ended } = await begin();
  const first = await opened();
  expect(first.origin).toBe(new URL(redirectUri).origin);
  expect(office.loopbacks.isFirstPage(first.href)).toBe(true);
  expect(attempt()).toMatchObject({ status: 'waiting', arrival: 'loopback', redirectUri });
  const listener = listenerOf();
  const start = await toAuthority(first);
  expect(start.href.startsWith(`${driver.ready.authorize}?`)).toBe(true);
  expect(start.searchParams.get('redirect_uri')).toBe(redirectUri);
  const callback = await walk(start);
  expect(callback.href.startsWith(`${redirectUri}?`)).toBe(true);
  const page = leadsTo(await ask(listener, callback), callback);
  expect((await ask(listener, page)).body).toContain('You can close this tab');
  await ended;
  await listener.closed;
  expect(statuses()).toEqual(['waiting', 'returned', 'exchanging', null]);
  const [account] = accounts();
  expect(account).toMatchObject({ route: 'browser', redirectUri, lastFailure: null });
  expect(account?.grant?.accessToken.split('.').length).toBe(3);
  expect(account?.grant?.refreshToken).not.toBeNull();
  const [exchange, ...others] = await tokenRequests();
  expect(others).toEqual([]);
  expect(new URLSearchParams(exchange?.body).get('redirect_uri')).toBe(redirectUri);
  expect(exchange?.clientCertificate).toBeNull();
  expect(office.workspace.store().pendingSignIns()).toEqual([]);
  // What crossed to the window names neither state nor code nor first page.
  const told = JSON.stringify(office.changes);
  const { state, code } = Object.fromEntries(callback.searchParams);
  for (const secret of [state, code, first.pathname]) expect(told).not.toContain(secret ?? '?');
});

test('a callback with a wrong state or none changes nothing; one that comes twice is taken once', async () => {
  const { ended } = await begin();
  const listener = listenerOf(await opened().then(() => office));
  const callback = await walk(await toAuthority(await opened()));
  const forged = new URL(callback);
  forged.searchParams.set('state', 'A'.repeat(43));
  const stateless = new URL(callback);
  stateless.searchParams.delete('state');
  const doubled = new URL(callback);
  doubled.searchParams.append('state', callback.searchParams.get('state') ?? '');
  for (const bad of [forged, stateless, doubled]) expect((await ask(listener, bad)).status).toBe(400);
  expect(attempt().status).toBe('waiting');
  expect(await tokenRequests()).toEqual([]);
  const both = await Promise.all([ask(listener, callback), ask(listener, callback)]);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 400]);
  await ended;
  expect((await tokenRequests()).length).toBe(1);
});

test("the authority's no is said by us, and its page says no more than that", async () => {
  const { ended } = await begin();
  const start = await toAuthority(await opened());
  const listener = listenerOf();
  const callback = `${redirectUri}?error=access_denied&state=${start.searchParams.get('state') ?? ''}`;
  const shown = await ask(listener, leadsTo(await ask(listener, callback), callback));
  expect(shown.body).toContain('did not lead to an access token');
  expect(await failureOf(ended)).toMatchObject({ code: 'authority-refused', explanation: 'anaf-access-denied' });
  await listener.closed;
});

test.each(['127.0.0.1', '::1'] as const)('a port taken on %s is said before any browser opens', async (host) => {
  const { port, server } = await occupy(host, Number(new URL(redirectUri).port));
  const { ended } = await begin();
  expect(await failureOf(ended)).toEqual({ code: 'loopback-port-taken', port });
  expect(office.opened).toEqual([]);
  expect(office.workspace.store().pendingSignIns()).toEqual([]);
  expect(office.loopbacks.listeners()).toEqual([]);
  await new Promise((resolve) => server.close(resolve));
  // Free again, it works.
  await begin();
  await opened();
});

test('cancelling ends the listener; so does the deadline', async () => {
  const { ended } = await begin();
  const page = await opened();
  const listener = listenerOf();
  await office.calls['attempts.cancel']({ attemptId: attempt().id });
  expect(await failureOf(ended)).toEqual({ code: 'signin-cancelled' });
  await listener.closed;
  expect(office.loopbacks.isFirstPage(page.href)).toBe(false);
  await expect(ask(listener, page)).rejects.toThrow('ECONNREFUSED');

  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const late = await begin();
  await vi.waitUntil(() => office.opened.length === 2);
  const second = listenerOf();
  vi.advanceTimersByTime(15 * 60_000);
  expect(await failureOf(late.ended)).toEqual({ code: 'signin-timed-out', seconds: 900 });
  await second.closed;
});

test('a browser that cannot be opened leaves neither a listener nor anything that waits', async () => {
  const applicationId = await saveAnafApplication(office, driver, { redirectUris: [redirectUri] });
  const push = vi.spyOn(office.opened as URL[], 'push').mockImplementation(() => {
    throw new Error('no browser');
  });
  const input = { applicationId, certificateId: null, accountId: null, redirectUri: null, pin: null };
  const ended = office.calls['accounts.signIn']({ ...input, route: 'browser' }) as Promise<unknown>;
  await expect(ended).rejects.toThrow('no browser');
  await expect.poll(() => office.loopbacks.listeners()).toEqual([]);
  expect(push).toHaveBeenCalledOnce();
  const attemptId = office.changes.findLast((change) => change.kind === 'attempts')?.id ?? '';
  expect(() => office.calls['attempts.paste']({ attemptId, url: redirectUri })).toThrow('not-found');
});

test('the link for another browser is a page of its own, each time, while the sign-in waits', async () => {
  const { ended } = await begin();
  const first = await opened();
  const { id: attemptId } = attempt();
  await office.calls['attempts.copyLink']({ attemptId });
  await office.calls['attempts.openAgain']({ attemptId });
  const [link = ''] = office.clipboard;
  expect(office.clipboard.length).toBe(1);
  expect(office.opened.length).toBe(2);
  const pages = [first.href, link, office.opened[1]?.href ?? ''];
  expect(new Set(pages).size).toBe(3);
  expect(pages.map((page) => office.loopbacks.isFirstPage(page))).toEqual([true, true, true]);
  const listener = listenerOf();
  const callback = await walk(await toAuthority(new URL(link)));
  await ask(listener, callback);
  await ended;
  expect(await failureOf(Promise.resolve(office.calls['attempts.copyLink']({ attemptId })))).toMatchObject({
    code: 'not-found',
  });
  expect(await failureOf(Promise.resolve(office.calls['attempts.openAgain']({ attemptId })))).toEqual({
    code: 'not-found',
    what: 'attempt',
  });
  expect(office.clipboard).toEqual([link]);
});

test('an address without a port is never listened at: the link is the authority’s, the callback is pasted (S8)', async () => {
  const portless = 'https://localhost/my-redirect-uri';
  await practice.control.addRedirectUri('anaf', portless);
  const { ended } = await begin(portless);
  expect((await opened()).href.startsWith(`${driver.ready.authorize}?`)).toBe(true);
  expect(office.loopbacks.listeners()).toEqual([]);
  expect(attempt().arrival).toBe('pasted');
  const { id: attemptId } = attempt();
  await office.calls['attempts.copyLink']({ attemptId });
  expect(office.clipboard).toEqual([office.opened[0]?.href]);
  const callback = await walk(await opened());
  await office.calls['attempts.paste']({ attemptId, url: callback.href });
  await ended;
  expect(accounts().length).toBe(1);
});

test('a callback can be pasted while the listener waits; then it ends', async () => {
  const { ended } = await begin();
  const callback = await walk(await toAuthority(await opened()));
  const listener = listenerOf();
  await office.calls['attempts.paste']({ attemptId: attempt().id, url: callback.href });
  await listener.closed;
  await ended;
  expect(accounts().length).toBe(1);
});

test('after a restart the sign-in is listened for again, and a new link leads on', async () => {
  await begin();
  const callback = await walk(await toAuthority(await opened()));
  const before = listenerOf();
  office.stop();
  await before.closed;
  const again = await office.reopen();
  await expect.poll(() => again.loopbacks.listeners().length).toBe(1);
  const listener = listenerOf(again);
  expect(listener.certificate.fingerprint256).not.toBe(before.certificate.fingerprint256);
  expect(again.opened).toEqual([]);
  expect(attempt(again)).toMatchObject({ status: 'waiting', arrival: 'loopback' });
  await again.calls['attempts.openAgain']({ attemptId: attempt(again).id });
  const start = await toAuthority(again.opened[0] ?? callback, listener);
  expect(start.searchParams.get('state')).toBe(callback.searchParams.get('state'));
  expect((await ask(listener, callback)).status).toBe(303);
  await expect.poll(() => accounts(again).length).toBe(1);
  expect(accounts(again)[0]?.grant?.accessToken.split('.').length).toBe(3);
  again.stop();
});

test('after a restart with the port taken, the address is pasted', async () => {
  await begin();
  const callback = await walk(await toAuthority(await opened()));
  const before = listenerOf();
  office.stop();
  await before.closed;
  const { server } = await occupy('::1', Number(callback.port));
  const again = await office.reopen();
  await expect.poll(() => attempt(again).arrival).toBe('pasted');
  expect(again.loopbacks.listeners()).toEqual([]);
  // Nobody is led to a port at which another program listens.
  const attemptId = attempt(again).id;
  const taken = { code: 'loopback-port-taken', port: Number(callback.port) };
  expect(await failureOf(Promise.resolve(again.calls['attempts.openAgain']({ attemptId })))).toEqual(taken);
  expect(await failureOf(Promise.resolve(again.calls['attempts.copyLink']({ attemptId })))).toEqual(taken);
  expect(again.opened).toEqual([]);
  await again.calls['attempts.paste']({ attemptId: attempt(again).id, url: callback.href });
  await expect.poll(() => accounts(again).length).toBe(1);
  await new Promise((resolve) => server.close(resolve));
});

test('after a restart with the port taken, and free again, a new link leads on', async () => {
  await begin();
  const callback = await walk(await toAuthority(await opened()));
  const before = listenerOf();
  office.stop();
  await before.closed;
  const { server } = await occupy('::1', Number(callback.port));
  const again = await office.reopen();
  await expect.poll(() => attempt(again).arrival).toBe('pasted');
  await new Promise((resolve) => server.close(resolve));
  await again.calls['attempts.openAgain']({ attemptId: attempt(again).id });
  expect(attempt(again).arrival).toBe('loopback');
  const listener = listenerOf(again);
  await toAuthority(again.opened[0] ?? callback, listener);
  expect((await ask(listener, callback)).status).toBe(303);
  await expect.poll(() => accounts(again).length).toBe(1);
  again.stop();
  await listener.closed;
});
