import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import type { AnafDriver, TokenPair } from '../fixtures/anaf-requests.ts';
import { practiceIsReady } from '../fixtures/launch.ts';
import { accountRow, addAccount, answerFileDialog, answerQuestions } from '../fixtures/routes.ts';
import { test } from '../fixtures/window-test.ts';
import { practiceAnaf } from '../fixtures/practice-anaf.ts';

/** The dialog as a person finds it. */
function takeOverDialog(window: Page) {
  const dialog = window.getByRole('dialog', { name: 'Take over tokens you already have', exact: true });
  return {
    dialog,
    field: dialog.getByLabel('Access token and refresh token'),
    fact: (name: string) => dialog.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd'),
    open: () => addAccount(window, 'Take over tokens…'),
    read: () => dialog.getByRole('button', { name: 'Read', exact: true }).click(),
    openFile: () => dialog.getByRole('button', { name: 'Open a file…' }).click(),
    takeOver: () => dialog.getByRole('button', { name: 'Take over', exact: true }).click(),
  };
}

test('tokens of Postman become an account without a certificate, and never stay in the page', async ({
  desktop,
  running,
}) => {
  const { window } = running;
  await practiceIsReady(window);
  const { driver } = await practiceAnaf(desktop);
  const pair = await driver.pair();
  const { clientSecret } = driver.post.oauth2;
  const parts = [pair.access_token, pair.refresh_token].map((token) => token.split('.')[2] ?? '');
  const step = takeOverDialog(window);
  await step.open();

  await step.read();
  await expect(step.dialog.getByRole('alert')).toContainText('Paste the tokens first');
  await step.field.fill('nothing of use');
  await step.read();
  await expect(step.dialog.getByRole('alert')).toContainText('No token was found');
  await expect(step.field).toHaveValue('');

  await step.field.fill(`Access Token\n${pair.access_token}\nRefresh Token\n${pair.refresh_token}\n`);
  await expect(step.field).toHaveCSS('-webkit-text-security', 'disc');
  await step.read();
  await expect(step.fact('Certificate serial number')).toHaveText(driver.post.serial.toUpperCase());
  await expect(step.fact('Client ID')).toHaveText(driver.post.oauth2.clientId);
  await expect(step.fact('Roles')).toContainText('EFACTURA');
  for (const part of parts) expect(await window.content()).not.toContain(part);
  await step.dialog.getByLabel('Name (Denumire aplicație)').fill('Cabinet Popescu');
  await step.dialog.getByLabel('Client secret').fill(clientSecret);
  await step.takeOver();

  await expect(step.dialog).toBeHidden();
  await expect(window.getByRole('main').getByRole('heading', { level: 1 })).toContainText('Cabinet Popescu');
  for (const part of [...parts, clientSecret]) expect(await window.content()).not.toContain(part);
});

test('a file is opened, and the account that is here is found again', async ({ desktop, running }) => {
  const { app, window } = running;
  await practiceIsReady(window);
  const { driver } = await practiceAnaf(desktop);
  const pair = await driver.pair();
  const { clientId, clientSecret } = driver.post.oauth2;
  const file = join(desktop.home, '.env');
  const lines = { ACCESS_TOKEN: pair.access_token, REFRESH_TOKEN: pair.refresh_token, CLIENT_SECRET: clientSecret };
  await writeFile(
    file,
    Object.entries(lines)
      .map(([name, value]) => `export ANAF_${name}="${value}"`)
      .join('\n'),
  );
  const step = takeOverDialog(window);

  await step.open();
  await answerFileDialog(app, desktop.home);
  await step.openFile();
  await expect(step.dialog.getByRole('alert')).toContainText('cannot be read for tokens');
  await answerFileDialog(app, file);
  await step.openFile();
  await expect(step.fact('Client ID')).toHaveText(clientId);
  await expect(step.dialog.getByText('A client secret was found beside the tokens')).toBeVisible();
  await step.dialog.getByLabel('Name (Denumire aplicație)').fill('Cabinet Popescu');
  await step.dialog
    .getByRole('checkbox', { name: 'From now on only Taxpass renews these tokens' })
    .check({ force: true });
  await step.takeOver();
  await expect(step.dialog).toBeHidden();

  await step.open();
  await step.openFile();
  await expect(step.dialog.getByText('holds these tokens already')).toBeVisible();
  await expect(step.dialog.getByRole('radio', { name: 'Cabinet Popescu' })).toBeChecked();
  await step.dialog.getByRole('button', { name: 'Cancel' }).click();

  await window.getByRole('main').getByRole('button', { name: 'Renew the token', exact: true }).click();
  await expect.poll(async () => (await driver.refresh(pair.refresh_token)).status).toBe(400);
});

test('newer tokens of the same holder are asked about; the earlier ones can be used again, and removed ones reported', async ({
  desktop,
  running,
}) => {
  const { app, window } = running;
  await practiceIsReady(window);
  const { driver } = await practiceAnaf(desktop);
  const step = takeOverDialog(window);
  const main = window.getByRole('main');
  const paste = async ({ access_token, refresh_token }: TokenPair) => {
    await step.open();
    await step.field.fill(`Access Token\n${access_token}\nRefresh Token\n${refresh_token}\n`);
    await step.read();
  };
  const first = await driver.pair();
  await paste(first);
  await step.dialog.getByLabel('Name (Denumire aplicație)').fill('Cabinet Popescu');
  await step.dialog.getByLabel('Client secret').fill(driver.post.oauth2.clientSecret);
  await step.takeOver();
  await expect(step.dialog).toBeHidden();

  await paste(await newerPair(driver, first));
  await expect(step.dialog.getByText('the same client ID and the same certificate')).toBeVisible();
  await expect(step.dialog.getByRole('radio', { name: 'Put these in their place' })).toBeChecked();
  await expect(step.dialog.getByRole('radio', { name: 'Keep both, as two accounts' })).not.toBeChecked();
  await step.takeOver();
  await expect(step.dialog).toBeHidden();
  await expect(main.getByRole('heading', { name: 'Earlier tokens' })).toBeVisible();
  await main.getByRole('button', { name: /^Use these again: tokens obtained / }).click();
  await expect(window.getByText('The earlier tokens are in use again.')).toBeAttached();

  await answerQuestions(app, true);
  await main.getByRole('button', { name: 'Remove from this computer…', exact: true }).click();
  const question = window.getByRole('alertdialog');
  await expect(question).toContainText('can still be reported to ANAF as compromised');
  await question.getByRole('button', { name: 'Remove account…' }).click();
  await expect(question).toBeHidden();
  await window.getByRole('button', { name: 'Applications', exact: true }).click();
  const removed = main.getByRole('region', { name: 'Tokens of removed accounts that still work' });
  await expect(removed.getByRole('heading', { name: 'Cabinet Popescu' })).toBeVisible();
  // The pair that was in use, and the one it had taken the place of.
  await expect(removed.getByRole('row')).toHaveCount(3);
  await expect(removed.getByRole('button', { name: /^Save the file for Cabinet Popescu \(removed / })).toBeEnabled();
});

test('who signs in at Skatteverket with an e-ID is named on the account, and names its row', async ({ running }) => {
  const { window } = running;
  await practiceIsReady(window);
  const step = takeOverDialog(window);
  await step.open();
  // Opaque tokens say nothing of themselves.
  await step.field.fill(JSON.stringify({ access_token: 'ab'.repeat(32), refresh_token: 'cd'.repeat(32) }));
  await step.read();
  await step.dialog.getByRole('radio', { name: 'Skatteverket, e-ID' }).check({ force: true });
  await step.dialog.getByLabel('Name', { exact: true }).fill('Byrå');
  await step.dialog.getByLabel('Client ID').fill('client');
  await step.takeOver();
  await expect(step.dialog).toBeHidden();

  const person = window.getByRole('region', { name: 'Signed in by' });
  await expect(person.getByText('counted as one person’s')).toBeVisible();
  await expect(person.getByRole('button', { name: 'Save the name' })).toBeDisabled();
  await person.getByLabel('Name of the person').fill('  Anna Öberg ');
  await person.getByRole('button', { name: 'Save the name' }).click();
  await expect(window.getByRole('main').getByRole('heading', { level: 1 })).toContainText('Anna Öberg');
  await expect(accountRow(window, 'Anna Öberg')).toBeVisible();
  await expect(person.getByLabel('Name of the person')).toHaveValue('Anna Öberg');
});

/** A pair that counts as newer: the authority's times have whole seconds. */
async function newerPair(driver: AnafDriver, before: TokenPair): Promise<TokenPair> {
  const issuedAt = ({ access_token }: TokenPair): number => readTimes(access_token).iat;
  for (;;) {
    const pair = await driver.pair();
    if (issuedAt(pair) > issuedAt(before)) return pair;
  }
}

function readTimes(token: string): { readonly iat: number } {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { iat: number };
}
