import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { expect } from 'playwright/test';
import { chromiumSwitches } from '../../build/scripts/private-desktop.mjs';
import type { Bridge } from '../../electron/contract/client.ts';
import { launchApp, launchElectron, practiceIsReady, type Desktop } from '../fixtures/launch.ts';
import { practiceAnaf } from '../fixtures/practice-anaf.ts';
import { accountPage } from '../fixtures/routes.ts';
import { takenOverAccount } from '../fixtures/taken-over-account.ts';
import { test } from '../fixtures/window-test.ts';

/** The most that a page may move by itself, as the sum of its layout shift scores (Layout Instability API). */
const MOST_SHIFT = 0.02;

/**
 * Loaded before the app's own code (`-r`): notes when the first account's row stands in the page, and when the practice
 * process is started, epoch ms. A driver reaches the page too late for the one and the main process for the other.
 */
const watchStart = `const { app, utilityProcess } = require('electron');
const { fork } = utilityProcess;
utilityProcess.fork = (...args) => {
  globalThis.forkedAt ??= Date.now();
  return fork(...args);
};
const row = \`new Promise((done) => {
  const look = () => document.querySelector('[role="row"][data-key]') !== null && (done(Date.now()), true);
  if (!look()) new MutationObserver((_, watch) => look() && watch.disconnect()).observe(document, { childList: true, subtree: true });
})\`;
app.once('browser-window-created', (_event, { webContents }) => webContents.once('dom-ready', async () => {
  globalThis.rowAt = await webContents.mainFrame.executeJavaScript(row);
}));
`;

/** Starts the app in practice mode, with {@link watchStart}. */
async function watchedStart(desktop: Desktop): Promise<ElectronApplication> {
  const hook = join(desktop.home, 'watch-start.cjs');
  await writeFile(hook, watchStart);
  return launchElectron({
    executablePath: process.env['TAXPASS_ELECTRON'] ?? '',
    args: ['-r', hook, process.cwd(), '--practice', ...chromiumSwitches()],
    env: desktop.env,
    cwd: desktop.home,
  });
}

/** What {@link watchStart} has noted so far. */
const startOf = (app: ElectronApplication) =>
  app.evaluate(() => {
    const { forkedAt, rowAt } = globalThis as { forkedAt?: number; rowAt?: number };
    return { forkedAt, rowAt };
  });

/** Sees that nothing in the page has moved by itself since it was loaded; names what has. */
async function seesNoJump(window: Page): Promise<void> {
  const shifts = await window.evaluate(async () => {
    type Shift = PerformanceEntry & {
      readonly value: number;
      readonly hadRecentInput: boolean;
      readonly sources: ReadonlyArray<{ readonly node: Node | null }>;
    };
    // What was laid out last is told with the frame that shows it.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const all = await new Promise<Shift[]>((done) => {
      const watch = new PerformanceObserver((list) => done(list.getEntriesByType('layout-shift') as Shift[]));
      watch.observe({ type: 'layout-shift', buffered: true });
      // Of these there are always some, so that the answer comes though nothing moved.
      watch.observe({ type: 'paint', buffered: true });
    });
    const nameOf = (node: Node | null) =>
      node instanceof Element ? node.outerHTML.slice(0, 160) : (node?.nodeName ?? '');
    return all
      .filter(({ hadRecentInput }) => !hadRecentInput)
      .map(({ value, sources }) => ({ value, moved: sources.map(({ node }) => nameOf(node)) }));
  });
  const sum = shifts.reduce((total, { value }) => total + value, 0);
  expect(sum, JSON.stringify(shifts, null, 2)).toBeLessThan(MOST_SHIFT);
}

const boundsOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

test('a start with accounts stands where the last one stood, shows them before practice starts, and nothing jumps', async ({
  desktop,
}) => {
  const first = await launchApp(desktop);
  await takenOverAccount(desktop, first.window, 'Cabinet Popescu');
  const place = { x: 70, y: 50, width: 1010, height: 700 };
  await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), place);
  await expect.poll(() => boundsOf(first.app)).toEqual(place);
  await first.quit();

  const app = await watchedStart(desktop);
  try {
    const window = await app.firstWindow();
    expect(await boundsOf(app)).toEqual(place);
    const { main, heading, fact } = accountPage(window);
    await expect(heading('Cabinet Popescu')).toBeVisible();
    await practiceIsReady(window);
    const { forkedAt, rowAt = Infinity } = await startOf(app);
    expect(forkedAt).toBeGreaterThanOrEqual(rowAt);
    await expect(main.getByRole('button', { name: 'Check that it works' })).toBeVisible();
    await seesNoJump(window);

    const obtained = () => fact('Obtained').getByRole('time').getAttribute('datetime');
    const before = await obtained();
    const { control } = await practiceAnaf(desktop);
    await control.setSwitches({ tokenDelayMs: 300 });
    // Begun by no press, as the program does by itself: nothing that moves then was asked for.
    await window.evaluate(async () => {
      const { taxpass } = globalThis as unknown as { taxpass: Bridge };
      const snapshot = await taxpass.call('snapshot.get', {});
      const [accountId = ''] = snapshot.ok ? Object.keys(snapshot.value.accounts) : [];
      await taxpass.call('accounts.renew', { accountId, replaceLiving: true, pin: null });
    });
    await expect.poll(obtained).not.toBe(before);
    await seesNoJump(window);
  } finally {
    await app.close();
  }
});
