import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Profile } from '../authorities/schema.ts';
import { fail, FailureError, type Failure } from '../contract/failure.ts';
import { isInWindow, type Route } from '../contract/route.ts';
import { startAttempt } from '../signin/attempt.ts';
import type { OpenP12 } from './certificate-calls.ts';
import { registrationOf } from './grant.ts';
import { keepSignIn } from './keep-sign-in.ts';
import { placeOf, refuseIncomplete, type Place } from './place.ts';
import type { AccountRecord } from './records.ts';
import { needsKey, routeFor } from './route-choice.ts';
import { shownCertificate } from './shown-certificate.ts';
import type { Store } from './store.ts';
import { holderOf } from './token-turns.ts';
import type { Unsaved } from './unsaved.ts';
import { walkAttempt, type Keep, type WalkDeps } from './walk-attempt.ts';

export type SignInDeps = WalkDeps & {
  readonly profiles: () => readonly Profile[];
  readonly openP12: OpenP12;
  readonly unsaved: Unsaved;
  /** The scheme on which callbacks come home to this program. */
  readonly scheme: string;
};

/** Runs sign-ins, one at a time per authority and holder: authorities refuse more. */
export type SignIn = {
  /**
   * Signs `account` in and stores what the authority gave, durably, before it resolves. A failure is kept on the
   * account if it is already stored, and nothing else of it changes.
   * @returns the account's id; where a certificate on a device turns out to have an account in the application already,
   *   that one's
   */
  run(account: AccountRecord, input: { readonly pin: string | null; readonly route: Route | null }): Promise<string>;
  /** Takes up the sign-ins that waited for the browser when the program ended; forgets those whose time is over. */
  resume(): Promise<void>;
  /** Whether a sign-in under way uses this application or certificate, so that neither can be removed from under it. */
  uses(id: string): boolean;
};

export function createSignIn(deps: SignInDeps): SignIn {
  /** By authority and holder. */
  const busy = new Map<string, AccountRecord>();

  async function perform(account: AccountRecord, fetch: (place: Place, keep: Keep) => Promise<void>): Promise<string> {
    const store = deps.store();
    let keptId = account.id;
    const stored = store.accounts().find(({ id }) => id === account.id);
    const isStored = stored !== undefined;
    const application = store.application(account.applicationId);
    const place = placeOf(deps.profiles(), application);
    // In the turn of the account's own renewals: what it is signed in with now may name no certificate.
    const holder = holderOf(place, stored ?? account);
    const otherId = randomUUID();
    if (busy.has(holder)) fail({ code: 'signin-busy' });
    busy.set(holder, account);
    deps.traces.drop(account);
    const { redirectUri } = account;
    const keep: Keep = (answer, by) =>
      deps.unsaved.save(account.id, async () => {
        const { profile } = place;
        const input = { account, isStored, application, profile, answer, otherId, now: deps.now(), ...by };
        keptId = await keepSignIn(store, input);
      });
    try {
      refuseIncomplete(place.profile, application, false);
      const isRedirected = place.profile.authorizeQuery.includes('redirect_uri');
      if (isRedirected && !URL.canParse(redirectUri))
        fail({ code: 'application-incomplete', missing: ['redirectUris'] });
      await fetch(place, keep);
      return keptId;
    } catch (error) {
      await keepFailure(store, account.id, error, deps.now());
      throw error;
    } finally {
      busy.delete(holder);
    }
  }

  return {
    run(account, { pin, route: asked }) {
      const { certificateId } = account;
      return perform(account, async (place, keep) => {
        const { profile } = place;
        const record = certificateId === null ? null : deps.store().certificate(certificateId);
        const route = routeFor(profile, asked ?? account.route, record);
        const now = deps.now();
        const endings = deps.attempts.windowEndings();
        const clientCertificate = needsKey(profile, route)
          ? await shownCertificate(deps.openP12, place, record ?? noCertificate(), { pin, now })
          : null;
        // The window was locked while the certificate was being opened.
        if (isInWindow(route) && deps.attempts.windowEndings() !== endings) fail({ code: 'signin-cancelled' });
        const { redirectUri, applicationId } = account;
        const { scopes } = deps.store().application(applicationId);
        const { scheme } = deps;
        const attempt = startAttempt(profile, { id: randomUUID(), route, redirectUri, scheme, scopes, now });
        await walkAttempt(deps, { place, account, attempt, clientCertificate, resumed: false }, keep);
      });
    },

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

function noCertificate(): never {
  return fail({ code: 'not-found', what: 'certificate' });
}

/** Failures that say nothing of the account: the user ended it, or was only asked for something. */
const passing: ReadonlySet<Failure['code']> = new Set([
  'signin-cancelled',
  'signin-declined',
  'signin-busy',
  'pin-needed',
  'redirect-uri-astray',
  'loopback-port-taken',
  'p12-wrong-password',
  'p12-interrupted',
  'device-nothing-offered',
  'device-certificate-needed',
  'device-pin-refused',
  'device-removed',
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
