import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { startPrivateDesktop } from '../../build/scripts/private-desktop.mjs';
import { launchApp, type RunningApp } from '../fixtures/launch.ts';
import { opensslP12 } from '../fixtures/make-p12.ts';
import { startRenegotiatingAuthority } from '../fixtures/renegotiating-authority.ts';
import { accountRow, answerFileDialog, signInDialog } from '../fixtures/routes.ts';
import { makeTestCa } from '../fixtures/test-servers.ts';
import type { Recorder } from './steps.ts';

const APPLICATION = { clientId: 'taxpass-tour', clientSecret: 'a secret of this tour alone' };
const REDIRECT_URI = 'https://localhost:9002/callback';
const HOLDER = 'Firma Exemplu';
const PASSWORD = 'of this file alone';

/**
 * Signs in at ANAF's profile in front of Debian's Apache, which asks for the certificate mid-connection as ANAF's gateway
 * does. It is no authority of the practice app, so an app on a desktop of its own is pointed there.
 */
export async function renegotiationStep(recorder: Recorder): Promise<void> {
  let running: RunningApp | null = null;
  const ends: Array<() => Promise<void>> = [];

  async function signIn(): Promise<string> {
    const desktop = await startPrivateDesktop();
    ends.unshift(() => desktop.stop());
    const ca = await makeTestCa();
    const authority = await startRenegotiatingAuthority(ca, {
      host: 'login.localhost',
      ...APPLICATION,
      redirectUri: REDIRECT_URI,
    });
    ends.unshift(() => authority.stop());

    const inHome = async (name: string, content: string | Buffer): Promise<string> => {
      const path = join(desktop.home, name);
      await writeFile(path, content);
      return path;
    };
    const certificate = await ca.client(HOLDER);
    const p12 = await inHome('certificate.p12', opensslP12({ name: HOLDER, ...certificate }, PASSWORD));
    const { authorize, token, origin } = authority;
    const anaf = { authorize, token, api: origin, ca: await inHome('ca.pem', ca.pem), redirectUri: REDIRECT_URI };
    const authorities = await inHome('authorities.json', JSON.stringify({ anaf }));
    const { app, window } = (running = await launchApp(desktop, {
      args: ['--practice', '--authorities', authorities],
    }));
    ends.unshift(() => app.close());

    const route = signInDialog(window, 'Sign in at ANAF');
    await answerFileDialog(app, p12);
    await route.open();
    await route.importAnother();
    await route.chooseFile();
    await route.enterPin(PASSWORD);
    await expect(route.fact('Holder')).toHaveText(HOLDER);
    await route.importCertificate();
    await route.enterApplication({
      environment: null,
      name: 'Apache',
      redirectUri: REDIRECT_URI,
      scopes: [],
      services: [],
      oauth2: APPLICATION,
      apigw: null,
    });
    await route.saveAndSignIn();
    await expect(accountRow(window, 'Apache')).toBeVisible({ timeout: 30_000 });

    const seen = authority.apache.seen.map(({ method, url, clientDn, tls }) => ({
      asked: `${method} ${url.split('?')[0] ?? ''}`,
      clientDn,
      tls,
    }));
    expect(seen).toEqual([
      { asked: 'GET /authorize', clientDn: null, tls: 'TLSv1.2' },
      { asked: 'GET /my.policy', clientDn: `CN=${HOLDER}`, tls: 'TLSv1.2' },
      { asked: 'POST /token', clientDn: null, tls: 'TLSv1.2' },
    ]);
    expect(await authority.apache.log()).toContain('Performing full renegotiation');
    expect(authority.accessTokens).toHaveLength(1);
    return `Apache asked mid-connection and was shown CN=${HOLDER}, none on token`;
  }

  try {
    await recorder.step('signin.renegotiation', signIn, () => running?.window ?? null);
  } finally {
    for (const end of ends) await end();
  }
}
