import type { Failure } from '../contract/failure.ts';
import { isArrival } from './callback.ts';

/** Where a sign-in window may go. */
export type WindowRules = {
  /** The https origins that are the authority's. */
  readonly origins: readonly string[];
  readonly arrivalUri: string;
  /** Schemes of other programs that a page may start after a click, with their colon: `bankid:`. */
  readonly externalSchemes: readonly string[];
};

/** What is to become of a page on its way. */
export type Verdict =
  | { readonly kind: 'go' }
  | { readonly kind: 'arrived'; readonly callback: URL }
  | { readonly kind: 'external'; readonly address: URL }
  | { readonly kind: 'refuse'; readonly failure: Failure };

/** Schemes of what a page makes by itself, without a network. */
const ownSchemes: ReadonlySet<string> = new Set(['about:', 'blob:', 'data:']);

/** The longest address given to another program, characters. */
const LONGEST_EXTERNAL = 2048;

/**
 * Judges where the whole page wants to go: home with a callback, to an origin of the authority, to another program, or
 * nowhere.
 */
export function judgePage(address: string, rules: WindowRules): Verdict {
  const { origins, arrivalUri } = rules;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url !== null && isArrival(url, arrivalUri)) return { kind: 'arrived', callback: url };
  if (address === 'about:blank') return { kind: 'go' };
  const external = externalAddress(address, rules);
  if (external !== null) return { kind: 'external', address: external };
  if (url?.protocol !== 'https:') {
    // Never the rest of the address, which can hold a code.
    const location = url === null ? '' : `${url.protocol}//${url.host}`;
    return { kind: 'refuse', failure: { code: 'signin-insecure-redirect', location } };
  }
  if (origins.includes(url.origin)) return { kind: 'go' };
  return { kind: 'refuse', failure: { code: 'signin-origin-refused', origin: url.origin } };
}

/** The address as one for another program, or null: of a listed scheme, and never of the web's, a file's or our own. */
export function externalAddress(address: string, { externalSchemes }: WindowRules): URL | null {
  if (address.length > LONGEST_EXTERNAL || !URL.canParse(address)) return null;
  const url = new URL(address);
  const isNever = /^(https?|wss?|ftp|file|javascript|taxpass.*):$/.test(url.protocol) || ownSchemes.has(url.protocol);
  return !isNever && externalSchemes.includes(url.protocol) ? url : null;
}

/**
 * Whether a part of a page (a frame, an image, a script's call) may be fetched: from the authority's origins only. The
 * arrival URI is for the whole page alone; a part that asks for it gets nothing, and nothing is sent.
 */
export function mayFetchPart(address: string, { origins, arrivalUri }: WindowRules): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || isArrival(url, arrivalUri)) return false;
  if (ownSchemes.has(url.protocol)) return true;
  return (url.protocol === 'https:' || url.protocol === 'wss:') && origins.includes(`https://${url.host}`);
}
