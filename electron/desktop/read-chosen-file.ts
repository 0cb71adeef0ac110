import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

/** A file's bytes, or why there are none. */
export type ChosenFileRead =
  | { readonly bytes: Uint8Array }
  | { readonly refused: 'gone' | 'not-a-file' | 'no-permission' | 'too-large' | 'other'; readonly cause?: unknown };

type Refusal = Extract<ChosenFileRead, { refused: string }>['refused'];

/** What the system's errors say of a file; `ENXIO` is what opening a socket gives. */
const refusals: Readonly<Record<string, Refusal>> = {
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ENODEV: 'gone',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EISDIR: 'not-a-file',
  ENXIO: 'not-a-file',
};

/** Reads a regular file of at most `limitBytes`; a pipe, a device or a folder has nothing to give and is not waited for. */
export async function readChosenFile(path: string, limitBytes: number): Promise<ChosenFileRead> {
  let file: FileHandle | null = null;
  try {
    // Windows has no such flag, and no pipes with a path like a file's; there it counts as 0.
    file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = await file.stat();
    if (!stat.isFile()) return { refused: 'not-a-file' };
    if (stat.size > limitBytes) return { refused: 'too-large' };
    const bytes = new Uint8Array(stat.size);
    const { bytesRead } = await file.read(bytes, 0, stat.size, 0);
    return { bytes: bytes.subarray(0, bytesRead) };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    return { refused: refusals[code] ?? 'other', cause };
  } finally {
    await file?.close();
  }
}
