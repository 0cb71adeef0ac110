import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { expect } from 'playwright/test';
import type { Bridge } from '../../electron/contract/client.ts';
import { authoritiesFolder, practiceIsReady, type Desktop } from '../fixtures/launch.ts';
import { connectPractice } from '../fixtures/practice.ts';
import { accountPage, answerFileDialog, openAccount } from '../fixtures/routes.ts';
import { test } from '../fixtures/window-test.ts';

const passphrase = 'four words nobody knows';

/** Makes the next save dialog choose `path`. */
async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

/** Answers the native questions from here on with the button of that number, and keeps what was asked. */
async function answerQuestion(app: ElectronApplication, response: number): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    const show = (...args: readonly unknown[]) => {
      Object.assign(globalThis, { lastQuestion: args.at(-1) });
      return Promise.resolve({ response: answer, checkboxChecked: false });
    };
    Object.assign(dialog, { showMessageBox: show });
  }, response);
}

type Question = {
  readonly message: string;
  readonly detail: string;
  readonly defaultId: number;
  readonly cancelId: number;
};

function lastQuestion(app: ElectronApplication): Promise<Question> {
  return app.evaluate(() => (globalThis as unknown as { lastQuestion: Question }).lastQuestion);
}

/** An account signed in at the practice Skatteverket, by the calls its dialog makes. */
async function signIn(window: Page, desktop: Desktop): Promise<void> {
  await practiceIsReady(window);
  const post = (await connectPractice(authoritiesFolder(desktop)).post())['skatteverket-org'].test;
  const p12 = [...(await readFile(post.p12))];
  await window.evaluate(
    async (given) => {
      const { taxpass } = globalThis as unknown as { taxpass: Bridge };
      const call: Bridge['call'] = async (name, input) => {
        const answer = await taxpass.call(name, input);
        if (!answer.ok) throw new Error(answer.failure.code);
        return answer;
      };
      const valueOf = <T>(answer: { ok: boolean; value?: T }): T => answer.value as T;
      const bytes = Uint8Array.from(given.p12);
      const { draftId } = valueOf(await call('certificates.drop', { fileName: 'bolag-a.p12', bytes }));
      await call('certificates.open', { draftId, password: given.pin, identity: null });
      const { certificateId } = valueOf(await call('certificates.import', { draftId, keepKey: true }));
      const { applicationId } = valueOf(
        await call('applications.save', {
          id: null,
          profile: 'skatteverket-org',
          environment: 'test',
          name: 'Bokslut',
          redirectUris: [given.redirectUri],
          services: [],
          scopes: ['momsdeklaration'],
          clientId: given.oauth2.clientId,
          clientSecret: given.oauth2.clientSecret,
          apigwClientId: given.apigw.clientId,
          apigwClientSecret: given.apigw.clientSecret,
        }),
      );
      await call('accounts.signIn', { applicationId, certificateId, accountId: null, redirectUri: null, pin: null });
    },
    { p12, pin: post.pin, redirectUri: post.redirectUri, oauth2: post.oauth2, apigw: post.apigw },
  );
}

const openSettings = (window: Page) => window.getByRole('button', { name: 'Settings', exact: true }).click();

async function enterNewPassphrase(window: Page, first: string, second: string): Promise<void> {
  await window.getByLabel('Passphrase', { exact: true }).fill(first);
  await window.getByLabel('The same passphrase again').fill(second);
}

test('accounts move into a file, are paused here, and come back with it', async ({ desktop, running }) => {
  const { app, window } = running;
  await signIn(window, desktop);
  const path = join(desktop.home, 'move.taxpass');
  await answerSaveDialog(app, path);
  await openSettings(window);
  await window.getByRole('button', { name: 'Move accounts…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Move accounts to another computer' });
  await dialog.getByRole('button', { name: 'Choose where to save…' }).click();
  await expect(dialog.getByText('File: move.taxpass')).toBeVisible();
  const move = dialog.getByRole('button', { name: 'Move and pause renewal here' });
  await enterNewPassphrase(window, 'short', 'short');
  await move.click();
  await expect(dialog.getByRole('alert')).toContainText('fewer than 12 characters');
  await enterNewPassphrase(window, passphrase, `${passphrase}!`);
  await move.click();
  await expect(dialog.getByRole('alert')).toContainText('not the same');
  await answerQuestion(app, 0);
  await enterNewPassphrase(window, passphrase, passphrase);
  await move.click();
  await expect(move).toBeEnabled();
  const asked = await lastQuestion(app);
  expect(asked.message).toBe('Move one account into the file “move.taxpass”?');
  expect(asked.detail).toContain('private keys');
  expect(asked.defaultId).toBe(asked.cancelId);
  expect(await readFile(path).catch(() => null)).toBeNull();
  await answerQuestion(app, 1);
  await enterNewPassphrase(window, passphrase, passphrase);
  await move.click();
  await expect(dialog.getByRole('status')).toContainText('One account was moved to the file move.taxpass.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(window.getByRole('button', { name: 'Move accounts…' })).toBeDisabled();
  expect((await readFile(path, 'latin1')).startsWith('{"format":"taxpass-transfer"')).toBe(true);

  await answerFileDialog(app, path);
  await window.getByRole('button', { name: 'Open a file…' }).click();
  const opened = window.getByRole('dialog', { name: 'Open a Taxpass file' });
  await opened.getByLabel('Passphrase of the file').fill('not the passphrase');
  await opened.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(opened.getByRole('alert')).toContainText('This passphrase does not open the file.');
  await opened.getByLabel('Passphrase of the file').fill(passphrase);
  await opened.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(opened.getByText('Here already, with the same tokens.')).toBeVisible();
  await expect(opened.getByRole('radio', { name: /^Moved here/ })).toBeChecked();
  await opened.getByRole('radio', { name: /^For viewing only/ }).check({ force: true });
  await opened.getByRole('button', { name: 'Take in' }).click();
  await expect(opened.getByRole('status')).toContainText('1 account was here already');
  await opened.getByRole('button', { name: 'Close' }).click();

  await openAccount(window, 'Bolag A AB');
  const page = accountPage(window);
  await expect(page.main.getByText('Moved to another computer')).toBeVisible();
  await page.main.getByRole('button', { name: 'Renew here again…' }).click();
  await page.confirm('Renew here again');
  await expect(page.main.getByText('Moved to another computer')).toBeHidden();
  expect(await window.content()).not.toContain(passphrase);
});

test('a daily backup is set up once, and says when its folder is gone', async ({ desktop, running }) => {
  const { app, window } = running;
  await signIn(window, desktop);
  const folder = join(desktop.home, 'backups');
  await mkdir(folder);
  await answerFileDialog(app, folder);
  await openSettings(window);
  await window.getByRole('button', { name: 'Set up a daily backup…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Daily backup' });
  await dialog.getByRole('button', { name: 'Choose the folder…' }).click();
  await expect(dialog.getByText(folder)).toBeVisible();
  await enterNewPassphrase(window, passphrase, passphrase);
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(dialog).toBeHidden();
  await expect(window.getByRole('main').getByText(folder)).toBeVisible();
  const files = await readdir(folder);
  expect(files).toEqual([expect.stringMatching(/^taxpass-backup-\d{4}-\d{2}-\d{2}\.taxpass$/)]);

  // As on a computer that lost it.
  await openAccount(window, 'Bolag A AB');
  await answerQuestion(app, 1);
  await window.getByRole('main').getByRole('button', { name: 'Remove from this computer' }).click();
  await window.getByRole('alertdialog').getByRole('button').last().click();
  await expect(window.getByRole('navigation', { name: 'Accounts' }).getByText('Bolag A AB')).toBeHidden();
  await openSettings(window);
  await answerFileDialog(app, join(folder, files[0] ?? ''));
  await window.getByRole('button', { name: 'Open a file…' }).click();
  const opened = window.getByRole('dialog', { name: 'Open a Taxpass file' });
  await opened.getByLabel('Passphrase of the file').fill(passphrase);
  await opened.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(opened.getByRole('radio', { name: /^For viewing only/ })).toBeChecked();
  await opened.getByRole('radio', { name: /^Moved here/ }).check({ force: true });
  await expect(opened.getByText(/^This backup was made/)).toBeVisible();
  await opened.getByRole('radio', { name: /^For viewing only/ }).check({ force: true });
  await opened.getByRole('button', { name: 'Take in' }).click();
  await expect(opened.getByRole('status')).toContainText('1 account is new here.');
  await opened.getByRole('button', { name: 'Close' }).click();
  await expect(window.getByRole('navigation', { name: 'Accounts' }).getByText('Bolag A AB')).toBeVisible();

  await rm(folder, { recursive: true });
  await window.getByRole('button', { name: 'Back up now' }).click();
  await expect(window.getByRole('main').getByText('The folder is not there.')).toBeVisible();
  await window.getByRole('button', { name: 'Stop…', exact: true }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Stop the backup' }).click();
  await expect(window.getByRole('button', { name: 'Set up a daily backup…' })).toBeVisible();
});
