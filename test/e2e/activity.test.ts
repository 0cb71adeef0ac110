import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { test } from '../fixtures/window-test.ts';

test('the activity log is saved where the dialog says, and says so itself', async ({ running, desktop }) => {
  const { app, window } = running;
  const filePath = join(desktop.home, 'activity.csv');
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, filePath);
  await window.getByRole('button', { name: 'Activity', exact: true }).click();
  await expect(window.getByRole('heading', { name: 'Activity', exact: true })).toBeVisible();
  await window.getByRole('button', { name: 'Export as CSV…' }).click();
  await expect(window.getByText('The activity log was saved.')).toBeVisible();
  const text = await readFile(filePath, 'utf8');
  expect(text.startsWith('\uFEFFnumber,numberTo,time,')).toBe(true);
  if (process.platform !== 'win32') expect((await stat(filePath)).mode & 0o777).toBe(0o600);

  const table = window.getByRole('table', { name: 'Activity, the newest first' });
  await expect(table.getByRole('row').filter({ hasText: 'Activity log exported' })).toHaveText(/By click.*Done/);
});
