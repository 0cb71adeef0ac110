import { lutimes, mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeBackup } from '../../electron/transfer/backup-folder.ts';
import { deriveKey, newDerivation } from '../../electron/transfer/passphrase-key.ts';
import { sealTransfer } from '../../electron/transfer/transfer-file.ts';
import { nodeFileSystem } from '../../electron/vault/file-system.ts';

const NOW = Date.UTC(2026, 10, 22, 8);
const HOUR_MS = 3_600_000;
const part = '0123456789abcdef.tmp';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taxpass-backups-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function backUp(): Promise<string> {
  const key = await deriveKey('a passphrase of some length', { ...newDerivation(), N: 2 ** 10 });
  const bytes = sealTransfer(key, { purpose: 'backup', createdAt: NOW, program: '1' }, Buffer.from('{}'));
  const { salt } = key.derivation;
  return writeBackup(nodeFileSystem(), folder, {
    day: '2026-11-22',
    bytes,
    salt,
    key: key.key,
    prunes: true,
    now: NOW,
  });
}

async function leave(name: string, hoursAgo: number, content = ''): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, content);
  const time = (NOW - hoursAgo * HOUR_MS) / 1000;
  await utimes(path, time, time);
}

it('what a power cut left of a backup or a move goes after a day, and nothing else does', async () => {
  await leave(`taxpass-backup-2026-11-20.taxpass.${part}`, 25);
  await leave(`taxpass-backup-2026-11-20-2.taxpass.${part}`, 25, 'a part of one');
  await leave(`taxpass-2026-11-20.taxpass.${part}`, 25);
  const kept = [
    `taxpass-backup-2026-11-21.taxpass.${part}`,
    `taxpass-backup-2026-11-20.taxpass.${part}.old`,
    `my-taxpass-backup-2026-11-20.taxpass.${part}`,
    'taxpass-backup-2026-11-20.taxpass.tmp',
    'taxpass-backup-2026-11-20.taxpass',
    'notes.tmp',
  ];
  const [young = '', ...old] = kept;
  await leave(young, 23);
  for (const name of old) await leave(name, 1000);
  const [inFolder, link] = [`taxpass-backup-2026-11-18.taxpass.${part}`, `taxpass-backup-2026-11-19.taxpass.${part}`];
  await mkdir(join(folder, inFolder));
  await symlink(join(folder, 'notes.tmp'), join(folder, link));
  const longAgo = (NOW - 1000 * HOUR_MS) / 1000;
  for (const name of [inFolder, link]) await lutimes(join(folder, name), longAgo, longAgo);

  const written = await backUp();
  expect((await readdir(folder)).sort()).toEqual([...kept, inFolder, link, written].sort());
});
