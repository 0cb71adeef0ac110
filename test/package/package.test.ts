import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from 'playwright';
import { expect, test } from 'playwright/test';
import { chromiumSwitches, startPrivateDesktop } from '../../build/scripts/private-desktop.mjs';
import { authoritiesFolder, practiceIsReady } from '../fixtures/launch.ts';
import { connectPractice } from '../fixtures/practice.ts';
import { dropFile, signInDialog } from '../fixtures/routes.ts';

/** The packaged folder, as `npm run dist` names it. */
const folder = process.env['TAXPASS_PACKAGE'] ?? '';
const executable = join(folder, 'taxpass');

const ENABLED = '1'.charCodeAt(0);
const DISABLED = '0'.charCodeAt(0);

test('every fuse of the artefact is as it must ship', async () => {
  const wire = await getCurrentFuseWire(executable);
  expect(wire[FuseV1Options.RunAsNode]).toBe(DISABLED);
  expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(ENABLED);
  expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(DISABLED);
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(DISABLED);
  expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]).toBe(ENABLED);
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(ENABLED);
  expect(wire[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]).toBe(DISABLED);
  expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges]).toBe(DISABLED);
});

// The inspector is off in the artefact, so it is watched through Chromium's own debugging port.
test('the packaged app starts, opens a P12 in its thread, and reaches its practice authorities', async () => {
  const desktop = await startPrivateDesktop();
  const app = spawn(executable, ['--practice', '--remote-debugging-port=0', ...chromiumSwitches()], {
    env: desktop.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const address = await debuggingAddress(app.stderr);
    await pageIsListed(address);
    const browser = await chromium.connectOverCDP(address);
    const window = browser.contexts()[0]?.pages()[0];
    if (!window) throw new Error('the packaged app shows no window');
    await window.getByRole('main').waitFor();
    expect(window.url()).toBe('taxpass-window://window/index.html?language=en');
    await practiceIsReady(window);
    const post = (await connectPractice(authoritiesFolder(desktop)).post())['skatteverket-org'].test;
    const route = signInDialog(window);
    await route.open();
    await dropFile(window, 'bolag-a.p12', await readFile(post.p12));
    await route.enterPin(post.pin);
    await expect(route.fact('Holder')).toHaveText('Bolag A AB');
    await browser.close();
  } finally {
    const exited = once(app, 'exit');
    app.kill('SIGKILL');
    await exited;
    await desktop.stop();
  }
});

/** Waits until the app's page is there: attaching before it has loaded can hang. */
async function pageIsListed(address: string): Promise<void> {
  const list = `http://${new URL(address).host}/json/list`;
  await expect.poll(async () => (await fetch(list)).text(), { timeout: 30_000 }).toContain('taxpass-window://');
}

async function debuggingAddress(stderr: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stderr })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('the packaged app ended before its window opened');
}
