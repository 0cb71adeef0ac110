import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { ElectronApplication } from 'playwright';
import { expect } from 'playwright/test';
import type { Bridge } from '../../electron/contract/client.ts';
import { dataFolder, launchApp, type Desktop } from '../fixtures/launch.ts';
import { saveAnApplication } from '../fixtures/vault-window.ts';
import { test } from '../fixtures/window-test.ts';

/** Deriving a key from a passphrase is slow on purpose, and slower on a busy machine. */
const slow = { timeout: 30_000 };
const recovery = 'a long phrase kept on paper';
const run = promisify(execFile);

/** Removes what the app keeps in the private keyring, as when somebody makes a new one. */
async function forgetKeyring({ env }: Desktop): Promise<void> {
  const service = ['--session', '--print-reply', '--dest=org.freedesktop.secrets'];
  const collection = '/org/freedesktop/secrets/aliases/default';
  const get = 'org.freedesktop.DBus.Properties.Get';
  const asked = ['string:org.freedesktop.Secret.Collection', 'string:Items'];
  const { stdout } = await run('dbus-send', [...service, collection, get, ...asked], { env });
  const items = stdout.match(/(?<=object path ")[^"]+/g) ?? [];
  expect(items.length).toBeGreaterThan(0);
  for (const item of items) await run('dbus-send', [...service, item, 'org.freedesktop.Secret.Item.Delete'], { env });
}

/** Native dialogs are no part of the page: from now on their question is answered with a yes. */
async function agree(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    Object.assign(dialog, { showMessageBox: () => Promise.resolve({ response: 1, checkboxChecked: false }) });
  });
}

test('the recovery passphrase opens the storage of a keychain that is lost, and the new keychain keeps it', async ({
  desktop,
  running,
}) => {
  let { window } = running;
  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('button', { name: 'Set a recovery passphrase…' }).click();
  await window.getByLabel('Recovery passphrase').fill(recovery);
  await window.getByLabel('Type it again').fill(recovery);
  await agree(running.app);
  await window.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(window.getByRole('button', { name: 'Replace the recovery passphrase…' })).toBeVisible(slow);
  await saveAnApplication(window, 'Bolag i säkerhet');
  await running.quit();
  await forgetKeyring(desktop);

  const second = await launchApp(desktop);
  ({ window } = second);
  await expect(window.getByRole('heading', { name: 'Open it with the recovery passphrase' })).toBeVisible();
  await expect(window.getByRole('main')).toContainText('Nothing was deleted.');
  await window.getByLabel('Recovery passphrase').fill('a long phrase kept elsewhere');
  await window.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(window.getByRole('alert')).toContainText('The passphrase does not open the sealed storage.', slow);
  await window.getByLabel('Recovery passphrase').fill(recovery);
  await window.getByRole('button', { name: 'Open', exact: true }).click();
  await window.getByRole('button', { name: 'Applications' }).click();
  await expect(window.getByRole('main')).toContainText('Bolag i säkerhet');
  await second.quit();

  const third = await launchApp(desktop);
  await third.window.getByRole('button', { name: 'Applications' }).click();
  await expect(third.window.getByRole('main')).toContainText('Bolag i säkerhet');
  await third.quit();
});

test('a recovery passphrase that was forgotten is replaced, after a question of the system', async ({ running }) => {
  const { app, window } = running;
  const forgotten = 'a long phrase nobody remembers';
  async function fill(label: 'Recovery passphrase' | 'New recovery passphrase', passphrase: string): Promise<void> {
    await window.getByLabel(label, { exact: true }).fill(passphrase);
    await window.getByLabel('Type it again').fill(passphrase);
    await window.getByRole('button', { name: 'Save', exact: true }).click();
  }
  await agree(app);
  await window.getByRole('button', { name: 'Settings' }).click();
  await window.getByRole('button', { name: 'Set a recovery passphrase…' }).click();
  await fill('Recovery passphrase', forgotten);
  const replace = window.getByRole('button', { name: 'Replace the recovery passphrase…' });
  await expect(replace).toBeVisible(slow);
  await replace.click();
  await window.getByLabel('Current recovery passphrase').fill('a long phrase that is wrong');
  await fill('New recovery passphrase', recovery);
  await expect(window.getByRole('alert')).toContainText('The passphrase does not open the sealed storage.', slow);
  const wrong = window.getByLabel('Current recovery passphrase');
  await expect(wrong).toBeFocused();
  await expect(wrong).toHaveAttribute('aria-invalid', 'true');
  await expect(wrong).toHaveAccessibleDescription('The passphrase does not open the sealed storage.');
  await window.getByRole('button', { name: 'I have forgotten it…' }).click();
  await expect(window.getByRole('alert')).toHaveCount(0);
  await expect(window.getByLabel('Current recovery passphrase')).toHaveCount(0);
  await fill('New recovery passphrase', recovery);
  await expect(replace).toBeVisible(slow);
  await window.getByRole('button', { name: 'Lock now' }).click();
  const unlock = window.getByRole('button', { name: 'Unlock' });
  await window.getByLabel('Passphrase', { exact: true }).fill(forgotten);
  await unlock.click();
  await expect(window.getByRole('alert')).toContainText('The passphrase does not open the sealed storage.', slow);
  await window.getByLabel('Passphrase', { exact: true }).fill(recovery);
  await unlock.click();
  await expect(window.getByRole('button', { name: 'Settings' })).toBeVisible(slow);
});

test('a locked window shows nothing and does nothing until the passphrase is typed', async ({ running }) => {
  const { window } = running;
  await saveAnApplication(window, 'Bolag bakom lås');
  const call = (name: 'vault.setRecovery' | 'vault.lock' | 'applications.remove') =>
    window.evaluate(
      async ([called, passphrase]) => {
        const { taxpass } = globalThis as unknown as { taxpass: Bridge };
        const { applications, certificates } = await taxpass
          .call('snapshot.get', {})
          .then((answer) => (answer.ok ? answer.value : { applications: {}, certificates: {} }));
        const answer =
          called === 'vault.setRecovery'
            ? await taxpass.call('vault.setRecovery', { current: null, passphrase })
            : called === 'vault.lock'
              ? await taxpass.call('vault.lock', {})
              : await taxpass.call('applications.remove', { applicationId: 'a' });
        const names = [...Object.values(applications), ...Object.values(certificates)].length;
        return { names, answer: answer.ok ? 'ok' : answer.failure.code };
      },
      [name, recovery] as const,
    );
  expect(await call('vault.lock')).toEqual({ names: 1, answer: 'passphrase-needed' });
  await agree(running.app);
  expect(await call('vault.setRecovery')).toEqual({ names: 1, answer: 'ok' });
  expect(await call('vault.lock')).toEqual({ names: 1, answer: 'ok' });
  await expect(window.getByRole('heading', { name: 'The window is locked' })).toBeVisible();
  expect(await call('applications.remove')).toEqual({ names: 0, answer: 'vault-not-ready' });
  expect(await call('vault.setRecovery')).toEqual({ names: 0, answer: 'vault-not-ready' });
  await window.getByLabel('Passphrase', { exact: true }).fill(recovery);
  await window.getByRole('button', { name: 'Unlock' }).click();
  await window.getByRole('button', { name: 'Applications' }).click();
  await expect(window.getByRole('main')).toContainText('Bolag bakom lås');
});

test('each way a storage cannot be used is said, and mending it is enough', async ({ desktop, running }) => {
  const { window } = running;
  await saveAnApplication(window, 'Bolag kvar');
  const folder = join(dataFolder(desktop), 'vault');
  const keyFile = join(folder, 'key.json');
  await running.quit();
  const good = await readFile(keyFile, 'utf8');
  const lock = join(folder, 'writer-0123456789abcdef.lock');
  const elsewhere = JSON.stringify({ pid: 4711, host: `not-${hostname()}`, started: null });
  const cases = [
    { file: keyFile, content: good.replace('"version": 2', '"version": 9'), title: /newer Taxpass/, mended: good },
    { file: keyFile, content: good.slice(0, 40), title: 'The sealed storage cannot be read', mended: good },
    {
      file: keyFile,
      content: good.replace('gnome_libsecret', 'kwallet6'),
      title: /not the same as before/,
      mended: good,
    },
    { file: lock, content: elsewhere, title: 'Another Taxpass has the storage open', mended: '' },
  ];
  for (const { file, content, title, mended } of cases) {
    await writeFile(file, content);
    const started = await launchApp(desktop);
    await expect(started.window.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await writeFile(file, mended);
    await started.window.getByRole('button', { name: 'Try again' }).click();
    await started.window.getByRole('button', { name: 'Applications' }).click();
    await expect(started.window.getByRole('main')).toContainText('Bolag kvar');
    await started.quit();
  }
});
