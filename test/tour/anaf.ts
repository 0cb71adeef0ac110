import { expect } from 'playwright/test';
import { accountPage, accountRow, answerFileDialog, answerQuestions, signInDialog } from '../fixtures/routes.ts';
import type { Target } from './targets.ts';
import { countAnswered, newestRequest, type Tour } from './tour.ts';

const AUTHORITY = 'anaf';
const NAME = 'Cabinet Popescu';
const DAY_MS = 86_400_000;

/** ANAF, from the file to a revocation that its portal does not accept. */
export async function anafSteps(tour: Tour, target: Target): Promise<void> {
  const { step, picture } = tour.recorder;
  let holder = '';

  await step('anaf.import-p12', async () => {
    const { app, window } = tour.running();
    const route = signInDialog(window, 'Sign in at ANAF');
    await answerFileDialog(app, target.p12);
    await route.open();
    await route.importAnother();
    await route.chooseFile();
    await route.enterPin(target.p12Password);
    await expect(route.fact('Holder')).not.toBeEmpty();
    holder = (await route.fact('Holder').textContent()) ?? '';
    await picture('anaf.certificate-opened');
    await route.importCertificate();
    await expect(route.step(2)).toBeVisible();
    return holder;
  });

  await step('anaf.sign-in-window', async () => {
    const { app, window } = tour.running();
    const route = signInDialog(window, 'Sign in at ANAF');
    await route.enterApplication({
      environment: null,
      name: NAME,
      redirectUri: target.redirectUri,
      scopes: [],
      services: ['E-Factura', 'E-Transport'],
      oauth2: target,
      apigw: null,
    });
    await picture('anaf.application');
    const opened = app.waitForEvent('window');
    await route.saveAndSignIn();
    await opened;
    await expect(accountPage(window).heading(holder)).toBeVisible({ timeout: 30_000 });
    const authorize = await newestRequest(tour, AUTHORITY, 'authorize');
    const token = await newestRequest(tour, AUTHORITY, 'token');
    if (!token) return 'signed in';
    expect(token.outcome.status).toBe(200);
    expect(authorize?.clientCertificate).not.toBeNull();
    expect(token.clientCertificate).toBeNull();
    return 'certificate shown in the window on authorize, none on token';
  });

  await step('anaf.claims', async () => {
    const page = accountPage(tour.running().window);
    await page.tab('Claims');
    await expect(page.claim('serial')).toBeVisible();
    await expect(page.claim('jti')).toContainText('secret');
    await expect(page.claim('exp').getByRole('time')).toBeVisible();
    const post = await tour.control()?.post();
    if (post) await expect(page.claim('serial')).toContainText(post.anaf.production.serial);
    return `serial ${post?.anaf.production.serial ?? 'shown'}`;
  });

  await step('anaf.countdown', async () => {
    const page = accountPage(tour.running().window);
    await page.tab('Overview');
    const until = async (name: string): Promise<number> =>
      Date.parse((await page.fact(name).getByRole('time').first().getAttribute('datetime')) ?? '');
    const programs = await until('Programs work until');
    const person = await until('No certificate needed until');
    const token = await newestRequest(tour, AUTHORITY, 'token');
    if (token) {
      expect(Math.round((programs - Date.parse(token.time)) / DAY_MS)).toBe(90);
      expect(Math.round((person - Date.parse(token.time)) / DAY_MS)).toBe(365);
    }
    expect(person).toBeGreaterThan(programs);
    return `programs until ${new Date(programs).toISOString()}, no certificate until ${new Date(person).toISOString()}`;
  });

  await step('anaf.request-hello', () => sayHello(tour));

  await step('anaf.renew', async () => {
    const page = accountPage(tour.running().window);
    await page.tab('Overview');
    const before = await countAnswered(tour, AUTHORITY, 'token');
    const obtained = () => page.fact('Obtained').getByRole('time').getAttribute('datetime');
    const old = await obtained();
    await page.renew();
    await expect.poll(obtained).not.toBe(old);
    const after = await countAnswered(tour, AUTHORITY, 'token');
    if (before !== null) expect(after).toBe(before + 1);
    return `new pair, obtained ${(await obtained()) ?? ''}`;
  });

  await step('anaf.revoke', async () => {
    const { window } = tour.running();
    const page = accountPage(window);
    await page.revoke();
    await picture('anaf.revoke-question');
    await answerQuestions(tour.running().app, true);
    await page.confirm('Revoke…');
    const outcome = window.getByRole('alertdialog').getByRole('status');
    await expect(outcome).toContainText(/ANAF (did not accept|answered with a yes)/);
    const words = (await outcome.textContent()) ?? '';
    await picture('anaf.revoke-answer');
    await window.keyboard.press('Escape');
    await expect(accountRow(window, NAME)).toBeVisible();
    const log = await tour.control()?.log();
    const asked = log?.find((entry) => entry.authority === AUTHORITY && entry.path.endsWith('/revoke'));
    if (log) expect(asked?.method).toBe('POST');
    return words.slice(0, 120);
  });
}

/** Says Hello by the request tester; what the API echoes of the bearer is not shown. */
export async function sayHello(tour: Tour): Promise<string> {
  const page = accountPage(tour.running().window);
  await page.tab('Requests');
  await page.send();
  await expect(page.answer('The API answered: status 200.')).toBeVisible();
  const body = page.main.getByLabel('Answer body');
  await expect(body).toContainText('Hello');
  await expect(body).not.toContainText('eyJ');
  const seen = await countAnswered(tour, AUTHORITY, 'api:/TestOauth/jaxrs/hello');
  if (seen !== null) expect(seen).toBeGreaterThan(0);
  return 'Hello answered';
}
