/** Every way the vault can refuse or fail. The union is closed. */
export type VaultErrorCode =
  /** The disk or the user's quota is full (ENOSPC, EDQUOT). */
  | 'disk-full'
  /** The file or folder may not be read or written (EACCES, EPERM, EROFS). */
  | 'no-permission'
  /** Any other failure of the file system, an fsync that failed among them. */
  | 'disk-error'
  /** The new value is in place, but the folder's fsync failed: after a power cut the old one may be back. */
  | 'not-durable'
  /** The sealed bytes do not open with this key under this name: damaged, moved, or sealed with another key. */
  | 'damaged'
  /** The sealed bytes were written by a newer program. */
  | 'newer-version'
  /** A kind or id that cannot be a file name, or a kind the vault was not opened with. */
  | 'invalid-name'
  /** The value does not fit its kind's schema, or does not survive JSON. */
  | 'invalid-value'
  /** The record on disk could not be read, so it is not overwritten. */
  | 'record-unreadable'
  /** Thrown by a {@link Keychain} (keychain.ts) whose store is there but locked. */
  | 'keychain-locked'
  /** The passphrase opens no wrapping of the data key, or that wrapping is damaged: the cipher cannot tell. */
  | 'wrong-passphrase'
  /** The vault has been closed: its key and its records are no longer in memory. */
  | 'closed';

/** The codes that say what the file system did; also the reasons for which a vault may be unavailable. */
export type DiskErrorCode = (typeof diskErrorCodes)[number];

const diskErrorCodes = ['disk-full', 'no-permission', 'disk-error', 'not-durable'] as const satisfies VaultErrorCode[];

/** True for the codes of {@link DiskErrorCode}. */
export function isDiskErrorCode(code: VaultErrorCode): code is DiskErrorCode {
  return diskErrorCodes.some((known) => known === code);
}

/** An error of the vault. Its message is the code and a file name or field path, never a value. */
export class VaultError extends Error {
  readonly code: VaultErrorCode;
  constructor(code: VaultErrorCode, detail: string, cause?: unknown) {
    super(`${code}: ${detail}`, { cause });
    this.name = 'VaultError';
    this.code = code;
  }
}

/** The `code` of a Node error (`ENOSPC`…), or undefined. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** What an error of Node's file system means. */
export function diskErrorCodeOf(error: unknown): DiskErrorCode {
  switch (errnoOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'no-permission';
    default:
      return 'disk-error';
  }
}
