import { generateKeyPairSync } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Bridge } from '../../electron/contract/client.ts';
import type { AnafDriver } from '../fixtures/anaf-requests.ts';
import { practiceIsReady } from '../fixtures/launch.ts';
import { accountPage, answerFileDialog } from '../fixtures/routes.ts';
import { signedToken } from '../fixtures/signed-token.ts';
import { test } from '../fixtures/window-test.ts';
import { practiceAnaf } from '../fixtures/practice-anaf.ts';

/** The page as a person finds it. */
function readPage(window: Page) {
  const main = window.getByRole('main');
  return {
    main,
    open: () =>
      window.getByRole('navigation', { name: 'Accounts' }).getByRole('button', { name: 'Read a token' }).click(),
    field: main.getByRole('textbox', { name: 'Token', exact: true }),
    async read(token: string): Promise<void> {
      await main.getByRole('textbox', { name: 'Token', exact: true }).fill(token);
      await main.getByRole('button', { name: /^Read(?: another token)?$/ }).click();
    },
    key: main.getByRole('textbox', { name: 'Public key' }),
    openVerify: () => main.getByRole('button', { name: 'Verify the signature…' }).click(),
    async verify(key: string): Promise<void> {
      await main.getByRole('textbox', { name: 'Public key' }).fill(key);
      await main.getByRole('button', { name: 'Verify', exact: true }).click();
    },
    result: main.locator('.verify-result'),
  };
}

/** All that the page holds: its elements, and what stands in its fields. */
async function held(window: Page): Promise<string> {
  return window.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
    return document.documentElement.outerHTML + fields.map(({ value }) => value).join('\n');
  });
}

/** An account at the practice ANAF with its certificate, without the way there, which other tests go. */
async function addAccount(window: Page, { post }: AnafDriver, pair: { access_token: string; refresh_token: string }) {
  const p12 = (await readFile(post.p12)).toString('base64');
  await window.evaluate(
    async ([p12Base64, password, text, clientId, clientSecret]) => {
      const { taxpass } = window as unknown as { taxpass: Bridge };
      async function ask<T>(call: Promise<{ ok: true; value: T } | { ok: false; failure: unknown }>): Promise<T> {
        const answer = await call;
        if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
        return answer.value;
      }
      const bytes = Uint8Array.from(atob(p12Base64), (character) => character.charCodeAt(0));
      const { draftId } = await ask(taxpass.call('certificates.drop', { fileName: 'a.p12', bytes }));
      await ask(taxpass.call('certificates.open', { draftId, password, identity: null }));
      await ask(taxpass.call('certificates.import', { draftId, keepKey: true }));
      const found = await ask(taxpass.call('takeOver.read', { text }));
      const application = {
        profile: 'anaf',
        environment: 'production',
        name: 'Cabinet',
        clientId,
        clientSecret,
      } as const;
      const input = { candidate: 0, application, otherProgramUses: false };
      await ask(taxpass.call('takeOver.import', { draftId: found.draftId ?? '', ...input }));
    },
    [p12, post.password, JSON.stringify(pair), post.oauth2.clientId, post.oauth2.clientSecret] as const,
  );
}

test('any token is read and verified without an account, and the page keeps nothing of it', async ({
  desktop,
  running,
}) => {
  const { app, window } = running;
  await practiceIsReady(window);
  const { driver, control } = await practiceAnaf(desktop);
  const key = (await control.keys())['anaf'] ?? '';
  const token = (await driver.pair()).access_token;
  const parts = token.split('.').filter((part) => part.length > 40);
  const page = readPage(window);

  await page.open();
  await page.main.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(page.main.getByRole('alert')).toHaveText('Paste a token first.');
  await expect(page.field).toHaveCSS('-webkit-text-security', 'disc');

  await page.read(`"Bearer ${token}",`);
  await expect(page.field).toHaveValue('');
  await expect(page.main.getByRole('heading', { name: 'What is in the token' })).toBeFocused();
  await expect(page.main.getByText('The word “Bearer” before the token.')).toBeVisible();
  await expect(page.main.getByText('No account here has this token.')).toBeVisible();
  await expect(page.main.getByText('An address of ANAF, as expected.')).toBeVisible();
  const claim = (name: string) => accountPage(window).claim(name).first();
  await expect(claim('jti')).toContainText('secret');
  await expect(claim('serial')).toContainText('No certificate on this computer has this serial number.');
  const points = page.main.getByRole('list', { name: 'The token’s times' }).getByRole('listitem');
  await expect(points).toHaveCount(4);
  await expect(points.filter({ hasText: 'Now' })).toHaveCount(1);
  await expect(page.main.getByText('ANAF publishes no key we know of')).toBeVisible();
  for (const part of parts) expect(await held(window)).not.toContain(part);

  await page.openVerify();
  await page.verify(key);
  await expect(page.key).toHaveValue('');
  await expect(page.result).toContainText('The signature is by this key');
  await expect(page.result).toContainText('RSA 2048');
  await expect(page.result).toContainText('It is within its period.');
  await page.verify(
    generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  );
  await expect(page.result).toContainText('The signature is not by this key');
  await expect(page.result).not.toContainText('The signature is by this key');

  const file = join(desktop.home, 'anaf.pem');
  await writeFile(file, key);
  await answerFileDialog(app, file);
  await page.main.getByRole('button', { name: 'Key from a file…' }).click();
  await expect(page.result).toContainText('The signature is by this key');

  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const mine = { ...ec.publicKey.export({ format: 'jwk' }), kid: 'mine', use: 'sig' };
  await page.read(signedToken(ec.privateKey, { alg: 'ES256', kid: 'mine' }, { sub: 'ana', exp: 1_800_000_000 }));
  await page.openVerify();
  await page.verify(JSON.stringify({ keys: [{ ...mine, kid: 'other' }] }));
  await expect(page.result).toContainText('The token names the key mine, and none of the keys is called so.');
  await page.verify(JSON.stringify({ keys: [mine] }));
  await expect(page.result).toContainText('The signature is by this key');
  await page.verify(ec.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  await expect(page.result).toContainText('This is a private key.');
  await expect(page.key).toHaveValue('');

  const unsigned = ['{"alg":"none"}', '{"sub":"ana"}'].map((json) => Buffer.from(json).toString('base64url'));
  await page.read(`${unsigned.join('.')}.`);
  await expect(page.main.getByText('It is not signed: anybody could have written it.')).toBeVisible();
  await page.openVerify();
  await page.verify(key);
  await expect(page.result).toContainText('This signature proves nothing');

  await page.read('a'.repeat(64));
  await expect(page.main.getByText('An opaque token: there is nothing in it to read')).toBeVisible();
  await page.read('eyJhbGciOiJSUzUxMiJ9.a.b.c.d');
  await expect(page.main.getByText('It is encrypted')).toBeVisible();
  await page.read('nothing of use');
  await expect(page.main.getByText('Copy the token once more')).toBeVisible();

  // Left, the page has forgotten the token, and so has main.
  await page.read(token);
  await expect(page.main.getByRole('heading', { name: 'What is in the token' })).toBeFocused();
  await window.getByRole('navigation', { name: 'Accounts' }).getByRole('button', { name: 'Settings' }).click();
  await expect(page.main.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await page.open();
  await expect(page.main.getByRole('heading', { name: 'What is in the token' })).toHaveCount(0);
  for (const part of parts) expect(await held(window)).not.toContain(part);
});

test('an account’s token: certificate matched, compared with the one before, verified, known again when pasted', async ({
  desktop,
  running,
}) => {
  const { window } = running;
  await practiceIsReady(window);
  const { driver, control } = await practiceAnaf(desktop);
  const key = (await control.keys())['anaf'] ?? '';
  const pair = await driver.pair();
  await addAccount(window, driver, pair);
  const account = accountPage(window);
  await account.tab('Claims');
  await expect(account.claim('serial').first()).toContainText('On this computer: the certificate of');
  await expect(account.claim('clientappid').first()).toContainText('The client ID of Cabinet');
  await expect(account.main.getByText('There is nothing to compare with yet')).toBeVisible();
  await expect(account.main.getByText('Can be renewed without a certificate until')).toBeVisible();

  await account.tab('Overview');
  await account.renew();
  await account.tab('Claims');
  await expect(account.main.getByText('Nothing but its period changed.')).toBeVisible();
  await expect(account.main.getByText(/^New period: .+ Before: /)).toBeVisible();

  const page = readPage(window);
  await page.openVerify();
  await page.verify(key);
  await expect(page.result).toContainText('The signature is by this key');

  await page.open();
  await page.read(pair.access_token);
  await expect(page.main.getByText('This is an earlier access token of the account')).toBeVisible();
});
