import type { ElectronApplication, Page } from 'playwright';
import { expect } from 'playwright/test';
import { CLICK, LETTERS, MOD, shortcuts } from '../../renderer/features/help/shortcuts.ts';
import { practiceIsReady } from '../fixtures/launch.ts';
import { manyAccounts, push } from '../fixtures/pushed-accounts.ts';
import { accountList, accountPage, addAccount, pressInMenu, signInDialog } from '../fixtures/routes.ts';
import { test } from '../fixtures/window-test.ts';

/** What is pressed at once: the keys of a shortcut, or one of those of which any does. */
const presses = shortcuts.flatMap(({ keys, isEither }) => (isEither === true ? keys.map((key) => [key]) : [keys]));
const nameOf = (keys: readonly string[]): string => keys.join(' ');

/** What each press does, seen; by {@link nameOf} its keys. Each makes the state it needs, in a window with many accounts. */
function cases(app: ElectronApplication, window: Page): Readonly<Record<string, () => Promise<void>>> {
  const { column, rows, search, bulk } = accountList(window);
  const { main } = accountPage(window);
  const { keyboard } = window;
  const [first, second, last] = [rows.first(), rows.nth(1), rows.filter({ hasText: 'Östersunds Bygg' }).last()];
  const focusedRow = window.locator('[role="row"]:focus');
  const filter = column.getByRole('button', { name: /^Filter/ });
  const tab = (name: string) => main.getByRole('tab', { name, exact: true });
  const heading = (name: string) => main.getByRole('heading', { level: 1, name, exact: true });
  const ratio = () => window.evaluate(() => devicePixelRatio);
  async function goFirst(): Promise<void> {
    await first.focus();
    await keyboard.press('Home');
    await expect(first).toBeFocused();
  }
  async function goLast(): Promise<void> {
    await goFirst();
    await keyboard.press('End');
    await expect(last).toBeFocused();
  }
  /** Where the focus stands in the list, of all its rows. */
  const position = async (): Promise<number> => Number(await focusedRow.getAttribute('aria-rowindex'));
  /** Sees that `key` moves the focus as `step` does, several rows at once. */
  async function goesFarther(key: string, step: string): Promise<void> {
    const from = await position();
    await keyboard.press(key);
    const sign = step === 'ArrowDown' ? 1 : -1;
    await expect.poll(async () => sign * ((await position()) - from)).toBeGreaterThan(2);
  }
  async function select(row: number, modifier: 'ControlOrMeta' | 'Shift', selected: number): Promise<void> {
    await rows.nth(row).click({ modifiers: [modifier], position: { x: 20, y: 12 } });
    await expect(bulk.getByRole('status')).toHaveText(`${selected} selected`);
  }
  async function leaveFor(page: string): Promise<void> {
    await column.getByRole('button', { name: page, exact: true }).click();
    await expect(heading(page)).toBeVisible();
  }
  async function zoomed(key: string, is: (after: number, before: number) => boolean): Promise<void> {
    const before = await ratio();
    await pressInMenu(app, key);
    await expect.poll(async () => is(await ratio(), before)).toBe(true);
  }

  return {
    Tab: async () => {
      await search.focus();
      await keyboard.press('Tab');
      await expect(filter).toBeFocused();
    },
    'Shift Tab': async () => {
      await filter.focus();
      await keyboard.press('Shift+Tab');
      await expect(search).toBeFocused();
    },
    F6: async () => {
      await goFirst();
      await keyboard.press('F6');
      await expect(main).toBeFocused();
      await keyboard.press('F6');
      await expect(first).toBeFocused();
    },
    [`${MOD} F`]: async () => {
      await goFirst();
      await keyboard.press('ControlOrMeta+f');
      await expect(search).toBeFocused();
    },
    '/': async () => {
      await goFirst();
      await keyboard.press('/');
      await expect(search).toBeFocused();
      await expect(search).toHaveValue('');
    },
    F1: async () => {
      await goFirst();
      await keyboard.press('F1');
      await expect(main.getByRole('navigation', { name: 'Topics' })).toBeVisible();
    },
    [`${MOD} ,`]: async () => {
      await goFirst();
      await keyboard.press('ControlOrMeta+,');
      await expect(heading('Settings')).toBeVisible();
    },
    ArrowDown: async () => {
      await goFirst();
      await keyboard.press('ArrowDown');
      await expect(second).toBeFocused();
    },
    ArrowUp: async () => {
      await goFirst();
      await keyboard.press('ArrowDown');
      await expect(second).toBeFocused();
      await keyboard.press('ArrowUp');
      await expect(first).toBeFocused();
    },
    ArrowRight: async () => {
      await goFirst();
      await keyboard.press('Enter');
      await tab('Overview').focus();
      await keyboard.press('ArrowRight');
      await expect(tab('Claims')).toBeFocused();
      await expect(tab('Claims')).toHaveAttribute('aria-selected', 'true');
    },
    ArrowLeft: async () => {
      await goFirst();
      await keyboard.press('Enter');
      await tab('Claims').click();
      await keyboard.press('ArrowLeft');
      await expect(tab('Overview')).toBeFocused();
      await expect(tab('Overview')).toHaveAttribute('aria-selected', 'true');
    },
    Home: async () => {
      await goLast();
      await keyboard.press('Home');
      await expect(first).toBeFocused();
    },
    End: goLast,
    PageDown: async () => {
      await goFirst();
      await goesFarther('PageDown', 'ArrowDown');
    },
    PageUp: async () => {
      await goLast();
      await goesFarther('PageUp', 'ArrowUp');
    },
    [LETTERS]: async () => {
      await goFirst();
      await keyboard.type('tiriac');
      await expect(focusedRow).toContainText('Țiriac');
    },
    [`${MOD} ${CLICK}`]: async () => {
      await goFirst();
      // The one that is open, too.
      await keyboard.press('Enter');
      await expect(first).toHaveAttribute('aria-selected', 'true');
      await expect(bulk).toHaveCount(0);
      await select(0, 'ControlOrMeta', 1);
      await select(2, 'ControlOrMeta', 2);
      await bulk.getByRole('button', { name: 'Done' }).click();
    },
    [`Shift ${CLICK}`]: async () => {
      await goFirst();
      await select(1, 'ControlOrMeta', 1);
      await select(3, 'Shift', 3);
      await bulk.getByRole('button', { name: 'Done' }).click();
    },
    Enter: async () => {
      await leaveFor('Settings');
      await column.getByRole('button', { name: 'Certificates', exact: true }).focus();
      await keyboard.press('Enter');
      await expect(heading('Certificates')).toBeVisible();
    },
    Escape: async () => {
      const { dialog } = signInDialog(window);
      await addAccount(window, 'Sign in at Skatteverket…');
      await expect(dialog).toBeVisible();
      await keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    },
    [`${MOD} +`]: async () => {
      await zoomed('+', (after, before) => after > before);
      // Where "+" is a key of its own, as on a Swedish keyboard, it comes without Shift, like "=" on others.
      await zoomed('=', (after, before) => after > before);
    },
    [`${MOD} -`]: () => zoomed('-', (after, before) => after < before),
    [`${MOD} 0`]: () => zoomed('0', (after, before) => after === 1 && before > 1),
    // The last: there is no window after it.
    [`${MOD} W`]: async () => {
      const closed = window.waitForEvent('close');
      await pressInMenu(app, 'W');
      await closed;
    },
  };
}

test('each shortcut that Help lists does what it says', async ({ running }) => {
  test.slow();
  const { app, window } = running;
  const acts = cases(app, window);
  expect(Object.keys(acts).sort()).toEqual(presses.map(nameOf).sort());
  await practiceIsReady(window);
  await push(app, manyAccounts(60));
  await accountList(window).rows.first().waitFor();
  for (const keys of presses) await test.step(nameOf(keys), () => acts[nameOf(keys)]?.());
});
