import type { ElectronApplication, Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Bridge } from '../../electron/contract/client.ts';
import { launchApp, practiceIsReady } from '../fixtures/launch.ts';
import { answerQuestions, lastQuestion } from '../fixtures/routes.ts';
import { startTrayHost } from '../fixtures/tray-host.ts';
import { trayWords, watchTray } from '../fixtures/tray-watch.ts';
import { test } from '../fixtures/window-test.ts';

const windowTitle = (app: ElectronApplication): Promise<string | undefined> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());

/** Every label of the application menu, of its submenus too. */
const menuWords = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap(({ label, submenu }) => [
      label,
      ...(submenu?.items ?? []).flatMap((item) => (item.type === 'separator' ? [] : [item.label])),
    ]),
  );

/** Asks for a recovery passphrase, which a native question comes before. */
const setRecovery = (window: Page): Promise<boolean> =>
  window.evaluate(async () => {
    const { taxpass } = globalThis as unknown as { taxpass: Bridge };
    const passphrase = 'patru cuvinte de recuperare bine alese';
    return (await taxpass.call('vault.setRecovery', { current: null, passphrase })).ok;
  });

test('the language chosen in the settings is at once that of title, menus, tray and questions, and stays', async ({
  desktop,
}) => {
  test.skip(process.platform !== 'linux', 'the tray is read where a desktop stands in for one');
  const host = await startTrayHost(desktop.env['DBUS_SESSION_BUS_ADDRESS'] ?? '');
  const { app, window, quit } = await launchApp(desktop);
  await practiceIsReady(window);
  await watchTray(app);
  await window.getByRole('button', { name: 'Settings', exact: true }).click();
  await window.getByRole('checkbox', { name: /^Go on renewing in the tray/ }).check();
  await expect.poll(() => host.icons()).toBe(1);
  expect(await trayWords(app)).toContain('Open Taxpass');
  expect(await windowTitle(app)).toBe('Taxpass: practice');
  expect(await menuWords(app)).toContain('Select all');

  await window.getByLabel('Language', { exact: true }).selectOption('ro');
  await expect.poll(() => windowTitle(app)).toBe('Taxpass: exercițiu');
  expect(await trayWords(app)).toEqual([
    'Taxpass: exercițiu',
    'Deschide Taxpass',
    'Nimic nu necesită atenția dumneavoastră',
    'Prelungește tokenurile scadente',
    '',
    'Închide Taxpass',
  ]);
  const menu = await menuWords(app);
  expect(menu).toEqual(expect.arrayContaining(['Fișier', 'Editare', 'Selectează tot', 'Vizualizare', 'Fereastră']));
  expect(menu.filter((label) => /^(File|Edit|View|Window|Quit.*|Undo|Redo|Cut|Copy|Paste)$/.test(label))).toEqual([]);

  await answerQuestions(app, false);
  expect(await setRecovery(window)).toBe(false);
  const asked = await lastQuestion(app);
  expect(asked).toMatchObject({
    title: 'Setarea unei fraze de recuperare',
    message: 'Permiteți ca o frază de recuperare să deschidă seiful?',
    buttons: ['Anulează', 'Setează fraza de recuperare'],
  });
  expect(asked.detail).toContain('Dacă nu dumneavoastră ați cerut acest lucru, anulați.');

  await window.locator('select', { hasText: 'Svenska' }).selectOption('sv');
  await expect.poll(() => windowTitle(app)).toBe('Taxpass: övning');
  expect(await setRecovery(window)).toBe(false);
  expect((await lastQuestion(app)).message).toBe('Vill du låta en återställningsfras öppna valvet?');
  expect((await trayWords(app))[1]).toBe('Öppna Taxpass');
  await quit();
  await host.stop();
});
