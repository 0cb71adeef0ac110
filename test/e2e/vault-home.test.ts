import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { recordKinds } from '../../electron/accounts/records.ts';
import type { Bridge } from '../../electron/contract/client.ts';
import { homeKind, makeHome } from '../../electron/vault/home.ts';
import { openVault } from '../../electron/vault/vault.ts';
import { dataFolder, launchApp, type Desktop } from '../fixtures/launch.ts';
import { saveAnApplication } from '../fixtures/vault-window.ts';
import { test } from '../fixtures/window-test.ts';

test.use({ keyring: false });

/** Deriving a key from a passphrase is slow on purpose, and slower on a busy machine. */
const slow = { timeout: 30_000 };
const passphrase = 'four words that differ';

/** Leaves the storage as it comes from another computer. */
async function carryOver(desktop: Desktop): Promise<void> {
  const opening = await openVault({
    folder: join(dataFolder(desktop), 'vault'),
    kinds: [...recordKinds, homeKind],
    keychain: 'unavailable',
    opener: { by: 'passphrase', passphrase },
  });
  if (opening.state !== 'ready') throw new Error(opening.state);
  await makeHome(opening.vault, 'another computer');
  await opening.vault.close();
}

async function unlock(window: Page): Promise<void> {
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await window.getByRole('button', { name: 'Unlock' }).click();
}

const title = { name: 'This storage was last used on another computer' };

test('a storage that comes from another computer asks first whether it was moved, and shows nothing until then', async ({
  desktop,
  running,
}) => {
  let { window } = running;
  await window.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await window.getByLabel('Type it again').fill(passphrase);
  await window.getByRole('button', { name: 'Create the storage' }).click();
  await expect(window.getByRole('button', { name: 'Settings' })).toBeVisible(slow);
  await saveAnApplication(window, 'Bolag på resa');
  await running.quit();

  await carryOver(desktop);
  let started = await launchApp(desktop, { keyring: false });
  ({ window } = started);
  await unlock(window);
  await expect(window.getByRole('heading', title)).toBeVisible(slow);
  const answered = await window.evaluate(async () => {
    const { taxpass } = globalThis as unknown as { taxpass: Bridge };
    const snapshot = await taxpass.call('snapshot.get', {});
    const started = await taxpass.call('renewals.start', {});
    return {
      applications: snapshot.ok ? Object.keys(snapshot.value.applications).length : null,
      renewals: started.ok ? 'begun' : started.failure.code,
    };
  });
  expect(answered).toEqual({ applications: 0, renewals: 'vault-not-ready' });
  const goOn = window.getByRole('button', { name: 'Continue' });
  await expect(goOn).toBeDisabled();
  // Left open: it is asked again at the next start.
  await started.quit();

  started = await launchApp(desktop, { keyring: false });
  ({ window } = started);
  await unlock(window);
  await expect(window.getByRole('heading', title)).toBeVisible(slow);
  await window.getByRole('radio', { name: /^Everything was moved here/ }).check();
  await window.getByRole('button', { name: 'Continue' }).click();
  await window.getByRole('button', { name: 'Applications' }).click();
  await expect(window.getByRole('main')).toContainText('Bolag på resa');
  await started.quit();

  started = await launchApp(desktop, { keyring: false });
  await unlock(started.window);
  await expect(started.window.getByRole('button', { name: 'Settings' })).toBeVisible(slow);
  await started.quit();
});
