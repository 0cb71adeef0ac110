import { describeCertificate, type CertificateFacts } from '../certificates/describe.ts';
import type { AccountView, ApplicationView, CertificateView, ProfileView } from '../contract/snapshot.ts';
import type { Profile } from '../authorities/schema.ts';
import type { AccountRecord, ApplicationRecord, CertificateRecord } from './records.ts';
import type { Store } from './store.ts';

/** Parsing a certificate costs more than reading a record; what it says never changes. */
const factsOf = new WeakMap<CertificateRecord, CertificateFacts>();

/** What a certificate record's certificate says. */
export function certificateFacts(record: CertificateRecord): CertificateFacts {
  const known = factsOf.get(record);
  if (known) return known;
  const facts = describeCertificate(record.certPem);
  factsOf.set(record, facts);
  return facts;
}

/** The holder's name as a row shows it. */
export function holderName(facts: CertificateFacts): string {
  return facts.organisation ?? facts.commonName ?? facts.fingerprint.slice(0, 16);
}

/** The public side of a certificate record. */
export function certificateView(record: CertificateRecord): CertificateView {
  const facts = certificateFacts(record);
  return {
    id: record.id,
    holder: holderName(facts),
    organisationNumber: facts.organisationNumber,
    issuer: facts.issuerCommonName ?? facts.issuerOrganisation ?? '',
    serialNumber: facts.serialNumber,
    keyType: facts.keyType,
    notBefore: facts.notBefore,
    notAfter: facts.notAfter,
    fingerprint: record.fingerprint,
    keyKept: record.key.kept,
    warnings: record.warnings,
  };
}

/** The public side of an application: its secrets only as "there" or "not there". */
export function applicationView(record: ApplicationRecord): ApplicationView {
  const needed = {
    clientId: record.clientId,
    clientSecret: record.clientSecret,
    redirectUri: record.redirectUri,
    scopes: record.scopes.join(''),
    apigwClientId: record.apigwClientId,
    apigwClientSecret: record.apigwClientSecret,
  } as const;
  return {
    id: record.id,
    profile: record.profile,
    environment: record.environment,
    name: record.name,
    redirectUri: record.redirectUri,
    scopes: record.scopes,
    clientId: record.clientId,
    apigwClientId: record.apigwClientId,
    hasClientSecret: record.clientSecret !== '',
    hasApigwClientSecret: record.apigwClientSecret !== '',
    missing: (Object.keys(needed) as Array<keyof typeof needed>).filter((name) => needed[name] === ''),
  };
}

/** The public side of an account: what is known of its token, never the token. */
export function accountView(record: AccountRecord, store: Pick<Store, 'certificates'>): AccountView {
  const certificate = store.certificates().find(({ id }) => id === record.certificateId);
  return {
    id: record.id,
    applicationId: record.applicationId,
    certificateId: record.certificateId,
    holder: certificate ? holderName(certificateFacts(certificate)) : '',
    accessToken: record.grant && {
      form: 'opaque',
      obtainedAt: record.grant.obtainedAt,
      expiresAt: record.grant.expiresAt,
      scopeAsked: record.grant.scopeAsked,
      scopeGiven: record.grant.scopeGiven,
    },
    lastFailure: record.lastFailure,
  };
}

/** What the screens offer for a profile. */
export function profileView(profile: Profile): ProfileView {
  return {
    id: profile.id,
    authority: profile.authority,
    environments: profile.environments.map(({ name, api }) => ({
      name,
      apiOrigin: api,
      presets: profile.presets.map(({ id, method, path, scope }) => ({ id, method, url: api + path, scope })),
    })),
    knownScopes: profile.knownScopes,
    suggestedRedirectUri: profile.suggestedRedirectUri,
  };
}
