import { MAX_TOKEN_LENGTH } from '../contract/limits.ts';
import type { MalformedProblem, TokenPart, TokenProblem, TokenReading } from '../contract/token-reading.ts';
import { member, toText, wellFormed, type JsonObject } from './claim-json.ts';
import { unwrapToken } from './claim-paste.ts';
import { headerClaims, payloadClaims } from './claim-rows.ts';
import { jtiTexts, maskSecrets } from './claim-secrets.ts';
import { decodeBase64url, holdsObject, readObject } from './claim-segments.ts';
import { readTimes } from './claim-times.ts';

/**
 * Reads a token without verifying it (R13, R14, R22, S12; RFC 7519): pure, for any text, and never throws.
 * The reading holds neither the token nor its signature, and `jti` is masked in all of it.
 */
export function readToken(token: string): TokenReading {
  return readTokenBeside(token, []);
}

/** {@link readToken} with `alsoSecret` masked in all of it too: what {@link secretsOf} says of other tokens. */
export function readTokenBeside(token: string, alsoSecret: readonly string[]): TokenReading {
  if (token.length > MAX_TOKEN_LENGTH) return { ...malformed('too-large'), stripped: [] };
  const { text, stripped } = unwrapToken(token);
  return { ...readText(text, alsoSecret), stripped: [...stripped] };
}

/** Whether {@link readToken} reads it as a JWT, without reading what it claims. */
export function isJwt(token: string): boolean {
  return payloadSegmentOf(token) !== null;
}

/** The payload, as it stands in the token, of what {@link readToken} reads as a JWT; null of all else. */
export function payloadSegmentOf(token: string): string | null {
  if (token.length > MAX_TOKEN_LENGTH) return null;
  const segments = unwrapToken(token).text.split('.', 4);
  const [first = '', payload = '', signature = ''] = segments;
  if (segments.length !== 3) return null;
  const header = readObject(first);
  if (typeof header !== 'object' || !holdsObject(payload) || decodeBase64url(signature) === null) return null;
  const algorithm = member(header.object, 'alg');
  // What is masked becomes a text, whatever it was.
  const isNamed = algorithm?.type === 'text' ? algorithm.value !== '' : algorithm && readToken(token).form === 'jwt';
  return isNamed === true ? payload : null;
}

/** What of a token is a bearer by itself and may stand in another's claim: the token whole, whatever its form, and a JWT's `jti`. */
export function secretsOf(token: string): readonly string[] {
  if (token === '') return [];
  const segments = token.split('.', 4);
  if (segments.length !== 3) return [token];
  const jtis = segments.slice(0, 2).flatMap((segment) => {
    const read = readObject(segment);
    return typeof read === 'string' ? [] : jtiTexts(read.object);
  });
  return [token, ...jtis];
}

type Unstripped<Reading> = Reading extends unknown ? Omit<Reading, 'stripped'> : never;
type TextReading = Unstripped<TokenReading>;

function readText(text: string, alsoSecret: readonly string[]): TextReading {
  if (text === '') return malformed('empty');
  const segments = text.split('.', 6);
  const [header = '', payload = '', signature = ''] = segments;
  if (segments.length === 3) return readJwt([header, payload, signature], alsoSecret);
  if (text.startsWith('eyJ')) return malformed(segments.length === 5 ? 'encrypted' : 'segment-count');
  // The characters of a bearer token (RFC 6750, section 2.1).
  if (!/^[\w.~+/-]+=*$/.test(text)) return malformed('not-a-token');
  const shape = /^[0-9a-f]{64}$/i.test(text) ? 'hex64' : 'other';
  return { form: 'opaque', length: text.length, shape };
}

function malformed(
  problem: MalformedProblem,
  part: TokenPart | null = null,
): Extract<TextReading, { form: 'malformed' }> {
  return { form: 'malformed', problem, part };
}

function readJwt(
  [headerSegment, payloadSegment, signatureSegment]: readonly [header: string, payload: string, signature: string],
  alsoSecret: readonly string[],
): TextReading {
  const readHeader = readObject(headerSegment);
  if (typeof readHeader === 'string') return malformed(readHeader, 'header');
  const readPayload = readObject(payloadSegment);
  if (typeof readPayload === 'string') return malformed(readPayload, 'payload');
  const signature = decodeBase64url(signatureSegment);
  if (signature === null) return malformed('bad-base64url', 'signature');

  const { header, payload, secrets } = maskSecrets(readHeader.object, readPayload.object, alsoSecret);
  const algorithm = textMember(header, 'alg');
  if (algorithm === null || algorithm === '') return malformed('header-without-alg', 'header');
  const present = signature.bytes.length > 0;
  const { problems: timeProblems, ...times } = readTimes(payload);

  const problems: TokenProblem[] = [];
  if (readHeader.repeats || readPayload.repeats) problems.push('duplicate-claim');
  if (![readHeader, readPayload, signature].every(({ canonical }) => canonical)) {
    problems.push('base64url-not-canonical');
  }
  if (!present || algorithm.toLowerCase() === 'none') problems.push('unsigned');

  return {
    form: 'jwt',
    header: headerClaims(header),
    payload: payloadClaims(payload),
    signature: { algorithm, keyId: textMember(header, 'kid'), present, verified: false },
    ...times,
    problems: [...new Set([...problems, ...timeProblems])],
    secrets: secrets.map(wellFormed),
    headerJson: toText(header),
    payloadJson: toText(payload),
  };
}

function textMember(object: JsonObject, name: string): string | null {
  const node = member(object, name);
  return node?.type === 'text' ? wellFormed(node.value) : null;
}
