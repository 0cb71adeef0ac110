import { randomUUID } from 'node:crypto';
import { environmentOf, environmentOfIssuer } from '../authorities/authorities.ts';
import type { Environment, Profile } from '../authorities/schema.ts';
import { fail, FailureError, type Failure } from '../contract/failure.ts';
import type { ClientCertificate, HttpsClient } from '../network/https-client.ts';
import { acceptCallback, authorizeUrl, startAttempt } from '../signin/attempt.ts';
import { walkDirectRoute } from '../signin/direct-route.ts';
import { exchangeCode } from '../tokens/token-request.ts';
import type { TokenAnswer } from '../tokens/token-answer.ts';
import type { Attempts } from './attempts.ts';
import { openOrFail, type OpenP12 } from './certificate-calls.ts';
import type { AccountRecord, ApplicationRecord, CertificateRecord } from './records.ts';
import type { Store } from './store.ts';
import { applicationView, certificateFacts } from './views.ts';

export type SignInDeps = {
  readonly store: () => Store;
  readonly https: HttpsClient;
  readonly profiles: () => readonly Profile[];
  readonly attempts: Attempts;
  readonly openP12: OpenP12;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
};

/** Runs sign-ins, one at a time per authority and holder: authorities refuse more. */
export type SignIn = {
  /**
   * Signs `account` in and stores what the authority gave, durably, before it resolves. A failure is kept on the
   * account if it is already stored, and nothing else of it changes.
   */
  run(account: AccountRecord, pin: string | null): Promise<void>;
};

export function createSignIn(deps: SignInDeps): SignIn {
  const busy = new Set<string>();

  return {
    async run(account, pin) {
      const store = deps.store();
      const isStored = (): boolean => store.accounts().some(({ id }) => id === account.id);
      const storedBefore = isStored();
      const application = store.application(account.applicationId);
      const certificate = store.certificate(account.certificateId);
      const { profile, environment } = placeOf(deps.profiles(), application);
      const holder = `${profile.authority} ${certificate.fingerprint}`;
      if (busy.has(holder)) return fail({ code: 'signin-busy' });
      busy.add(holder);
      try {
        refuseIncomplete(application);
        refuseUnfit(profile, environment, certificate, deps.now());
        const clientCertificate = await clientCertificateOf(deps.openP12, certificate, pin);
        const answer = await fetchTokens(deps, { profile, environment, application, clientCertificate }, account);
        // Removed while the authority was answering: it must not come back.
        if (storedBefore && !isStored()) fail({ code: 'not-found', what: 'account' });
        await store.saveAccount(withGrant(account, application, answer));
      } catch (error) {
        await keepFailure(store, account, error, deps.now());
        throw error;
      } finally {
        busy.delete(holder);
      }
    },
  };
}

/** The profile and environment an application is registered at. */
export function placeOf(
  profiles: readonly Profile[],
  application: ApplicationRecord,
): { profile: Profile; environment: Environment } {
  const profile = profiles.find(({ id }) => id === application.profile);
  const environment = profile && environmentOf(profile, application.environment);
  if (!profile || !environment) return fail({ code: 'not-found', what: 'application' });
  return { profile, environment };
}

/** Signing in needs the OAuth2 pair; the APIgw pair may still be on its way. */
function refuseIncomplete(application: ApplicationRecord): void {
  const missing = applicationView(application).missing.filter((name) => !name.startsWith('apigw'));
  if (missing.length > 0) fail({ code: 'application-incomplete', missing });
}

/** What the authority would refuse without a word of why is said before the call (S4). */
function refuseUnfit(profile: Profile, environment: Environment, certificate: CertificateRecord, now: number): void {
  const facts = certificateFacts(certificate);
  if (facts.notAfter <= now) fail({ code: 'certificate-expired', notAfter: facts.notAfter });
  if (facts.notBefore > now) fail({ code: 'certificate-not-yet-valid', notBefore: facts.notBefore });
  const issuer = [facts.issuerCommonName, facts.issuerOrganisation].filter((name) => name !== null).join(', ');
  const madeFor = environmentOfIssuer(profile, issuer);
  if (madeFor !== null && madeFor !== environment.name) {
    fail({ code: 'certificate-wrong-environment', issuer, environment: environment.name });
  }
}

/** What TLS needs: from the vault, or from the sealed P12 with the PIN, which is used and forgotten. */
async function clientCertificateOf(
  openP12: OpenP12,
  record: CertificateRecord,
  pin: string | null,
): Promise<ClientCertificate> {
  const { fingerprint, certPem, chainPem, key } = record;
  if (key.kept) return { fingerprint, certPem, chainPem, keyPem: key.keyPem };
  if (pin === null) return fail({ code: 'pin-needed' });
  const { keyPem } = await openOrFail(openP12, Buffer.from(key.p12Base64, 'base64'), pin, fingerprint);
  return { fingerprint, certPem, chainPem, keyPem };
}

async function fetchTokens(
  deps: SignInDeps,
  input: {
    readonly profile: Profile;
    readonly environment: Environment;
    readonly application: ApplicationRecord;
    readonly clientCertificate: ClientCertificate;
  },
  account: AccountRecord,
): Promise<TokenAnswer> {
  const { profile, environment, application, clientCertificate } = input;
  const { redirectUri, scopes } = application;
  const attempt = startAttempt({ id: randomUUID(), redirectUri, scopes, now: deps.now() });
  const running = deps.attempts.begin(attempt, application.id, account.grant ? account.id : null);
  try {
    const callback = await walkDirectRoute(
      deps.https,
      {
        profile,
        environment,
        clientCertificate,
        start: authorizeUrl(profile, environment, application.clientId, attempt),
        arrivalUri: attempt.arrivalUri,
      },
      running.signal,
    );
    running.show('returned');
    const authorizationCode = acceptCallback(profile, attempt, callback);
    running.show('exchanging');
    const credentials = { clientId: application.clientId, clientSecret: application.clientSecret };
    return await exchangeCode(
      { ...deps, profile, environment, credentials, clientCertificate, signal: running.signal },
      { authorizationCode, redirectUri, scopes },
    );
  } finally {
    running.end();
  }
}

function withGrant(account: AccountRecord, application: ApplicationRecord, answer: TokenAnswer): AccountRecord {
  const { accessToken, refreshToken, obtainedAt, expiresAt, scopeGiven } = answer;
  return {
    ...account,
    grant: {
      accessToken,
      refreshToken,
      obtainedAt,
      expiresAt,
      scopeAsked: [...application.scopes],
      scopeGiven: scopeGiven && [...scopeGiven],
    },
    lastFailure: null,
  };
}

/** Failures that say nothing of the account: the user ended it, or was only asked for something. */
const passing: ReadonlySet<Failure['code']> = new Set([
  'signin-cancelled',
  'signin-busy',
  'pin-needed',
  'p12-wrong-password',
]);

async function keepFailure(store: Store, account: AccountRecord, error: unknown, now: number): Promise<void> {
  if (!(error instanceof FailureError) || passing.has(error.failure.code)) return;
  const stored = store.accounts().find(({ id }) => id === account.id);
  if (!stored) return;
  // That the first failure was lost must not hide it: the caller hears of that one.
  await store.saveAccount({ ...stored, lastFailure: { at: now, failure: error.failure } }).catch(() => undefined);
}
