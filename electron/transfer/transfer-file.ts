import {
  createCipheriv,
  createDecipheriv,
  createHash,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { z } from 'zod';
import { fail } from '../contract/failure.ts';
import { deriveKey, Derivation, isAffordable, type PassphraseKey } from './passphrase-key.ts';

/**
 * A transfer file, `.taxpass`:
 *
 *     header   one line of JSON ending in a newline: what anybody may read, and how to make the key
 *     nonce    12 bytes, random
 *     body     AES-256-GCM, the header line being the associated data
 *     tag      16 bytes
 *     digest   32 bytes, SHA-256 of all the above: tells a damaged file from a wrong passphrase, and protects nothing
 */
const FORMAT = 'taxpass-transfer';
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const DIGEST_BYTES = 32;
const NEWLINE = 0x0a;

/** The longest header line, bytes. */
export const MAX_HEADER_BYTES = 2048;
/** The largest file that is written or read, bytes. */
export const MAX_TRANSFER_BYTES = 50 * 1024 * 1024;

/** `move`: the accounts go to another computer; `backup`: a copy for the day this one is lost. */
export const Purpose = z.enum(['move', 'backup']);

const Header = z.strictObject({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  purpose: Purpose,
  /** Epoch ms. */
  createdAt: z.number(),
  /** The version of the program that wrote it. */
  program: z.string().max(50),
  derivation: Derivation,
  check: z.base64(),
});
export type TransferHeader = z.infer<typeof Header>;

/** What every version of the format says of itself. */
const AnyHeader = z.looseObject({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  program: z.string().max(50).catch(''),
});

/** What is said of a file besides how its key is made. */
export type TransferFacts = Pick<TransferHeader, 'purpose' | 'createdAt' | 'program'>;

/** Seals `body` into the bytes of a file; fails with `transfer-too-large`. */
export function sealTransfer(passphraseKey: PassphraseKey, facts: TransferFacts, body: Uint8Array): Uint8Array {
  const { derivation, check, key } = passphraseKey;
  const header: TransferHeader = { format: FORMAT, version: VERSION, ...facts, derivation, check };
  const line = Buffer.from(`${JSON.stringify(header)}\n`, 'utf8');
  const whole = line.length + NONCE_BYTES + body.length + TAG_BYTES + DIGEST_BYTES;
  if (whole > MAX_TRANSFER_BYTES) fail({ code: 'transfer-too-large', limitBytes: MAX_TRANSFER_BYTES });
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(line);
  const sealed = Buffer.concat([line, nonce, cipher.update(body), cipher.final(), cipher.getAuthTag()]);
  return Buffer.concat([sealed, digestOf(sealed)]);
}

/**
 * The header of a file whose first bytes these are.
 *
 * Fails with `transfer-not-ours`; `transfer-newer` where a newer program wrote it; `transfer-damaged`; and
 * `transfer-too-costly` where its key would take more work than any file of ours asks for.
 */
export function readHeader(start: Uint8Array): { readonly header: TransferHeader; readonly bytes: number } {
  const length = start.subarray(0, MAX_HEADER_BYTES).indexOf(NEWLINE) + 1;
  if (length === 0) return fail({ code: 'transfer-not-ours' });
  const json = readJson(Buffer.from(start.subarray(0, length)).toString('utf8'));
  const any = AnyHeader.safeParse(json);
  if (!any.success) return fail({ code: 'transfer-not-ours' });
  if (any.data.version > VERSION) return fail({ code: 'transfer-newer', program: any.data.program });
  const header = Header.safeParse(json);
  if (!header.success) return fail({ code: 'transfer-damaged' });
  if (!isAffordable(header.data.derivation)) return fail({ code: 'transfer-too-costly' });
  return { header: header.data, bytes: length };
}

/** The header of a whole file; fails as {@link readHeader}, and with `transfer-damaged` where the file was cut or changed. */
export function inspectTransfer(file: Uint8Array): TransferHeader {
  const { header, bytes } = readHeader(file);
  const end = file.length - DIGEST_BYTES;
  if (end < bytes + NONCE_BYTES + TAG_BYTES) return fail({ code: 'transfer-damaged' });
  if (!digestOf(file.subarray(0, end)).equals(file.subarray(end))) return fail({ code: 'transfer-damaged' });
  return header;
}

/**
 * What is in a whole file. Fails as {@link inspectTransfer}, and with `transfer-passphrase-wrong`. Whoever changes a
 * file on purpose can only bring about one of these failures.
 */
export async function openTransfer(file: Uint8Array, passphrase: string): Promise<Uint8Array> {
  const { derivation, check } = inspectTransfer(file);
  const { bytes: lineBytes } = readHeader(file);
  const made = await deriveKey(passphrase, derivation);
  if (!isSame(made.check, check)) return fail({ code: 'transfer-passphrase-wrong' });
  try {
    return openBody(file, lineBytes, made.key);
  } catch (error) {
    return fail({ code: 'transfer-damaged' }, error);
  }
}

/** The header of a whole file that this very key sealed, so that nobody else can have written it; null for any other. */
export function headerSealedBy(key: KeyObject, file: Uint8Array): TransferHeader | null {
  try {
    const header = inspectTransfer(file);
    openBody(file, readHeader(file).bytes, key).fill(0);
    return header;
  } catch {
    return null;
  }
}

/** The body of a whole file; throws where the key is another, or anything was changed. */
function openBody(file: Uint8Array, lineBytes: number, key: KeyObject): Buffer {
  const [bodyAt, tagAt] = [lineBytes + NONCE_BYTES, file.length - DIGEST_BYTES - TAG_BYTES];
  const nonce = file.subarray(lineBytes, bodyAt);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(file.subarray(0, lineBytes));
  decipher.setAuthTag(file.subarray(tagAt, tagAt + TAG_BYTES));
  return Buffer.concat([decipher.update(file.subarray(bodyAt, tagAt)), decipher.final()]);
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one, 'base64'), Buffer.from(other, 'base64')];
  return a.length === b.length && timingSafeEqual(a, b);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
