import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { dataFolder } from '../fixtures/launch.ts';
import { test } from '../fixtures/window-test.ts';

test.use({ keyring: false });

test('without a keychain the app says so, offers to try again, and writes nothing', async ({ desktop, running }) => {
  const { window } = running;
  const main = window.getByRole('main');
  await expect(main).toContainText('keychain');
  await main.getByRole('button', { name: 'Try again' }).click();
  await expect(main.getByRole('button', { name: 'Try again' })).toBeEnabled();
  await expect(window.getByRole('button', { name: 'Sign in at Skatteverket…' })).toHaveCount(0);
  expect(existsSync(join(dataFolder(desktop), 'vault'))).toBe(false);
});
