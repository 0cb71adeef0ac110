import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Bridge } from '../../electron/contract/client.ts';
import { authoritiesFolder, practiceIsReady } from '../fixtures/launch.ts';
import { connectPractice, type PracticeControl } from '../fixtures/practice.ts';
import { lacks } from '../fixtures/real-parts.ts';
import { accountPage } from '../fixtures/routes.ts';
import { test, tokenSignIn } from '../fixtures/token-world.ts';
import { findSecrets, type Secret } from '../tour/secret-search.ts';

// The record of a sign-in in the app's own windows: what the person sees of it is what is copied and saved.

/** The dialog that shows a record. */
function recordDialog(window: Page) {
  const dialog = window.getByRole('dialog', { name: 'Record of this sign-in' });
  return {
    dialog,
    open: () => window.getByRole('button', { name: 'Record for support…' }).click(),
    text: () => dialog.getByLabel('The record').inputValue(),
    press: (name: 'Copy' | 'Save…' | 'Close') => dialog.getByRole('button', { name, exact: true }).click(),
  };
}

/** What the authorities were sent in secret, and gave. */
async function secretsOf(control: PracticeControl, more: Readonly<Record<string, string>>): Promise<Secret[]> {
  const log = await control.log();
  const sent = log.flatMap(({ query, body, rawHeaders }) => [
    ...[...query, ...new URLSearchParams(body)]
      .filter(([name]) => ['code', 'state', 'client_id', 'client_secret', 'refresh_token', 'nonce'].includes(name))
      .map(([name, value]) => ({ name, value })),
    ...rawHeaders.flatMap((value, index) =>
      rawHeaders[index - 1]?.toLowerCase() === 'cookie'
        ? value.split(';').map((pair) => ({ name: 'cookie', value: pair.split('=')[1] ?? '' }))
        : [],
    ),
  ]);
  return [...sent, ...Object.entries(more).map(([name, value]) => ({ name, value }))].filter(
    ({ value }) => value.length >= 6,
  );
}

test('a failed sign-in with a token: the record is shown whole, then copied and saved', async ({ startAtPractice }) => {
  test.skip(lacks('software-token'), 'softhsm2, opensc or libnss3-tools is not installed');
  const { running, control, post, token, certificates } = await startAtPractice(['post']);
  const { window, app } = running;
  const description = `Denied for ${post.oauth2.clientSecret} by policy`;
  await control.setSwitches({ authorizeError: { error: 'access_denied', error_description: description } });
  const signIn = tokenSignIn(window, { redirectUri: post.redirectUris[0], oauth2: post.oauth2 });
  await signIn.start();
  await signIn.enterPin(token.pin);
  await signIn.certificates.first().check({ force: true });
  await signIn.show.click();
  await expect(signIn.failure).toBeVisible({ timeout: 30_000 });
  const record = recordDialog(window);
  await record.open();
  await expect(record.dialog).toBeVisible();
  const text = await record.text();
  expect(text).toContain('Way           device-window, callback caught\n');
  expect(text).toContain('the device asked for its PIN; 0 wrong before\n');
  expect(text).toContain('asked for a certificate; 1 to choose from\n');
  expect(text).toMatch(/chosen: RSA \d+, issued by “[^”]+”\n/);
  expect(text).toMatch(
    /302 to GET \S+\/authorize \?response_type &client_id &redirect_uri &token_content_type &state\n/,
  );
  expect(text).toMatch(/sets cookies: .*MRHSession/);
  expect(text).toContain('location: (the redirect URI) ?error &error_description &state\n');
  expect(text).toContain('state right; code none\n');
  expect(text).toContain('error access_denied\n');
  expect(text).toContain('“Denied for •••••• by policy”\n');
  const [certificate] = certificates;
  const secrets = await secretsOf(control, {
    holder: 'POPESCU',
    serial: certificate?.serialNumber ?? '',
    clientSecret: post.oauth2.clientSecret,
    clientId: post.oauth2.clientId,
  });
  expect(secrets.length).toBeGreaterThan(8);
  expect(findSecrets(secrets, [{ kind: 'output', name: 'record', bytes: Buffer.from(text) }])).toEqual([]);

  await record.press('Copy');
  await expect(record.dialog.getByRole('status')).toHaveText('The record is on the clipboard.');
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(text);
  const folder = await mkdtemp(join(tmpdir(), 'taxpass-record-'));
  const filePath = join(folder, 'record.txt');
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, filePath);
  await record.press('Save…');
  await expect(record.dialog.getByRole('status')).toHaveText('The record is saved.');
  expect(await readFile(filePath, 'utf8')).toBe(text);
  await rm(folder, { recursive: true });
  await record.press('Close');
  await expect(signIn.failure).toBeVisible();
});

test('a sign-in with a P12 in the window: its record is on the account’s page', async ({ desktop, running }) => {
  const { window } = running;
  await practiceIsReady(window);
  const control = connectPractice(authoritiesFolder(desktop));
  const post = (await control.post()).anaf.production;
  await window.evaluate(
    async (given) => {
      const { taxpass } = globalThis as unknown as { taxpass: Bridge };
      const valueOf = <T>(answer: { ok: true; value: T } | { ok: false }): T => {
        if (!answer.ok) throw new Error(JSON.stringify(answer));
        return answer.value;
      };
      const bytes = Uint8Array.from(given.p12);
      const { draftId } = valueOf(await taxpass.call('certificates.drop', { fileName: 'a.p12', bytes }));
      valueOf(await taxpass.call('certificates.open', { draftId, password: given.password, identity: null }));
      const { certificateId } = valueOf(await taxpass.call('certificates.import', { draftId, keepKey: true }));
      const application = { id: null, profile: 'anaf', environment: 'production', name: 'Cabinet Popescu' } as const;
      const { applicationId } = valueOf(
        await taxpass.call('applications.save', {
          ...application,
          ...{ redirectUris: [given.redirectUri], services: ['E-Factura'], scopes: [] },
          ...{ ...given.oauth2, apigwClientId: '', apigwClientSecret: '' },
        }),
      );
      const asked = { applicationId, certificateId, accountId: null, redirectUri: null, pin: null };
      valueOf(await taxpass.call('accounts.signIn', asked));
    },
    {
      p12: [...(await readFile(post.p12))],
      ...{ password: post.password, redirectUri: post.redirectUris[0], oauth2: post.oauth2 },
    },
  );
  await window.getByRole('navigation', { name: 'Accounts' }).getByText('POPESCU ANA').first().click();
  await expect(accountPage(window).heading('POPESCU ANA')).toBeVisible();
  const record = recordDialog(window);
  await record.open();
  const text = await record.text();
  expect(text).toContain('Way           window, callback caught\n');
  expect(text).toMatch(/TLS with \S+: TLSv1\.[23], \S+, directly, client certificate asked for and shown\n/);
  expect(text).toMatch(/200 to GET \S+\n/);
  expect(text).toMatch(/302 to POST \S+\/my\.policy_nonce\n/);
  expect(text).toMatch(/stopped by Taxpass: \S+\/my\.policy_nonce\n/);
  expect(text).toMatch(/access token <\d+ characters: jwt>, lives 777\d{4} s\n[^]*done\n$/);
  const secrets = await secretsOf(control, { holder: 'POPESCU', ...post.oauth2, password: post.password });
  expect(secrets.length).toBeGreaterThan(8);
  expect(findSecrets(secrets, [{ kind: 'output', name: 'record', bytes: Buffer.from(text) }])).toEqual([]);
});
