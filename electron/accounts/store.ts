import { fail, type Failure } from '../contract/failure.ts';
import type { Change } from '../contract/snapshot.ts';
import { VaultError } from '../vault/errors.ts';
import type { AnyKind, Kind } from '../vault/kind.ts';
import type { Vault } from '../vault/vault.ts';
import {
  accountKind,
  applicationKind,
  certificateKind,
  pendingSignInKind,
  type AccountRecord,
  type ApplicationRecord,
  type CertificateRecord,
  type PendingSignInRecord,
} from './records.ts';
import { accountView, applicationView, certificateView } from './views.ts';

/** The records as the features use them: every write is durable before it resolves and before the window hears of it. */
export type Store = {
  certificate(id: string): CertificateRecord;
  application(id: string): ApplicationRecord;
  account(id: string): AccountRecord;
  certificates(): readonly CertificateRecord[];
  applications(): readonly ApplicationRecord[];
  accounts(): readonly AccountRecord[];
  saveCertificate(record: CertificateRecord): Promise<void>;
  saveApplication(record: ApplicationRecord): Promise<void>;
  saveAccount(record: AccountRecord): Promise<void>;
  /** Tells the window of the account again: something it shows beside the record has changed. */
  touchAccount(id: string): void;
  pendingSignIns(): readonly PendingSignInRecord[];
  savePendingSignIn(record: PendingSignInRecord): Promise<void>;
  removePendingSignIn(id: string): Promise<void>;
  removeCertificate(id: string): Promise<void>;
  removeApplication(id: string): Promise<void>;
  removeAccount(id: string): Promise<void>;
};

/** Reading what is not there fails with `not-found`; a write that does not reach the disk with `vault-write-failed`. */
export function createStore(
  vault: Vault,
  announce: (changes: readonly Change[]) => void,
  isRenewing: (accountId: string) => boolean,
): Store {
  const values = <T>(kind: Kind<T>): readonly T[] => vault.list(kind).map(({ value }) => value);

  const store: Store = {
    certificate: (id) => vault.read(certificateKind, id) ?? fail({ code: 'not-found', what: 'certificate' }),
    application: (id) => vault.read(applicationKind, id) ?? fail({ code: 'not-found', what: 'application' }),
    account: (id) => vault.read(accountKind, id) ?? fail({ code: 'not-found', what: 'account' }),
    certificates: () => values(certificateKind),
    applications: () => values(applicationKind),
    accounts: () => values(accountKind),
    async saveCertificate(record) {
      await durable(vault.write(certificateKind, record.id, record));
      announce([{ kind: 'certificates', id: record.id, value: certificateView(record) }]);
    },
    async saveApplication(record) {
      await durable(vault.write(applicationKind, record.id, record));
      announce([{ kind: 'applications', id: record.id, value: applicationView(record) }]);
    },
    async saveAccount(record) {
      await durable(vault.write(accountKind, record.id, record));
      announce([{ kind: 'accounts', id: record.id, value: accountView(record, store, isRenewing) }]);
    },
    touchAccount(id) {
      const record = vault.read(accountKind, id);
      if (record) announce([{ kind: 'accounts', id, value: accountView(record, store, isRenewing) }]);
    },
    pendingSignIns: () => values(pendingSignInKind),
    savePendingSignIn: (record) => durable(vault.write(pendingSignInKind, record.id, record)),
    removePendingSignIn: (id) => durable(vault.remove(pendingSignInKind, id)),
    removeCertificate: (id) => remove(certificateKind, 'certificates', id),
    removeApplication: (id) => remove(applicationKind, 'applications', id),
    removeAccount: (id) => remove(accountKind, 'accounts', id),
  };

  async function remove(kind: AnyKind, list: 'certificates' | 'applications' | 'accounts', id: string): Promise<void> {
    await durable(vault.remove(kind, id));
    announce([{ kind: list, id, value: null }]);
  }

  return store;
}

async function durable(writing: Promise<void>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    const failure = error instanceof VaultError ? writeFailure(error) : null;
    if (failure) fail(failure, error);
    throw error;
  }
}

function writeFailure({ code }: VaultError): Failure | null {
  switch (code) {
    case 'disk-full':
    case 'no-permission':
    case 'disk-error':
    case 'not-durable':
    case 'record-unreadable':
      return { code: 'vault-write-failed', reason: code };
    default:
      return null;
  }
}
