import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { ApplicationInput, Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import type { RemoveAccount } from './account-removal.ts';
import type { Attempts } from './attempts.ts';
import { applicationRemovalQuestion, type EndingQuestion } from './ending-questions.ts';
import type { AccountRecord, ApplicationRecord } from './records.ts';
import type { SignIn } from './sign-in.ts';
import type { Store } from './store.ts';

/** How long a sign-in that was cancelled may take to end, and how often that is looked for, ms. */
const CANCELLING = { forMs: 3000, everyMs: 10 };

/** Applications may be saved incomplete: an authority sends the key pairs in parts, on different days. */
export function applicationCalls(deps: {
  readonly store: () => Store;
  readonly signIn: Pick<SignIn, 'uses'>;
  readonly attempts: Pick<Attempts, 'views' | 'cancel'>;
  /** Removes an account as the call `accounts.remove` does, without a question of its own. */
  readonly removeAccount: RemoveAccount;
  /** The native question; false where it was not answered with a clear yes. */
  readonly confirm: (question: EndingQuestion) => Promise<boolean>;
}): Pick<Handlers, 'applications.save' | 'applications.remove'> {
  return {
    async 'applications.save'(input) {
      const store = deps.store();
      const before = input.id === null ? null : store.application(input.id);
      const record = recordOf(input, before);
      refuseSwappedKeys(record, store.applications());
      await store.saveApplication(record);
      if (before !== null && !isSameRegistration(before, record)) await forgetRefusals(store, record.id);
      return { applicationId: record.id };
    },

    async 'applications.remove'({ applicationId, alsoAccounts = [] }) {
      const store = deps.store();
      const application = store.application(applicationId);
      const listed = refuseUnlisted(store, applicationId, alsoAccounts);
      if (listed.length > 0 && !(await deps.confirm(applicationRemovalQuestion(store, application, listed)))) {
        return { outcome: 'declined', filesLeft: [] };
      }
      await endSignIns(applicationId);
      // One of them may have brought its tokens home just before.
      const accounts = refuseUnlisted(store, applicationId, alsoAccounts);
      const filesLeft: string[] = [];
      // The application goes last: an end in between leaves it with the accounts that are left.
      for (const { id } of accounts) filesLeft.push(...(await deps.removeAccount(id)));
      refuseUnlisted(store, applicationId, []);
      await store.removeApplication(applicationId);
      return { outcome: 'done', filesLeft };
    },
  };

  /** Cancels the sign-ins with an application, so that none brings an account back, now or after a restart. */
  async function endSignIns(applicationId: string): Promise<void> {
    for (const attempt of deps.attempts.views())
      if (attempt.applicationId === applicationId) deps.attempts.cancel(attempt.id);
    const waitUntil = performance.now() + CANCELLING.forMs;
    while (deps.signIn.uses(applicationId) && performance.now() < waitUntil) await wait(CANCELLING.everyMs);
    if (deps.signIn.uses(applicationId)) fail({ code: 'signin-busy' });
    const store = deps.store();
    for (const pending of store.pendingSignIns()) {
      if (pending.account.applicationId === applicationId) await store.removePendingSignIn(pending.id);
    }
  }
}

/** The accounts under an application; fails with `in-use` where there are others than the person was told of. */
function refuseUnlisted(store: Store, applicationId: string, listed: readonly string[]): readonly AccountRecord[] {
  const accounts = store.accounts().filter((account) => account.applicationId === applicationId);
  const unlisted = accounts.map(({ id }) => id).filter((id) => !listed.includes(id));
  if (unlisted.length > 0) fail({ code: 'in-use', what: 'application', accounts: unlisted });
  return accounts;
}

function recordOf(input: ApplicationInput, before: ApplicationRecord | null): ApplicationRecord {
  const clientId = input.clientId.trim();
  const apigwClientId = input.apigwClientId.trim();
  // A secret is for the authority and the ID it was given with: it must never be sent to another place.
  const isSamePlace = before?.profile === input.profile && before.environment === input.environment;
  const pairs = [
    { id: before?.clientId ?? '', secret: before?.clientSecret ?? '' },
    { id: before?.apigwClientId ?? '', secret: before?.apigwClientSecret ?? '' },
  ] as const;
  // Where the two pairs were swapped, each secret goes with its ID.
  const kept = (id: string, own: (typeof pairs)[number]): string => {
    if (!isSamePlace) return '';
    if (id === own.id || own.id === '') return own.secret;
    return id === '' ? '' : (pairs.find((pair) => pair.id === id)?.secret ?? '');
  };
  return {
    id: before?.id ?? randomUUID(),
    profile: input.profile,
    environment: input.environment,
    name: input.name.trim(),
    // Never trimmed or tidied: they have to be what was registered, character for character (S5).
    redirectUris: input.redirectUris.filter((uri) => uri !== ''),
    services: [...input.services],
    scopes: [...new Set(input.scopes.flatMap((scope) => scope.split(/\s+/)).filter((scope) => scope !== ''))],
    clientId,
    clientSecret: input.clientSecret?.trim() ?? kept(clientId, pairs[0]),
    apigwClientId,
    apigwClientSecret: input.apigwClientSecret?.trim() ?? kept(apigwClientId, pairs[1]),
  };
}

/** Whether two records differ in no more than the name, which no authority sees. */
function isSameRegistration(one: ApplicationRecord, other: ApplicationRecord): boolean {
  return isDeepStrictEqual({ ...one, name: '' }, { ...other, name: '' });
}

/** What an authority refused to the registration as it was says nothing of the one there is now. */
async function forgetRefusals(store: Store, applicationId: string): Promise<void> {
  for (const { id, lastFailure } of store.accounts().filter((account) => account.applicationId === applicationId)) {
    if (lastFailure?.failure.code !== 'authority-refused') continue;
    await store.changeAccount(id, (account) => ({ ...account, lastFailure: null }));
  }
}

/** A pair that another application holds in the other place was pasted into the wrong one (S16). */
function refuseSwappedKeys(record: ApplicationRecord, all: readonly ApplicationRecord[]): void {
  const others = all.filter(({ id }) => id !== record.id);
  const swapped = others.some(
    (other) =>
      (record.clientId !== '' && record.clientId === other.apigwClientId) ||
      (record.apigwClientId !== '' && record.apigwClientId === other.clientId),
  );
  if (swapped || (record.clientId !== '' && record.clientId === record.apigwClientId)) fail({ code: 'keys-swapped' });
}
