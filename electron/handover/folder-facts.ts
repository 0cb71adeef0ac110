import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mountTypeOf, type FolderFacts, type FolderLevel } from './judge-folder.ts';

/** The computer a token file is written on, passed in so that tests have their own. */
export type HandOverPlace = Pick<FolderFacts, 'platform' | 'home' | 'env' | 'temporaryFolders' | 'ownFolder'>;

/**
 * Looks at a folder and those above it.
 * @param folder absolute, links resolved
 * @throws Node's error where the folder itself is not there or cannot be looked at
 */
export async function readFolderFacts(folder: string, place: HandOverPlace): Promise<FolderFacts> {
  const first = await levelOf(folder);
  const above: FolderLevel[] = [];
  for (let path = folder; dirname(path) !== path; path = dirname(path)) above.push(await levelOf(dirname(path)));
  return {
    ...place,
    levels: [first, ...above],
    syncedFolders: [...(await dropboxFolders(place)), ...(await nextcloudFolders(place))],
    mountType: place.platform === 'linux' ? mountTypeOf(await textOf('/proc/self/mountinfo'), folder) : null,
    uid: process.getuid?.() ?? 0,
    gid: process.getgid?.() ?? 0,
  };
}

async function levelOf(path: string): Promise<FolderLevel> {
  const { mode, uid, gid } = await stat(path);
  // A folder may be passed through without being listed.
  const names = await readdir(path).catch(() => []);
  return { path, names, mode: mode & 0o7777, uid, gid };
}

/** Dropbox writes where its folders are: one for each of its accounts. */
async function dropboxFolders({ home, env }: HandOverPlace): Promise<FolderFacts['syncedFolders']> {
  const settings = [join(home, '.dropbox'), env['APPDATA'], env['LOCALAPPDATA']].flatMap((folder, index) =>
    folder === undefined ? [] : [join(folder, ...(index === 0 ? [] : ['Dropbox']), 'info.json')],
  );
  const texts = await Promise.all(settings.map(textOf));
  return texts.flatMap((text) =>
    [...text.matchAll(/"path"\s*:\s*("(?:[^"\\]|\\.)*")/g)].flatMap(([, quoted = '']) => {
      const path = fromJson(quoted);
      return path === null ? [] : [{ path, by: 'Dropbox' }];
    }),
  );
}

function fromJson(quoted: string): string | null {
  try {
    const value: unknown = JSON.parse(quoted);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}

/** The desktop clients of Nextcloud and ownCloud keep `…\localPath=` lines in an INI file. */
async function nextcloudFolders({ home, env }: HandOverPlace): Promise<FolderFacts['syncedFolders']> {
  const folders = [
    env['XDG_CONFIG_HOME'] ?? join(home, '.config'),
    join(home, 'Library', 'Preferences'),
    env['APPDATA'],
  ];
  const settings = folders.flatMap((folder) =>
    folder === undefined
      ? []
      : [
          { file: join(folder, 'Nextcloud', 'nextcloud.cfg'), by: 'Nextcloud' },
          { file: join(folder, 'ownCloud', 'owncloud.cfg'), by: 'ownCloud' },
        ],
  );
  const found = await Promise.all(
    settings.map(async ({ file, by }) =>
      [...(await textOf(file)).matchAll(/localPath=(.+)/g)].map(([, path = '']) => ({ path: path.trim(), by })),
    ),
  );
  return found.flat();
}

/** What a small settings file says; empty where there is none. */
async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
