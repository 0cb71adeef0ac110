import { lstat } from 'node:fs/promises';
import { errnoOf } from '../vault/errors.ts';

/**
 * What tells the file under a name from another, or from itself after it was changed; null where there is none. What
 * cannot be seen is like nothing else, not even like itself.
 */
export async function whatStandsAt(path: string): Promise<string | null> {
  try {
    const { dev, ino, size, mtimeNs } = await lstat(path, { bigint: true });
    return [dev, ino, size, mtimeNs].join(' ');
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? null : `unseen ${String(performance.now())}`;
  }
}
