import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readChosenFile } from '../../electron/desktop/read-chosen-file.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taxpass-chosen-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const LIMIT_BYTES = 1000;
const refusedFor = async (path: string): Promise<unknown> => {
  const read = await readChosenFile(path, LIMIT_BYTES);
  return 'refused' in read ? read.refused : read.bytes;
};

test('a file is read as it is, up to the limit', async () => {
  await writeFile(at('whole.p12'), Buffer.from([0, 1, 255]));
  expect(await readChosenFile(at('whole.p12'), LIMIT_BYTES)).toEqual({ bytes: Uint8Array.of(0, 1, 255) });
  await writeFile(at('large.p12'), '');
  await truncate(at('large.p12'), LIMIT_BYTES);
  expect(await readChosenFile(at('large.p12'), LIMIT_BYTES)).toEqual({ bytes: new Uint8Array(LIMIT_BYTES) });
  await truncate(at('large.p12'), LIMIT_BYTES + 1);
  expect(await refusedFor(at('large.p12'))).toBe('too-large');
});

test('a folder, a missing file and a link to nothing say what they are', async () => {
  await symlink(at('nowhere'), at('dangling.p12'));
  expect(await refusedFor(folder)).toBe('not-a-file');
  expect(await refusedFor(at('missing.p12'))).toBe('gone');
  expect(await refusedFor(at('dangling.p12'))).toBe('gone');
});

test.skipIf(process.platform === 'win32')('a pipe nobody writes to, or a socket, is not waited for', async () => {
  execFileSync('sh', ['-c', 'mkfifo "$0"', at('pipe.p12')]);
  expect(await refusedFor(at('pipe.p12'))).toBe('not-a-file');
  const server = createServer().listen(at('socket.p12'));
  await once(server, 'listening');
  expect(await refusedFor(at('socket.p12'))).toBe('not-a-file');
  server.close();
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('nor is what may not be read', async () => {
  await writeFile(at('locked.p12'), '');
  await chmod(at('locked.p12'), 0);
  expect(await refusedFor(at('locked.p12'))).toBe('no-permission');
});
