import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { expect } from 'playwright/test';
import { authoritiesFolder, practiceIsReady, type Desktop } from '../fixtures/launch.ts';
import { connectPractice } from '../fixtures/practice.ts';
import { accountPage, answerFileDialog, signInDialog } from '../fixtures/routes.ts';
import { test } from '../fixtures/window-test.ts';
import { targetsOfPost } from '../tour/targets.ts';

test.setTimeout(60_000);

test('a copy by the clipboard is asked about, counted down and taken away', async ({ desktop, running }) => {
  const { app, window } = running;
  await signInAtAnaf(desktop, app, window);
  const section = window.getByRole('region', { name: 'Programs with a copy' });
  const dialog = window.getByRole('dialog', { name: 'Copy the access token for a program' });
  await window.getByRole('button', { name: 'Copy the access token…' }).click();
  await dialog.getByRole('button', { name: 'Continue…' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Name the program');
  await dialog.getByLabel('Program', { exact: true }).fill('Invoicing');

  await answerQuestion(app, 0);
  await dialog.getByRole('button', { name: 'Continue…' }).click();
  // What was typed is still there for another try.
  await expect(window.getByText('Nothing was handed over.')).toBeVisible();
  await expect(dialog.getByLabel('Program', { exact: true })).toHaveValue('Invoicing');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(section).toContainText('No program has been given a copy');
  const asked = await lastQuestion(app);
  expect(asked.detail).toContain('document of value');
  expect(asked.defaultId).toBe(asked.cancelId);

  await answerQuestion(app, 1);
  await handOver(window, 'Invoicing', 'Copy it');
  const countdown = window.getByRole('region', { name: 'Clipboard' });
  await expect(countdown).toContainText('Invoicing');
  // It stands below the page and below what is announced, and covers neither.
  const top = (await countdown.boundingBox())?.y ?? 0;
  for (const above of [window.getByRole('main'), window.getByText('on the clipboard, for Invoicing')]) {
    const box = await above.boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(top);
  }
  await expect(section.getByRole('listitem')).toContainText('Has the current token');
  const copied = await clipboardText(app);
  expect(copied).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
  expect(await window.content()).not.toContain(copied.split('.')[2]);

  // On every screen, until it is taken away.
  await window.getByRole('button', { name: 'Certificates', exact: true }).click();
  await countdown.getByRole('button', { name: 'One more minute' }).click();
  await expect(countdown).toContainText('1 min');
  await countdown.getByRole('button', { name: 'Clear now' }).click();
  await expect(countdown).toBeHidden();
  expect(await clipboardText(app)).toBe('');
});

test('a file follows a renewal, an old copy is named, and stopping deletes the file', async ({ desktop, running }) => {
  const { app, window } = running;
  await signInAtAnaf(desktop, app, window);
  const section = window.getByRole('region', { name: 'Programs with a copy' });
  const folder = join(desktop.home, 'tokens');
  await mkdir(folder, { mode: 0o700 });
  const path = join(folder, 'invoicing.token');
  await answerQuestion(app, 1);
  await answerSaveDialog(app, join(desktop.home, 'Dropbox', 'invoicing.token'));
  await mkdir(join(desktop.home, 'Dropbox'), { mode: 0o700 });
  await handOver(window, 'Invoicing', 'A file that is kept up to date');
  const dialog = window.getByRole('dialog', { name: 'Copy the access token for a program' });
  await expect(dialog.getByRole('alert')).toContainText('synchronised by Dropbox');
  await answerSaveDialog(app, path);
  await dialog.getByRole('button', { name: 'Continue…' }).click();
  await expect(dialog).toBeHidden();
  await expect(section.getByRole('listitem')).toContainText(path);
  const first = await readFile(path, 'utf8');
  expect((await stat(path)).mode & 0o777).toBe(0o600);

  await handOver(window, 'Payroll', 'Copy it');
  await expect(section.getByRole('listitem')).toHaveCount(2);
  await accountPage(window).renew();
  await expect.poll(() => readFile(path, 'utf8')).not.toBe(first);
  const payroll = section.getByRole('listitem').filter({ hasText: 'Payroll' });
  await expect(payroll).toContainText('Payroll still has a previous copy, which works until');
  const invoicing = section.getByRole('listitem').filter({ hasText: 'Invoicing' });
  await expect(invoicing).toContainText('Has the current token');

  await section.getByRole('button', { name: 'A token got into the wrong hands…' }).click();
  const report = window.getByRole('dialog', { name: 'Report compromised tokens to ANAF' });
  await expect(report.getByRole('rowheader')).toHaveText(['In use', 'Replaced']);
  await answerSaveDialog(app, join(folder, 'report.txt'));
  await report.getByRole('button', { name: 'Save the file…' }).click();
  await expect(report.getByRole('status')).toContainText('The file was written');
  const text = await readFile(join(folder, 'report.txt'), 'utf8');
  expect(text).toContain(first);
  await report.getByRole('button', { name: 'Close', exact: true }).click();

  // Files that stay when their account goes are named until somebody closes that; a no changes nothing.
  const left = join(folder, 'left.token');
  await answerSaveDialog(app, left);
  await handOver(window, 'Transport', 'A file that is kept up to date');
  // It stands in the list before the file is written.
  await expect(dialog).toBeHidden();
  await expect(section.getByRole('listitem').filter({ hasText: left })).toBeVisible();
  await writeFile(left, 'notes');

  await invoicing.getByRole('button', { name: 'Stop for Invoicing…' }).click();
  await accountPage(window).confirm('Stop');
  await expect(invoicing).toHaveCount(0);
  expect(await readFile(path, 'utf8').catch(() => null)).toBeNull();
  await expect(window.getByRole('status').filter({ hasText: 'its file was deleted' })).toBeVisible();

  await answerQuestion(app, 0);
  await window.getByRole('button', { name: 'Remove from this computer…', exact: true }).click();
  await accountPage(window).confirm('Remove account…');
  await expect(window.getByText('Nothing was changed.')).toBeVisible();
  await expect(section).toBeVisible();
  await answerQuestion(app, 1);
  await window.getByRole('button', { name: 'Remove from this computer…', exact: true }).click();
  await accountPage(window).confirm('Remove account…');
  const filesLeft = window.getByRole('alertdialog', { name: 'Token files were left' });
  await expect(filesLeft.getByRole('listitem')).toHaveText(left);
  await expect(section).toHaveCount(0);
  await filesLeft.getByRole('button', { name: 'Close' }).click();
  await expect(filesLeft).toBeHidden();
  expect(await readFile(left, 'utf8')).toBe('notes');
});

async function handOver(window: Page, recipient: string, way: string): Promise<void> {
  await window.getByRole('button', { name: 'Copy the access token…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Copy the access token for a program' });
  await dialog.getByLabel('Program', { exact: true }).fill(recipient);
  await dialog.getByRole('radio', { name: way }).check();
  await dialog.getByRole('button', { name: 'Continue…' }).click();
}

async function signInAtAnaf(desktop: Desktop, app: ElectronApplication, window: Page): Promise<void> {
  await practiceIsReady(window);
  const { anaf } = await targetsOfPost(connectPractice(authoritiesFolder(desktop)));
  if (anaf === null) throw new Error('the practice post has no letter of ANAF');
  const route = signInDialog(window, 'Sign in at ANAF');
  await answerFileDialog(app, anaf.p12);
  await route.open();
  await route.importAnother();
  await route.chooseFile();
  await route.enterPin(anaf.p12Password);
  await route.importCertificate();
  await route.enterApplication({
    environment: null,
    name: 'Cabinet Popescu',
    redirectUri: anaf.redirectUri,
    scopes: [],
    services: ['E-Factura'],
    oauth2: anaf,
    apigw: null,
  });
  await route.saveAndSignIn();
  await expect(window.getByRole('button', { name: 'Copy the access token…' })).toBeEnabled({ timeout: 30_000 });
}

type Question = { readonly detail: string; readonly defaultId: number; readonly cancelId: number };

/** Native dialogs are no part of the page: the next ones answer by themselves, and remember what they were asked. */
async function answerQuestion(app: ElectronApplication, response: number): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    const show = (...args: readonly unknown[]) => {
      Object.assign(globalThis, { lastQuestion: args.at(-1) });
      return Promise.resolve({ response: answer, checkboxChecked: false });
    };
    Object.assign(dialog, { showMessageBox: show });
  }, response);
}

function lastQuestion(app: ElectronApplication): Promise<Question> {
  return app.evaluate(() => (globalThis as unknown as { lastQuestion: Question }).lastQuestion);
}

async function answerSaveDialog(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    Object.assign(dialog, { showSaveDialog: () => Promise.resolve({ canceled: false, filePath: chosen }) });
  }, filePath);
}

function clipboardText(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ clipboard }) => clipboard.readText());
}
