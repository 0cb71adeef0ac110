import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * The first bytes of a regular file, `limitBytes` at most.
 *
 * @throws Node's error; `EINVAL` where it is a pipe, a device or a folder, which have no end to wait for
 */
export async function readStart(path: string, limitBytes: number): Promise<Uint8Array> {
  // Windows has no such flag, and no pipes with a path like a file's; there it counts as 0.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw Object.assign(new Error('EINVAL: no regular file'), { code: 'EINVAL' });
    const bytes = Buffer.alloc(Math.min(stat.size, limitBytes));
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}
