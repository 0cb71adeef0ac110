import { expect } from 'playwright/test';
import type { Bridge } from '../../electron/contract/client.ts';
import { en } from '../../renderer/i18n/en/index.ts';
import { launchApp } from '../fixtures/launch.ts';
import { answerQuestions } from '../fixtures/routes.ts';
import { test } from '../fixtures/window-test.ts';

/** Deriving a key from a passphrase is slow on purpose, and slower on a busy machine. */
const slow = { timeout: 30_000 };

test('practice never looks like real, real never like practice: on the first page, on a locked one, in the title', async ({
  desktop,
}) => {
  for (const [mode, first, title, banners] of [
    ['--practice', en.practice.title, 'Taxpass: practice', 1],
    ['--real', en.firstRun.title, 'Taxpass', 0],
  ] as const) {
    const { app, window, quit } = await launchApp(desktop, { args: [mode] });
    const heading = (name: string) => window.getByRole('heading', { level: 1, name, exact: true });
    const banner = window.getByRole('banner').filter({ hasText: en.practice.banner });
    const said = window.getByText(en.practice.banner);
    try {
      await expect(window.getByRole('main').getByRole('heading', { name: first, exact: true })).toBeVisible();
      await expect(banner).toHaveCount(banners);
      await expect(said).toHaveCount(banners);
      if (banners > 0) await expect(said).toBeInViewport({ ratio: 1 });
      expect(
        await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.getTitle())),
      ).toEqual([title]);

      await answerQuestions(app, true);
      await window.evaluate(async () => {
        const { taxpass } = globalThis as unknown as { taxpass: Bridge };
        await taxpass.call('vault.setRecovery', { current: null, passphrase: 'a long phrase kept on paper' });
        await taxpass.call('vault.lock', {});
      });
      await expect(heading(en.vault.locked.windowTitle)).toBeVisible(slow);
      await expect(banner).toHaveCount(banners);
      await expect(said).toHaveCount(banners);
    } finally {
      await quit();
    }
  }
});
