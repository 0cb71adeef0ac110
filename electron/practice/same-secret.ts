import { timingSafeEqual } from 'node:crypto';

/** Whether two secrets are the same, in a time that tells nothing but their length. */
export function sameSecret(given: string, kept: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}
