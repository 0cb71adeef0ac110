import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { autostartFile, isAutostartOn, turnAutostart } from '../../electron/desktop/autostart-file.ts';
import { trayIconPixels } from '../../electron/desktop/tray-icon.ts';

test('the entry lies where the desktop looks, and a relative XDG_CONFIG_HOME is ignored', () => {
  expect(autostartFile({ XDG_CONFIG_HOME: '/c' }, '/home/ana')).toBe('/c/autostart/taxpass.desktop');
  for (const env of [{}, { XDG_CONFIG_HOME: '' }, { XDG_CONFIG_HOME: 'c' }]) {
    expect(autostartFile(env, '/home/ana')).toBe('/home/ana/.config/autostart/taxpass.desktop');
  }
});

test('it is written when turned on, starts without a window, and is gone when turned off', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'taxpass-autostart-'));
  try {
    const file = autostartFile({ XDG_CONFIG_HOME: folder }, '/nowhere');
    expect(isAutostartOn(file)).toBe(false);
    await turnAutostart(file, '/opt/Tax pass "100%" $HOME/taxpass', true);
    expect(isAutostartOn(file)).toBe(true);
    const lines = (await readFile(file, 'utf8')).split('\n');
    expect(lines).toContain('Exec="/opt/Tax pass \\\\"100%%\\\\" \\\\$HOME/taxpass" --hidden');
    await writeFile(join(folder, 'autostart', 'other.desktop'), '');
    await turnAutostart(file, '/opt/taxpass', false);
    await turnAutostart(file, '/opt/taxpass', false);
    expect(isAutostartOn(file)).toBe(false);
    expect(await readFile(join(folder, 'autostart', 'other.desktop'), 'utf8')).toBe('');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the tray icon is drawn with and without its dot, and as a template in black alone', () => {
  const size = 22;
  const pixel = (icon: Buffer, x: number, y: number): number[] => [...icon.subarray((y * size + x) * 4).subarray(0, 4)];
  const plain = trayIconPixels(size, { withDot: false, template: false });
  const dotted = trayIconPixels(size, { withDot: true, template: false });
  expect(plain).toHaveLength(size * size * 4);
  expect(pixel(plain, 0, 0)).toEqual([0, 0, 0, 0]);
  expect(pixel(plain, 3, 11)).toEqual([0x6b, 0x5c, 0x0b, 255]);
  expect(pixel(dotted, 17, 4)).toEqual([0x1a, 0x8a, 0xe3, 255]);
  const template = trayIconPixels(size, { withDot: true, template: true });
  expect(template.every((value, index) => index % 4 === 3 || value === 0)).toBe(true);
});
