import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Bridge } from '../../electron/contract/client.ts';
import { practiceIsReady } from '../fixtures/launch.ts';
import { keepFromBrowser } from '../fixtures/routes.ts';
import { saveAnApplication } from '../fixtures/vault-window.ts';
import { test } from '../fixtures/window-test.ts';

/** Begins a sign-in with e-ID, which waits for the browser until somebody comes home from it. */
async function beginSignIn(window: Page): Promise<void> {
  const application = await saveAnApplication(window, 'Moms', 'skatteverket-per');
  await window.evaluate((applicationId) => {
    const { taxpass } = globalThis as unknown as { taxpass: Bridge };
    void taxpass.call('accounts.signIn', {
      applicationId,
      certificateId: null,
      accountId: null,
      redirectUri: null,
      pin: null,
    });
  }, application);
}

test('what is pending moves, and stands still where the system asks for that', async ({ running }) => {
  const { app, window } = running;
  await practiceIsReady(window);
  const opened = await keepFromBrowser(app);
  const moving = (): Promise<number> =>
    window.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
  await expect.poll(moving).toBe(0);
  await beginSignIn(window);
  await expect.poll(async () => (await opened()).length).toBe(1);
  // No dialog shows it any more once the page is another: then the first page does.
  await window.reload();
  const pending = window.getByRole('main').getByRole('progressbar');
  await expect(pending).toBeVisible();
  await expect.poll(moving).toBe(1);
  await window.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(() => window.evaluate(() => document.getAnimations().length)).toBe(0);
  await expect(pending).toBeVisible();
  await window.emulateMedia({ reducedMotion: 'no-preference' });
  await expect.poll(moving).toBe(1);
});
