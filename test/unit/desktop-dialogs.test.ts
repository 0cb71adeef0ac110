import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, test, vi } from 'vitest';
import type { Asking } from '../../electron/desktop/native-question.ts';
import { createAsking } from '../../electron/desktop/native-question.ts';
import { en } from '../../electron/desktop/words/en.ts';

const shown: { dialogs: number; chooses: string; meanwhile: () => void } = vi.hoisted(() => ({
  dialogs: 0,
  chooses: '',
  meanwhile: () => undefined,
}));
vi.mock('electron', () => {
  const show = () => {
    shown.dialogs += 1;
    shown.meanwhile();
    return Promise.resolve({ canceled: false, filePath: shown.chooses, filePaths: [shown.chooses] });
  };
  return { dialog: { showOpenDialog: show, showSaveDialog: show } };
});
const { chooseCertificateFile, chooseTokenFile } = await import('../../electron/desktop/choose-file.ts');
const { chooseKeyFile } = await import('../../electron/desktop/choose-key-file.ts');
const { transferDialogs } = await import('../../electron/desktop/transfer-files.ts');
const { saveFile } = await import('../../electron/desktop/save-file.ts');

let folder: string;
let asking: Asking;
let isLocked: boolean;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taxpass-dialogs-'));
  shown.chooses = join(folder, 'chosen');
  shown.dialogs = 0;
  shown.meanwhile = () => undefined;
  await writeFile(shown.chooses, 'content');
  isLocked = false;
  asking = createAsking({ isLocked: () => isLocked, words: () => en, show: () => Promise.resolve(true) });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const dialogs: ReadonlyArray<readonly [string, () => Promise<unknown>]> = [
  ['a certificate', () => chooseCertificateFile(asking, null, null)],
  ['a file with tokens', () => chooseTokenFile(asking, null)],
  ['a key', () => chooseKeyFile(asking, null)],
  ['where a move goes', () => transferDialogs(() => null, asking).chooseTarget('a.taxpass')],
  ['a move or a backup', () => transferDialogs(() => null, asking).chooseFile()],
  ['the backups’ folder', () => transferDialogs(() => null, asking).chooseFolder()],
];

test.each(dialogs)('%s: the dialog gives what was chosen', async (_what, ask) => {
  expect(await ask()).not.toBeNull();
  expect(shown.dialogs).toBe(1);
});

test.each(dialogs)('%s: no dialog comes up over a locked window or another question', async (_what, ask) => {
  isLocked = true;
  expect(await ask()).toBeNull();
  isLocked = false;
  await asking.choose(async () => {
    expect(await ask()).toBeNull();
    return null;
  });
  expect(shown.dialogs).toBe(0);
});

test.each(dialogs)('%s: what is chosen after the window was locked counts as nothing', async (_what, ask) => {
  shown.meanwhile = () => void (isLocked = true);
  expect(await ask()).toBeNull();
  expect(shown.dialogs).toBe(1);
});

it('a file is saved whole, for its owner alone, and what a disk refuses is said', async () => {
  const path = join(folder, 'activity.csv');
  expect(await saveFile(() => Promise.resolve(null), Buffer.from('a'))).toBe(false);
  expect(await saveFile(() => Promise.resolve(path), Buffer.from('a'))).toBe(true);
  expect(await readFile(path, 'utf8')).toBe('a');
  expect((await readdir(folder)).sort()).toEqual(['activity.csv', 'chosen']);
  await expect(saveFile(() => Promise.resolve(join(folder, 'gone', 'x')), Buffer.from('a'))).rejects.toMatchObject({
    failure: { code: 'vault-write-failed', reason: 'disk-error' },
  });
});
