import { explainReset } from '../authorities/explain.ts';
import type { Profile } from '../authorities/schema.ts';
import { fail, FailureError } from '../contract/failure.ts';
import { arrivalOf, type Route } from '../contract/route.ts';
import type { ClientCertificate } from '../network/https-client.ts';
import { acceptCallback, type Attempt } from '../signin/attempt.ts';
import type { Trace } from '../signin/trace.ts';
import type { TokenAnswer } from '../tokens/token-answer.ts';
import { exchangeCode, requestByCredentials, type TokenRequester } from '../tokens/token-request.ts';
import type { Attempts } from './attempts.ts';
import { fetchCallback, type RouteDeps } from './callback-routes.ts';
import { deviceAsks } from './device-route.ts';
import type { DeviceQuestions } from './device-questions.ts';
import { registrationOf } from './grant.ts';
import type { Place } from './place.ts';
import type { AccountRecord } from './records.ts';
import type { Store } from './store.ts';
import type { TokenTurns } from './token-turns.ts';
import { tracedAsks, tracedRoutes } from './traced-routes.ts';
import type { Traces } from './traces.ts';

/** How long an authority may take to answer an exchange, ms. */
const EXCHANGE_DEADLINE_MS = 90_000;

export type WalkDeps = RouteDeps & {
  readonly store: () => Store;
  readonly attempts: Attempts;
  readonly tokenTurns: TokenTurns;
  readonly questions: DeviceQuestions;
  readonly traces: Traces;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
};

/** Stores what the authority gave, durably; what the disk refuses is not lost. */
export type Keep = (
  answer: TokenAnswer,
  by: {
    readonly route: Route;
    /** PEM of the certificate that was shown; null where this program showed none. */
    readonly shownCertificate: string | null;
    /** Its key is on a device. */
    readonly isOnDevice: boolean;
  },
) => Promise<void>;

/** A sign-in on its way. `resumed`: its page is open in the browser already. */
export type Walk = {
  readonly place: Place;
  readonly account: AccountRecord;
  readonly attempt: Attempt;
  readonly clientCertificate: ClientCertificate | null;
  readonly resumed: boolean;
};

/** Walks an attempt to its tokens, and those to the disk; what happens on the way is recorded. */
export async function walkAttempt(deps: WalkDeps, walk: Walk, keep: Keep): Promise<void> {
  const { clientCertificate, resumed: isResumed } = walk;
  const certPem = clientCertificate?.certPem ?? null;
  const trace = deps.traces.begin({ ...walk, store: deps.store(), certPem, isResumed });
  try {
    await walkTraced(tracedRoutes(deps, trace), trace, walk, keep);
    trace.note({ kind: 'ended', error: null });
  } catch (error) {
    trace.note({ kind: 'ended', error });
    throw error;
  }
}

async function walkTraced(deps: WalkDeps, trace: Trace, walk: Walk, keep: Keep): Promise<void> {
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
    let fetchTokens = (requester: TokenRequester): Promise<TokenAnswer> =>
      requestByCredentials(requester, attempt.scopes);
    let shown: string | null = null;
    if (attempt.route !== 'client-credentials') {
      const ask = tracedAsks(deviceAsks({ ...deps, store }, attempt.id, account), trace);
      const { callback, certPem } = await fetchCallback(deps, { ...walk, clientId, running, ask, trace }, signal);
      shown = certPem;
      trace.note({ kind: 'returned', callback });
      running.show('returned');
      const authorizationCode = acceptCallback(place.profile, attempt, callback);
      const cameAt = codeCameAt(attempt, deps.now());
      fetchTokens = (requester) =>
        exchangeCode(requester, { ...attempt, authorizationCode }).catch((error: unknown) =>
          explained(error, place.profile, deps.now() - cameAt),
        );
    }
    running.show('exchanging');
    const stored = store.accounts().find(({ id }) => id === account.id) ?? account;
    await deps.tokenTurns.take(place, stored, async () => {
      signal.throwIfAborted();
      // From here on nothing calls it off where a person signed in: the answer may hold the only pair that brings.
      const isAlone = place.profile.renewal.by === 'sign-in';
      const exchange = isAlone ? signal : AbortSignal.timeout(EXCHANGE_DEADLINE_MS);
      const credentials = { clientId, clientSecret };
      const requester = { ...deps, ...place, credentials, clientCertificate, signal: exchange };
      const answer = await fetchTokens(requester);
      trace.note({ kind: 'tokens', answer, refreshTokenSent: null });
      const shownCertificate = shown ?? clientCertificate?.certPem ?? null;
      await keep(answer, { route: attempt.route, shownCertificate, isOnDevice: shown !== null });
    });
  } finally {
    running.end();
    // The key may be there for this sign-in alone.
    if (clientCertificate) await deps.https.forget(clientCertificate.fingerprint);
    // What cannot be removed is forgotten at its deadline; it must not cost the tokens.
    if (outlivesUs) await store.removePendingSignIn(attempt.id).catch(() => undefined);
  }
}

/** When the code came, epoch ms: of one that was pasted, or may have been, nobody knows how old it is. */
function codeCameAt({ route, redirectUri }: Attempt, now: number): number {
  const arrival = arrivalOf(route, redirectUri);
  return arrival === 'pasted' || arrival === 'relayed' ? -Infinity : now;
}

/** An authority may answer a code that came too late by breaking off; then that is said. */
function explained(error: unknown, profile: Profile, sinceCodeMs: number): never {
  const failure = error instanceof FailureError ? error.failure : null;
  const isReset = failure?.code === 'authority-unreachable' && failure.cause === 'reset';
  const explanation = isReset ? explainReset(profile, sinceCodeMs) : null;
  if (explanation === null) throw error;
  const words = { status: null, error: '', description: '', explanation };
  return fail({ code: 'authority-refused', stage: 'token', ...words }, error);
}
