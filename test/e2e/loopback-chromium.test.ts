import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { startPrivateDesktop } from '../../build/scripts/private-desktop.mjs';
import { anafDriver } from '../fixtures/anaf-requests.ts';
import { proceedDespiteWarning, startChromium } from '../fixtures/chromium-browser.ts';
import { launchApp } from '../fixtures/launch.ts';
import { freeRedirectUri } from '../fixtures/loopback.ts';
import { startPractice } from '../fixtures/practice.ts';
import { accountRow, signInDialog } from '../fixtures/routes.ts';

// The TLS loopback as ANAF's users have it: a real browser with the holder's certificate, opened by the real xdg-open,
// which warns of the listener's certificate before anything else.

test('a sign-in goes from the app past the browser’s warning to ANAF and home over TLS, a restart between', async () => {
  const practice = await startPractice();
  const desktop = await startPrivateDesktop();
  const ends = [() => desktop.stop(), () => practice.stop()];
  try {
    const { caPem, ...addresses } = practice.ready.authorities.anaf.production;
    const { identity, post } = await anafDriver(practice);
    const redirectUri = await freeRedirectUri();
    await practice.control.addRedirectUri('anaf', redirectUri);
    const ca = join(desktop.home, 'practice-ca.pem');
    const authorities = join(desktop.home, 'authorities.json');
    await writeFile(ca, caPem);
    await writeFile(authorities, JSON.stringify({ anaf: { ...addresses, ca, redirectUri } }));
    const certified = { name: 'Ana', keyPem: identity.key, certPem: identity.cert };
    const { origin } = new URL(addresses.authorize);
    const browser = await startChromium(desktop, {
      trustedCas: [caPem],
      certificate: { certified, origins: [origin] },
    });
    ends.unshift(() => browser.quit());
    const args = ['--practice', '--authorities', authorities];
    let running = await launchApp(desktop, { args });
    ends.unshift(() => running.quit());
    const route = signInDialog(running.window, 'Sign in at ANAF');
    await route.open();
    await route.dialog.getByRole('radio', { name: 'In my own browser' }).check({ force: true });
    await route.dialog.getByRole('button', { name: 'Next' }).click();
    await route.enterApplication({
      environment: null,
      name: 'Cabinet Popescu',
      redirectUri,
      scopes: [],
      services: [],
      oauth2: post.oauth2,
      apigw: null,
    });
    await expect(route.dialog.getByText('The browser warns first')).toBeVisible();
    await route.saveAndSignIn();

    let tab = await browser.tab(({ protocol }) => protocol === 'chrome-error:');
    await expect(route.dialog.getByText('It first warns that it does not know')).toBeVisible();
    // Met before anything was asked of the authority: no code is running out meanwhile.
    expect(await practice.control.log()).toEqual([]);
    await expect(tab.locator('#main-message')).toContainText('Your connection is not private');
    await expect(tab.locator('#details-button')).toHaveText('Advanced');
    await expect(tab.locator('#proceed-link')).toHaveText('Proceed to localhost (unsafe)');

    await route.dialog.getByRole('button', { name: 'Copy sign-in link' }).click();
    await expect(running.window.getByText('The sign-in link is on the clipboard.')).toBeVisible();
    const link = await running.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(new URL(link).origin).toBe(new URL(redirectUri).origin);
    expect(link).not.toBe(tab.url());

    // Somebody ends the program here, and closes the tab besides.
    await running.quit();
    await tab.close();
    running = await launchApp(desktop, { args });
    const waiting = running.window.getByRole('note').filter({ hasText: 'still waits for the browser' });
    await waiting.getByRole('button', { name: 'Open in the browser again' }).click();
    tab = await browser.tab(({ protocol }) => protocol === 'chrome-error:');
    await proceedDespiteWarning(tab);

    await expect(tab).toHaveTitle('You can close this tab and go back to Taxpass', { timeout: 30_000 });
    // Neither code nor state is left in the address bar, and nothing of the way there in the tab's history.
    expect(tab.url().startsWith(`${new URL(redirectUri).origin}/`)).toBe(true);
    expect(tab.url()).not.toMatch(/code|state|\?/);
    expect(await tab.evaluate(() => getComputedStyle(document.body).maxWidth)).not.toBe('none');
    await expect(accountRow(running.window, 'Cabinet Popescu')).toBeVisible({ timeout: 30_000 });
    const exchanges = (await practice.control.log()).filter(({ path }) => path.endsWith('/v1/token'));
    expect(exchanges.map(({ outcome }) => outcome.status)).toEqual([200]);
  } finally {
    for (const end of ends) await end();
  }
});
