import { expect } from 'playwright/test';
import { accountPage, accountRow, answerFileDialog, signInDialog } from '../fixtures/routes.ts';
import type { Target } from './targets.ts';
import { countAnswered, newestRequest, type Tour } from './tour.ts';

const AUTHORITY = 'skatteverket-org';
const NAME = 'Bolag A, test';

/** The organisation flow, from the file to a renewed token. */
export async function skatteverketOrgSteps(tour: Tour, target: Target): Promise<void> {
  const { step, picture } = tour.recorder;
  let holder = '';

  await step('skv-org.import-p12', async () => {
    const { app, window } = tour.running();
    const route = signInDialog(window);
    await answerFileDialog(app, target.p12);
    await route.open();
    await route.importAnother();
    await route.chooseFile();
    await route.enterPin(target.p12Password);
    await expect(route.fact('Holder')).not.toBeEmpty();
    holder = (await route.fact('Holder').textContent()) ?? '';
    if (tour.control()) await expect(route.fact('Organisation number')).toHaveText('556000-0167');
    await picture('skv-org.certificate-opened');
    await route.importCertificate();
    await expect(route.step(2)).toBeVisible();
    return holder;
  });

  await step('skv-org.sign-in-direct', async () => {
    const { window } = tour.running();
    const route = signInDialog(window);
    await route.enterApplication({
      environment: 'Test',
      name: NAME,
      redirectUri: target.redirectUri,
      scopes: target.scope.split(' '),
      services: [],
      oauth2: target,
      apigw: { clientId: target.apigwClientId, clientSecret: target.apigwClientSecret },
    });
    await picture('skv-org.application');
    await route.saveAndSignIn();
    await expect(accountPage(window).heading(holder)).toBeVisible();
    await expect(accountRow(window, NAME)).toBeVisible();
    const authorize = await newestRequest(tour, AUTHORITY, 'authorize');
    const token = await newestRequest(tour, AUTHORITY, 'token');
    if (!token) return 'signed in';
    expect(token.outcome.status).toBe(200);
    expect(authorize?.clientCertificate).not.toBeNull();
    expect(token.clientCertificate).toBe(authorize?.clientCertificate);
    return `certificate ${token.clientCertificate?.slice(0, 16) ?? ''}… shown on authorize and token`;
  });

  await step('skv-org.countdown', () => countdown(tour, AUTHORITY));
  await step('skv-org.request-ping', () => ping(tour));
  await step('skv-org.renew', () => fetchNew(tour));
}

/** The time left goes down, and ends when the authority says. */
async function countdown(tour: Tour, authority: string): Promise<string> {
  const page = accountPage(tour.running().window);
  const first = (await page.timeLeft().textContent()) ?? '';
  await expect(page.timeLeft()).not.toHaveText(first);
  const token = await newestRequest(tour, authority, 'token');
  if (!token) return first;
  const shown = await page.fact('Valid until').getByRole('time').getAttribute('datetime');
  const differenceMs = Math.abs(Date.parse(shown ?? '') - (Date.parse(token.time) + 3_600_000));
  expect(differenceMs).toBeLessThan(5_000);
  return `${first} left, ${differenceMs} ms from the authority's own time`;
}

/** Pings by the request tester; the authority saw that very correlation id. */
export async function ping(tour: Tour): Promise<string> {
  const page = accountPage(tour.running().window);
  await page.tab('Requests');
  const correlationIdShown = page.fact('Correlation ID');
  // What an earlier ping brought stays until this one's answer is there.
  const before = (await correlationIdShown.count()) > 0 ? ((await correlationIdShown.textContent()) ?? '') : '';
  await page.send();
  await expect(page.answer('The API answered: status 200.')).toBeVisible();
  await expect(correlationIdShown).not.toHaveText(before === '' ? /^$/ : before);
  const correlationId = (await correlationIdShown.textContent()) ?? '';
  const entry = await newestRequest(tour, AUTHORITY, 'api:/momsdeklaration/v1/ping');
  if (entry) expect(entry.rawHeaders).toContain(correlationId);
  return `correlation id ${correlationId}`;
}

/** Fetches a new access token, saying yes to the question where the old one lives. */
export async function fetchNew(tour: Tour): Promise<string> {
  const page = accountPage(tour.running().window);
  await page.tab('Overview');
  const before = await countAnswered(tour, AUTHORITY, 'token');
  const obtained = () => page.fact('Obtained').getByRole('time').getAttribute('datetime');
  const old = await obtained();
  await page.fetch();
  await tour.recorder.picture('skv-org.renew-question');
  await page.confirm('Fetch anyway');
  await expect.poll(obtained).not.toBe(old);
  const after = await countAnswered(tour, AUTHORITY, 'token');
  if (before !== null) expect(after).toBe(before + 1);
  return `new access token, obtained ${(await obtained()) ?? ''}`;
}
