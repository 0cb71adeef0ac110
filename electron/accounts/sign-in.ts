import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { environmentOfIssuer } from '../authorities/authorities.ts';
import type { Profile } from '../authorities/schema.ts';
import { fail, FailureError, type Failure } from '../contract/failure.ts';
import type { ClientCertificate, HttpsClient } from '../network/https-client.ts';
import { acceptCallback, authorizeUrl, startAttempt, type Attempt } from '../signin/attempt.ts';
import { walkDirectRoute } from '../signin/direct-route.ts';
import { exchangeCode } from '../tokens/token-request.ts';
import type { TokenAnswer } from '../tokens/token-answer.ts';
import type { Attempts } from './attempts.ts';
import type { Callbacks } from './callbacks.ts';
import { openOrFail, type OpenP12 } from './certificate-calls.ts';
import { registrationOf, withAnswer } from './grant.ts';
import { placeOf, refuseIncomplete, type Place } from './place.ts';
import type { AccountRecord, CertificateRecord } from './records.ts';
import type { Store } from './store.ts';
import { certificateFacts } from './views.ts';
import type { Turns } from '../vault/turns.ts';

/** Opens the app's own sign-in window; resolves with the callback's URL, unjudged. */
export type OpenSignInWindow = (input: {
  readonly start: URL;
  readonly arrivalUri: string;
  readonly origins: readonly string[];
  readonly certificateOrigins: readonly string[];
  readonly clientCertificate: ClientCertificate | null;
  readonly trustedCa: string | null;
  readonly signal: AbortSignal;
}) => Promise<URL>;

export type SignInDeps = {
  readonly store: () => Store;
  readonly https: HttpsClient;
  readonly profiles: () => readonly Profile[];
  readonly attempts: Attempts;
  readonly callbacks: Callbacks;
  readonly openP12: OpenP12;
  readonly openSignInWindow: OpenSignInWindow;
  /** Opens the system browser; fails with `browser-not-opened`. */
  readonly openBrowser: (url: URL) => Promise<void>;
  /** Token requests of one holder at one authority, one after the other: ANAF answers more with "255". */
  readonly tokenTurns: Turns;
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
  /** Takes up the sign-ins that waited for the browser when the program ended; forgets those whose time is over. */
  resume(): Promise<void>;
};

export function createSignIn(deps: SignInDeps): SignIn {
  const busy = new Set<string>();

  async function perform(account: AccountRecord, fetch: (place: Place) => Promise<TokenAnswer>): Promise<void> {
    const store = deps.store();
    const isStored = store.accounts().some(({ id }) => id === account.id);
    const application = store.application(account.applicationId);
    const place = placeOf(deps.profiles(), application);
    const holder = holderOf(place, account);
    if (busy.has(holder)) fail({ code: 'signin-busy' });
    busy.add(holder);
    try {
      refuseIncomplete(place.profile, application, false);
      if (!URL.canParse(account.redirectUri)) fail({ code: 'application-incomplete', missing: ['redirectUris'] });
      const answer = await fetch(place);
      const { redirectUri } = account;
      const signIn = (current: AccountRecord): AccountRecord =>
        withAnswer(
          { ...current, applicationId: application.id, certificateId: account.certificateId, redirectUri },
          place.profile,
          answer,
          {
            application,
            scopeAsked: application.scopes,
            isSignIn: true,
            now: deps.now(),
          },
        );
      // An account that was removed while the authority was answering does not come back.
      if (isStored) await store.changeAccount(account.id, signIn);
      else await store.saveAccount(signIn(account));
    } catch (error) {
      await keepFailure(store, account.id, error, deps.now());
      throw error;
    } finally {
      busy.delete(holder);
    }
  }

  return {
    run: (account, pin) =>
      perform(account, async (place) => {
        const clientCertificate = await clientCertificateOf(deps, place, account.certificateId, pin);
        const { redirectUri, applicationId } = account;
        const { scopes } = deps.store().application(applicationId);
        const attempt = startAttempt(place.profile, { id: randomUUID(), redirectUri, scopes, now: deps.now() });
        return walkAttempt(deps, place, account, attempt, clientCertificate, false);
      }),

    async resume() {
      const store = deps.store();
      for (const { id, attempt, account, issuedTo } of store.pendingSignIns()) {
        const application = store.applications().find((one) => one.id === account.applicationId);
        // A code is never sent to another registration than it was asked for.
        const isSame = application !== undefined && isDeepStrictEqual(registrationOf(application), issuedTo);
        if (!isSame || attempt.deadline <= deps.now()) await store.removePendingSignIn(id).catch(() => undefined);
        else {
          // How it ends is seen on the account and in the attempts; nobody waits for it here.
          perform(account, (place) => walkAttempt(deps, place, account, attempt, null, true)).catch(() => undefined);
        }
      }
    },
  };
}

/** Whose turn it is: one authority's, for one certificate or, without one, for one account. */
export function holderOf({ profile }: Place, { certificateId, id }: AccountRecord): string {
  return `${profile.authority} ${certificateId ?? id}`;
}

/** What TLS needs, where the profile shows a certificate at all; the PIN, if one was needed, is used and forgotten. */
async function clientCertificateOf(
  deps: SignInDeps,
  { profile, environment }: Place,
  certificateId: string | null,
  pin: string | null,
): Promise<ClientCertificate | null> {
  if (profile.certificateShownAt.length === 0) return null;
  if (certificateId === null) return fail({ code: 'not-found', what: 'certificate' });
  const record = deps.store().certificate(certificateId);
  refuseUnfit(profile, environment.name, record, deps.now());
  const { fingerprint, certPem, chainPem, key } = record;
  if (key.kept) return { fingerprint, certPem, chainPem, keyPem: key.keyPem };
  if (pin === null) return fail({ code: 'pin-needed' });
  const { keyPem } = await openOrFail(deps.openP12, Buffer.from(key.p12Base64, 'base64'), pin, fingerprint);
  return { fingerprint, certPem, chainPem, keyPem };
}

/** What the authority would refuse without a word of why is said before the call (S4). */
function refuseUnfit(profile: Profile, environment: string, certificate: CertificateRecord, now: number): void {
  const facts = certificateFacts(certificate);
  if (facts.notAfter <= now) fail({ code: 'certificate-expired', notAfter: facts.notAfter });
  if (facts.notBefore > now) fail({ code: 'certificate-not-yet-valid', notBefore: facts.notBefore });
  const issuer = [facts.issuerCommonName, facts.issuerOrganisation].filter((name) => name !== null).join(', ');
  const madeFor = environmentOfIssuer(profile, issuer);
  if (madeFor !== null && madeFor !== environment) {
    fail({ code: 'certificate-wrong-environment', issuer, environment });
  }
}

/** Walks an attempt to its tokens. `resumed`: its page is open in the browser already. */
async function walkAttempt(
  deps: SignInDeps,
  place: Place,
  account: AccountRecord,
  attempt: Attempt,
  clientCertificate: ClientCertificate | null,
  resumed: boolean,
): Promise<TokenAnswer> {
  const { profile } = place;
  const store = deps.store();
  const { clientId, clientSecret } = store.application(account.applicationId);
  const outlivesUs = attempt.route === 'browser';
  if (outlivesUs && !resumed) {
    const issuedTo = registrationOf(store.application(account.applicationId));
    const sealed = { ...attempt, scopes: [...attempt.scopes] };
    await store.savePendingSignIn({ id: attempt.id, account, issuedTo, attempt: sealed });
  }
  const running = deps.attempts.begin(attempt, account, deps.now());
  const { signal } = running;
  try {
    const callback = await fetchCallback(deps, place, clientId, clientCertificate, attempt, resumed, signal);
    running.show('returned');
    const authorizationCode = acceptCallback(profile, attempt, callback);
    running.show('exchanging');
    const { redirectUri, scopes, codeVerifier } = attempt;
    return await deps.tokenTurns(holderOf(place, account), () =>
      exchangeCode(
        { ...deps, ...place, credentials: { clientId, clientSecret }, clientCertificate, signal },
        { authorizationCode, redirectUri, scopes, codeVerifier },
      ),
    );
  } finally {
    running.end();
    // The key may be there for this sign-in alone.
    if (clientCertificate) await deps.https.forget(clientCertificate.fingerprint);
    // What cannot be removed is forgotten at its deadline; it must not cost the tokens.
    if (outlivesUs) await store.removePendingSignIn(attempt.id).catch(() => undefined);
  }
}

/** Sends the person, or the program, to the authority by the profile's route and brings the callback's URL home. */
async function fetchCallback(
  deps: SignInDeps,
  { profile, environment }: Place,
  clientId: string,
  clientCertificate: ClientCertificate | null,
  attempt: Attempt,
  resumed: boolean,
  signal: AbortSignal,
): Promise<URL> {
  const start = authorizeUrl(profile, environment, clientId, attempt);
  const { arrivalUri } = attempt;
  switch (attempt.route) {
    case 'direct': {
      const input = { profile, environment, clientCertificate, start, arrivalUri };
      return walkDirectRoute(deps.https, input, signal);
    }
    case 'window': {
      const { signInOrigins: origins, certificateOrigins, trustedCa } = environment;
      return deps.openSignInWindow({
        start,
        arrivalUri,
        origins,
        certificateOrigins,
        clientCertificate,
        trustedCa,
        signal,
      });
    }
    case 'browser': {
      // Waited for before the browser opens: it may be quicker than we are.
      const callback = deps.callbacks.wait(attempt, signal);
      const opened = resumed ? Promise.resolve() : deps.openBrowser(start);
      opened.catch(() => undefined);
      return Promise.race([callback, opened.then(() => callback)]);
    }
  }
}

/** Failures that say nothing of the account: the user ended it, or was only asked for something. */
const passing: ReadonlySet<Failure['code']> = new Set([
  'signin-cancelled',
  'signin-declined',
  'signin-busy',
  'pin-needed',
  'p12-wrong-password',
]);

/** Keeps on a stored account why the last try failed; nothing else of it changes. */
export async function keepFailure(store: Store, accountId: string, error: unknown, now: number): Promise<void> {
  if (!(error instanceof FailureError) || passing.has(error.failure.code)) return;
  const { failure } = error;
  if (!store.accounts().some(({ id }) => id === accountId)) return;
  // That this write failed must not hide the first failure: the caller hears of that one.
  await store
    .changeAccount(accountId, (current) => ({ ...current, lastFailure: { at: now, failure } }))
    .catch(() => undefined);
}
