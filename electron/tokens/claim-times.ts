import type { TokenProblem } from '../contract/token-reading.ts';
import { member, type JsonNode, type JsonObject } from './claim-json.ts';

/** The years 2000 to 9999 in seconds; the same in milliseconds lies wholly above, so that the two cannot be confused. */
const EARLIEST_S = 946_684_800;
const LATEST_S = 253_402_300_799;

/** A NumericDate (RFC 7519, section 2) as epoch ms, rounded down; null if it is none or is not believed. */
export function readTime(node: JsonNode): {
  readonly epochMs: number | null;
  readonly problems: readonly TokenProblem[];
} {
  const asText = node.type === 'text' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(node.value);
  if (node.type !== 'number' && !asText) return { epochMs: null, problems: ['time-unreadable'] };
  const value = Number(node.type === 'number' ? node.digits : node.value);
  const problems: TokenProblem[] = asText ? ['time-as-text'] : [];
  if (value >= EARLIEST_S && value <= LATEST_S) return { epochMs: Math.floor(value * 1000), problems };
  if (value >= EARLIEST_S * 1000 && value <= LATEST_S * 1000) {
    return { epochMs: Math.floor(value), problems: [...problems, 'time-in-milliseconds'] };
  }
  return { epochMs: null, problems: [...problems, 'time-out-of-range'] };
}

/** When a payload says it was issued, begins and ends, epoch ms; what it does not say is null. */
export function readTimes(payload: JsonObject): {
  readonly issuedAt: number | null;
  readonly notBefore: number | null;
  readonly expiresAt: number | null;
  readonly problems: readonly TokenProblem[];
} {
  const problems: TokenProblem[] = [];
  const read = (name: string): number | null => {
    const node = member(payload, name);
    if (node === undefined) return null;
    const time = readTime(node);
    problems.push(...time.problems);
    return time.epochMs;
  };
  const issuedAt = read('iat');
  const notBefore = read('nbf');
  const expiresAt = read('exp');
  if (issuedAt !== null && expiresAt !== null && expiresAt <= issuedAt) problems.push('expires-before-issued');
  if (notBefore !== null && expiresAt !== null && expiresAt <= notBefore) problems.push('expires-before-valid');
  return { issuedAt, notBefore, expiresAt, problems };
}
