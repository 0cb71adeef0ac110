import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { environmentOfIssuer } from '../authorities/authorities.ts';
import type { Profile } from '../authorities/schema.ts';
import { fail, FailureError, type Failure } from '../contract/failure.ts';
import type { ClientCertificate, HttpsClient } from '../network/https-client.ts';
import { acceptCallback, authorizeUrl, startAttempt, type Attempt } from '../signin/attempt.ts';
import { walkDirectRoute } from '../signin/direct-route.ts';
import { answerJudge, type JudgeAnswer } from '../signin/judge-answer.ts';
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
import type { TokenTurns } from './token-turns.ts';
import { holderOf } from './token-turns.ts';
import type { Unsaved } from './unsaved.ts';

/** Where a sign-in window starts, what it may do, and how it ends. */
export type SignInWindowInput = {
  /** The attempt's first address, at one of `origins`. */
  readonly start: URL;
  /** Where the callback must arrive; nothing is ever sent there. */
  readonly arrivalUri: string;
  /** The https origins the sign-in may lead to: authorize, token and the profile's login hosts. */
  readonly origins: readonly string[];
  /** Those that get the client certificate when they ask for it. */
  readonly certificateOrigins: readonly string[];
  readonly clientCertificate: ClientCertificate | null;
  /** PEM of the only CA that counts for the authority; null for the usual roots. */
  readonly trustedCa: string | null;
  /** Hears of every page of the authority; what it makes of one, if anything, is what the window then ends with. */
  readonly judgeAnswer: JudgeAnswer;
  /** Cancels or ends by its deadline; its reason is what the window then ends with. */
  readonly signal: AbortSignal;
};

/** Opens the app's own sign-in window; resolves with the callback's URL, unjudged. */
export type OpenSignInWindow = (input: SignInWindowInput) => Promise<URL>;

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
  readonly tokenTurns: TokenTurns;
  readonly unsaved: Unsaved;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
};

/** How long an authority may take to answer an exchange, ms. */
const EXCHANGE_DEADLINE_MS = 90_000;

/** Runs sign-ins, one at a time per authority and holder: authorities refuse more. */
export type SignIn = {
  /**
   * Signs `account` in and stores what the authority gave, durably, before it resolves. A failure is kept on the
   * account if it is already stored, and nothing else of it changes.
   */
  run(account: AccountRecord, pin: string | null): Promise<void>;
  /** Takes up the sign-ins that waited for the browser when the program ended; forgets those whose time is over. */
  resume(): Promise<void>;
  /** Whether a sign-in under way uses this application or certificate, so that neither can be removed from under it. */
  uses(id: string): boolean;
};

export function createSignIn(deps: SignInDeps): SignIn {
  /** By authority and holder. */
  const busy = new Map<string, AccountRecord>();

  async function perform(account: AccountRecord, fetch: (place: Place, keep: Keep) => Promise<void>): Promise<void> {
    const store = deps.store();
    const isStored = store.accounts().some(({ id }) => id === account.id);
    const application = store.application(account.applicationId);
    const place = placeOf(deps.profiles(), application);
    const holder = holderOf(place, account);
    if (busy.has(holder)) fail({ code: 'signin-busy' });
    busy.set(holder, account);
    const { redirectUri, certificateId } = account;
    const keep: Keep = (answer) => {
      const signIn = (current: AccountRecord): AccountRecord => {
        // What the disk takes late never overwrites what came after it.
        if (current.grant !== null && current.grant.obtainedAt > answer.obtainedAt) return current;
        const signedIn = { ...current, applicationId: application.id, certificateId, redirectUri };
        return withAnswer(signedIn, place.profile, answer, {
          application,
          scopeAsked: application.scopes,
          isSignIn: true,
          now: deps.now(),
        });
      };
      return deps.unsaved.save(account.id, () =>
        // An account that was removed while the authority was answering does not come back.
        isStored ? store.changeAccount(account.id, signIn) : store.saveAccount(signIn(account)),
      );
    };
    try {
      refuseIncomplete(place.profile, application, false);
      if (!URL.canParse(redirectUri)) fail({ code: 'application-incomplete', missing: ['redirectUris'] });
      await fetch(place, keep);
    } catch (error) {
      await keepFailure(store, account.id, error, deps.now());
      throw error;
    } finally {
      busy.delete(holder);
    }
  }

  return {
    run: (account, pin) =>
      perform(account, async (place, keep) => {
        const clientCertificate = await clientCertificateOf(deps, place, account.certificateId, pin);
        const { redirectUri, applicationId } = account;
        const { scopes } = deps.store().application(applicationId);
        const attempt = startAttempt(place.profile, { id: randomUUID(), redirectUri, scopes, now: deps.now() });
        await walkAttempt(deps, { place, account, attempt, clientCertificate, resumed: false }, keep);
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
          perform(account, (place, keep) =>
            walkAttempt(deps, { place, account, attempt, clientCertificate: null, resumed: true }, keep),
          ).catch(() => undefined);
        }
      }
    },

    uses: (id) =>
      [...busy.values()].some(({ applicationId, certificateId }) => applicationId === id || certificateId === id),
  };
}

/** Stores what the authority gave, durably; what the disk refuses is not lost. */
type Keep = (answer: TokenAnswer) => Promise<void>;

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

/** A sign-in on its way. `resumed`: its page is open in the browser already. */
type Walk = {
  readonly place: Place;
  readonly account: AccountRecord;
  readonly attempt: Attempt;
  readonly clientCertificate: ClientCertificate | null;
  readonly resumed: boolean;
};

/** Walks an attempt to its tokens, and those to the disk. */
async function walkAttempt(deps: SignInDeps, walk: Walk, keep: Keep): Promise<void> {
  const { place, account, attempt, clientCertificate, resumed } = walk;
  const store = deps.store();
  const application = store.application(account.applicationId);
  const { clientId, clientSecret } = application;
  const outlivesUs = attempt.route === 'browser';
  if (outlivesUs && !resumed) {
    const issuedTo = registrationOf(application);
    const sealed = { ...attempt, scopes: [...attempt.scopes] };
    await store.savePendingSignIn({ id: attempt.id, account, issuedTo, attempt: sealed });
  }
  const running = deps.attempts.begin(attempt, account, deps.now());
  const { signal } = running;
  try {
    const callback = await fetchCallback(deps, walk, clientId, signal);
    running.show('returned');
    const authorizationCode = acceptCallback(place.profile, attempt, callback);
    running.show('exchanging');
    const { redirectUri, scopes, codeVerifier } = attempt;
    await deps.tokenTurns.take(place, account, async () => {
      signal.throwIfAborted();
      // From here on nothing calls it off where a person signed in: the answer may hold the only pair that brings.
      const isAlone = place.profile.renewal.by === 'sign-in';
      const exchange = isAlone ? signal : AbortSignal.timeout(EXCHANGE_DEADLINE_MS);
      const credentials = { clientId, clientSecret };
      const requester = { ...deps, ...place, credentials, clientCertificate, signal: exchange };
      await keep(await exchangeCode(requester, { authorizationCode, redirectUri, scopes, codeVerifier }));
    });
  } finally {
    running.end();
    // The key may be there for this sign-in alone.
    if (clientCertificate) await deps.https.forget(clientCertificate.fingerprint);
    // What cannot be removed is forgotten at its deadline; it must not cost the tokens.
    if (outlivesUs) await store.removePendingSignIn(attempt.id).catch(() => undefined);
  }
}

/** Sends the person, or the program, to the authority by the profile's route and brings the callback's URL home. */
async function fetchCallback(deps: SignInDeps, walk: Walk, clientId: string, signal: AbortSignal): Promise<URL> {
  const { place, attempt, clientCertificate, resumed } = walk;
  const { profile, environment } = place;
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
        judgeAnswer: answerJudge(profile, start),
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
  'other-copy-ends',
  'renewal-elsewhere',
  'vault-write-failed',
]);

/** Whether a failure says nothing of the account, so that it is not kept on it. */
export function isPassing({ code }: Failure): boolean {
  return passing.has(code);
}

/** Keeps on a stored account why the last try failed; nothing else of it changes. */
async function keepFailure(store: Store, accountId: string, error: unknown, now: number): Promise<void> {
  if (!(error instanceof FailureError) || isPassing(error.failure)) return;
  const { failure } = error;
  if (!store.accounts().some(({ id }) => id === accountId)) return;
  // That this write failed must not hide the first failure: the caller hears of that one.
  await store
    .changeAccount(accountId, (current) => ({ ...current, lastFailure: { at: now, failure } }))
    .catch(() => undefined);
}
