import { expect } from 'playwright/test';
import { axeFindings } from '../fixtures/axe.ts';
import { practiceIsReady } from '../fixtures/launch.ts';
import { anafAccount, manyAccounts, push, putAccount } from '../fixtures/pushed-accounts.ts';
import { countRedraws } from '../fixtures/redraws.ts';
import { accessToken } from '../fixtures/renderer-views.ts';
import { accountList, accountPage, accountRow, addAccount, openAccount } from '../fixtures/routes.ts';
import { takenOverAccount } from '../fixtures/taken-over-account.ts';
import { test } from '../fixtures/window-test.ts';

const DAY = 86_400_000;

test('of a thousand accounts the few that are seen are drawn, and all are reached by keyboard', async ({ running }) => {
  const { app, window } = running;
  await practiceIsReady(window);
  await push(app, manyAccounts(1000));
  const { column, grid, rows } = accountList(window);
  await expect(column).toContainText('1,000 accounts');
  await expect(grid).toHaveAttribute('aria-rowcount', /^10\d\d$/);
  await expect(rows.first()).toBeVisible();
  expect(await rows.count()).toBeLessThan(40);

  const name = /^Brutăria Sfânta Ana SRL-D 8 \+ 1, ANAF/;
  await column.getByRole('searchbox').fill('10000008');
  await expect(window.getByRole('row', { name })).toHaveAccessibleName(
    /^Brutăria Sfânta Ana SRL-D 8 \+ 1, ANAF 10000008\s· POPESCU ANA\s· Facturare Valid Works until .*, in\s\d+\sdays Without certificate until .*, in\s\d+\sdays$/,
  );
  await window.keyboard.press('Escape');
  await expect(column).toContainText('1,000 accounts');

  // The list is one stop: from the search by arrow, then inside it.
  await window.keyboard.press('ArrowDown');
  await expect(rows.first()).toBeFocused();
  await window.keyboard.press('End');
  const last = rows.filter({ hasText: 'Östersunds Bygg' }).last();
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  await window.keyboard.press('PageUp');
  await expect(last).not.toBeFocused();
  await expect(window.locator('[role="row"]:focus')).toBeInViewport();
  await window.keyboard.press('Home');
  await expect(rows.first()).toBeFocused();
  await window.keyboard.type('tiriac');
  const found = window.locator('[role="row"]:focus');
  await expect(found).toContainText('Țiriac');
  await expect(found).toBeInViewport();
  const opened = (await found.locator('.account-holder').textContent()) ?? '';
  await window.keyboard.press('Enter');
  await expect(accountPage(window).heading(opened)).toBeVisible();
  await expect(found).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('ArrowRight');
  await expect(window.locator('button:focus')).toHaveAccessibleName(/^(Renew the token|Sign in again) for Țiriac/);
  await window.keyboard.press('F6');
  await expect(window.getByRole('main', { name: 'Open page' })).toBeFocused();
  await window.keyboard.press('F6');
  await expect(found).toBeFocused();
});

test('accounts are found by what is known of them, and whoever finds none is told what to do', async ({ running }) => {
  const { app, window } = running;
  await practiceIsReady(window);
  await push(app, manyAccounts(1000));
  const { column, rows, search } = accountList(window);
  await expect(rows.first()).toBeVisible();
  await accountPage(window).main.getByRole('tab', { name: 'Overview' }).click();
  await window.keyboard.press('/');
  await expect(search).toBeFocused();
  await window.keyboard.type('RO 10 000 001');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Ștefan și Fiii SRL 1');
  await expect(column.getByRole('status')).toHaveText('1 of 1,000');
  await search.fill('ostersunds 10');
  await expect(rows.first()).toContainText('Östersunds Bygg 10');
  await search.press('Enter');
  await expect(accountPage(window).heading('Östersunds Bygg 108 AB')).toBeVisible();

  await search.fill('no such account');
  await expect(column).toContainText('No account found.');
  await column.getByRole('button', { name: 'Show all accounts' }).click();
  await expect(search).toBeFocused();
  await expect(column.getByRole('status')).toHaveText('1,000 accounts');

  await column.getByRole('button', { name: /need attention$/ }).click();
  await expect(column.getByRole('status')).toHaveText(/^\d\d of 1,000$/);
  await expect(rows.first()).toContainText(/Sign-in needed soon|Renewal due/);
  await column.getByRole('button', { name: /^Filter: Needs attention/ }).click();
  await window.getByRole('menuitemradio', { name: /^Skatteverket \(143\)/ }).click();
  await expect(column).toContainText('No account found.');
  await window.keyboard.press('Escape');
  await column.getByRole('button', { name: 'Show all again: Needs attention, Skatteverket' }).click();
  await window.keyboard.press('Control+f');
  await expect(search).toBeFocused();
  await expect(column.getByRole('status')).toHaveText('1,000 accounts');
});

test('a tick of the clock draws the rows whose words it changes, and a change of an account draws its row', async ({
  running,
}) => {
  const { app, window } = running;
  await practiceIsReady(window);
  const redraws = await countRedraws(window);
  await push(app, manyAccounts(1000));
  const { rows } = accountList(window);
  await expect(rows.first()).toBeVisible();
  // Ends by the second: its words change at each tick, and it stands first.
  const now = Date.now();
  const ending = anafAccount({
    id: 'ending',
    companies: [{ number: '1', name: 'Aaa SRL' }],
    accessToken: accessToken(now - 90 * DAY, now + 55_000),
    refreshToken: { expiresAt: now + 9 * DAY, isCertain: true },
  });
  await push(app, [putAccount(ending)]);
  const row = accountRow(window, 'Aaa SRL');
  await expect(row).toContainText(/in\s\d\d\sseconds/);
  const [, other] = await rows.evaluateAll((drawn) => drawn.map((one) => one.getAttribute('data-key') ?? ''));
  if (other === undefined) throw new Error('only one row is drawn');
  // What the pushes drew has settled once three ticks after one another draw nothing but the countdown.
  let quietTicks = 0;
  const tick = async (): Promise<number> => {
    quietTicks = (await redraws()).join() === 'ending' ? quietTicks + 1 : 0;
    return quietTicks;
  };
  await expect.poll(tick, { intervals: [1050], timeout: 40_000 }).toBe(3);

  const changed = manyAccounts(1000).find((change) => change.kind === 'accounts' && change.id === other);
  if (changed?.kind !== 'accounts' || changed.value === null) throw new Error(`${other} is not one of the pushed`);
  await push(app, [putAccount({ ...changed.value, isRenewing: true })]);
  await expect(rows.and(window.locator(`[data-key="${other}"]`))).toContainText('Working');
  expect((await redraws()).filter((key) => key !== 'ending')).toEqual([other]);
});

test('two accounts of one holder are told apart', async ({ running }) => {
  const { app, window } = running;
  await practiceIsReady(window);
  const twin = anafAccount({ id: 'twin', companies: [{ number: '7', name: 'Geamănul SRL' }] });
  await push(app, [...manyAccounts(30), putAccount(twin), putAccount({ ...twin, id: 'twin-2' })]);
  await accountList(window).search.fill('geamanul');
  await expect(accountRow(window, 'Geamănul SRL').first()).toContainText(/7\s· POPESCU ANA\s· Facturare \(no\. 1\)/);
  await expect(accountRow(window, 'Geamănul SRL').last()).toContainText('Facturare (no. 2)');
  await accountList(window).search.fill('anna oberg moms');
  await expect(accountList(window).rows.first()).toContainText('Moms, with e-ID');
});

test('several are selected by keyboard or mouse, and what is done with them is said', async ({ running }) => {
  const { app, window } = running;
  await practiceIsReady(window);
  await push(app, manyAccounts(200));
  const { column, rows, search, bulk, select } = accountList(window);
  await expect(bulk).toHaveCount(0);
  await search.fill('leasing');
  await select();
  await expect(bulk.getByRole('status')).toHaveText('0 selected');
  await bulk.getByRole('button', { name: /^Select all \d+ shown$/ }).click();
  const all = Number((await bulk.getByRole('status').textContent())?.split(' ')[0]);
  expect(all).toBeGreaterThan(20);
  await expect(column.getByRole('status').first()).toHaveText(`${all} of 200`);
  await rows.first().getByText('Leasing').click();
  await expect(bulk.getByRole('status')).toHaveText(`${all - 1} selected`);
  await search.fill('brutaria');
  await expect(bulk.getByRole('status')).toHaveText(`${all - 1} selected, ${all - 1} of them not shown`);
  expect(await axeFindings(window, 'names')).toEqual([]);
  expect(await axeFindings(window, 'colours')).toEqual([]);
  await bulk.getByRole('button', { name: 'Done' }).click();
  await expect(bulk).toHaveCount(0);

  // At the list's beginning the rows are drawn in its order; after a jump within it they need not be.
  await window.keyboard.press('Home');
  await expect(rows.first()).toHaveAttribute('aria-rowindex', '2'); // the heading is the first
  await rows.nth(1).click({ modifiers: ['Control'], position: { x: 20, y: 12 } });
  await expect(bulk.getByRole('status')).toHaveText('1 selected');
  await rows.nth(3).click({ modifiers: ['Shift'], position: { x: 20, y: 12 } });
  await expect(bulk.getByRole('status')).toHaveText('3 selected');
  await bulk.getByRole('button', { name: 'Move to another computer…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Move accounts to another computer' });
  await expect(dialog.getByRole('radio', { name: 'Only some of them' })).toBeChecked();
  await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(3);
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  // Main knows none of them, so none can be renewed.
  await bulk.getByRole('button', { name: 'Renew now' }).click();
  await expect(window.getByRole('status').filter({ hasText: 'None of them can be renewed' })).toBeVisible();
});

test('the selected are renewed now, due or not; companies are pasted from the list', async ({ desktop, running }) => {
  const { window } = running;
  await takenOverAccount(desktop, window, 'Facturare');
  const { rows, bulk, select } = accountList(window);
  const page = accountPage(window);
  const obtained = () => page.fact('Obtained').getByRole('time').getAttribute('datetime');
  const before = await obtained();
  await select();
  await rows.first().click({ position: { x: 60, y: 12 } });
  await bulk.getByRole('button', { name: 'Edit companies…' }).click();
  const companies = window.getByRole('dialog', { name: 'Companies of this account' });
  await companies.getByLabel('Add companies').fill('RO 14 399 840\tDante SA');
  await companies.getByRole('button', { name: 'Read' }).click();
  await companies.getByRole('button', { name: 'Add 1 company' }).click();
  await companies.getByRole('button', { name: 'Save' }).click();
  await expect(rows.first()).toContainText('Dante SA');
  await bulk.getByRole('button', { name: 'Renew now' }).click();
  await expect(window.getByRole('status').filter({ hasText: '1 account is being renewed.' })).toBeVisible();
  await expect(window.getByRole('status').filter({ hasText: '1 account was renewed.' })).toBeVisible();
  expect(await obtained()).not.toBe(before);
});

test('one button adds an account; its menu is one of groups', async ({ running }) => {
  const { window } = running;
  await practiceIsReady(window);
  await accountList(window).column.getByRole('button', { name: 'Add account' }).click();
  const menu = window.getByRole('menu');
  await expect(menu.getByRole('group')).toHaveCount(4);
  await expect(menu.getByRole('menuitem')).toHaveText([
    'Sign in at ANAF…',
    'Sign in at Skatteverket…',
    'Sign in at Skatteverket with e-ID…',
    'Take over tokens…',
    'Fetch a token from Skatteverket as a system, with the organisation certificate…',
    'Fetch a token from Skatteverket as a system…',
  ]);
  expect(await axeFindings(window, 'names')).toEqual([]);
  await window.keyboard.press('Escape');
  await addAccount(window, 'Take over tokens…');
  await expect(window.getByRole('dialog', { name: 'Take over tokens you already have' })).toBeVisible();
});

for (const [what, zoom] of [
  ['900 by 600', 1],
  ['200 %', 2],
] as const) {
  test(`the list stays usable at ${what}`, async ({ running }) => {
    const { app, window } = running;
    await practiceIsReady(window);
    await app.evaluate(({ BrowserWindow }, factor) => {
      const [main] = BrowserWindow.getAllWindows();
      main?.setContentSize(factor === 1 ? 900 : 1180, factor === 1 ? 600 : 780);
      main?.webContents.setZoomFactor(factor);
    }, zoom);
    await push(app, manyAccounts(200));
    const { rows, grid } = accountList(window);
    await expect(rows.first()).toBeInViewport();
    const seen = await grid.evaluate((list) => {
      const { top, bottom } = list.getBoundingClientRect();
      const whole = [...list.querySelectorAll('[role="row"][data-key]')].filter((row) => {
        const place = row.getBoundingClientRect();
        return place.top >= top && place.bottom <= Math.min(bottom, innerHeight);
      });
      return {
        rows: whole.length,
        wider: list.scrollWidth - list.clientWidth,
        page: document.body.scrollWidth - innerWidth,
      };
    });
    expect(seen.rows).toBeGreaterThanOrEqual(zoom === 1 ? 3 : 1);
    expect(seen.wider).toBe(0);
    expect(seen.page).toBeLessThanOrEqual(0);
    await openAccount(window, (await rows.nth(1).locator('.account-holder').textContent()) ?? '');
    await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  });
}
