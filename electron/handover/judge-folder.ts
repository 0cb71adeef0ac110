import { posix, win32 } from 'node:path';

/** A folder and what the file system says of it. */
export type FolderLevel = {
  readonly path: string;
  /** What lies in it; empty where it cannot be listed. */
  readonly names: readonly string[];
  /** Permission bits, sticky bit included. */
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
};

/** All that is known of a folder before a token is written into it. */
export type FolderFacts = {
  readonly platform: NodeJS.Platform;
  /** The folder and every one above it, the folder first; links resolved. */
  readonly levels: readonly [FolderLevel, ...FolderLevel[]];
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where the system keeps what may go at any time. */
  readonly temporaryFolders: readonly string[];
  /** The program's own data. */
  readonly ownFolder: string;
  /** Folders that a sync program names in its own settings. */
  readonly syncedFolders: ReadonlyArray<{ readonly path: string; readonly by: string }>;
  /** The type of the file system it lies on, as Linux names it; null where that is not known. */
  readonly mountType: string | null;
  /** The user's own ids. */
  readonly uid: number;
  readonly gid: number;
};

export type FolderRefusal = {
  readonly reason:
    'own-folder' | 'temporary' | 'synced' | 'shared' | 'network' | 'others-can-read' | 'others-can-write';
  /** The program or kind of file system it was recognised by, where there is one. */
  readonly by: string;
};

/** Names of folders that sync programs make, as a whole name between two separators. */
const syncedNames: ReadonlyArray<readonly [RegExp, string]> = [
  [/^OneDrive(?: ?- ?.+)?$/i, 'OneDrive'],
  [/^SkyDrive$/i, 'OneDrive'],
  [/^Dropbox(?: \(.+\))?$/i, 'Dropbox'],
  [/^(?:Google ?Drive(?: .*)?|DriveFS)$/i, 'Google Drive'],
  [/^(?:iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)$/i, 'iCloud Drive'],
  [/^CloudStorage$/i, 'CloudStorage'],
  [/^Nextcloud\d*$/i, 'Nextcloud'],
  [/^ownCloud\d*$/i, 'ownCloud'],
  [/^(?:pCloud ?Drive|pCloudDrive)$/i, 'pCloud'],
  [/^Box(?: Sync)?$/, 'Box'],
  [/^MEGA(?:sync)?$/, 'MEGA'],
  [/^Proton ?Drive(?: - .+)?$/i, 'Proton Drive'],
  [/^SynologyDrive$/i, 'Synology Drive'],
  [/^Yandex\.Disk$/i, 'Yandex Disk'],
  [/^Syncthing$/i, 'Syncthing'],
];

/** Names that sync programs leave in the top folder of what they sync. */
const syncMarkers: ReadonlyArray<readonly [RegExp, string]> = [
  [/^\.stfolder$/, 'Syncthing'],
  [/^\.dropbox\.cache$/, 'Dropbox'],
  [/^\.tmp\.drive(?:download|upload)$/, 'Google Drive'],
  [/^\._?sync_[0-9a-f]+\.db$/, 'Nextcloud'],
  [/^\.nextcloudsync\.log$/, 'Nextcloud'],
  [/^\.owncloudsync\.log(?:\.\d)?$/, 'ownCloud'],
  [/^\._?oc_[0-9a-f]+\.db$/, 'ownCloud'],
];

/** File systems whose files lie on another computer, or are seen by one. */
const networkTypes: ReadonlySet<string> = new Set([
  ...['nfs', 'nfs4', 'cifs', 'smb3', 'smbfs', 'ncpfs', 'afs', '9p', 'ceph', 'glusterfs', 'davfs', 'davfs2', 'coda'],
  ...['vboxsf', 'vmhgfs', 'prl_fs', 'virtiofs', 'drvfs', 'sshfs', 'rclone'],
]);
const networkFuse =
  /^fuse\.(?:sshfs|davfs2?|rclone|gvfsd-fuse|glusterfs|s3fs|google-drive-ocamlfuse|onedriver|vmhgfs-fuse|curlftpfs|kio-fuse|smbnetfs|portal)$/;

/** Folders that are there to be seen by others, in the user's home. */
const publicNames = ['Public', 'public_html'];

/**
 * Why a token may not be written into a folder, or null where nothing speaks against it. Recognises synced, shared and
 * network folders by their programs' settings, names and marks, and folders that other users can change or, outside
 * the user's home, list. Inside the home a folder that others can list is taken: the file itself is its owner's only.
 */
export function judgeFolder(facts: FolderFacts): FolderRefusal | null {
  const { platform, levels, env, home, mountType } = facts;
  const folder = levels[0].path;
  const within = (parent: string | undefined): boolean => isWithin(platform, folder, parent);

  if (within(facts.ownFolder)) return { reason: 'own-folder', by: '' };
  if (platform === 'win32' && folder.startsWith('\\\\')) return { reason: 'network', by: 'UNC' };
  const synced = syncedBy(facts);
  if (synced !== null) return { reason: 'synced', by: synced };
  if (mountType !== null && (networkTypes.has(mountType) || networkFuse.test(mountType))) {
    return { reason: 'network', by: mountType };
  }
  const path = pathOf(platform);
  const shared = ['/Users/Shared', env['PUBLIC'], ...publicNames.map((name) => path.join(home, name))];
  if (shared.some(within)) return { reason: 'shared', by: '' };
  if (!within(home) && facts.temporaryFolders.some(within)) return { reason: 'temporary', by: '' };
  // Windows has lists of rights instead; there the file's own keeps others out.
  return platform === 'win32' ? null : refusalByRights(facts, within(home));
}

function syncedBy({ platform, levels, env, syncedFolders }: FolderFacts): string | null {
  const folder = levels[0].path;
  for (const name of ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial']) {
    if (isWithin(platform, folder, env[name])) return 'OneDrive';
  }
  const named = syncedFolders.find(({ path }) => isWithin(platform, folder, path));
  if (named) return named.by;
  for (const level of levels) {
    const marker = firstMatch(syncMarkers, level.names);
    if (marker !== null) return marker;
  }
  return firstMatch(syncedNames, folder.split(platform === 'win32' ? /[\\/]/ : '/'));
}

function firstMatch(rows: ReadonlyArray<readonly [RegExp, string]>, names: readonly string[]): string | null {
  return rows.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? null;
}

function refusalByRights({ levels, uid, gid, platform }: FolderFacts, isInHome: boolean): FolderRefusal | null {
  // Where each user has a group of his own (its number is then usually his), a folder it can write is his alone.
  const hasOwnGroup = platform === 'linux' && uid === gid;
  for (const [index, level] of levels.entries()) {
    const isSticky = index > 0 && (level.mode & 0o1000) !== 0;
    const byOwner = level.uid !== uid && level.uid !== 0;
    const byGroup = (level.mode & 0o020) !== 0 && level.gid !== 0 && !(hasOwnGroup && level.gid === gid);
    const byOthers = (level.mode & 0o002) !== 0;
    if (byOwner || ((byGroup || byOthers) && !isSticky)) return { reason: 'others-can-write', by: '' };
  }
  const isReachable = levels.every(({ mode }) => (mode & 0o001) !== 0);
  const isListed = (levels[0].mode & 0o004) !== 0;
  return !isInHome && isReachable && isListed ? { reason: 'others-can-read', by: '' } : null;
}

/** Whether `folder` is `parent` or lies in it; false without a parent. */
function isWithin(platform: NodeJS.Platform, folder: string, parent: string | undefined): boolean {
  if (parent === undefined || parent === '') return false;
  const path = pathOf(platform);
  // Both systems' usual file systems take capitals and small letters for the same.
  const fold = (text: string): string =>
    platform === 'win32' || platform === 'darwin' ? path.normalize(text).toLowerCase() : path.normalize(text);
  const relative = path.relative(fold(parent), fold(folder));
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}

function pathOf(platform: NodeJS.Platform): typeof posix {
  return platform === 'win32' ? win32 : posix;
}

/**
 * The type of the file system that a path lies on, by Linux' `/proc/self/mountinfo` (proc(5)): the deepest mount point
 * above it, the last one where several lie at the same place. Null if no line fits.
 */
export function mountTypeOf(mountinfo: string, path: string): string | null {
  let found: { readonly point: string; readonly type: string } | null = null;
  for (const line of mountinfo.split('\n')) {
    const [before = '', after = ''] = line.split(' - ');
    const point = before
      .split(' ')[4]
      ?.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));
    const type = after.split(' ')[0];
    if (point === undefined || type === undefined || !isWithin('linux', path, point)) continue;
    if (found === null || point.length >= found.point.length) found = { point, type };
  }
  return found?.type ?? null;
}
