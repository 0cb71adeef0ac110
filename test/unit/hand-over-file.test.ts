import { execFile } from 'node:child_process';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFolderFacts } from '../../electron/handover/folder-facts.ts';
import { icaclsOwnerOnly } from '../../electron/handover/owner-only.ts';
import { sha256Of } from '../../electron/handover/sha256.ts';
import { createTokenFiles, TokenFileError, type TokenFiles } from '../../electron/handover/token-file.ts';

const OLD = 'the-old-token';
const NEW = 'the-new-token';
const isOld = (sha256: string): boolean => sha256 === sha256Of(OLD);

let home: string;
let files: TokenFiles;
let path: string;

beforeEach(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), 'taxpass-hand-over-')));
  files = tokenFiles({});
  await mkdir(join(home, 'in'), { mode: 0o700 });
  path = join(home, 'in', 'program.token');
});
afterEach(() => rm(home, { recursive: true, force: true }));

function tokenFiles(part: { platform?: NodeJS.Platform; makePrivate?: (path: string) => Promise<void> }): TokenFiles {
  const place = {
    platform: part.platform ?? process.platform,
    home,
    env: {},
    temporaryFolders: [tmpdir()],
    ownFolder: join(home, 'own'),
  };
  return createTokenFiles(place, part.makePrivate ?? (() => Promise.reject(new Error('not asked for here'))));
}

/** The problem an act ends with; throws if it does not fail, or otherwise. */
async function problemOf(act: Promise<unknown>): Promise<string> {
  const error = await act.then(
    () => new Error('it did not fail'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof TokenFileError) return error.refusal?.reason ?? error.problem;
  throw error;
}

test('holds exactly the token, for its owner alone, whatever the umask', async () => {
  const before = process.umask(0);
  try {
    await files.create(path, OLD);
  } finally {
    process.umask(before);
  }
  expect(await readFile(path, 'utf8')).toBe(OLD);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(home, 'in'))).toEqual(['program.token']);
});

test('is replaced in one step, for its owner alone again', async () => {
  await files.create(path, OLD);
  await chmod(path, 0o644);
  const { ino } = await stat(path);
  await files.replace(path, NEW, isOld);
  const after = await stat(path);
  expect(await readFile(path, 'utf8')).toBe(NEW);
  expect(after.mode & 0o777).toBe(0o600);
  // Another file under the same name: whoever reads sees the one or the other, whole.
  expect(after.ino).not.toBe(ino);
  expect(await readdir(join(home, 'in'))).toEqual(['program.token']);
});

describe('what is not ours is never touched', () => {
  const foreign = 'somebody’s letter';

  test('a file that is there already, when the place is chosen and when it is written', async () => {
    await writeFile(path, foreign);
    expect(await problemOf(files.settle(path))).toBe('changed');
    expect(await problemOf(files.create(path, NEW))).toBe('changed');
    expect(await readFile(path, 'utf8')).toBe(foreign);
    expect(await readdir(join(home, 'in'))).toEqual(['program.token']);
  });

  test.each(['replace', 'remove'] as const)('%s: another content', async (act) => {
    await writeFile(path, foreign);
    const done = act === 'replace' ? files.replace(path, NEW, isOld) : files.remove(path, isOld);
    expect(await problemOf(done)).toBe('changed');
    expect(await readFile(path, 'utf8')).toBe(foreign);
  });

  test.each(['replace', 'remove'] as const)('%s: one byte appended', async (act) => {
    await writeFile(path, `${OLD}\n`);
    const done = act === 'replace' ? files.replace(path, NEW, isOld) : files.remove(path, isOld);
    expect(await problemOf(done)).toBe('changed');
    expect(await readFile(path, 'utf8')).toBe(`${OLD}\n`);
  });

  test.each(['create', 'replace', 'remove'] as const)('%s: a link, even to a content of ours', async (act) => {
    const target = join(home, 'target');
    await writeFile(target, OLD);
    await symlink(target, path);
    const acts = {
      create: () => files.create(path, NEW),
      replace: () => files.replace(path, NEW, isOld),
      remove: () => files.remove(path, isOld),
    };
    expect(await problemOf(acts[act]())).toBe('changed');
    expect(await readFile(target, 'utf8')).toBe(OLD);
    expect((await lstat(path)).isSymbolicLink()).toBe(true);
  });

  test('a dangling link is not written through', async () => {
    await symlink(join(home, 'nowhere'), path);
    expect(await problemOf(files.settle(path))).toBe('changed');
    expect(await problemOf(files.create(path, NEW))).toBe('changed');
    expect(await readdir(home)).toEqual(['in']);
  });

  test('a folder, a pipe', async () => {
    await mkdir(path);
    expect(await problemOf(files.replace(path, NEW, isOld))).toBe('changed');
    expect(await problemOf(files.remove(path, isOld))).toBe('changed');
    const pipe = join(home, 'in', 'pipe');
    await promisify(execFile)('mkfifo', [pipe]);
    expect(await problemOf(files.replace(pipe, NEW, isOld))).toBe('changed');
  });
});

test('a file that was removed is not written anew', async () => {
  await files.create(path, OLD);
  await unlink(path);
  expect(await problemOf(files.replace(path, NEW, isOld))).toBe('missing');
  expect(await problemOf(files.remove(path, isOld))).toBe('missing');
  await rm(join(home, 'in'), { recursive: true });
  expect(await problemOf(files.replace(path, NEW, isOld))).toBe('missing');
});

test('a folder on the way that became a link is not followed', async () => {
  await files.create(path, OLD);
  // The same content waits behind the link: only the way tells.
  await mkdir(join(home, 'elsewhere'), { mode: 0o700 });
  await writeFile(join(home, 'elsewhere', 'program.token'), OLD, { mode: 0o600 });
  await rename(join(home, 'in'), join(home, 'was'));
  await symlink(join(home, 'elsewhere'), join(home, 'in'));
  expect(await problemOf(files.replace(path, NEW, isOld))).toBe('moved');
  expect(await problemOf(files.remove(path, isOld))).toBe('moved');
  expect(await problemOf(files.create(join(home, 'in', 'other.token'), NEW))).toBe('moved');
  expect(await readFile(join(home, 'elsewhere', 'program.token'), 'utf8')).toBe(OLD);
  expect(await readFile(join(home, 'was', 'program.token'), 'utf8')).toBe(OLD);
});

test('a place chosen through a link is settled where it really is', async () => {
  await symlink(join(home, 'in'), join(home, 'link'));
  expect(await files.settle(join(home, 'link', 'program.token'))).toBe(path);
});

test('a folder that has become synchronised gets no new token, and the old one can still be deleted', async () => {
  await files.create(path, OLD);
  await mkdir(join(home, 'in', '.stfolder'));
  expect(await problemOf(files.replace(path, NEW, isOld))).toBe('synced');
  expect(await readFile(path, 'utf8')).toBe(OLD);
  await files.remove(path, isOld);
  expect(await readdir(join(home, 'in'))).toEqual(['.stfolder']);
});

test.each([
  ['open to others', async (folder: string) => chmod(folder, 0o777), 'others-can-write'],
  ['named in Dropbox’s settings', nameInDropbox, 'synced'],
  ['named in Nextcloud’s settings', nameInNextcloud, 'synced'],
])('a folder %s is refused', async (_name, change, reason) => {
  await change(join(home, 'in'));
  expect(await problemOf(files.settle(path))).toBe(reason);
  expect(await problemOf(files.create(path, NEW))).toBe(reason);
  expect(await readdir(join(home, 'in'))).toEqual([]);
});

async function nameInDropbox(folder: string): Promise<void> {
  await mkdir(join(home, '.dropbox'));
  await writeFile(join(home, '.dropbox', 'info.json'), JSON.stringify({ business: { path: folder, host: 1 } }));
}

async function nameInNextcloud(folder: string): Promise<void> {
  await mkdir(join(home, '.config', 'Nextcloud'), { recursive: true });
  await writeFile(join(home, '.config', 'Nextcloud', 'nextcloud.cfg'), `0\\Folders\\1\\localPath=${folder}/\n`);
}

test('what an interrupted write left is cleared, and only that', async () => {
  await files.create(path, OLD);
  await writeFile(join(home, 'in', '.program.token.0123456789abcdef.tmp'), 'half');
  await writeFile(join(home, 'in', '.program.token.mine.tmp'), 'mine');
  await files.replace(path, NEW, isOld);
  expect((await readdir(join(home, 'in'))).sort()).toEqual(['.program.token.mine.tmp', 'program.token']);
});

test('Windows: the rights are narrowed before the token is in the file, and without that nothing is written', async () => {
  const sizes: number[] = [];
  const narrowed = tokenFiles({
    platform: 'win32',
    makePrivate: async (file) => void sizes.push((await stat(file)).size),
  });
  await narrowed.create(path, OLD);
  expect(sizes).toEqual([0]);
  expect(await readFile(path, 'utf8')).toBe(OLD);

  const calls: Array<readonly [string, readonly string[]]> = [];
  const user = { env: { SystemRoot: 'C:\\Windows', USERDOMAIN: 'CABINET' }, name: 'ana' };
  await icaclsOwnerOnly('C:\\x.token', user, (file, args) => Promise.resolve(calls.push([file, args])));
  expect(calls).toEqual([
    ['C:\\Windows\\System32\\icacls.exe', ['C:\\x.token', '/inheritance:r', '/grant:r', 'CABINET\\ana:F', '/q']],
  ]);
  const refused = tokenFiles({
    platform: 'win32',
    makePrivate: (file) => icaclsOwnerOnly(file, user, () => Promise.reject(new Error('5'))),
  });
  expect(await problemOf(refused.create(join(home, 'in', 'b.token'), NEW))).toBe('not-private');
  expect(await readdir(join(home, 'in'))).toEqual(['program.token']);
});

test('a folder is looked at with all that lies above it', async () => {
  const place = { platform: 'linux', home, env: {}, temporaryFolders: [], ownFolder: '' } as const;
  const facts = await readFolderFacts(join(home, 'in'), place);
  expect(facts.levels.map((level) => level.path)).toEqual([join(home, 'in'), home, ...above(home)]);
  expect(facts.levels[0].mode).toBe(0o700);
  expect(facts.levels[1]?.names).toEqual(['in']);
});

function above(folder: string): string[] {
  const parts = folder.split('/').slice(1, -1);
  return [...parts.map((_, index) => `/${parts.slice(0, parts.length - index).join('/')}`), '/'];
}
