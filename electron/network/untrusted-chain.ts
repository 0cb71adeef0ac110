import type { X509Certificate } from 'node:crypto';
import type { Failure } from '../contract/failure.ts';

/** Programs that open TLS traffic to look inside, by the names their certificates bear. */
const inspectors: ReadonlyArray<readonly [product: string, names: RegExp]> = [
  ['Zscaler', /zscaler/i],
  ['Fortinet', /forti(?:net|gate)/i],
  ['Netskope', /netskope/i],
  ['Palo Alto Networks', /palo ?alto|globalprotect/i],
  ['Cisco Umbrella', /cisco.*umbrella/i],
  ['Cloudflare Gateway', /gateway ca - cloudflare/i],
  ['Sophos', /sophos/i],
  ['Kaspersky', /kaspersky/i],
  ['ESET', /\beset\b/i],
  ['Bitdefender', /bitdefender/i],
  ['Avast', /\bavast\b/i],
  ['AVG', /\bavg\b/i],
  ['Norton', /\bnorton\b/i],
  ['McAfee', /mcafee|skyhigh|trellix/i],
  ['Dr.Web', /dr\.? ?web/i],
  ['AdGuard', /adguard/i],
  ['Blue Coat', /blue ?coat|proxysg/i],
  ['Forcepoint', /forcepoint|websense/i],
  ['Check Point', /check ?point/i],
  ['Barracuda', /barracuda/i],
  ['WatchGuard', /watchguard/i],
  ['SonicWall', /sonicwall/i],
  ['Smoothwall', /smoothwall/i],
  ['Squid', /\bsquid\b/i],
  ['mitmproxy', /mitmproxy/i],
  ['Charles', /charles proxy/i],
  ['Fiddler', /fiddler/i],
  ['Burp', /portswigger/i],
];

/** The OID of the list of signed certificate timestamps in a certificate (RFC 6962, section 3.3), as DER. */
const timestamps = Buffer.from('060a2b06010401d679020402', 'hex');

/**
 * Why nobody vouches for a server's certificate, as far as what it sent can tell:
 * - its issuer, or one further up, is a program that inspects traffic; or the chain ends in a root, or in an issuer, that
 *   is no public one: **inspected**;
 * - it sent no more than its own certificate, or its last one has the marks of a public authority (timestamps of
 *   Certificate Transparency, an address where the issuer's certificate is to be had, an issuer of the same organisation
 *   as a known root): **incomplete**;
 * - anything else, as a certificate that vouches for itself, or one that bears a known issuer's name without its
 *   signature: **untrusted**.
 * @param chain as the server sent it, the leaf first
 * @param roots those that count for this server
 * @param isUsual whether these are the usual roots. Where a server has a CA of its own (practice), adding another would
 *   not help, so that only a missing link is told apart
 */
export function untrustedChain(
  {
    host,
    detail,
    chain,
  }: { readonly host: string; readonly detail: string; readonly chain: readonly X509Certificate[] },
  roots: readonly X509Certificate[],
  isUsual: boolean,
): Failure {
  const untrusted: Failure = { code: 'authority-certificate-untrusted', host, detail };
  const [leaf, last] = [chain[0], chain.at(-1)];
  if (!leaf || !last) return untrusted;
  const issuer = nameOf(last.issuer);
  const product = inspectors.find(([, names]) => chain.some((each) => names.test(each.issuer)))?.[0];
  if (product !== undefined && isUsual) return { code: 'connection-inspected', host, issuer, product };
  if (last.subject === last.issuer) {
    return chain.length > 1 && isUsual ? { code: 'connection-inspected', host, issuer, product: '' } : untrusted;
  }
  if (roots.some(({ subject }) => subject === last.issuer)) return untrusted;
  const organisation = attribute(last.issuer, 'O');
  const isPublic =
    leaf.raw.includes(timestamps) ||
    /^CA Issuers - URI:https?:/m.test(last.infoAccess ?? '') ||
    (organisation !== null && roots.some(({ subject }) => attribute(subject, 'O') === organisation));
  if (isPublic || (chain.length === 1 && isUsual)) {
    return { code: 'authority-certificate-incomplete', host, issuer, isPublic };
  }
  return isUsual ? { code: 'connection-inspected', host, issuer, product: '' } : untrusted;
}

/** What a person knows an issuer by, on one line. */
function nameOf(distinguishedName: string): string {
  const name = attribute(distinguishedName, 'CN') ?? attribute(distinguishedName, 'O') ?? distinguishedName;
  return name.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ').slice(0, 120);
}

/** The last value of an attribute, the most specific, in Node's form of a distinguished name. */
function attribute(distinguishedName: string, type: 'CN' | 'O'): string | null {
  const lines = distinguishedName.split('\n').filter((line) => line.startsWith(`${type}=`));
  return lines.at(-1)?.slice(type.length + 1) ?? null;
}
