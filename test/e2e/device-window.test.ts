import type { X509Certificate } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSecureContext, type TlsOptions } from 'node:tls';
import type { ElectronApplication } from 'playwright';
import { expect } from 'playwright/test';
import type { Bridge } from '../../electron/contract/client.ts';
import { lacks } from '../fixtures/real-parts.ts';
import { accountPage, accountRow, answerQuestions } from '../fixtures/routes.ts';
import { startRenegotiatingAuthority } from '../fixtures/renegotiating-authority.ts';
import type { TokenEntry } from '../fixtures/software-token.ts';
import { makeTestCa, startTestServer, type TestCa, type TestServer } from '../fixtures/test-servers.ts';
import {
  test,
  tokenSignIn,
  type PracticeTokenWorld,
  type StartWithToken,
  type TokenWorld,
} from '../fixtures/token-world.ts';

// The real app, a PKCS#11 token through NSS, and the practice ANAF. Its gateway asks for a certificate and, as BIG-IP
// may, lets a connection without one in, to answer `access_denied`; a strict server stands beside it further down.

test.skip(lacks('software-token'), 'softhsm2, opensc or libnss3-tools is not installed');

const fingerprintOf = (certificate: X509Certificate | undefined): string =>
  (certificate?.fingerprint256 ?? 'none').replaceAll(':', '').toLowerCase();

/** The certificates that ANAF's gateway was shown, by fingerprint; null where it was shown none. */
async function shownTo({ control }: PracticeTokenWorld): Promise<ReadonlyArray<string | null>> {
  return (await control.log())
    .filter(({ authority, endpoint }) => authority === 'anaf' && endpoint === 'policy')
    .map(({ clientCertificate }) => clientCertificate);
}

const signInOf = ({ running, post }: PracticeTokenWorld) =>
  tokenSignIn(running.window, { redirectUri: post.redirectUris[0], oauth2: post.oauth2 });

/** The app's windows: whether each is seen. */
const windowsOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((window) => ({ isMain: window.getParentWindow() === null, isVisible: window.isVisible() }))
      .toSorted((one, other) => Number(other.isMain) - Number(one.isMain)),
  );

const redirectUri = 'https://localhost/callback';

/** Starts the app with a token at an authority of the test's own, in the place of ANAF. */
async function startWithAuthorities(
  start: StartWithToken,
  entries: readonly TokenEntry[],
  caPem: string,
  anaf: Record<'authorize' | 'token' | 'api' | 'redirectUri', string>,
): Promise<TokenWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'taxpass-device-'));
  const [ca, file] = [join(folder, 'ca.pem'), join(folder, 'authorities.json')];
  await writeFile(ca, caPem);
  await writeFile(file, JSON.stringify({ anaf: { ...anaf, ca } }));
  const world = await start(entries, ['--authorities', file]);
  // The window answers: the file has been read by then.
  await world.running.window.getByRole('main').waitFor();
  await rm(folder, { recursive: true });
  return world;
}

/** Whether the system's focus is in the main window; what a page says of its own focus is Playwright's. */
const focusedIsMain = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getParentWindow() === null);

const onlyMain = [{ isMain: true, isVisible: true }];

/** What the window can know of the questions and attempts that are open. */
const openOf = ({ running }: TokenWorld) =>
  running.window.evaluate(async () => {
    const { taxpass } = globalThis as unknown as { taxpass: Bridge };
    const answer = await taxpass.call('snapshot.get', {});
    return answer.ok
      ? { attempts: Object.keys(answer.value.attempts), questions: Object.values(answer.value.deviceQuestions) }
      : null;
  });

const nothingOpen = { attempts: [], questions: [] };

test('the PIN is asked, then the certificate, which is shown and watched from then on', async ({ startAtPractice }) => {
  const world = await startAtPractice(['post']);
  const { app, window } = world.running;
  const [certificate] = world.certificates;
  const signIn = signInOf(world);
  await signIn.start();
  // The question stands in the main window; the authority's, which would cover it, steps aside meanwhile.
  await expect(signIn.pin).toBeFocused();
  await expect.poll(() => focusedIsMain(app)).toBe(true);
  expect(await windowsOf(app)).toEqual([...onlyMain, { isMain: false, isVisible: false }]);
  await expect(signIn.dialog).toContainText('The token “RO-TOKEN” asks for its PIN.');
  await expect(signIn.dialog).toContainText('3 tries are left');
  await signIn.enterPin(world.token.pin);

  await expect(signIn.certificates).toHaveCount(1);
  await expect(signIn.chooser).toContainText('POPESCU ANA');
  await expect(signIn.chooser).toContainText('Practice certSIGN Qualified CA');
  await expect(signIn.certificates.first()).not.toBeChecked();
  await expect(signIn.show).toBeDisabled();
  await signIn.certificates.first().check({ force: true });
  await signIn.show.click();
  const page = accountPage(window);
  await expect(page.heading('POPESCU ANA')).toBeVisible({ timeout: 30_000 });
  expect(await shownTo(world)).toEqual([fingerprintOf(certificate)]);
  expect(await windowsOf(app)).toEqual(onlyMain);

  // Renewing shows nobody a certificate, and asks for none.
  const obtained = () => page.fact('Obtained').getByRole('time').getAttribute('datetime');
  const before = await obtained();
  await page.renew();
  await expect.poll(obtained).not.toBe(before);
  const tokenRequests = (await world.control.log()).filter(({ path }) => path.endsWith('/token'));
  expect(tokenRequests.map(({ clientCertificate }) => clientCertificate)).toEqual([null, null]);

  // Where only a sign-in helps, its own certificate is shown again without a question, if no other would do.
  await world.control.revokeTokens();
  await page.renew();
  await expect(signIn.dialog).toContainText('A new sign-in with the certificate is needed');
  await signIn.dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(signIn.dialog).toBeHidden({ timeout: 30_000 });
  expect(await shownTo(world)).toEqual([fingerprintOf(certificate), fingerprintOf(certificate)]);
  await expect(accountRow(window, 'Cabinet Popescu')).toHaveCount(1);

  await window.getByRole('button', { name: 'Certificates' }).click();
  const card = window.getByRole('main').getByRole('listitem').filter({ hasText: 'POPESCU ANA' });
  await expect(card).toContainText('Key on a token or in the system’s store');
  await card.getByRole('button', { name: 'Remove from this computer: certificate of POPESCU ANA' }).click();
  await expect(window.getByRole('alertdialog')).toContainText(/account/);
  await window.keyboard.press('Escape');
  await card.getByRole('button').first().click();
  await expect(window.getByRole('main')).toContainText('Cabinet Popescu');
});

test('a window that begins anew in the middle says that a token asks, and the sign-in goes on once answered', async ({
  startAtPractice,
}) => {
  const world = await startAtPractice(['post']);
  const { window } = world.running;
  const signIn = signInOf(world);
  await signIn.start();
  await expect(signIn.pin).toBeFocused();
  await window.reload();
  const waits = window
    .getByRole('note')
    .filter({ hasText: 'A sign-in at ANAF with “Cabinet Popescu” waits for an answer.' });
  await expect(waits.getByRole('button', { name: 'Cancel sign-in' })).toBeVisible();
  // Whoever types something there meanwhile goes on typing it.
  await expect(signIn.pin).toBeHidden();
  await waits.getByRole('button', { name: 'Answer…' }).click();
  await expect(signIn.pin).toBeFocused();
  await signIn.enterPin(world.token.pin);
  await signIn.certificates.first().check({ force: true });
  await signIn.show.click();
  await expect(accountRow(window, 'Cabinet Popescu')).toBeVisible({ timeout: 30_000 });
  await expect(signIn.dialog).toBeHidden();
});

test('a wrong PIN is said and asked again; whoever shows no certificate has cancelled', async ({ startAtPractice }) => {
  const world = await startAtPractice(['post']);
  const signIn = signInOf(world);
  await signIn.start();
  await signIn.enterPin('0000');
  await expect(signIn.dialog).toContainText('2 tries are left');
  await expect(signIn.dialog).toContainText('That PIN was wrong.');
  await expect(signIn.pin).toHaveValue('');
  await expect(signIn.pin).toBeFocused();
  await signIn.enterPin('1111');
  await expect(signIn.dialog).toContainText('One try is left');
  await signIn.enterPin(world.token.pin);
  await expect(signIn.certificates).toHaveCount(1);
  await signIn.cancel.click();
  await expect(signIn.dialog.getByRole('status')).toContainText('The sign-in was cancelled.');
  expect(await openOf(world)).toEqual(nothingOpen);
  await expect.poll(() => windowsOf(world.running.app)).toEqual(onlyMain);
  expect(await shownTo(world)).toEqual([]);

  // The token stays open for the program.
  await signIn.again.click();
  await expect(signIn.certificates).toHaveCount(1);
});

test('of two tokens the one that is not meant is passed over, whichever is asked about first', async ({
  startAtPractice,
}) => {
  const world = await startAtPractice(['post'], ['CARTE-DE-IDENTITATE']);
  const signIn = signInOf(world);
  await signIn.start();
  const asks = (token: string) => signIn.dialog.getByText(`The token “${token}” asks for its PIN.`);
  const [other, own] = [asks('CARTE-DE-IDENTITATE'), asks('RO-TOKEN')];
  for (let left = 2; left > 0; left -= 1) {
    await expect(other.or(own)).toBeVisible();
    if (await other.isVisible()) {
      await expect(signIn.dialog).toContainText('3 tries are left');
      await signIn.dialog.getByRole('button', { name: 'Not this token' }).click();
      await expect(other).toBeHidden();
    } else {
      await signIn.enterPin(world.token.pin);
      await expect(own).toBeHidden();
    }
  }
  await signIn.certificates.first().check({ force: true });
  await signIn.show.click();
  await expect(accountPage(world.running.window).heading('POPESCU ANA')).toBeVisible({ timeout: 30_000 });
  expect(await shownTo(world)).toEqual([fingerprintOf(world.certificates[0])]);
});

test('three wrong PINs end the sign-in before the token locks itself; so does none', async ({ startAtPractice }) => {
  const world = await startAtPractice(['post']);
  const signIn = signInOf(world);
  await signIn.start();
  for (const [index, wrong] of ['0000', '1111', '2222'].entries()) {
    await expect(signIn.dialog).toContainText(['3 tries are left', '2 tries are left', 'One try is left'][index] ?? '');
    await signIn.enterPin(wrong);
  }
  await expect(signIn.failure).toContainText('The token did not take the PIN.');
  await expect(signIn.failure).toContainText('Wrong PINs so far: 3.');
  await signIn.again.click();
  await expect(signIn.dialog).toContainText('3 tries are left');
  await expect(signIn.dialog).not.toContainText('That PIN was wrong.');
  await signIn.dialog.getByRole('button', { name: 'Unlock token' }).click();
  await expect(signIn.dialog).toContainText('Type the PIN of the token.');
  await signIn.cancel.click();
  await expect(signIn.dialog.getByRole('status')).toContainText('The sign-in was cancelled.');
  expect(await shownTo(world)).toEqual([]);
  expect(world.running.output()).not.toMatch(/0000|1111|2222/);
});

test('of several certificates none is chosen for anybody, but the last one is offered', async ({ startAtPractice }) => {
  const world = await startAtPractice(['valid', 'valid', 'expired', 'unknown-ca']);
  const { app, window } = world.running;
  const [first, second] = world.certificates;
  if (first === undefined || second === undefined) throw new Error('two are on the token');
  const signIn = signInOf(world);
  await signIn.start();
  await expect(signIn.pin).toBeVisible();
  // The next question brings the main window back from wherever it is.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((one) => one.hide()));
  const [attemptId = ''] = (await openOf(world))?.attempts ?? [];
  await window.evaluate(
    ([id, pin]) => {
      const { taxpass } = globalThis as unknown as { taxpass: Bridge };
      void taxpass.call('device.enterPin', { attemptId: id, pin });
    },
    [attemptId, world.token.pin] as const,
  );
  await expect.poll(() => windowsOf(app)).toEqual([...onlyMain, { isMain: false, isVisible: false }]);
  await expect(signIn.certificates).toHaveCount(2);
  await expect(signIn.option(first)).not.toBeChecked();
  await expect(signIn.option(second)).not.toBeChecked();
  await expect(signIn.show).toBeDisabled();
  await signIn.option(second).check({ force: true });
  await signIn.show.click();
  await expect(signIn.dialog).toBeHidden({ timeout: 30_000 });

  await signIn.start();
  await expect(signIn.option(second)).toBeChecked();
  await expect(signIn.option(second)).toBeFocused();
  await signIn.show.click();
  await expect(signIn.dialog).toBeHidden({ timeout: 30_000 });
  // The same person of the same application is the same account.
  await expect(accountRow(window, 'Cabinet Popescu')).toHaveCount(1);
  expect(await shownTo(world)).toEqual([fingerprintOf(second), fingerprintOf(second)]);
});

test('a certificate that was shown before and is not there now is seen, and cannot be chosen', async ({
  startAtPractice,
  restart,
}) => {
  const world = await startAtPractice(['valid', 'valid']);
  const [first, second] = world.certificates;
  if (first === undefined || second === undefined) throw new Error('two are on the token');
  const before = signInOf(world);
  await before.start();
  await before.enterPin(world.token.pin);
  await before.option(second).check({ force: true });
  await before.show.click();
  await expect(before.dialog).toBeHidden({ timeout: 30_000 });
  await world.token.removeCertificate(1);

  const running = await restart(world);
  const signIn = signInOf({ ...world, running });
  await signIn.start();
  await signIn.enterPin(world.token.pin);
  await expect(signIn.certificates).toHaveCount(2);
  await expect(signIn.option(second)).toBeDisabled();
  await expect(signIn.option(second)).toHaveAccessibleName(/Not offered: it is not on the token that is inserted/);
  await expect(signIn.option(second)).not.toBeChecked();
  await expect(signIn.option(first)).toBeFocused();
  await expect(signIn.option(first)).not.toBeChecked();
  await expect(signIn.show).toBeDisabled();
});

test('a token that is pulled out, or was never in, is named first', async ({ startAtPractice }) => {
  const world = await startAtPractice(['post']);
  const signIn = signInOf(world);
  const causes = signIn.failure.getByRole('listitem');
  await signIn.start();
  await signIn.enterPin(world.token.pin);
  await signIn.certificates.first().check({ force: true });
  await world.token.remove();
  await signIn.show.click();
  // The practice gateway is lenient: what failed on the token it only sees as no certificate.
  await expect(signIn.failure).toContainText('ANAF did not let the certificate in.', { timeout: 30_000 });
  await expect(causes.first()).toContainText('The USB token is not plugged in');
  await signIn.again.click();
  await expect(signIn.failure).toContainText('ANAF did not let the certificate in.', { timeout: 30_000 });
  await expect(causes.first()).toContainText('The USB token is not plugged in');
  expect(await shownTo(world)).toEqual([null, null]);
});

test('a question ends with its sign-in: by Escape, by the lock, by the end of the program', async ({
  startAtPractice,
}) => {
  const world = await startAtPractice(['post']);
  const { app, window } = world.running;
  const passphrase = 'a long phrase for the lock';
  const signIn = signInOf(world);
  await signIn.start();
  await expect(signIn.pin).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(signIn.dialog).toBeHidden();
  await expect.poll(() => openOf(world)).toEqual(nothingOpen);
  await expect.poll(() => windowsOf(app)).toEqual(onlyMain);

  await answerQuestions(app, true);
  const call = (name: 'vault.setRecovery' | 'vault.lock') =>
    window.evaluate(
      async ([called, given]) => {
        const { taxpass } = globalThis as unknown as { taxpass: Bridge };
        const answer =
          called === 'vault.lock'
            ? await taxpass.call('vault.lock', {})
            : await taxpass.call('vault.setRecovery', { current: null, passphrase: given });
        return answer.ok;
      },
      [name, passphrase] as const,
    );
  expect(await call('vault.setRecovery')).toBe(true);
  await signIn.start();
  await expect(signIn.pin).toBeVisible();
  expect(await call('vault.lock')).toBe(true);
  await expect(window.getByRole('heading', { name: 'The window is locked' })).toBeVisible();
  expect(await openOf(world)).toEqual(nothingOpen);
  await expect.poll(() => windowsOf(app)).toEqual(onlyMain);
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await window.getByRole('button', { name: 'Unlock' }).click();
  await expect(window.getByRole('button', { name: 'Applications' })).toBeVisible({ timeout: 30_000 });
  await expect(signIn.pin).toBeHidden();

  await signIn.start();
  await expect(signIn.pin).toBeVisible();
  // It ends although a question is open: the test would not, otherwise.
  await world.running.quit();
});

test.describe('at Apache, which asks mid-connection and lets nobody in without one', () => {
  test.skip(lacks('apache'), 'apache2 is not installed');

  test('the certificate is shown; a token pulled out and none at all are told apart', async ({ start }) => {
    const ca = await makeTestCa();
    const registered = { redirectUri, oauth2: { clientId: 'client', clientSecret: 'secret' } };
    const { oauth2 } = registered;
    const authority = await startRenegotiatingAuthority(ca, { host: 'localhost', ...oauth2, redirectUri });
    try {
      const anaf = { authorize: authority.authorize, token: authority.token, api: authority.origin, redirectUri };
      const ana = await ca.client('Ana');
      const world = await startWithAuthorities(start, [{ label: 'Ana', ...ana }], ca.pem, anaf);
      const signIn = tokenSignIn(world.running.window, registered);
      await signIn.start();
      await signIn.enterPin(world.token.pin);
      await signIn.certificates.first().check({ force: true });
      await signIn.show.click();
      await expect(signIn.dialog).toBeHidden({ timeout: 30_000 });
      const shown = () => authority.apache.seen.flatMap(({ clientDn }) => clientDn ?? []);
      expect(shown()).toEqual(['CN=Ana']);
      expect(await authority.apache.log()).toContain('Performing full renegotiation');

      await signIn.start();
      await expect(signIn.certificates.first()).toBeChecked();
      await world.token.remove();
      await signIn.show.click();
      await expect(signIn.failure).toContainText('on the token did not get through.', { timeout: 30_000 });
      await signIn.again.click();
      await expect(signIn.failure).toContainText('No certificate was found for this sign-in.', { timeout: 30_000 });
      expect(shown()).toEqual(['CN=Ana']);
    } finally {
      await authority.stop();
    }
  });
});

test.describe('at servers of the test’s own', () => {
  /**
   * Starts the app with Ana's certificate at an authority of the test's own: `authorize` leads over `elsewhere`, the
   * host of the token endpoint, which asks for a certificate as well. `bend` changes the first server's TLS.
   */
  async function startAt(
    start: StartWithToken,
    bend: (tls: TlsOptions, ca: TestCa) => Promise<TlsOptions> = (tls) => Promise.resolve(tls),
  ) {
    const ca = await makeTestCa();
    const asks = { ...(await ca.server(['localhost'])), requestCert: true, rejectUnauthorized: false, ca: ca.pem };
    const elsewhere = await startTestServer(asks, ({ url }, response) => {
      const state = new URL(url, redirectUri).searchParams.get('state') ?? '';
      response.writeHead(302, { Location: `${redirectUri}?error=access_denied&state=${state}` }).end();
    });
    const authorize = await startTestServer(await bend(asks, ca), ({ url }, response) => {
      response.writeHead(302, {
        Location: `https://localhost:${elsewhere.port}/next${new URL(url, redirectUri).search}`,
      });
      response.end();
    });
    const ana = await ca.client('Ana');
    return {
      ca,
      ana,
      authorize,
      elsewhere,
      async signIn() {
        const token = `https://localhost:${elsewhere.port}/token`;
        const at = { authorize: `https://localhost:${authorize.port}/authorize`, token, api: token, redirectUri };
        const world = await startWithAuthorities(start, [{ label: 'Ana', ...ana }], ca.pem, at);
        const oauth2 = { clientId: 'client', clientSecret: 'secret' };
        return { world, dialog: tokenSignIn(world.running.window, { redirectUri, oauth2 }) };
      },
      async stop() {
        await authorize.close();
        await elsewhere.close();
      },
    };
  }

  test('no other host is shown the certificate, though it asks', async ({ start }) => {
    const servers = await startAt(start);
    try {
      const { world, dialog } = await servers.signIn();
      await dialog.start();
      await dialog.enterPin(world.token.pin);
      await dialog.certificates.first().check({ force: true });
      await dialog.show.click();
      await expect(dialog.failure).toBeVisible({ timeout: 30_000 });
      const seen = ({ seen: requests }: TestServer) => requests.map(({ clientFingerprint }) => clientFingerprint);
      expect(seen(servers.authorize)).toEqual([servers.ana.fingerprint]);
      expect(seen(servers.elsewhere)).toEqual([null]);
    } finally {
      await servers.stop();
    }
  });

  test('a server of another CA is refused, and nothing is asked for it', async ({ start }) => {
    const stranger = await (await makeTestCa()).server(['localhost']);
    const servers = await startAt(start, (tls) => Promise.resolve({ ...tls, ...stranger }));
    try {
      const { dialog } = await servers.signIn();
      await dialog.start();
      await expect(dialog.failure).toContainText('could not prove who it is', { timeout: 30_000 });
      expect(servers.authorize.seen).toEqual([]);
    } finally {
      await servers.stop();
    }
  });

  test('a server that shows main one certificate and the window another is refused', async ({ start }) => {
    const stranger = createSecureContext(await (await makeTestCa()).server(['localhost']));
    // The window comes first; main then looks at the same server itself.
    let connections = 0;
    const servers = await startAt(start, async (tls, ca) => {
      const good = createSecureContext(await ca.server(['localhost']));
      return {
        ...tls,
        SNICallback: (_name, give) => {
          connections += 1;
          give(null, connections % 2 === 1 ? stranger : good);
        },
      };
    });
    try {
      const { dialog } = await servers.signIn();
      await dialog.start();
      await expect(dialog.failure).toBeVisible({ timeout: 30_000 });
      expect(connections).toBeGreaterThan(1);
      expect(servers.authorize.seen).toEqual([]);
    } finally {
      await servers.stop();
    }
  });
});
