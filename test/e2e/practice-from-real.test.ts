import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'playwright/test';
import type { Bridge } from '../../electron/contract/client.ts';
import { en } from '../../renderer/i18n/en/index.ts';
import { articles } from '../../renderer/i18n/en/help.ts';
import { authoritiesFolder, dataFolder, launchApp, type Desktop } from '../fixtures/launch.ts';
import { test } from '../fixtures/window-test.ts';

test.skip(process.platform !== 'linux', 'the second program is found by /proc');

const { practise } = en.firstRun;
/** The title of a practice window. */
const practiceTitle = 'Taxpass: practice';

/** The practice programs on this private desktop, without the processes that each has besides its first. */
async function practicePrograms(desktop: Desktop): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const isOne = async (pid: number): Promise<boolean> => {
    const args = await argumentsOf(pid);
    const isFirst = args.includes('--practice') && !args.some((argument) => argument.startsWith('--type='));
    // Each starts where the one before it did: in the private HOME.
    return isFirst && (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === desktop.home;
  };
  const found = await Promise.all(pids.map(isOne));
  return pids.filter((_, index) => found[index]);
}

/** Chromium writes them anew, with spaces between them. */
async function argumentsOf(pid: number): Promise<string[]> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split(/[\0 ]/);
}

/** What a process has open, by file or by the kernel's own number. */
async function openOf(pid: number): Promise<string[]> {
  const folder = `/proc/${pid}/fd`;
  const links = (await readdir(folder)).map((name) => readlink(join(folder, name)).catch(() => ''));
  return (await Promise.all(links)).filter((link) => link !== '');
}

/** Ends every practice program of this desktop, whatever came of the test. */
async function endPractice(desktop: Desktop): Promise<void> {
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    for (const pid of await practicePrograms(desktop)) process.kill(pid, signal);
  };
  await end('SIGTERM');
  const isOver = expect.poll(() => practicePrograms(desktop), { timeout: 15_000 }).toEqual([]);
  await isOver.catch(async (error: unknown) => {
    await end('SIGKILL');
    throw error;
  });
}

/** The titles of the windows on the screen, the one in front first. */
async function windowTitles(desktop: Desktop): Promise<string[]> {
  const { stdout } = await promisify(execFile)('xwininfo', ['-root', '-children'], { env: desktop.env });
  return [...stdout.matchAll(/^\s+0x[0-9a-f]+ "(Taxpass[^"]*)"/gm)].map(([, title]) => title ?? '');
}

test('practice opens from the real program, once, apart from it, and stays when that ends', async ({ desktop }) => {
  test.slow();
  const real = await launchApp(desktop, { args: ['--real'] });
  try {
    const { app, window } = real;
    const place = window.getByRole('region', { name: practise.heading });
    const button = place.getByRole('button', { name: practise.open });
    await expect(button).toBeVisible();

    // Its file was taken away meanwhile, as by an update.
    const execPath = await app.evaluate(() => process.execPath);
    const isAt = (path: string): Promise<void> =>
      app.evaluate((_electron, at) => {
        process.execPath = at;
      }, path);
    await isAt('/nowhere/taxpass');
    await button.click();
    await expect(place.getByRole('alert')).toContainText(en.failures['practice-not-opened'].what);
    await expect(place.getByRole('alert')).toContainText(en.failureParts.practiceStart.gone);
    await place.getByText(practise.line).click();
    await expect(place.getByText('taxpass --practice', { exact: true })).toBeVisible();
    expect(await practicePrograms(desktop)).toEqual([]);
    await isAt(execPath);

    await button.click();
    await expect(window.getByText(practise.opened)).toBeVisible({ timeout: 15_000 });
    await expect(place.getByRole('alert')).toHaveCount(0);
    await expect.poll(() => practicePrograms(desktop)).toHaveLength(1);
    const [practice = 0] = await practicePrograms(desktop);
    // The practice authorities start once its window has drawn.
    await expect.poll(() => existsSync(authoritiesFolder(desktop)), { timeout: 30_000 }).toBe(true);
    expect(existsSync(dataFolder(desktop))).toBe(true);
    expect((await argumentsOf(practice)).filter((argument) => /debugging|inspect|--real/.test(argument))).toEqual([]);
    // No file of the real one, nor a way to its processes.
    const ofReal = new Set(
      (await openOf(real.app.process().pid ?? 0)).filter((open) => /^(socket|pipe):|\/Taxpass\//.test(open)),
    );
    expect(ofReal.size).toBeGreaterThan(0);
    expect((await openOf(practice)).filter((open) => ofReal.has(open))).toEqual([]);
    expect(await window.title()).not.toContain('practice');

    // The real one comes to the front; a second press brings the practice window there, and no second one.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
    const hasScreenTools = existsSync('/usr/bin/xwininfo');
    if (hasScreenTools) await expect.poll(() => windowTitles(desktop)).toEqual(['Taxpass', practiceTitle]);
    await button.click();
    if (hasScreenTools) await expect.poll(() => windowTitles(desktop)).toEqual([practiceTitle, 'Taxpass']);
    await expect(button).toBeEnabled();
    await expect.poll(() => practicePrograms(desktop)).toEqual([practice]);

    await real.quit();
    expect(await practicePrograms(desktop)).toEqual([practice]);
  } finally {
    await endPractice(desktop).finally(() => real.quit());
  }
});

test('Help opens practice too, from the real program alone', async ({ desktop }) => {
  for (const [mode, buttons] of [
    ['--practice', 0],
    ['--real', 1],
  ] as const) {
    const { window, quit } = await launchApp(desktop, { args: [mode] });
    try {
      await window.getByRole('button', { name: en.settings.heading, exact: true }).click();
      await window.getByRole('button', { name: en.navigation.help, exact: true }).click();
      const topics = window.getByRole('navigation', { name: en.help.topics });
      await topics.getByRole('button', { name: articles.practice.title, exact: true }).click();
      const article = window.getByRole('article');
      await expect(article.getByRole('heading', { name: articles.practice.title })).toBeVisible();
      await expect(article.getByRole('button', { name: practise.open })).toHaveCount(buttons);
      const refused = (mayBe: object): Promise<unknown> =>
        window.evaluate(async (input) => {
          const { taxpass } = globalThis as unknown as { taxpass: Bridge };
          return taxpass.call('practice.openApp', input as never);
        }, mayBe);
      const failure = { code: 'input-refused' };
      expect(await refused({ args: ['--real'] })).toMatchObject({ ok: false, failure });
      if (mode === '--practice') expect(await refused({})).toMatchObject({ ok: false, failure });
    } finally {
      await quit();
    }
  }
});
