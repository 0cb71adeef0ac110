import type { AccountView, CertificateView, RecipientView, Snapshot } from '../../../electron/contract/snapshot.ts';
import { factsOf, renewableUntil, type AccountFacts } from '../../state/lifetime.ts';
import { shownSerial } from '../../ui/shown-serial.ts';

/** A person's certificate: one that is on this computer, or one that only tokens name, by its serial number. */
export type HolderKey =
  { readonly by: 'certificate'; readonly id: string } | { readonly by: 'serial'; readonly serial: string };

export type Company = AccountView['companies'][number];
/** A program with a copy of an account's token. */
export type HeldCopy = { readonly account: AccountView; readonly recipient: RecipientView };

/** Everything that hangs on one certificate. */
export type HolderFacts = {
  /** Undefined where the certificate is not on this computer. */
  readonly certificate: CertificateView | undefined;
  readonly serial: string;
  readonly accounts: readonly AccountFacts[];
  /** Each once, by number. */
  readonly companies: readonly Company[];
  readonly copies: readonly HeldCopy[];
};

/** `34:00:0A` and `34000a` are one number. */
function plainSerial(serial: string): string {
  return serial
    .toLowerCase()
    .replace(/[^0-9a-f]/g, '')
    .replace(/^0+/, '');
}

/** What hangs on a certificate; null where that is no longer on this computer. */
export function holderFacts(snapshot: Snapshot, key: HolderKey): HolderFacts | null {
  const certificate = key.by === 'certificate' ? snapshot.certificates[key.id] : undefined;
  if (key.by === 'certificate' && certificate === undefined) return null;
  const serial = key.by === 'serial' ? key.serial : (certificate?.serialNumber ?? '');
  const accounts = Object.values(snapshot.accounts)
    .filter((account) => hangsOn(account, certificate, serial))
    .map((account) => factsOf(snapshot, account));
  return {
    certificate,
    serial,
    accounts,
    companies: companiesOf(accounts),
    copies: accounts.flatMap(({ account }) => account.recipients.map((recipient) => ({ account, recipient }))),
  };
}

/** By the certificate it signs in with; where it has none here, by the serial number its token names. */
function hangsOn(account: AccountView, certificate: CertificateView | undefined, serial: string): boolean {
  if (account.certificateId !== null) return account.certificateId === certificate?.id;
  return account.certificateSerial !== null && plainSerial(account.certificateSerial) === plainSerial(serial);
}

/** The companies of some accounts, each once; a name from whichever account has one. */
export function companiesOf(accounts: readonly AccountFacts[]): readonly Company[] {
  const byNumber = new Map<string, Company>();
  for (const company of accounts.flatMap(({ account }) => account.companies)) {
    const known = byNumber.get(company.number);
    byNumber.set(company.number, known === undefined || known.name === '' ? company : known);
  }
  return [...byNumber.values()];
}

/** Serial numbers, as shown, of certificates that accounts hang on and that are not on this computer, each once. */
export function unknownSerials(snapshot: Snapshot): readonly string[] {
  const here = new Set(Object.values(snapshot.certificates).map(({ serialNumber }) => plainSerial(serialNumber)));
  const unknown = new Map<string, string>();
  for (const { certificateId, certificateSerial } of Object.values(snapshot.accounts)) {
    if (certificateId !== null || certificateSerial === null) continue;
    const plain = plainSerial(certificateSerial);
    if (!here.has(plain) && !unknown.has(plain)) unknown.set(plain, shownSerial(certificateSerial));
  }
  return [...unknown.values()];
}

/** What ends by itself, and when (epoch ms). */
export type Ending = { readonly at: number } & (
  | { readonly what: 'programs' | 'renewal'; readonly account: AccountView }
  | { readonly what: 'copy'; readonly account: AccountView; readonly recipient: RecipientView }
  | { readonly what: 'certificate' }
);

/** What is still to end after `now` (epoch ms) if nobody does anything, the next first. */
export function endingsOf({ certificate, accounts, copies }: HolderFacts, now: number): readonly Ending[] {
  const endings: Ending[] = [];
  for (const { account } of accounts) {
    if (account.accessToken !== null) endings.push({ what: 'programs', at: account.accessToken.expiresAt, account });
    const until = renewableUntil(account);
    if (until !== null) endings.push({ what: 'renewal', at: until, account });
  }
  for (const copy of copies) endings.push({ what: 'copy', at: copy.recipient.copyExpiresAt, ...copy });
  if (certificate !== undefined) endings.push({ what: 'certificate', at: certificate.notAfter });
  return endings.filter(({ at }) => at > now).sort((a, b) => a.at - b.at);
}
