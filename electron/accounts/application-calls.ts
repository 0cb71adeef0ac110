import { randomUUID } from 'node:crypto';
import type { ApplicationInput, Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import type { Attempts } from './attempts.ts';
import type { ApplicationRecord } from './records.ts';
import type { Store } from './store.ts';

/** Applications may be saved incomplete: an authority sends the key pairs in parts, on different days. */
export function applicationCalls(deps: {
  readonly store: () => Store;
  readonly attempts: Attempts;
}): Pick<Handlers, 'applications.save' | 'applications.swapKeys' | 'applications.remove'> {
  return {
    async 'applications.save'(input) {
      const store = deps.store();
      const before = input.id === null ? null : store.application(input.id);
      const record = recordOf(input, before);
      refuseSwappedKeys(record, store.applications());
      await store.saveApplication(record);
      return { applicationId: record.id };
    },

    async 'applications.swapKeys'({ applicationId }) {
      const store = deps.store();
      const record = store.application(applicationId);
      await store.saveApplication({
        ...record,
        clientId: record.apigwClientId,
        clientSecret: record.apigwClientSecret,
        apigwClientId: record.clientId,
        apigwClientSecret: record.clientSecret,
      });
      return {};
    },

    async 'applications.remove'({ applicationId }) {
      const store = deps.store();
      store.application(applicationId);
      const users = store.accounts().filter((account) => account.applicationId === applicationId);
      const isBusy = deps.attempts.views().some((attempt) => attempt.applicationId === applicationId);
      if (isBusy || users.length > 0)
        fail({ code: 'in-use', what: 'application', accounts: users.map(({ id }) => id) });
      await store.removeApplication(applicationId);
      return {};
    },
  };
}

function recordOf(input: ApplicationInput, before: ApplicationRecord | null): ApplicationRecord {
  return {
    id: before?.id ?? randomUUID(),
    profile: input.profile,
    environment: input.environment,
    name: input.name.trim(),
    // Never trimmed or tidied: they have to be what was registered, character for character (S5).
    redirectUris: input.redirectUris.filter((uri) => uri !== ''),
    services: [...input.services],
    scopes: [...new Set(input.scopes.flatMap((scope) => scope.split(/\s+/)).filter((scope) => scope !== ''))],
    clientId: input.clientId.trim(),
    clientSecret: input.clientSecret === null ? (before?.clientSecret ?? '') : input.clientSecret.trim(),
    apigwClientId: input.apigwClientId.trim(),
    apigwClientSecret:
      input.apigwClientSecret === null ? (before?.apigwClientSecret ?? '') : input.apigwClientSecret.trim(),
  };
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
