import { expect } from 'playwright/test';
import type { PracticeControl, SkatteverketOrgPost } from '../fixtures/practice.ts';
import { accountPage, accountRow, answerFileDialog, signInDialog } from '../fixtures/routes.ts';
import type { Tour } from './tour.ts';
import type { LogEntry } from '../../electron/practice/request-log.ts';

const HOLDER = 'Bolag A AB';

/** The organisation flow, from the file to a renewed token; each step is ok only if the authority's log says so. */
export async function skatteverketOrgSteps(tour: Tour): Promise<void> {
  const { step } = tour.recorder;
  let post: SkatteverketOrgPost;

  await step('skv-org.import-p12', async () => {
    post = (await tour.control().post())['skatteverket-org'].test;
    const { app, window } = tour.running();
    const route = signInDialog(window);
    await answerFileDialog(app, post.p12);
    await route.open();
    await route.chooseFile();
    await route.enterPin(post.pin);
    await expect(route.fact('Holder')).toHaveText(HOLDER);
    await expect(route.fact('Organisation number')).toHaveText('556000-0167');
    await tour.recorder.picture('skv-org.certificate-opened');
    await route.importCertificate();
    await expect(route.dialog.getByText('Step 2 of 3')).toBeVisible();
    return `${HOLDER}, 556000-0167`;
  });

  await step('skv-org.sign-in-direct', async () => {
    const { window } = tour.running();
    const route = signInDialog(window);
    await route.enterApplication({
      environment: 'Test',
      name: 'Bolag A, test',
      redirectUri: post.redirectUri,
      scopes: ['momsdeklaration'],
      oauth2: post.oauth2,
      apigw: post.apigw,
    });
    await tour.recorder.picture('skv-org.application');
    await route.saveAndSignIn();
    await expect(accountPage(window).heading(HOLDER)).toBeVisible();
    await expect(accountRow(window, HOLDER)).toBeVisible();
    const log = await tour.control().log();
    const token = newest(log, 'token');
    const certificates = log.filter(({ clientCertificate }) => clientCertificate !== null);
    expect(certificates.map(({ endpoint }) => endpoint)).toContain('authorize');
    expect(token.outcome.status).toBe(200);
    expect(token.clientCertificate).not.toBeNull();
    return `${log.length} requests, certificate shown ${certificates.length} times`;
  });

  await step('skv-org.countdown', async () => {
    const { window } = tour.running();
    const page = accountPage(window);
    const issued = Date.parse(newest(await tour.control().log(), 'token').time);
    const first = await page.timeLeft().textContent();
    await expect(page.timeLeft()).not.toHaveText(first ?? '');
    const shown = await page.fact('Valid until').getByRole('time').getAttribute('datetime');
    const differenceMs = Math.abs(Date.parse(shown ?? '') - (issued + 3_600_000));
    expect(differenceMs).toBeLessThan(5_000);
    return `${first ?? ''} left, ${differenceMs} ms from the authority's own time`;
  });

  await step('skv-org.request-ping', () => ping(tour));
  await step('skv-org.renew', () => renew(tour));
}

/** Pings by the request tester; the authority saw that very correlation id. */
export async function ping(tour: Tour): Promise<string> {
  const page = accountPage(tour.running().window);
  await page.tab('Requests');
  await page.send();
  await expect(page.answer('The API answered: status 200.')).toBeVisible();
  const correlationId = await page.fact('Correlation ID').textContent();
  const entry = newest(await tour.control().log(), 'api:/momsdeklaration/v1/ping');
  expect(entry.outcome.status).toBe(200);
  expect(entry.rawHeaders).toContain(correlationId);
  return `correlation id ${correlationId ?? ''}`;
}

/** Fetches a new access token, saying yes to the question where the old one lives. */
export async function renew(tour: Tour): Promise<string> {
  const { window } = tour.running();
  const page = accountPage(window);
  await page.tab('Overview');
  const before = (await tour.control().log()).filter(isToken).length;
  const obtained = () => page.fact('Obtained').getByRole('time').getAttribute('datetime');
  const old = await obtained();
  await page.fetch();
  await tour.recorder.picture('skv-org.renew-question');
  await page.fetchAnyway();
  await expect.poll(obtained).not.toBe(old);
  const tokens = (await tour.control().log()).filter(isToken);
  expect(tokens.length).toBe(before + 1);
  return `token request ${tokens.length}`;
}

const isToken = ({ endpoint, outcome }: LogEntry): boolean => endpoint === 'token' && outcome.status === 200;

function newest(log: Awaited<ReturnType<PracticeControl['log']>>, endpoint: string): LogEntry {
  const entry = log.findLast((candidate) => candidate.endpoint === endpoint);
  if (!entry) throw new Error(`the authority saw no ${endpoint}`);
  return entry;
}
