import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'playwright/test';
import { chromiumSwitches } from '../../build/scripts/private-desktop.mjs';
import { test } from '../fixtures/window-test.ts';

test('a second start hands over to the first and ends', async ({ desktop, running }) => {
  await running.window.getByRole('main').waitFor();
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const second = spawn(process.env['TAXPASS_ELECTRON'] ?? '', [process.cwd(), '--practice', ...chromiumSwitches()], {
    env: desktop.env,
    stdio: 'ignore',
  });
  const [code] = (await once(second, 'exit')) as [number | null];
  expect(code).toBe(0);
  await expect
    .poll(() =>
      running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized())),
    )
    .toEqual([false]);
});
