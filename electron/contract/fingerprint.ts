/**
 * The one form in which people are shown a certificate's fingerprint: upper-case pairs with colons, as OpenSSL and most
 * IT departments write it, so that two can be compared character for character.
 * @param hex hexadecimal digits, any case, colons or not; the beginning of a fingerprint too
 */
export function fingerprintText(hex: string): string {
  const bytes = hex.replaceAll(':', '').toUpperCase().match(/../g) ?? [];
  return bytes.join(':');
}
