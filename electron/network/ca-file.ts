import { X509Certificate } from 'node:crypto';
import { fail } from '../contract/failure.ts';

/** More than a root and its intermediates. */
const MAX_CERTIFICATES = 8;
const pemBlock = /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----[\s\S]*?-----END (?:X509 |TRUSTED )?CERTIFICATE-----/g;

/**
 * The certificate authorities in a file, PEM or DER, each fit to vouch for others.
 * @param now epoch ms
 * @throws FailureError `ca-file-refused`; then none of them is to be used
 */
export function readCaFile(bytes: Uint8Array, now: number): readonly X509Certificate[] {
  const certificates = parse(bytes);
  if (certificates.length > MAX_CERTIFICATES) fail({ code: 'ca-file-refused', reason: 'too-many' });
  for (const certificate of certificates) {
    if (isPracticeCa(certificate)) fail({ code: 'ca-file-refused', reason: 'practice' });
    if (!certificate.ca) fail({ code: 'ca-file-refused', reason: 'not-an-authority' });
    if (Date.parse(certificate.validTo) <= now) fail({ code: 'ca-file-refused', reason: 'expired' });
  }
  return certificates;
}

/**
 * Whether it belongs to the practice authorities, by the name they all bear. Their keys lie on practising computers,
 * unprotected, so that none of them may vouch for a real server.
 */
export function isPracticeCa({ subject, issuer }: X509Certificate): boolean {
  return [subject, issuer].some((name) => /^(?:O|CN)=Practice\b/m.test(name));
}

function parse(bytes: Uint8Array): X509Certificate[] {
  const blocks = Buffer.from(bytes).toString('latin1').match(pemBlock) ?? [];
  try {
    return blocks.length === 0 ? [new X509Certificate(bytes)] : blocks.map((pem) => new X509Certificate(pem));
  } catch (error) {
    return fail({ code: 'ca-file-refused', reason: 'not-a-certificate' }, error);
  }
}
