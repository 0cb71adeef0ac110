import type { ElectronApplication, Page } from 'playwright';
import { expect } from 'playwright/test';
import { authoritiesFolder, practiceIsReady, type Desktop } from '../fixtures/launch.ts';
import { connectPractice } from '../fixtures/practice.ts';
import { answerFileDialog, answerQuestions, lastQuestion, signInDialog } from '../fixtures/routes.ts';
import { test } from '../fixtures/window-test.ts';
import { targetsOfPost } from '../tour/targets.ts';

test.setTimeout(120_000);

test('what hangs on a certificate, its companies, and removing the application it signs in with', async ({
  desktop,
  running,
}) => {
  const { app, window } = running;
  await signInAtAnaf(desktop, app, window);
  await handOver(app, window, 'Invoicing');
  await window.getByRole('button', { name: 'Certificates', exact: true }).click();
  await window.getByRole('button', { name: /^Everything that depends on it: certificate of/ }).click();
  const part = (name: string) => window.getByRole('region', { name, exact: true });
  await expect(part('Accounts')).toContainText('Cabinet Popescu');
  await expect(part('Companies')).toContainText('No company is entered');
  await expect(part('Programs with a copy').getByRole('row')).toContainText(['Program', 'InvoicingCabinet Popescu']);
  await expect(part('What stops when, if nothing is done').getByRole('row')).toHaveCount(5);

  await companiesArePasted(window);
  await expect(part('Companies')).toContainText('2 companies');
  await expect(part('Companies').getByRole('listitem')).toHaveText(['Dante SA (14399840)', '1590082']);

  const leaving = part('The day the holder leaves').locator('ol > li');
  await expect(leaving).toHaveCount(8);
  const uncovered = leaving.filter({ hasText: 'Every company has an account' });
  await expect(uncovered.getByRole('list', { name: 'Not covered yet:' }).getByRole('listitem')).toHaveText([
    'Dante SA (14399840)',
    '1590082',
  ]);
  await expect(leaving.filter({ hasText: 'Each program gets a copy' })).toContainText('Invoicing (until');
  const renewal = part('The day the certificate is renewed').locator('ol > li');
  await expect(renewal.filter({ hasText: 'Sign in again with it' })).toContainText('Still to do:Cabinet Popescu');
  await expect(renewal.filter({ hasText: 'anaf.ro/reinnoire' })).toContainText('Not seen here');
  await window.getByRole('button', { name: 'All certificates' }).click();
  await expect(window.getByRole('heading', { name: 'Certificates', level: 1 })).toBeVisible();

  await window.getByRole('button', { name: 'Applications', exact: true }).click();
  await editingSaysWhoUsesIt(window);
  await window.getByRole('button', { name: 'Remove from this computer: Cabinet Popescu' }).click();
  const question = window.getByRole('alertdialog');
  const dying = question.getByRole('listitem');
  await expect(dying).toHaveCount(1);
  await expect(dying).toContainText('The access token works until');
  await expect(dying).toContainText('2 companies are entered for it.');
  await expect(dying).toContainText('Invoicing has a copy');
  await expect(question).toContainText('ANAF revoke its Client ID: then every token under it ends');
  // The page cannot end anything by itself: main asks, and a no leaves all as it was.
  const confirm = question.getByRole('button', { name: 'Remove application and 1 account…' });
  await answerQuestions(app, false);
  await confirm.click();
  await expect(question).toBeHidden();
  await expect(window.getByText('Nothing was changed.')).toBeVisible();
  const asked = await lastQuestion(app);
  expect(asked.message).toBe('Remove the application “Cabinet Popescu” and its account?');
  expect(asked.detail).toContain('this account: “Dante SA + 1”. Access and refresh tokens are deleted here');
  await answerQuestions(app, true);
  await window.getByRole('button', { name: 'Remove from this computer: Cabinet Popescu' }).click();
  await confirm.click();
  await expect(question).toBeHidden();
  await expect(window.getByText('No application has been entered.')).toBeVisible();
  await expect(window.getByRole('navigation', { name: 'Accounts' }).getByText('Cabinet Popescu')).toHaveCount(0);
});

/** Pastes a list with a mistake, adds what was read, puts the mistake right, takes one off again and saves with the rest in the field. */
async function companiesArePasted(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Edit companies… for Cabinet Popescu' }).click();
  const dialog = window.getByRole('dialog', { name: 'Companies of this account' });
  const field = dialog.getByLabel('Add companies');
  await field.fill(
    'CUI\tDenumire\nRO 14399840\tDante SA\n1590083\tMistyped SA\n14399840\tagain\n1850101221145\tPopescu PFA',
  );
  await dialog.getByRole('button', { name: 'Read', exact: true }).click();
  const result = dialog.getByRole('region', { name: 'What was read' });
  await expect(result.getByRole('status')).toHaveText('2 companies read');
  await expect(result).toContainText(/Line 3: 1590083 Mistyped SA\s*The check digit is wrong/);
  await expect(result).toContainText('1 number is a person’s own');
  await result.getByRole('button', { name: 'Add 2 companies' }).click();
  await expect(field).toHaveValue('1590083\tMistyped SA');
  await expect(dialog).toContainText(/Line 1: 1590083 Mistyped SA\s*The check digit is wrong/);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('was not added');
  await field.fill('1590082');
  await expect(dialog).not.toContainText('The check digit is wrong');
  await dialog.getByRole('button', { name: 'Remove Popescu PFA' }).click();
  await expect(dialog.getByRole('rowheader')).toHaveText(['14399840']);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await window.getByRole('button', { name: 'Keep editing' }).click();
  // What still stands in the field is understood, so that saving adds it.
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(dialog).toBeHidden();
}

async function editingSaysWhoUsesIt(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Edit Cabinet Popescu' }).click();
  const dialog = window.getByRole('dialog', { name: 'Edit application' });
  await expect(dialog).toContainText('A new secret takes effect for that account at once.');
  const clientId = dialog.getByLabel('Client ID');
  const before = await clientId.inputValue();
  await clientId.fill('another');
  await expect(dialog).toContainText('These have to sign in again');
  await clientId.fill(before);
  await expect(dialog).not.toContainText('These have to sign in again');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await window.getByRole('button', { name: 'Discard' }).click();
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

/** The native question is no part of the page: it is answered with a yes. */
async function handOver(app: ElectronApplication, window: Page, recipient: string): Promise<void> {
  await answerQuestions(app, true);
  await window.getByRole('button', { name: 'Copy the access token…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Copy the access token for a program' });
  await dialog.getByLabel('Program', { exact: true }).fill(recipient);
  await dialog.getByRole('radio', { name: 'Copy it' }).check();
  await dialog.getByRole('button', { name: 'Continue…' }).click();
  await expect(dialog).toBeHidden();
}
