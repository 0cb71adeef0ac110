import { describeCertificate, type CertificateFacts } from '../certificates/describe.ts';
import { tokenFacts } from '../tokens/token-facts.ts';
import { certificateFacts } from './certificate-facts.ts';
import type { AccountRecord } from './records.ts';
import { certificateOfSerial, holderSerial, plainSerial } from './same-grant.ts';
import type { Store } from './store.ts';

/** Who signed in, as far as anything says it. */
export type SignedIn = {
  /** PEM of the certificate that was shown; null where this program showed none. */
  readonly certPem: string | null;
  /** The token that came: ANAF's names the serial number of the certificate (R13). */
  readonly accessToken: string;
};

/**
 * Whether somebody else signed in than the account's holder: her tokens must not give way to his. A renewed certificate
 * is still hers: it names the same person. Where nothing says who it was, it is taken for the same.
 */
export function isAnotherHolder(
  store: Pick<Store, 'certificates' | 'findCertificate'>,
  account: AccountRecord,
  signedIn: SignedIn,
): boolean {
  const own = account.certificateId === null ? undefined : store.findCertificate(account.certificateId);
  const [serialBefore, serialNow] = [holderSerial(account, own), serialOf(signedIn)];
  if (serialBefore !== null && serialBefore === serialNow) return false;
  const before = own === undefined ? null : certificateFacts(own);
  const shown = shownFacts(store, signedIn);
  if (before !== null && shown !== null) return !isSamePerson(before, shown);
  return serialBefore !== null && serialNow !== null;
}

/** The certificate here that signed in, by what the token says; null where it says none, or none of these. */
export function certificateSignedIn(store: Pick<Store, 'certificates'>, { accessToken }: SignedIn): string | null {
  return certificateOfSerial(store, tokenFacts(accessToken)?.serial ?? null);
}

function shownFacts(
  store: Pick<Store, 'certificates' | 'findCertificate'>,
  signedIn: SignedIn,
): CertificateFacts | null {
  if (signedIn.certPem !== null) return describeCertificate(signedIn.certPem);
  const id = certificateSignedIn(store, signedIn);
  const record = id === null ? undefined : store.findCertificate(id);
  return record === undefined ? null : certificateFacts(record);
}

function serialOf({ certPem, accessToken }: SignedIn): string | null {
  const said = tokenFacts(accessToken)?.serial ?? null;
  return plainSerial(said ?? (certPem === null ? null : describeCertificate(certPem).serialNumber));
}

function isSamePerson(one: CertificateFacts, other: CertificateFacts): boolean {
  if (one.fingerprint === other.fingerprint) return true;
  if (one.subjectSerialNumber !== null && other.subjectSerialNumber !== null) {
    return one.subjectSerialNumber === other.subjectSerialNumber;
  }
  return one.commonName === other.commonName;
}
