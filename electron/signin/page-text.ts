import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, inflateRaw } from 'node:zlib';
import { fail } from '../contract/failure.ts';
import { header, type HttpsAnswer } from '../network/https-client.ts';

/** The most of a page that is read, bytes: no authority's page is as long, unpacked. */
const MAX_PAGE_BYTES = 2 * 1024 * 1024;
/** A page names its own charset within its first bytes (HTML standard, "prescan a byte stream"). */
const PRESCAN_BYTES = 1024;
/** More codings than one on top of the other nobody needs. */
const MAX_CODINGS = 2;

/**
 * An authority's page as text. It is unpacked (gzip, deflate, br), whether or not that was asked for, and read in its
 * charset: that of a byte order mark, of Content-Type, of the page itself, else UTF-8, and where it is none, windows-1252.
 * What cannot be unpacked is read as far as it can.
 * @throws FailureError `answer-too-large` for a page that grows beyond all measure when unpacked
 */
export async function pageText(answer: HttpsAnswer, host: string): Promise<string> {
  const bytes = (await unpacked(answer, host)).subarray(0, MAX_PAGE_BYTES);
  return decoded(bytes, header(answer, 'content-type') ?? '');
}

async function unpacked(answer: HttpsAnswer, host: string): Promise<Uint8Array> {
  const codings = answer.headers
    .filter(([name]) => name === 'content-encoding')
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > MAX_CODINGS) return new Uint8Array();
  let bytes = answer.body;
  for (const coding of codings.reverse()) {
    bytes = await unpack(coding, bytes).catch((error: unknown) =>
      hasCode(error, 'ERR_BUFFER_TOO_LARGE')
        ? fail({ code: 'answer-too-large', host, limitBytes: MAX_PAGE_BYTES }, error)
        : new Uint8Array(),
    );
  }
  return bytes;
}

function unpack(coding: string, bytes: Uint8Array): Promise<Uint8Array> {
  // One that broke off is read as far as it came.
  const options = { maxOutputLength: MAX_PAGE_BYTES, finishFlush: constants.Z_SYNC_FLUSH };
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return promisify(gunzip)(bytes, options);
    case 'deflate':
      // Meant with zlib's header (RFC 9110, section 8.4.1.2); some send it without.
      return ((bytes[0] ?? 0) & 0x0f) === 8
        ? promisify(inflate)(bytes, options)
        : promisify(inflateRaw)(bytes, options);
    case 'br':
      return promisify(brotliDecompress)(bytes, {
        maxOutputLength: MAX_PAGE_BYTES,
        finishFlush: constants.BROTLI_OPERATION_FLUSH,
      });
    default:
      return Promise.resolve(new Uint8Array());
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function decoded(bytes: Uint8Array, contentType: string): string {
  const start = Buffer.from(bytes.subarray(0, PRESCAN_BYTES)).toString('latin1');
  const named = charsetIn(contentType) ?? (contentType.includes('html') ? charsetIn(start) : null);
  const labels = [byteOrderMark(bytes), named, 'utf-8'].filter((label) => label !== null);
  for (const label of labels) {
    const text = decodedAs(label, bytes, label === 'utf-8' && named === null);
    if (text !== null) return text;
  }
  return new TextDecoder('windows-1252').decode(bytes);
}

function charsetIn(text: string): string | null {
  return /charset\s{0,8}=\s{0,8}["']?([A-Za-z0-9_:.-]{1,40})/i.exec(text)?.[1] ?? null;
}

function byteOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : null;
}

/** Null where this runtime does not know the label, or, if `fatal`, the bytes are not of it. */
function decodedAs(label: string, bytes: Uint8Array, fatal: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}
