import { readFile } from 'node:fs/promises';
import { expect } from 'playwright/test';
import { authoritiesFolder, practiceIsReady } from '../fixtures/launch.ts';
import { connectPractice } from '../fixtures/practice.ts';
import { dropFile, signInDialog } from '../fixtures/routes.ts';
import { test } from '../fixtures/window-test.ts';

test('a dropped file survives a wrong PIN, and the PIN never stays in the page', async ({ desktop, running }) => {
  const { window } = running;
  await practiceIsReady(window);
  const post = (await connectPractice(authoritiesFolder(desktop)).post())['skatteverket-org'].test;
  const route = signInDialog(window);
  await route.open();
  await dropFile(window, 'bolag-a.p12', await readFile(post.p12));
  await route.enterPin('000000');
  const failure = route.dialog.getByRole('alert');
  await expect(failure).toContainText('PIN');
  await expect(route.dialog.getByLabel('PIN or password of the P12')).toHaveValue('');
  await route.enterPin(post.pin);
  await expect(route.fact('Holder')).toHaveText('Bolag A AB');
  expect(await window.content()).not.toContain(post.pin);
  await route.keepKey().uncheck({ force: true });
  await route.importCertificate();
  await expect(route.dialog.getByText('Step 2 of 3')).toBeVisible();
});

test('a file that is no certificate is said to be none, and another can be chosen', async ({ running }) => {
  const { window } = running;
  await practiceIsReady(window);
  const route = signInDialog(window);
  await route.open();
  await dropFile(window, 'invoice.pdf', Buffer.from('%PDF-1.7 an invoice'));
  await route.enterPin('1234');
  await expect(route.dialog.getByRole('alert')).toContainText('P12');
  await expect(route.dialog.getByRole('button', { name: 'Another file…' })).toBeVisible();
});

test('a sole certificate is chosen already, and can be removed again', async ({ desktop, running }) => {
  const { window } = running;
  await practiceIsReady(window);
  const post = (await connectPractice(authoritiesFolder(desktop)).post())['skatteverket-org'].test;
  const route = signInDialog(window);
  await route.open();
  await dropFile(window, 'bolag-a.p12', await readFile(post.p12));
  await route.enterPin(post.pin);
  await route.importCertificate();
  await expect(route.step(2)).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(route.dialog).toHaveCount(0);
  await route.open();
  await expect(route.dialog.getByRole('radio', { name: /Bolag A AB/ })).toBeChecked();
  await expect(route.dialog.getByRole('radio', { name: /Bolag A AB/ })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(route.step(2)).toBeVisible();
  await window.keyboard.press('Escape');

  await window.getByRole('button', { name: 'Certificates' }).click();
  await window.getByRole('button', { name: 'Remove from this computer: certificate of Bolag A AB' }).click();
  const question = window.getByRole('alertdialog');
  const confirm = question.getByRole('button', { name: 'Remove certificate' });
  await expect(confirm).toBeEnabled();
  await confirm.click();
  await expect(question).toHaveCount(0);
  await expect(window.getByRole('heading', { name: 'Bolag A AB' })).toHaveCount(0);
});
