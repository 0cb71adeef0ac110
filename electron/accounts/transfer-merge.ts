import { isDeepStrictEqual } from 'node:util';
import { believedTime } from '../tokens/token-facts.ts';
import { tokenTimes } from '../tokens/token-times.ts';
import { earlierPairs, livingPairs } from './earlier-pairs.ts';
import { registrationOf } from './grant.ts';
import type { AccountRecord, ApplicationRecord, CertificateRecord, Grant } from './records.ts';
import { holderSerial } from './same-grant.ts';
import type { TransferContents } from './transfer-contents.ts';

/** What the user says of accounts that come from a file: moved to this computer, or only to be looked at. */
export type ImportedAs = 'here' | 'only-looking';

/** On what terms a file is taken in; `now` is epoch ms. */
export type ImportTerms = {
  readonly importedAs: ImportedAs;
  readonly purpose: 'move' | 'backup';
  readonly now: number;
};

/** How an account of a file stands to what is here, by the age of its tokens. */
export type Verdict = 'new' | 'same' | 'older' | 'newer';

export type IncomingAccount = {
  /** Its id in the file. */
  readonly fileId: string;
  /** The record as it would be here: with the ids its application and certificate have here. */
  readonly record: AccountRecord;
  readonly verdict: Verdict;
};

/** What a file would bring, worked out against what is here; nothing of it is written yet. */
export type ImportPlan = {
  readonly certificates: readonly CertificateRecord[];
  /** New ones, and those here whose missing parts the file fills. */
  readonly applications: readonly ApplicationRecord[];
  readonly accounts: readonly IncomingAccount[];
  /** The ids of applications here that the file has another secret for; the one here stays. */
  readonly otherSecrets: readonly string[];
};

/**
 * Works out what a file would bring.
 *
 * A certificate is the same by its fingerprint, an application by its registration (profile, environment, client id),
 * an account by its registration together with its id, its refresh token, or its holder's certificate (S13), whatever
 * ids they have here: two accounts on one grant would end each other's tokens. What is here is never overwritten but by
 * something that was missing; an id that stands for something else here is given anew. `now` is epoch ms.
 */
export function planImport(
  here: TransferContents,
  file: TransferContents,
  newId: () => string,
  now: number,
): ImportPlan {
  const certificates = mergeCertificates(here.certificates, file.certificates, newId);
  const applications = mergeApplications(here.applications, file.applications, newId);
  const accounts: IncomingAccount[] = [];
  const known = new Map(here.accounts.map((account) => [account.id, account]));
  const facts: TwinFacts = {
    applications: new Map([...here.applications, ...applications.toWrite].map((one) => [one.id, one])),
    certificates: new Map([...here.certificates, ...certificates.toWrite].map((one) => [one.id, one])),
  };
  for (const account of file.accounts) {
    const applicationId = applications.idOf.get(account.applicationId) ?? account.applicationId;
    const certificateId =
      account.certificateId === null ? null : (certificates.idOf.get(account.certificateId) ?? account.certificateId);
    const moved = { ...account, applicationId, certificateId };
    const twin = accountTwinOf(moved, [...known.values()], facts);
    const id = twin?.id ?? (isTaken(account.id, [...known.values()]) ? newId() : account.id);
    const record = { ...moved, id };
    const verdict = twin === undefined ? 'new' : compareGrants(record.grant, twin.grant, now);
    accounts.push({ fileId: account.id, record, verdict });
    // Two of a file may be one here: the second is held against the first.
    if (verdict === 'new' || verdict === 'newer') known.set(record.id, record);
  }
  return {
    certificates: certificates.toWrite,
    applications: applications.toWrite,
    accounts,
    otherSecrets: applications.otherSecrets,
  };
}

type TwinFacts = {
  readonly applications: ReadonlyMap<string, ApplicationRecord>;
  readonly certificates: ReadonlyMap<string, CertificateRecord>;
};

/** The account here that is the file's one: of the same registration, and by the first of these that says so. */
function accountTwinOf(
  account: AccountRecord,
  here: readonly AccountRecord[],
  { applications, certificates }: TwinFacts,
): AccountRecord | undefined {
  const registration = ({ applicationId, grant }: AccountRecord): Grant['issuedTo'] | null => {
    const application = applications.get(applicationId);
    return application === undefined ? (grant?.issuedTo ?? null) : registrationOf(application);
  };
  const serial = (one: AccountRecord): string | null => holderSerial(one, certificates.get(one.certificateId ?? ''));
  const own = registration(account);
  const ownToken = account.grant?.refreshToken?.value;
  const ownSerial = serial(account);
  const same = here.filter((one) => isDeepStrictEqual(registration(one), own));
  return (
    same.find(({ id }) => id === account.id) ??
    same.find(({ grant }) => ownToken !== undefined && grant?.refreshToken?.value === ownToken) ??
    same.find((one) => isSameHolder(one, account)) ??
    same.find((one) => mayShareHolder(one, account) && ownSerial !== null && serial(one) === ownSerial)
  );
}

/** Without a certificate nothing says that it is the same person. */
function isSameHolder(one: AccountRecord, other: AccountRecord): boolean {
  return one.certificateId !== null && one.certificateId === other.certificateId;
}

/** Two issuers may give one number to two certificates. */
function mayShareHolder(one: AccountRecord, other: AccountRecord): boolean {
  return one.certificateId === null || other.certificateId === null || one.certificateId === other.certificateId;
}

type Mapped<T> = {
  readonly toWrite: readonly T[];
  /** From an id in the file to the one here. */
  readonly idOf: ReadonlyMap<string, string>;
};

function mergeCertificates(
  here: readonly CertificateRecord[],
  file: readonly CertificateRecord[],
  newId: () => string,
): Mapped<CertificateRecord> {
  const all = [...here];
  const toWrite: CertificateRecord[] = [];
  const idOf = new Map<string, string>();
  for (const certificate of file) {
    const known = all.find(({ fingerprint }) => fingerprint === certificate.fingerprint);
    const id = known?.id ?? (isTaken(certificate.id, all) ? newId() : certificate.id);
    idOf.set(certificate.id, id);
    // What came off a token here may have its key in the file.
    const bringsKey = known?.key.kept === 'on-device' && certificate.key.kept !== 'on-device';
    if (known !== undefined && !bringsKey) continue;
    const record = { ...certificate, id };
    all.push(record);
    toWrite.push(record);
  }
  return { toWrite, idOf };
}

function mergeApplications(
  here: readonly ApplicationRecord[],
  file: readonly ApplicationRecord[],
  newId: () => string,
): Mapped<ApplicationRecord> & { readonly otherSecrets: readonly string[] } {
  const all = new Map(here.map((application) => [application.id, application]));
  const toWrite = new Map<string, ApplicationRecord>();
  const idOf = new Map<string, string>();
  const otherSecrets: string[] = [];
  for (const application of file) {
    const known = twinOf(application, [...all.values()]);
    const id = known?.id ?? (isTaken(application.id, [...all.values()]) ? newId() : application.id);
    const merged = known === undefined ? { ...application, id } : filled(known, application);
    idOf.set(application.id, id);
    if (known !== undefined && hasOtherSecret(known, application)) otherSecrets.push(id);
    if (known !== undefined && isDeepStrictEqual(merged, known)) continue;
    all.set(id, merged);
    toWrite.set(id, merged);
  }
  return { toWrite: [...toWrite.values()], idOf, otherSecrets };
}

/** The application here that is the file's one; one whose client id is still to come is known by its id alone. */
function twinOf(application: ApplicationRecord, here: readonly ApplicationRecord[]): ApplicationRecord | undefined {
  const sameId = here.find(({ id }) => id === application.id);
  if (sameId !== undefined && isSameRegistration(sameId, application)) return sameId;
  return application.clientId === ''
    ? undefined
    : here.find((one) => isDeepStrictEqual(registrationOf(one), registrationOf(application)));
}

function isSameRegistration(one: ApplicationRecord, other: ApplicationRecord): boolean {
  const isSamePlace = one.profile === other.profile && one.environment === other.environment;
  return isSamePlace && (one.clientId === other.clientId || one.clientId === '' || other.clientId === '');
}

/** `here` with what it lacks taken from `file`; a secret only along with the client id it belongs to. */
function filled(here: ApplicationRecord, file: ApplicationRecord): ApplicationRecord {
  const clientId = here.clientId || file.clientId;
  const apigwClientId = here.apigwClientId || file.apigwClientId;
  return {
    ...here,
    redirectUris: here.redirectUris.length > 0 ? here.redirectUris : file.redirectUris,
    services: here.services.length > 0 ? here.services : file.services,
    scopes: here.scopes.length > 0 ? here.scopes : file.scopes,
    clientId,
    clientSecret: here.clientSecret || (clientId === file.clientId ? file.clientSecret : ''),
    apigwClientId,
    apigwClientSecret: here.apigwClientSecret || (apigwClientId === file.apigwClientId ? file.apigwClientSecret : ''),
  };
}

function hasOtherSecret(here: ApplicationRecord, file: ApplicationRecord): boolean {
  const differ = (one: string, other: string): boolean => one !== '' && other !== '' && one !== other;
  return (
    differ(here.clientSecret, file.clientSecret) ||
    differ(here.apigwClientId, file.apigwClientId) ||
    differ(here.apigwClientSecret, file.apigwClientSecret)
  );
}

/** Two ids that differ in case alone are one file on Windows and macOS. */
function isTaken(id: string, records: ReadonlyArray<{ readonly id: string }>): boolean {
  return records.some((record) => record.id.toLowerCase() === id.toLowerCase());
}

/**
 * Which of two pairs is newer: by what the refresh tokens say of their issue (`iat`), else the access tokens, else by
 * when they were obtained, each only where both sides know it and it is not still to come. A pair that is not surely
 * newer never is `newer`. `now` is epoch ms.
 */
export function compareGrants(file: Grant | null, here: Grant | null, now: number): Exclude<Verdict, 'new'> {
  if (file === null) return here === null ? 'same' : 'older';
  if (here === null) return 'newer';
  const isSamePair =
    file.accessToken === here.accessToken && (file.refreshToken?.value ?? null) === (here.refreshToken?.value ?? null);
  if (isSamePair) return 'same';
  const [fileTimes, hereTimes] = [timesOf(file), timesOf(here)];
  for (const [index, claimed] of fileTimes.entries()) {
    const time = believedTime(claimed, now);
    const other = believedTime(hereTimes[index] ?? null, now);
    if (time !== null && other !== null && time !== other) return time > other ? 'newer' : 'older';
  }
  return 'older';
}

function timesOf(grant: Grant): readonly (number | null)[] {
  const refreshToken = grant.refreshToken === null ? null : tokenTimes(grant.refreshToken.value).issuedAt;
  return [refreshToken, tokenTimes(grant.accessToken).issuedAt, grant.obtainedAt];
}

/** When a pair was issued, as far as it says; epoch ms. */
export function issuedAt(grant: Grant): number {
  return timesOf(grant).find((time) => time !== null) ?? grant.obtainedAt;
}

/**
 * The account here after the file's, or null where nothing of it changes. Called again with the account as it is when
 * it is written: what was renewed meanwhile is newer and stays.
 *
 * What is `moved` or `only-looking` by the file's own word stays so: then it was not this file that brought it. A backup
 * with the very pair that is here changes nothing: where that pair is renewed was decided after it was made. What is
 * renewed here and lives gives way to nothing that would not be renewed here.
 */
export function mergedAccount(
  here: AccountRecord | null,
  incoming: AccountRecord,
  as: ImportTerms,
): AccountRecord | null {
  const standing = as.importedAs === 'here' ? incoming.standing : as.importedAs;
  const recipients = incoming.recipients.map(withoutPath);
  if (here === null) return { ...incoming, standing, recipients };
  if (standing !== 'here' && isRenewedHere(here, as.now)) return null;
  switch (compareGrants(incoming.grant, here.grant, as.now)) {
    case 'older':
      return null;
    case 'same': {
      const isDecided = as.purpose === 'move' && as.importedAs === 'here';
      return isDecided && standing !== here.standing ? { ...here, standing } : null;
    }
    case 'newer': {
      const joined = {
        ...here,
        certificateSerial: here.certificateSerial ?? incoming.certificateSerial,
        companies: byKey([...here.companies, ...incoming.companies], ({ number }) => number),
        recipients: byKey([...here.recipients, ...recipients], ({ id }) => id),
        superseded: supersededOf(here, incoming, as.now),
        person: here.person || incoming.person,
        earlier: joinedPairs(here, incoming, as.now),
      };
      const kept = keptRefreshToken(here.grant, incoming.grant);
      // An access token alone: the grant is still the one that is here, with all that is known of it.
      if (kept !== null && incoming.grant !== null) {
        return { ...joined, grant: { ...incoming.grant, refreshToken: kept }, earlier: here.earlier };
      }
      return {
        ...joined,
        standing,
        hasOtherCopy: incoming.hasOtherCopy,
        refreshSent: incoming.refreshSent,
        grantEnded: incoming.grantEnded,
        grant: incoming.grant,
        lastFailure: null,
      };
    }
  }
}

/** It stands here, and its tokens live. */
function isRenewedHere({ standing, grant, grantEnded }: AccountRecord, now: number): boolean {
  if (standing !== 'here' || grant === null || grantEnded) return false;
  return Math.max(grant.expiresAt, grant.refreshToken?.expiresAt ?? 0) > now;
}

/** The refresh token here where the file brings none for the same registration. */
function keptRefreshToken(here: Grant | null, file: Grant | null): Grant['refreshToken'] {
  if (here === null || file === null || file.refreshToken !== null) return null;
  return isDeepStrictEqual(here.issuedTo, file.issuedTo) ? here.refreshToken : null;
}

/** A path was chosen on the other computer: who holds a copy is still known, but nothing is written there from here. */
function withoutPath(recipient: AccountRecord['recipients'][number]): AccountRecord['recipients'][number] {
  return recipient.way.by === 'file' ? { ...recipient, way: { by: 'file-elsewhere' } } : recipient;
}

/** The pairs of both sides beside the one in use: what a file says of its tokens' age proves nothing. */
function joinedPairs(here: AccountRecord, incoming: AccountRecord, now: number): AccountRecord['earlier'] {
  const own = earlierPairs(here, incoming.grant, now);
  const inUse = incoming.grant?.refreshToken?.value;
  const others = livingPairs(incoming.earlier, now).filter(({ grant }) => grant.refreshToken.value !== inUse);
  return byKey([...others, ...own], ({ grant }) => grant.refreshToken.value);
}

/** The access tokens of both sides that still live beside the one in use (R19). */
function supersededOf(here: AccountRecord, incoming: AccountRecord, now: number): AccountRecord['superseded'] {
  const replaced = here.grant === null ? [] : [here.grant];
  const all = [...here.superseded, ...incoming.superseded, ...replaced].map(({ accessToken, expiresAt }) => ({
    accessToken,
    expiresAt,
  }));
  const living = all.filter((one) => one.expiresAt > now && one.accessToken !== incoming.grant?.accessToken);
  return byKey(living, ({ accessToken }) => accessToken);
}

/** The first of each key. */
function byKey<T>(items: readonly T[], key: (item: T) => string): T[] {
  return items.filter((item, index) => items.findIndex((other) => key(other) === key(item)) === index);
}
