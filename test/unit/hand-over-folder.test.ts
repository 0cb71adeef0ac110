import { describe, expect, test } from 'vitest';
import { judgeFolder, mountTypeOf, type FolderFacts } from '../../electron/handover/judge-folder.ts';

/** An accountant's own folder on a plain Linux disk. */
function facts(path: string, part: Partial<FolderFacts> = {}): FolderFacts {
  return {
    platform: 'linux',
    levels: levelsOf(path),
    home: '/home/ana',
    env: {},
    temporaryFolders: ['/tmp', '/var/tmp'],
    ownFolder: '/home/ana/.config/Taxpass',
    syncedFolders: [],
    mountType: 'ext4',
    uid: 1000,
    gid: 1000,
    ...part,
  };
}

type Level = FolderFacts['levels'][number];

/** The folder and those above it: 0755 and root's outside the home, 0750 and the user's inside. */
function levelsOf(path: string, changes: Readonly<Record<string, Partial<Level>>> = {}): FolderFacts['levels'] {
  const parts = path.split('/').filter((part) => part !== '');
  const paths = parts.map((_, index) => `/${parts.slice(0, index + 1).join('/')}`).reverse();
  const level = (each: string): Level => {
    const isOwn = each.startsWith('/home/ana');
    const ids = isOwn ? { mode: 0o750, uid: 1000, gid: 1000 } : { mode: 0o755, uid: 0, gid: 0 };
    return { path: each, names: [], ...ids, ...changes[each] };
  };
  const [first = '/', ...above] = paths;
  return [level(first), ...above.map(level), ...(first === '/' ? [] : [level('/')])];
}

/** The same on Windows, where rights are not looked at. */
function windows(path: string, part: Partial<FolderFacts> = {}): FolderFacts {
  const level = { path, names: [], mode: 0o666, uid: 0, gid: 0 };
  const home = 'C:\\Users\\Ana';
  const env = { OneDrive: 'C:\\Users\\Ana\\Files of Ana', PUBLIC: 'C:\\Users\\Public' };
  return facts('/', {
    platform: 'win32',
    levels: [level],
    home,
    env,
    ownFolder: `${home}\\AppData\\Roaming\\Taxpass`,
    ...part,
  });
}

const own = '/home/ana/tokens';

describe('a folder of one’s own is taken', () => {
  test.each([
    ['in the home', facts(own)],
    ['the home itself', facts('/home/ana')],
    [
      'in a home that lies in a temporary folder',
      facts('/tmp/x/home/in', { home: '/tmp/x/home', levels: levelsOf('/home/ana/in') }),
    ],
    ['listed by others, in the home', facts(own, { levels: levelsOf(own, { [own]: { mode: 0o755 } }) })],
    ['writable by the user’s own group', facts(own, { levels: levelsOf(own, { [own]: { mode: 0o770 } }) })],
    [
      'outside the home, closed to others',
      facts('/srv/x', { levels: levelsOf('/srv/x', { '/srv/x': { mode: 0o700, uid: 1000 } }) }),
    ],
    ['a name that only begins like a sync program’s', facts('/home/ana/Dropboxes')],
    ['Box without a capital', facts('/home/ana/box')],
    ['on Windows', windows('C:\\Users\\Ana\\tokens')],
    ['a folder beside the program’s own', facts('/home/ana/.config/Taxpass2')],
  ])('%s', (_name, folder) => {
    expect(judgeFolder(folder)).toBeNull();
  });
});

describe('a folder that others get at is refused', () => {
  const at = (path: string, changes: Readonly<Record<string, Partial<Level>>>): FolderFacts =>
    facts(path, { levels: levelsOf(path, changes) });

  test.each<[string, FolderFacts, string, string]>([
    ['the program’s own', facts('/home/ana/.config/Taxpass/vault'), 'own-folder', ''],
    ['OneDrive by its variable', windows('c:\\users\\ana\\FILES OF ANA\\x'), 'synced', 'OneDrive'],
    ['OneDrive by its name', windows('D:\\OneDrive - Cabinet Popescu\\x'), 'synced', 'OneDrive'],
    [
      'Dropbox by its settings',
      facts('/home/ana/cloud/x', { syncedFolders: [{ path: '/home/ana/cloud', by: 'Dropbox' }] }),
      'synced',
      'Dropbox',
    ],
    ['Dropbox of a firm by its name', facts('/home/ana/Dropbox (Cabinet)/x'), 'synced', 'Dropbox'],
    ['Google Drive by its name', facts('/home/ana/Google Drive'), 'synced', 'Google Drive'],
    ['iCloud', facts('/home/ana/Library/Mobile Documents/com~apple~CloudDocs'), 'synced', 'iCloud Drive'],
    ['any provider of macOS', facts('/home/ana/Library/CloudStorage/Some-Provider/x'), 'synced', 'CloudStorage'],
    [
      'Nextcloud by its mark in a folder above',
      at('/home/ana/work/in', { '/home/ana/work': { names: ['._sync_1a2b3c.db'] } }),
      'synced',
      'Nextcloud',
    ],
    ['Nextcloud’s other mark', at(own, { [own]: { names: ['.sync_0123456789ab.db'] } }), 'synced', 'Nextcloud'],
    ['ownCloud', at(own, { [own]: { names: ['.owncloudsync.log'] } }), 'synced', 'ownCloud'],
    ['Syncthing by its mark', at(own, { [own]: { names: ['a', '.stfolder'] } }), 'synced', 'Syncthing'],
    ['a UNC path', windows('\\\\server\\share\\x'), 'network', 'UNC'],
    ['NFS', facts(own, { mountType: 'nfs4' }), 'network', 'nfs4'],
    ['SMB', facts(own, { mountType: 'cifs' }), 'network', 'cifs'],
    ['sshfs', facts(own, { mountType: 'fuse.sshfs' }), 'network', 'fuse.sshfs'],
    ['a shared folder of a virtual machine', facts(own, { mountType: '9p' }), 'network', '9p'],
    ['WebDAV', facts(own, { mountType: 'fuse.davfs2' }), 'network', 'fuse.davfs2'],
    ['the public folder of the home', facts('/home/ana/Public/x'), 'shared', ''],
    ['macOS’ shared folder', facts('/Users/Shared/x', { platform: 'darwin' }), 'shared', ''],
    ['Windows’ public folder', windows('C:\\Users\\Public\\Documents'), 'shared', ''],
    [
      'a temporary folder',
      at('/tmp/x', { '/tmp': { mode: 0o1777 }, '/tmp/x': { mode: 0o700, uid: 1000 } }),
      'temporary',
      '',
    ],
    ['writable by everybody', at(own, { [own]: { mode: 0o777 } }), 'others-can-write', ''],
    ['sticky and writable by everybody', at('/srv/drop', { '/srv/drop': { mode: 0o1777 } }), 'others-can-write', ''],
    ['under one that everybody can write', at(own, { '/home/ana': { mode: 0o757 } }), 'others-can-write', ''],
    ['writable by a group of several', at(own, { [own]: { mode: 0o770, gid: 100 } }), 'others-can-write', ''],
    [
      'writable by the group of all users',
      facts(own, { gid: 100, levels: levelsOf(own, { [own]: { mode: 0o770, gid: 100 } }) }),
      'others-can-write',
      '',
    ],
    ['of another user', at('/srv/x', { '/srv/x': { mode: 0o700, uid: 1001 } }), 'others-can-write', ''],
    ['listed by others, outside the home', at('/srv/x', { '/srv/x': { uid: 1000 } }), 'others-can-read', ''],
  ])('%s', (_name, folder, reason, by) => {
    expect(judgeFolder(folder)).toEqual({ reason, by });
  });
});

test('the file system is the one of the deepest mount point, and the last of several', () => {
  const mountinfo = [
    '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
    '30 22 0:30 / /home/ana/remote\\040files rw - nfs4 server:/x rw',
    '31 22 0:31 / /home/ana/re rw - tmpfs tmpfs rw',
    '32 22 0:32 / /home/ana/re rw,nosuid master:2 - fuse.sshfs ana@server: rw',
    'a line that is none',
  ].join('\n');
  expect(mountTypeOf(mountinfo, '/home/ana/remote files/in')).toBe('nfs4');
  expect(mountTypeOf(mountinfo, '/home/ana/re')).toBe('fuse.sshfs');
  expect(mountTypeOf(mountinfo, '/home/ana/remote')).toBe('ext4');
  expect(mountTypeOf('', '/home/ana')).toBeNull();
});
