import { readFile } from 'node:fs/promises';
import type { ElectronApplication, Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Bridge } from '../../electron/contract/client.ts';
import type { AnafDriver, TokenPair } from '../fixtures/anaf-requests.ts';
import { practiceIsReady } from '../fixtures/launch.ts';
import { openRsaP12 } from '../fixtures/practice-requests.ts';
import { accountPage, accountRow, openAccount } from '../fixtures/routes.ts';
import { test } from '../fixtures/window-test.ts';
import { practiceAnaf } from '../fixtures/practice-anaf.ts';

const DAY_S = 86_400;

type Anaf = Awaited<ReturnType<typeof practiceAnaf>>;

/** Signs in with the certificate, in the window ANAF's page opens in, by the calls the dialog makes. */
async function signIn(window: Page, { post }: AnafDriver): Promise<void> {
  const p12 = [...(await readFile(post.p12))];
  await window.evaluate(
    async (given) => {
      const { taxpass } = globalThis as unknown as { taxpass: Bridge };
      const call: Bridge['call'] = async (name, input) => {
        const answer = await taxpass.call(name, input);
        if (!answer.ok) throw new Error(answer.failure.code);
        return answer;
      };
      const valueOf = <T>(answer: { ok: boolean; value?: T }): T => answer.value as T;
      const bytes = Uint8Array.from(given.p12);
      const { draftId } = valueOf(await call('certificates.drop', { fileName: 'a.p12', bytes }));
      await call('certificates.open', { draftId, password: given.password, identity: null });
      const { certificateId } = valueOf(await call('certificates.import', { draftId, keepKey: true }));
      const { applicationId } = valueOf(
        await call('applications.save', {
          id: null,
          profile: 'anaf',
          environment: 'production',
          name: 'Cabinet Popescu',
          redirectUris: [given.redirectUri],
          services: ['E-Factura'],
          scopes: [],
          ...given.oauth2,
          apigwClientId: '',
          apigwClientSecret: '',
        }),
      );
      await call('accounts.signIn', { applicationId, certificateId, accountId: null, redirectUri: null, pin: null });
    },
    { p12, password: post.password, redirectUri: post.redirectUris[0], oauth2: post.oauth2 },
  );
}

/** A pair of another holder of the same application, as another program would have fetched it. */
async function pairOfAnother({ control, driver }: Anaf): Promise<TokenPair> {
  const { path } = await control.issue('production', 'valid', 'parola', 'anaf');
  const answer = await driver.signIn({}, openRsaP12(path, 'parola'));
  const code = new URL(String(answer.headers['location'])).searchParams.get('code') ?? '';
  return JSON.parse((await driver.exchange(code)).body) as TokenPair;
}

/** Takes a pair over into an application of its own, so that its account has that name. */
async function takeOver(window: Page, pair: TokenPair, name: string, secret: string, isUsed: boolean): Promise<void> {
  await window.evaluate(
    async (given) => {
      const { taxpass } = globalThis as unknown as { taxpass: Bridge };
      const read = await taxpass.call('takeOver.read', { text: given.text });
      if (!read.ok || read.value.draftId === null) throw new Error('nothing read');
      const answer = await taxpass.call('takeOver.import', {
        draftId: read.value.draftId,
        candidate: 0,
        application: {
          profile: 'anaf',
          environment: 'production',
          name: given.name,
          clientId: '',
          clientSecret: given.secret,
        },
        otherProgramUses: given.isUsed,
      });
      if (!answer.ok) throw new Error(answer.failure.code);
    },
    { text: JSON.stringify(pair), name, secret, isUsed },
  );
}

/** What main does when the computer wakes: it looks at once for what is due. */
const wake = (app: ElectronApplication) => app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));

/** Whether main is renewing any account. */
const isRenewing = (window: Page) =>
  window.evaluate(async () => {
    const { taxpass } = globalThis as unknown as { taxpass: Bridge };
    const answer = await taxpass.call('snapshot.get', {});
    return !answer.ok || Object.values(answer.value.accounts).some((account) => account.isRenewing);
  });

const region = (window: Page) => window.getByRole('region', { name: 'Renewal of all that are due' });

test('all that are due are renewed at one click, at the authority’s pace, and who could not be is named', async ({
  desktop,
  running,
}) => {
  const { app, window } = running;
  await practiceIsReady(window);
  const anaf = await practiceAnaf(desktop);
  const { control, driver } = anaf;
  const secret = driver.post.oauth2.clientSecret;
  await control.setSwitches({ anafAccessSeconds: 8 });
  const pairs = [await pairOfAnother(anaf), await pairOfAnother(anaf)] as const;
  await signIn(window, driver);
  // From here on nothing is renewed behind the test's back: the program asks once, and then leaves ANAF alone.
  await control.setSwitches({ retryAfterSeconds: 60, anafAccessSeconds: 90 * DAY_S });
  await takeOver(window, pairs[0], 'Facturare', secret, false);
  await takeOver(window, pairs[1], 'Salarizare', secret, false);
  const renewAll = window.getByRole('button', { name: 'Renew all due (3)' });
  await expect(renewAll).toBeVisible({ timeout: 15_000 });
  await wake(app);
  const refused = async () => (await control.log()).filter(({ outcome }) => outcome.status === 429).length;
  await expect.poll(refused).toBeGreaterThan(0);
  // What the program still tries by itself a click does not take.
  await expect.poll(() => isRenewing(window)).toBe(false);

  await renewAll.click();
  await expect(region(window)).toContainText('0 of 3 renewed');
  await expect(region(window)).toContainText(/Waiting until .*: the authority asks to wait/);
  await expect(region(window)).toBeFocused();
  await window.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(region(window)).toContainText('Stopped: 0 renewed, 3 not tried.');
  await window.getByRole('button', { name: 'Dismiss' }).click();

  // Another program was quicker with this one's refresh token: it is spent.
  await control.setSwitches({ retryAfterSeconds: null });
  expect((await driver.refresh(pairs[1].refresh_token)).status).toBe(200);
  await control.setSwitches({ tokenDelayMs: 1500 });
  await renewAll.click();
  await expect(window.getByRole('status').filter({ hasText: '3 accounts are being renewed.' })).toBeVisible();
  const progress = window.getByRole('progressbar', { name: 'Renewal of all that are due' });
  await expect(progress).toHaveAttribute('aria-valuemax', '3');
  await expect(accountRow(window, 'Cabinet Popescu').getByText('Working')).toBeVisible();
  await expect(region(window)).toContainText('2 renewed, 1 could not be renewed.', { timeout: 15_000 });
  await expect(window.getByRole('status').filter({ hasText: '2 renewed, 1 could not be renewed.' })).toBeVisible();
  await expect(accountRow(window, 'Cabinet Popescu')).toContainText('in 90 days');
  await expect(accountRow(window, 'Facturare')).toContainText('in 90 days');
  await region(window).getByRole('list', { name: 'Not renewed' }).getByRole('button', { name: 'Salarizare' }).click();
  await expect(accountPage(window).heading('Salarizare')).toBeVisible();
  const row = accountRow(window, 'Salarizare').filter({
    has: window.getByRole('button', { name: /^Sign in again for/ }),
  });
  await expect(row).toContainText('Sign-in needed');
  await accountPage(window).main.getByRole('button', { name: 'Sign in again…' }).click();
  const again = window.getByRole('dialog', { name: 'Sign in at ANAF' });
  await expect(again).toContainText('A new sign-in with the certificate is needed');
  await expect(again.getByRole('radio', { name: /^POPESCU ANA/ })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(again).toBeHidden();
  await window.getByRole('button', { name: 'Dismiss' }).click();
  await expect(region(window)).toBeHidden();
});

test('a copy that another program holds is ended only on purpose, and a lost answer is told and tried again', async ({
  desktop,
  running,
}) => {
  const { window } = running;
  await practiceIsReady(window);
  const anaf = await practiceAnaf(desktop);
  const { control, driver } = anaf;
  const pair = await pairOfAnother(anaf);
  await takeOver(window, pair, 'Facturare', driver.post.oauth2.clientSecret, true);
  await openAccount(window, 'Facturare');
  const page = accountPage(window);
  await expect(page.main).toContainText('Taken over from another program; not yet renewed here');
  await expect(page.main).toContainText('A certificate with the serial number');

  const asked = window.getByRole('alertdialog', { name: 'This ends the other program’s copy' });
  const tokenRequests = async () => (await control.log()).filter(({ path }) => path.endsWith('/token')).length;
  const before = await tokenRequests();
  await page.renew();
  await asked.getByRole('button', { name: 'Not now' }).click();
  await expect(asked).toBeHidden();
  expect(await tokenRequests()).toBe(before);

  await control.setSwitches({ resetAfterCommit: true, refreshGraceSeconds: 600 });
  await page.renew();
  await asked.getByRole('button', { name: 'Renew here' }).click();
  await expect(page.main.getByRole('alert')).toContainText('The answer to a renewal was lost.');
  await expect(accountRow(window, 'Facturare')).toContainText('Answer lost');

  await control.setSwitches({ resetAfterCommit: false });
  await page.renew();
  await expect(page.main).toContainText('Taxpass renews the tokens by itself from');
  await expect(page.main.getByText('The answer to a renewal was lost.')).toBeHidden();
  await expect(page.main).not.toContainText('Taken over from another program');
  await page.tab('Activity');
  await expect(page.main.getByRole('table', { name: 'Activity, the newest first' })).toBeVisible();
});
