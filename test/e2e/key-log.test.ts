import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'playwright/test';
import { launchApp, practiceIsReady } from '../fixtures/launch.ts';
import { test } from '../fixtures/window-test.ts';

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

test('neither a variable nor a switch has the keys of connections written down, or what goes by them', async ({
  desktop,
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'taxpass-key-log-'));
  const [variable, keys, log] = [join(folder, 'variable'), join(folder, 'keys'), join(folder, 'log')];
  const args = ['--practice', `--ssl-key-log-file=${keys}`, `--log-net-log=${log}`];
  const running = await launchApp(desktop, { env: { ...desktop.env, SSLKEYLOGFILE: variable }, args });
  try {
    await practiceIsReady(running.window);
    const seen = await running.app.evaluate(async ({ app, session }) => {
      // A connection of Chromium's, to nobody.
      await session
        .fromPartition('any')
        .fetch('https://127.0.0.1:9/')
        .catch(() => undefined);
      const switches = ['ssl-key-log-file', 'log-net-log'].map((name) => app.commandLine.hasSwitch(name));
      return { switches, variable: process.env['SSLKEYLOGFILE'] ?? null };
    });
    expect(seen).toEqual({ switches: [false, false], variable: null });
  } finally {
    await running.quit();
  }
  expect(await Promise.all([variable, keys, log].map(exists))).toEqual([false, false, false]);
  await rm(folder, { recursive: true });
});
