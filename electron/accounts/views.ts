import type { CertificateFacts } from '../certificates/describe.ts';
import type { AccountView, ApplicationView, BackupView, CertificateView, ProfileView } from '../contract/snapshot.ts';
import { realProfiles } from '../authorities/authorities.ts';
import type { Profile } from '../authorities/schema.ts';
import { sha256Of } from '../handover/sha256.ts';
import { isJwt } from '../tokens/claims.ts';
import { certificateFacts } from './certificate-facts.ts';
import { pairId } from './earlier-pairs.ts';
import { grantOf } from './grant.ts';
import { missingParts } from './place.ts';
import type { AccountRecord, ApplicationRecord, BackupPlanRecord, CertificateRecord, Grant } from './records.ts';
import type { RefreshTokensHad } from './refresh-count.ts';
import { renewalDueAt } from './schedule.ts';
import type { Store } from './store.ts';

/** The holder's name as a row shows it. */
export function holderName(facts: CertificateFacts): string {
  return inLine(facts.organisation ?? facts.commonName ?? '') || facts.fingerprint.slice(0, 16);
}

/** A certificate's name without the marks that would turn the writing of what stands beside it in a row. */
function inLine(name: string): string {
  return name.replaceAll(/\p{Bidi_Control}/gu, '').trim();
}

/** The public side of a certificate record. */
export function certificateView(record: CertificateRecord): CertificateView {
  const facts = certificateFacts(record);
  return {
    id: record.id,
    holder: holderName(facts),
    organisationNumber: facts.organisationNumber,
    issuer: inLine(facts.issuerCommonName ?? facts.issuerOrganisation ?? ''),
    serialNumber: facts.serialNumber,
    keyType: facts.keyType,
    notBefore: facts.notBefore,
    notAfter: facts.notAfter,
    fingerprint: record.fingerprint,
    key: record.key.kept === 'on-device' ? 'on-device' : record.key.kept ? 'kept' : 'asked',
    warnings: record.warnings,
  };
}

/** The public side of an application: its secrets only as "there" or "not there". */
export function applicationView(record: ApplicationRecord): ApplicationView {
  // Twins and real profiles have the same fields, so the real one says what is missing.
  const profile = realProfiles.find(({ id }) => id === record.profile);
  return {
    id: record.id,
    profile: record.profile,
    environment: record.environment,
    name: record.name,
    redirectUris: record.redirectUris,
    services: record.services,
    scopes: record.scopes,
    clientId: record.clientId,
    apigwClientId: record.apigwClientId,
    hasClientSecret: record.clientSecret !== '',
    hasApigwClientSecret: record.apigwClientSecret !== '',
    missing: profile ? missingParts(profile, record) : [],
  };
}

/** What changes about an account without its record. */
export type Live = {
  isRenewing(accountId: string): boolean;
  /** Wall clock, epoch ms. */
  now(): number;
};

/** Reading a token costs more than all the rest of a view; what it says never changes. */
const formsOf = new WeakMap<Grant, 'jwt' | 'opaque'>();

function formOf(grant: Grant): 'jwt' | 'opaque' {
  const known = formsOf.get(grant);
  if (known) return known;
  const form = isJwt(grant.accessToken) ? 'jwt' : 'opaque';
  formsOf.set(grant, form);
  return form;
}

/**
 * The public side of an account: what is known of its tokens, never a token. `had` is what each account's person has had
 * of her session's refresh tokens (S19).
 */
export function accountView(
  record: AccountRecord,
  store: Pick<Store, 'findCertificate' | 'findApplication'>,
  { isRenewing, now }: Live,
  had: RefreshTokensHad,
): AccountView {
  const certificate = record.certificateId === null ? undefined : store.findCertificate(record.certificateId);
  const application = store.findApplication(record.applicationId);
  // Twins and real profiles renew by the same rules.
  const profile = realProfiles.find(({ id }) => id === application?.profile);
  const grant = application ? grantOf(record, application) : null;
  return {
    id: record.id,
    applicationId: record.applicationId,
    certificateId: record.certificateId,
    holder: certificate ? holderName(certificateFacts(certificate)) : record.person,
    person: record.person,
    accessToken: grant && {
      form: formOf(grant),
      obtainedAt: grant.obtainedAt,
      expiresAt: grant.expiresAt,
      scopeAsked: grant.scopeAsked,
      scopeGiven: grant.scopeGiven,
    },
    refreshToken: grant?.refreshToken
      ? { expiresAt: grant.refreshToken.expiresAt, isCertain: grant.refreshToken.isCertain }
      : null,
    recipients: recipientViews(record, grant),
    earlier: record.earlier.map((pair) => ({
      id: pairId(pair),
      obtainedAt: pair.grant.obtainedAt,
      expiresAt: pair.grant.refreshToken.expiresAt,
      replacedAt: pair.replacedAt,
    })),
    supersededLiving: record.superseded.length,
    isRenewing: isRenewing(record.id),
    certificateSerial: record.certificateSerial,
    companies: record.companies,
    standing: record.standing,
    hasOtherCopy: record.hasOtherCopy,
    needsSignIn: record.grantEnded,
    answerLost: record.refreshSent !== null && !isRenewing(record.id),
    renewsItselfAt: profile ? renewalDueAt(record, grant, profile, null, had, now()) : null,
    route: record.route,
    redirectUri: record.redirectUri,
    lastFailure: record.lastFailure,
  };
}

function recipientViews({ recipients, standing }: AccountRecord, grant: Grant | null): AccountView['recipients'] {
  if (recipients.length === 0) return [];
  const current = grant && sha256Of(grant.accessToken);
  return recipients.map(({ id, name, way, handedAt, copy }) => ({
    id,
    name,
    way: way.by,
    path: way.by === 'file' ? way.path : null,
    handedAt,
    copyExpiresAt: copy.expiresAt,
    // A computer that does not renew it knows of no newer token.
    isCurrent: copy.sha256 !== current ? false : standing === 'here' ? true : null,
  }));
}

/** What the screens offer for a profile. */
export function profileView(profile: Profile): ProfileView {
  return {
    id: profile.id,
    authority: profile.authority,
    environments: profile.environments.map(({ name, api }) => ({
      name,
      apiOrigin: api,
      presets: profile.presets.map(({ id, method, path, scope, fill = [] }) => ({
        id,
        method,
        url: api + path,
        scope,
        fill,
      })),
    })),
    routes: profile.routes,
    needsCertificate: profile.certificateShownAt.length > 0,
    issuerWords: profile.certificateIssuers.map(({ parts }) => parts),
    scope: profile.scope,
    knownScopes: profile.knownScopes,
    scopeFlows: profile.scopeFlows,
    hasRedirectUris: profile.authorizeQuery.includes('redirect_uri'),
    knownServices: profile.knownServices,
    keyPairs: profile.keyPairs,
    suggestedRedirectUris: profile.suggestedRedirectUris,
    allowsSeveralRedirectUris: profile.allowsSeveralRedirectUris,
    renewal: profile.renewal.by,
    asksBeforeReplacing: profile.asksBeforeReplacing,
    canRevoke: profile.environments.some(({ revoke }) => revoke !== null),
    tokenForm: profile.tokenForm,
  };
}

/** The public side of the daily backup: never its key. */
export function backupView(plan: BackupPlanRecord | null): BackupView {
  return plan && { folder: plan.folder, lastAt: plan.lastAt, lastFailure: plan.lastFailure };
}
