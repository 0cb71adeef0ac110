import { expect } from 'playwright/test';
import { accountPage, accountRow, openAccount, signInDialog } from '../fixtures/routes.ts';
import type { Target } from './targets.ts';
import { countAnswered, newestRequest, type Tour } from './tour.ts';

const AUTHORITY = 'skatteverket-per';
const NAME = 'Anna, e-ID';

/** The personal flow: the desktop's browser, the login pages, consent, and the callback's way home. */
export async function skatteverketPerSteps(tour: Tour, target: Target): Promise<void> {
  const { step } = tour.recorder;
  const comesByProtocol = target.redirectUri.startsWith('taxpass-practice:');

  await step('skv-per.sign-in-browser', async () => {
    const { window } = tour.running();
    const { route, asked, stopped } = await signInByBrowser(tour, target, { name: NAME, pictures: 'skv-per.' });
    if (!comesByProtocol) {
      await route.pasteAddress(stopped);
      await expect(accountRow(window, NAME)).toBeVisible({ timeout: 30_000 });
    }
    const authorize = await newestRequest(tour, AUTHORITY, 'authorize');
    if (authorize) expect(authorize.clientCertificate).toBeNull();
    return `the browser went to ${asked.host}`;
  });

  if (comesByProtocol) {
    await step('skv-per.callback-protocol', async () => {
      const { window } = tour.running();
      await expect(accountRow(window, NAME)).toBeVisible({ timeout: 30_000 });
      await expect(accountPage(window).heading(NAME)).toBeVisible();
      const token = await newestRequest(tour, AUTHORITY, 'token');
      if (token) expect(token.outcome.status).toBe(200);
      return 'handed over by the desktop, through a second start';
    });
  }

  await step('skv-per.renew', async () => {
    const { window } = tour.running();
    const page = accountPage(window);
    await openAccount(window, NAME);
    const before = await countAnswered(tour, AUTHORITY, 'token');
    const obtained = () => page.fact('Obtained').getByRole('time').getAttribute('datetime');
    const old = await obtained();
    await page.renew();
    await page.confirm('Renew anyway');
    await expect.poll(obtained).not.toBe(old);
    const after = await countAnswered(tour, AUTHORITY, 'token');
    if (before !== null) expect(after).toBe(before + 1);
    return `new access token, obtained ${(await obtained()) ?? ''}`;
  });
}

/**
 * Enters an application and signs in with it on the login pages, up to the address that leads home: `stopped`, as the
 * browser shows it. `pictures` is what the names of the pictures begin with.
 */
export async function signInByBrowser(
  tour: Tour,
  target: Target,
  { name, pictures }: { readonly name: string; readonly pictures: string },
) {
  const { browser } = tour;
  if (!browser) throw new Error('there is no browser');
  const { picture } = tour.recorder;
  const route = signInDialog(tour.running().window, 'Sign in at Skatteverket with e-ID');
  await route.open();
  await route.enterApplication({
    environment: 'Test',
    name,
    redirectUri: target.redirectUri,
    scopes: target.scope.split(' '),
    services: [],
    oauth2: target,
    apigw: { clientId: target.apigwClientId, clientSecret: target.apigwClientSecret },
  });
  await picture(`${pictures}application`);
  await route.saveAndSignIn();
  const asked = await browser.openAsked();
  await picture(`${pictures}waiting`);
  for (const button of target.loginButtons.slice(0, -1)) await browser.press(button);
  const last = target.loginButtons.at(-1);
  const stopped = last === undefined ? '' : await browser.pressLast(last);
  return { route, asked, stopped };
}
