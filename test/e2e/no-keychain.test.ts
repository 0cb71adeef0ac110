import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { dataFolder, launchApp } from '../fixtures/launch.ts';
import { saveAnApplication } from '../fixtures/vault-window.ts';
import { test } from '../fixtures/window-test.ts';

test.use({ keyring: false });

/** Deriving a key from a passphrase is slow on purpose, and slower on a busy machine. */
const slow = { timeout: 30_000 };
const passphrase = 'four words that differ';

test('without a keychain the app says so, offers to try again, and writes nothing', async ({ desktop, running }) => {
  const { window } = running;
  const main = window.getByRole('main');
  await expect(main).toContainText('keychain');
  await main.getByRole('button', { name: 'Try again' }).click();
  await expect(main.getByRole('button', { name: 'Try again' })).toBeEnabled();
  await expect(window.getByRole('button', { name: 'Sign in at Skatteverket…' })).toHaveCount(0);
  expect(existsSync(join(dataFolder(desktop), 'vault'))).toBe(false);
});

test('a passphrase opens the storage instead: at the first start, after a restart, and after a lock', async ({
  desktop,
  running,
}) => {
  let { window } = running;
  await expect(window.getByRole('heading', { name: 'Protect what you will store' })).toBeVisible();
  await expect(window.getByRole('main')).toContainText('Until it is typed, nothing is renewed');
  const create = window.getByRole('button', { name: 'Create the storage' });
  const again = window.getByLabel('Type it again');
  await window.getByLabel('Passphrase', { exact: true }).fill('short');
  await create.click();
  await expect(window.getByRole('alert')).toContainText('This has 5 characters; it needs 12.');
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await again.fill(`${passphrase}!`);
  await create.click();
  await expect(window.getByRole('alert')).toContainText('The two are not the same.');
  await again.fill(passphrase);
  await create.click();
  await expect(window.getByRole('button', { name: 'Settings' })).toBeVisible(slow);
  await saveAnApplication(window, 'Bolag under passphrase');
  await running.quit();
  expect((await readdir(join(dataFolder(desktop), 'vault'))).filter((name) => name.endsWith('.lock'))).toEqual([]);

  const restarted = await launchApp(desktop, { keyring: false });
  ({ window } = restarted);
  const unlock = window.getByRole('button', { name: 'Unlock' });
  await expect(window.getByRole('heading', { name: 'The storage is locked' })).toBeVisible();
  await expect(window.getByText('Bolag under passphrase')).toHaveCount(0);
  await window.getByLabel('Passphrase', { exact: true }).fill('four words that do not');
  await unlock.click();
  await expect(window.getByRole('alert')).toContainText('The passphrase does not open the sealed storage.', slow);
  const refused = window.getByLabel('Passphrase', { exact: true });
  await expect(refused).toHaveValue('');
  await expect(refused).toBeFocused();
  await expect(refused).toHaveAttribute('aria-invalid', 'true');
  await expect(refused).toHaveAccessibleDescription('The passphrase does not open the sealed storage.');
  await window.getByText('Details for the integrator').click();
  await window.getByRole('button', { name: 'Copy the details' }).click();
  await expect(window.getByText('The details are on the clipboard.')).toBeVisible();
  const copied = await restarted.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(JSON.parse(copied)).toEqual({ code: 'passphrase-wrong' });
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await unlock.click();
  await window.getByRole('button', { name: 'Applications' }).click();
  await expect(window.getByRole('main')).toContainText('Bolag under passphrase');

  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('button', { name: 'Lock now' }).click();
  await expect(window.getByRole('heading', { name: 'The storage is locked' })).toBeVisible();
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await window.getByRole('button', { name: 'Unlock' }).click();
  await window.getByRole('button', { name: 'Applications' }).click();
  await expect(window.getByRole('main')).toContainText('Bolag under passphrase');
  expect(restarted.output() + running.output()).not.toContain(passphrase);
  await restarted.quit();
});
