import type { MalformedProblem } from '../contract/token-reading.ts';
import { isJsonObject, readJson, type JsonObject } from './claim-json.ts';

/** A segment's JSON object. `repeats`: some object in it has two members of one name. */
export type ReadObject = { readonly object: JsonObject; readonly repeats: boolean; readonly canonical: boolean };

/** Reads a segment of a compact JWT that holds a JSON object (RFC 7515, section 7.1). */
export function readObject(segment: string): ReadObject | MalformedProblem {
  const decoded = decodeText(segment);
  if (typeof decoded === 'string') return decoded;
  const json = readJson(decoded.text);
  if (typeof json === 'string') return json;
  if (json.root.type !== 'object') return 'not-object';
  return { object: json.root, repeats: json.repeats, canonical: decoded.canonical };
}

/** Whether {@link readObject} reads the segment. */
export function holdsObject(segment: string): boolean {
  const decoded = decodeText(segment);
  return typeof decoded !== 'string' && isJsonObject(decoded.text);
}

function decodeText(segment: string): { readonly text: string; readonly canonical: boolean } | MalformedProblem {
  const decoded = decodeBase64url(segment);
  if (decoded === null) return 'bad-base64url';
  const text = decodeUtf8(decoded.bytes);
  return text === null ? 'bad-utf8' : { text, canonical: decoded.canonical };
}

/** Base64url without padding (RFC 7515, section 2); null if the text is none, where Buffer would skip what it does not know. */
export function decodeBase64url(
  segment: string,
): { readonly bytes: Uint8Array<ArrayBuffer>; readonly canonical: boolean } | null {
  if (!/^[\w-]*$/.test(segment) || segment.length % 4 === 1) return null;
  const bytes = Buffer.from(segment, 'base64url');
  return { bytes, canonical: bytes.toString('base64url') === segment };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}
