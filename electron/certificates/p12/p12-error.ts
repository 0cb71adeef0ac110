/**
 * Every code a `P12Error` can carry. `timed-out` comes only from the thread wrapper: the deadline passed. `failed`: the
 * thread could not start or died, or the computer had no memory or no open file left; it says nothing of the file.
 */
export const p12ErrorCodes = [
  'not-p12',
  'truncated',
  'damaged',
  'too-large',
  'unsupported-encryption',
  'wrong-password',
  'no-key',
  'unsupported-key',
  'no-certificate',
  'no-matching-pair',
  'several-identities',
  'identity-not-found',
  'too-expensive',
  'aborted',
  'timed-out',
  'failed',
] as const;
export type P12ErrorCode = (typeof p12ErrorCodes)[number];

/**
 * Every warning an opened file can carry. None keeps the pair from being used.
 * - `no-mac`: nothing proves that the file was not changed.
 * - `legacy-encryption`: RC2, RC4 or 3DES with the old PKCS#12 derivation.
 * - `ber-encoding`: not DER; Electron's own TLS would refuse the file.
 * - `chain-incomplete`: no way up to a self-signed certificate inside the file.
 * - `unrelated-certificates`: some of `chainPem` (after `issuerCount`) are not above the leaf.
 * - `expensive`: more work than allowed without `allowExpensive`.
 * - `trailing-data`: bytes follow the container.
 * - `password-encoding`: the password fitted only in an encoding the standards do not name.
 * - `unencrypted-key`: the private key lies in the file without encryption.
 * - `unreadable-part`: some key, certificate or content was skipped.
 * - `expired`, `not-yet-valid`: the leaf, by this computer's clock.
 */
export const p12Warnings = [
  'no-mac',
  'legacy-encryption',
  'ber-encoding',
  'chain-incomplete',
  'unrelated-certificates',
  'expensive',
  'trailing-data',
  'password-encoding',
  'unencrypted-key',
  'unreadable-part',
  'expired',
  'not-yet-valid',
] as const;
export type P12Warning = (typeof p12Warnings)[number];

/** What may be shown of one identity in a file that holds several, so that a person can choose. */
export interface P12Identity {
  /** SHA-256 of the certificate, 64 lower-case hex digits. */
  readonly fingerprint: string;
  /** The common name, else the organisation, else the serial number. */
  readonly subject: string;
  /** Milliseconds since the epoch. */
  readonly notAfter: number;
}

const messages: Record<P12ErrorCode, string> = {
  'not-p12': 'The file is not a PKCS#12 file',
  truncated: 'The file ends too early',
  damaged: 'The file is damaged',
  'too-large': 'The file is larger than a PKCS#12 file can sensibly be',
  'unsupported-encryption': 'The file uses an encryption that is not supported',
  'wrong-password': 'The password does not open the file',
  'no-key': 'The file holds no private key',
  'unsupported-key': 'The file holds only private keys of a kind that is not supported',
  'no-certificate': 'The file holds no certificate',
  'no-matching-pair': 'No certificate in the file belongs to a private key in it',
  'several-identities': 'The file holds several certificates with a private key',
  'identity-not-found': 'The chosen certificate is not among those with a private key',
  'too-expensive': 'Opening the file would take unreasonably much work',
  aborted: 'Opening the file was cancelled',
  'timed-out': 'Opening the file took too long',
  failed: 'Opening the file failed unexpectedly',
};

/** Details of a `P12Error`, all of them public facts. */
export interface P12ErrorDetails {
  readonly identities?: readonly P12Identity[];
  readonly algorithm?: string;
}

/** Why a PKCS#12 file could not be opened. Neither the message nor the fields hold anything secret. */
export class P12Error extends Error {
  override readonly name = 'P12Error';
  readonly code: P12ErrorCode;
  /** With `several-identities` and `identity-not-found`: what there is to choose from. */
  readonly identities: readonly P12Identity[];
  /** With `unsupported-encryption`: the object identifier nothing here implements. */
  readonly algorithm: string | undefined;

  constructor(code: P12ErrorCode, details: P12ErrorDetails = {}) {
    super(messages[code]);
    this.code = code;
    this.identities = details.identities ?? [];
    this.algorithm = details.algorithm;
  }
}

/** What the system says when something of its own has run out. */
const wants: ReadonlySet<unknown> = new Set(['EAGAIN', 'EMFILE', 'ENFILE', 'ENOMEM']);

/** Whether an error is not the file's: memory, threads or open files have run out, or a module could not be loaded. */
export function isForWant(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code: unknown = 'code' in error ? error.code : undefined;
  if (wants.has(code) || code === 'ERR_MODULE_NOT_FOUND' || /MALLOC_FAILURE|OUT_OF_MEMORY/.test(String(code))) {
    return true;
  }
  return error instanceof RangeError && /allocation failed/i.test(error.message);
}
