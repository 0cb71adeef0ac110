import type { ElectronApplication, Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Bridge } from '../../electron/contract/client.ts';
import type { AnafDriver } from '../fixtures/anaf-requests.ts';
import { practiceIsReady, type RunningApp } from '../fixtures/launch.ts';
import { test } from '../fixtures/window-test.ts';
import { practiceAnaf } from '../fixtures/practice-anaf.ts';

const DAY = 86_400_000;

type World = { realNow?: () => number; shown?: string[] };

/** Takes over a fresh pair of the practice ANAF, as the window would. */
async function takeOver(window: Page, driver: AnafDriver, otherProgramUses: boolean): Promise<string> {
  const pair = await driver.pair();
  await window.evaluate(
    async ({ text, clientSecret, uses }) => {
      const { taxpass } = globalThis as unknown as { taxpass: Bridge };
      const read = await taxpass.call('takeOver.read', { text });
      if (!read.ok || read.value.draftId === null) throw new Error(JSON.stringify(read));
      const { draftId } = read.value;
      const application = {
        profile: 'anaf',
        environment: 'production',
        name: 'Cabinet Popescu',
        clientId: '',
      } as const;
      const taken = await taxpass.call('takeOver.import', {
        draftId,
        candidate: 0,
        application: { ...application, clientSecret },
        otherProgramUses: uses,
      });
      if (!taken.ok) throw new Error(JSON.stringify(taken));
    },
    { text: JSON.stringify(pair), clientSecret: driver.post.oauth2.clientSecret, uses: otherProgramUses },
  );
  return pair.refresh_token;
}

/** Sets the clock of program and window so many days ahead, and lets the program look at it. */
async function setAhead({ app, window }: Pick<RunningApp, 'app' | 'window'>, days: number): Promise<void> {
  const move = (ahead: number): void => {
    const world = globalThis as unknown as World;
    const realNow = (world.realNow ??= Date.now.bind(Date));
    Date.now = () => realNow() + ahead;
  };
  await app.evaluate(
    ({ powerMonitor }, { ahead, source }) => {
      // The same in both processes, which share no code.
      const run = (0, eval)(`(${source})`) as (by: number) => void;
      run(ahead);
      powerMonitor.emit('resume');
    },
    { ahead: days * DAY, source: move.toString() },
  );
  await window.evaluate(move, days * DAY);
}

/** Hears OS notifications instead of the desktop, and says whether the window is before somebody. */
async function hearNotifications(app: ElectronApplication, isFocused: boolean): Promise<void> {
  await app.evaluate(({ Notification, BrowserWindow }, focused) => {
    const world = globalThis as unknown as World;
    world.shown ??= [];
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      world.shown?.push(this.body);
    };
    for (const window of BrowserWindow.getAllWindows()) window.isFocused = () => focused;
  }, isFocused);
}

const shown = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(() => (globalThis as unknown as World).shown ?? []);

test('notices stand above the account, are put off, and come back at their next threshold', async ({
  desktop,
  running,
}) => {
  const { app, window } = running;
  await practiceIsReady(window);
  await hearNotifications(app, true);
  await takeOver(window, (await practiceAnaf(desktop)).driver, true);
  const bar = window.getByRole('region', { name: 'Notices' });
  await expect(bar.getByRole('heading')).toHaveText('1 thing to know');
  await expect(bar).toContainText('Cabinet Popescu: 1 account taken over and not renewed yet');

  await setAhead(running, 84);
  await expect(bar.getByRole('heading')).toHaveText('1 thing needs you');
  await bar.getByRole('button', { name: /^Remind me tomorrow/ }).click();
  await expect(bar).toBeHidden();
  await setAhead(running, 84.01);
  await expect(bar).toBeHidden();
  await setAhead(running, 89.5);
  await expect(bar.getByRole('heading')).toHaveText('1 thing needs you');
  // Somebody had the window before her all the time.
  expect(await shown(app)).toEqual([]);

  await bar.getByRole('button', { name: /^Open account/ }).click();
  await expect(window.getByRole('heading', { level: 1, name: 'Cabinet Popescu' })).toBeVisible();
});

test('what was renewed meanwhile is said once, in the window and by the desktop', async ({ desktop, running }) => {
  const { app, window } = running;
  await practiceIsReady(window);
  await hearNotifications(app, false);
  await takeOver(window, (await practiceAnaf(desktop)).driver, false);
  await setAhead(running, 89);
  const bar = window.getByRole('region', { name: 'Notices' });
  await expect(bar).toContainText('While you were away: 1 renewed');
  await expect.poll(() => shown(app)).toEqual(['While you were away: 1 renewed.']);
  await bar.getByRole('button', { name: 'Dismiss' }).click();
  await expect(window.getByText('While you were away')).toBeHidden();
  await setAhead(running, 89.1);
  await expect(window.getByText('While you were away')).toBeHidden();
  expect((await shown(app)).filter((body) => body.includes('away'))).toHaveLength(1);
});

test('a refresh token the authority has spent: the desktop is told, and the window leads to the sign-in', async ({
  desktop,
  running,
}) => {
  const { app, window } = running;
  await practiceIsReady(window);
  await hearNotifications(app, false);
  const { driver } = await practiceAnaf(desktop);
  const refreshToken = await takeOver(window, driver, false);
  expect((await driver.refresh(refreshToken)).status).toBe(200);
  await setAhead(running, 89);
  const bar = window.getByRole('region', { name: 'Notices' });
  await expect(bar).toContainText('While you were away: 1 needs a certificate');
  await expect(bar.getByRole('heading')).toHaveText('1 thing needs you');
  await expect.poll(() => shown(app)).toEqual(['While you were away: 1 needs a certificate.']);
  await bar.getByRole('button', { name: /^Sign in: / }).click();
  await expect(window.getByRole('dialog')).toContainText(/sign/i);
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'));
  expect(await shown(app)).toHaveLength(1);
});
