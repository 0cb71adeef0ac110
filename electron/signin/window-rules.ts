import type { Failure } from '../contract/failure.ts';
import { isArrival } from './callback.ts';

/** Where a sign-in window may go. */
export type WindowRules = {
  /** The https origins that are the authority's. */
  readonly origins: readonly string[];
  readonly arrivalUri: string;
};

/** What is to become of a page on its way. */
export type Verdict =
  | { readonly kind: 'go' }
  | { readonly kind: 'arrived'; readonly callback: URL }
  | { readonly kind: 'refuse'; readonly failure: Failure };

/** Schemes of what a page makes by itself, without a network. */
const ownSchemes: ReadonlySet<string> = new Set(['about:', 'blob:', 'data:']);

/** Judges where the whole page wants to go: home with a callback, to an origin of the authority, or nowhere. */
export function judgePage(address: string, { origins, arrivalUri }: WindowRules): Verdict {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url !== null && isArrival(url, arrivalUri)) return { kind: 'arrived', callback: url };
  if (address === 'about:blank') return { kind: 'go' };
  if (url?.protocol !== 'https:') {
    // Never the rest of the address, which can hold a code.
    const location = url === null ? '' : `${url.protocol}//${url.host}`;
    return { kind: 'refuse', failure: { code: 'signin-insecure-redirect', location } };
  }
  if (origins.includes(url.origin)) return { kind: 'go' };
  return { kind: 'refuse', failure: { code: 'signin-origin-refused', origin: url.origin } };
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
