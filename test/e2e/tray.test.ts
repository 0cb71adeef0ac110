import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ElectronApplication, Page } from 'playwright';
import { expect } from 'playwright/test';
import { chromiumSwitches } from '../../build/scripts/private-desktop.mjs';
import { launchApp, launchElectron, practiceIsReady, type Desktop } from '../fixtures/launch.ts';
import { startTrayHost } from '../fixtures/tray-host.ts';
import { pressInTray, trayWords, watchTray } from '../fixtures/tray-watch.ts';
import { test } from '../fixtures/window-test.ts';

test.skip(process.platform !== 'linux', 'only Linux has desktops without a tray');

const bus = (desktop: Desktop): string => desktop.env['DBUS_SESSION_BUS_ADDRESS'] ?? '';

/** Answers every message box with its first button, and counts them. */
async function answerBoxes(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    const world = globalThis as unknown as { boxes: number };
    world.boxes = 0;
    dialog.showMessageBox = () => {
      world.boxes += 1;
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
  });
}

const boxes = (app: ElectronApplication): Promise<number> =>
  app.evaluate(() => (globalThis as unknown as { boxes: number }).boxes);

const windows = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

async function startAgain(desktop: Desktop, args: readonly string[] = []): Promise<void> {
  const second = spawn(
    process.env['TAXPASS_ELECTRON'] ?? '',
    [process.cwd(), '--practice', ...args, ...chromiumSwitches()],
    { env: desktop.env, stdio: 'ignore' },
  );
  await once(second, 'exit');
}

async function goOnInTray(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Settings', exact: true }).click();
  const box = window.getByRole('checkbox', { name: 'Go on renewing in the tray when the window is closed' });
  await expect(box).not.toBeChecked();
  await box.check();
  await expect(box).toBeChecked();
}

test('with a tray the program goes on without its window, says so once, and comes back', async ({ desktop }) => {
  const host = await startTrayHost(bus(desktop));
  const { app, window } = await launchApp(desktop);
  try {
    await practiceIsReady(window);
    await answerBoxes(app);
    await watchTray(app);
    await goOnInTray(window);
    await expect.poll(() => host.icons()).toBe(1);
    const menu = ['Open Taxpass', 'Nothing needs you', 'Renew what is due', '', 'Quit Taxpass'];
    expect(await trayWords(app)).toEqual(['Taxpass: practice', ...menu]);

    await window.close();
    await expect.poll(() => boxes(app)).toBe(1);
    expect(await windows(app)).toBe(0);
    const [reopened] = await Promise.all([app.waitForEvent('window'), startAgain(desktop)]);
    await reopened.getByRole('main').waitFor();
    await reopened.close();
    await expect.poll(() => windows(app)).toBe(0);
    const [again] = await Promise.all([app.waitForEvent('window'), pressInTray(app, 'Open Taxpass')]);
    await again.getByRole('main').waitFor();
    expect(await boxes(app)).toBe(1);
    const ended = once(app.process(), 'exit');
    await pressInTray(app, 'Quit Taxpass');
    await ended;
  } finally {
    await app.close();
    await host.stop();
  }
});

test('started hidden it has no window, and a second start shows one', async ({ desktop }) => {
  const host = await startTrayHost(bus(desktop));
  const first = await launchApp(desktop);
  await practiceIsReady(first.window);
  await goOnInTray(first.window);
  await first.quit();
  const app = await launchElectron({
    executablePath: process.env['TAXPASS_ELECTRON'] ?? '',
    args: [process.cwd(), '--practice', '--hidden', ...chromiumSwitches()],
    env: desktop.env,
    cwd: desktop.home,
  });
  try {
    await expect.poll(() => host.icons()).toBe(2);
    expect(await windows(app)).toBe(0);
    const [window] = await Promise.all([app.waitForEvent('window'), startAgain(desktop)]);
    await window.getByRole('main').waitFor();
  } finally {
    await app.close();
    await host.stop();
  }
});

test('without a tray closing the window ends the program, and the settings say why', async ({ desktop }) => {
  const { app, window } = await launchApp(desktop, { args: ['--practice', '--hidden'] });
  await practiceIsReady(window);
  await window.getByRole('button', { name: 'Settings', exact: true }).click();
  await expect(window.getByText('This desktop shows no tray icons')).toBeVisible();
  await window.evaluate(async () => {
    const { taxpass } = globalThis as unknown as { taxpass: { call(name: string, input: unknown): Promise<unknown> } };
    await taxpass.call('settings.change', { staysInTray: true });
  });
  const ended = once(app.process(), 'exit');
  await window.close();
  await ended;
});

test('in practice, unless asked to stay, it ends with its window', async ({ desktop }) => {
  const host = await startTrayHost(bus(desktop));
  const { app, window } = await launchApp(desktop);
  await window.getByRole('main').waitFor();
  const ended = once(app.process(), 'exit');
  await window.close();
  await ended;
  expect(host.icons()).toBe(0);
  await host.stop();
});

test('for real it stays in the tray unless told otherwise, and does not start with the computer from source', async ({
  desktop,
}) => {
  const host = await startTrayHost(bus(desktop));
  const { window, quit } = await launchApp(desktop, { args: ['--real'] });
  await window.getByRole('button', { name: 'Settings', exact: true }).click();
  await expect(window.getByRole('checkbox', { name: /^Go on renewing in the tray/ })).toBeChecked();
  await expect(window.getByText('Only the installed Taxpass')).toBeVisible();
  await expect.poll(() => host.icons()).toBe(1);
  await quit();
  await host.stop();
});
