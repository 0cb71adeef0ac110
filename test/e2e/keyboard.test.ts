import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { authoritiesFolder, practiceIsReady } from '../fixtures/launch.ts';
import { connectPractice } from '../fixtures/practice.ts';
import { accountPage, answerFileDialog, signInDialog } from '../fixtures/routes.ts';
import { test } from '../fixtures/window-test.ts';

/** More presses than this to get anywhere is no way for anybody. */
const MOST_PRESSES = 60;

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === element.ownerDocument.activeElement);

/** Presses `key` until `target` has the focus, and sees that the focus is drawn. */
async function goTo(window: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let press = 0; press < MOST_PRESSES && !(await isFocused(target)); press += 1) await window.keyboard.press(key);
  await expect(target).toBeFocused();
}

async function press(window: Page, target: Locator, key = 'Enter'): Promise<void> {
  await goTo(window, target);
  await window.keyboard.press(key);
}

async function type(window: Page, field: Locator, text: string): Promise<void> {
  await goTo(window, field);
  await window.keyboard.press('ControlOrMeta+A');
  await window.keyboard.type(text);
}

test('the main job by keyboard alone: certificate, keys, token, and that it works', async ({ desktop, running }) => {
  test.slow();
  const { app, window } = running;
  await practiceIsReady(window);
  const post = (await connectPractice(authoritiesFolder(desktop)).post())['skatteverket-org'].test;
  const { dialog } = signInDialog(window);
  const button = (name: string): Locator => dialog.getByRole('button', { name, exact: true });
  await answerFileDialog(app, post.p12);

  await press(window, window.getByRole('button', { name: 'Add account' }));
  await goTo(window, window.getByRole('menuitem', { name: 'Sign in at Skatteverket…', exact: true }), 'ArrowDown');
  await window.keyboard.press('Enter');
  await press(window, button('Choose file…'));
  await type(window, dialog.getByLabel('PIN or password of the P12'), post.pin);
  await window.keyboard.press('Enter');
  await press(window, button('Import certificate'));

  await type(window, dialog.getByLabel(/^Name( \(|$)/), 'Bolag A, test');
  await type(window, dialog.getByLabel('Redirect URI', { exact: true }), post.redirectUri);
  await press(window, dialog.getByRole('checkbox', { name: 'momsdeklaration', exact: true }), 'Space');
  for (const [name, pair] of [
    ['OAuth2', post.oauth2],
    ['APIgw', post.apigw],
  ] as const) {
    const group = dialog.getByRole('group', { name });
    await type(window, group.getByLabel('Client ID'), pair.clientId);
    await type(window, group.getByLabel('Client secret'), pair.clientSecret);
  }
  await press(window, button('Save and sign in'));

  const { main } = accountPage(window);
  await expect(main.getByRole('heading', { level: 1, name: 'Bolag A AB' })).toBeVisible({ timeout: 30_000 });
  await press(window, main.getByRole('button', { name: 'Check that it works' }));
  await expect(main.getByRole('status').filter({ hasText: 'The token works: Skatteverket answered.' })).toBeVisible();

  await window.keyboard.press('F1');
  await expect(main.getByRole('navigation', { name: 'Topics' })).toBeVisible();
  await window.keyboard.press('ControlOrMeta+,');
  await expect(main.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await window.keyboard.press('F6');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(main.getByRole('heading', { level: 1, name: 'Bolag A AB' })).toBeVisible();
});
