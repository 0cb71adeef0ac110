import { expect } from 'playwright/test';
import { proceedDespiteWarning, startChromium, type ChromiumBrowser } from '../fixtures/chromium-browser.ts';
import { freeRedirectUri } from '../fixtures/loopback.ts';
import { openRsaP12 } from '../fixtures/practice-requests.ts';
import { accountRow, signInDialog } from '../fixtures/routes.ts';
import { followLog } from './practice-log.ts';
import type { Target } from './targets.ts';
import type { Tour } from './tour.ts';

const NAME = 'Loopback';
const BROWSER_PASSWORD = 'of the browser alone';

/**
 * Signs in at ANAF in Debian's Chromium, which has the certificate, past its warning and home to the app's own listener.
 * From here on Chromium is what the desktop opens web addresses with.
 */
export async function loopbackStep(tour: Tour, anaf: Target): Promise<void> {
  const { step, picture } = tour.recorder;
  let browser: ChromiumBrowser | null = null;

  async function signIn(): Promise<string> {
    const control = tour.control();
    if (!control) throw new Error('the authorities are somebody else’s');
    const { authorize, caPem } = control.ready.authorities.anaf.production;
    const redirectUri = await freeRedirectUri();
    await control.addRedirectUri('anaf', redirectUri);
    // A certificate of the browser's own: the key that was imported must be found nowhere but in the app's vault.
    const issued = await control.issue('production', 'valid', BROWSER_PASSWORD, 'anaf');
    const { key, cert } = openRsaP12(issued.path, BROWSER_PASSWORD);
    browser = await startChromium(tour.desktop, {
      trustedCas: [caPem],
      certificate: {
        certified: { name: 'Ana', keyPem: key, certPem: cert },
        origins: [new URL(authorize).origin],
      },
    });
    const seen = await followLog(tour);
    const { window } = tour.running();
    const route = signInDialog(window, 'Sign in at ANAF');
    await route.open();
    await route.dialog.getByRole('radio', { name: 'In my own browser' }).check({ force: true });
    await route.dialog.getByRole('button', { name: 'Next' }).click();
    await route.enterApplication({
      environment: null,
      name: NAME,
      redirectUri,
      scopes: [],
      services: ['E-Factura'],
      oauth2: anaf,
      apigw: null,
    });
    await picture('signin.loopback-application');
    await route.saveAndSignIn();
    const tab = await browser.tab(({ protocol }) => protocol === 'chrome-error:');
    await expect(route.dialog.getByText('It first warns that it does not know')).toBeVisible();
    // The warning is met before anything is asked of the authority: no code's clock runs meanwhile.
    expect((await seen()).map(({ endpoint }) => endpoint)).toEqual([]);
    await picture('signin.loopback-waiting');
    await picture('signin.loopback-warning', tab);
    await proceedDespiteWarning(tab);
    await expect(tab).toHaveTitle('You can close this tab and go back to Taxpass', { timeout: 30_000 });
    await picture('signin.loopback-last-page', tab);
    await expect(accountRow(window, NAME)).toBeVisible({ timeout: 30_000 });

    const log = await seen();
    const policy = log.filter(({ endpoint }) => endpoint === 'policy');
    const tokens = log.filter(({ endpoint }) => endpoint === 'token');
    expect(policy.map(({ clientCertificate }) => clientCertificate)).toContain(issued.fingerprint);
    expect(tokens.map(({ outcome, clientCertificate }) => [outcome.status, clientCertificate])).toEqual([[200, null]]);
    expect(new URLSearchParams(tokens[0]?.body).get('redirect_uri')).toBe(redirectUri);
    return `Chromium warned, showed the certificate and came home to ${redirectUri}`;
  }

  try {
    await step('signin.loopback', signIn);
  } finally {
    await (browser as ChromiumBrowser | null)?.quit();
  }
}
