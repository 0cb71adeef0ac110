import { fail, type Failure } from '../contract/failure.ts';
import type { Change } from '../contract/snapshot.ts';
import { VaultError } from '../vault/errors.ts';
import type { AnyKind, Kind } from '../vault/kind.ts';
import type { Vault } from '../vault/vault.ts';
import {
  accountKind,
  applicationKind,
  backupPlanKind,
  certificateKind,
  orphanTokensKind,
  pendingSignInKind,
  type AccountRecord,
  type ApplicationRecord,
  type BackupPlanRecord,
  type CertificateRecord,
  type OrphanTokensRecord,
  type PendingSignInRecord,
} from './records.ts';
import { refreshTokensHad, type RefreshTokensHad } from './refresh-count.ts';
import { accountView, applicationView, backupView, certificateView, type Live } from './views.ts';

/** There is one plan, so its record needs no id of its own. */
const BACKUP_PLAN = 'plan';

/** The records as the features use them: every write is durable before it resolves and before the window hears of it. */
export type Store = {
  certificate(id: string): CertificateRecord;
  application(id: string): ApplicationRecord;
  account(id: string): AccountRecord;
  /** As `certificate` and `application`, and undefined where there is none. */
  findCertificate(id: string): CertificateRecord | undefined;
  findApplication(id: string): ApplicationRecord | undefined;
  certificates(): readonly CertificateRecord[];
  applications(): readonly ApplicationRecord[];
  accounts(): readonly AccountRecord[];
  saveCertificate(record: CertificateRecord): Promise<void>;
  saveApplication(record: ApplicationRecord): Promise<void>;
  saveAccount(record: AccountRecord): Promise<void>;
  /** Changes an account as it is by then; fails with `not-found` if it was removed meanwhile. */
  changeAccount(id: string, change: (current: AccountRecord) => AccountRecord): Promise<void>;
  /** Tells the window of the account again: something it shows beside the record has changed. */
  touchAccount(id: string): void;
  pendingSignIns(): readonly PendingSignInRecord[];
  savePendingSignIn(record: PendingSignInRecord): Promise<void>;
  removePendingSignIn(id: string): Promise<void>;
  /** Every record of the vault could be read when it was opened. */
  isWhole(): boolean;
  /** The daily backup's plan; null where there is none. */
  backupPlan(): BackupPlanRecord | null;
  saveBackupPlan(record: BackupPlanRecord): Promise<void>;
  removeBackupPlan(): Promise<void>;
  removeCertificate(id: string): Promise<void>;
  removeApplication(id: string): Promise<void>;
  removeAccount(id: string): Promise<void>;
  /** Living access tokens of removed accounts (R19), by the account's id. */
  orphans(): readonly OrphanTokensRecord[];
  saveOrphans(record: OrphanTokensRecord): Promise<void>;
  removeOrphans(id: string): Promise<void>;
};

/** Reading what is not there fails with `not-found`; a write that does not reach the disk with `vault-write-failed`. */
export function createStore(vault: Vault, announce: (changes: readonly Change[]) => void, live: Live): Store {
  const values = <T>(kind: Kind<T>): readonly T[] => vault.list(kind).map(({ value }) => value);

  const store: Store = {
    certificate: (id) => vault.read(certificateKind, id) ?? fail({ code: 'not-found', what: 'certificate' }),
    application: (id) => vault.read(applicationKind, id) ?? fail({ code: 'not-found', what: 'application' }),
    account: (id) => vault.read(accountKind, id) ?? fail({ code: 'not-found', what: 'account' }),
    findCertificate: (id) => vault.read(certificateKind, id),
    findApplication: (id) => vault.read(applicationKind, id),
    certificates: () => values(certificateKind),
    applications: () => values(applicationKind),
    accounts: () => values(accountKind),
    async saveCertificate(record) {
      const tell = (): void => announce([{ kind: 'certificates', id: record.id, value: certificateView(record) }]);
      await durable(vault.write(certificateKind, record.id, record), tell);
    },
    async saveApplication(record) {
      const tell = (): void => {
        announce([{ kind: 'applications', id: record.id, value: applicationView(record) }]);
        // Other keys may make a token another registration's.
        values(accountKind).forEach((account) => account.applicationId === record.id && store.touchAccount(account.id));
      };
      await durable(vault.write(applicationKind, record.id, record), tell);
    },
    async saveAccount(record) {
      await durable(vault.write(accountKind, record.id, record), () => store.touchAccount(record.id));
    },
    async changeAccount(id, change) {
      const changed = await durable(vault.update(accountKind, id, change), () => store.touchAccount(id));
      if (changed === undefined) fail({ code: 'not-found', what: 'account' });
    },
    touchAccount(id) {
      const record = vault.read(accountKind, id);
      if (record) announce([{ kind: 'accounts', id, value: accountView(record, store, live, hadNow()) }]);
    },
    pendingSignIns: () => values(pendingSignInKind),
    savePendingSignIn: (record) => durable(vault.write(pendingSignInKind, record.id, record), () => undefined),
    removePendingSignIn: (id) => durable(vault.remove(pendingSignInKind, id), () => undefined),
    isWhole: () => vault.unreadable.length === 0,
    backupPlan: () => vault.read(backupPlanKind, BACKUP_PLAN) ?? null,
    saveBackupPlan: (record) => durable(vault.write(backupPlanKind, BACKUP_PLAN, record), tellBackup),
    removeBackupPlan: () => durable(vault.remove(backupPlanKind, BACKUP_PLAN), tellBackup),
    removeCertificate: (id) => remove(certificateKind, 'certificates', id),
    removeApplication: (id) => remove(applicationKind, 'applications', id),
    removeAccount: (id) => remove(accountKind, 'accounts', id),
    orphans: () => values(orphanTokensKind),
    saveOrphans: (record) => durable(vault.write(orphanTokensKind, record.id, record), () => undefined),
    removeOrphans: (id) => durable(vault.remove(orphanTokensKind, id), () => undefined),
  };

  function hadNow(): RefreshTokensHad {
    return refreshTokensHad(store, live.now());
  }

  function tellBackup(): void {
    announce([{ kind: 'backup', value: backupView(store.backupPlan()) }]);
  }

  function remove(kind: AnyKind, list: 'certificates' | 'applications' | 'accounts', id: string): Promise<void> {
    return durable(vault.remove(kind, id), () => announce([{ kind: list, id, value: null }]));
  }

  return store;
}

/** Waits for a change to be on the disk and tells of it; told too where it is in place but may not outlast a power cut. */
async function durable<T>(changing: Promise<T>, tell: () => void): Promise<T> {
  try {
    const result = await changing;
    tell();
    return result;
  } catch (error) {
    const failure = error instanceof VaultError ? writeFailure(error) : null;
    if (error instanceof VaultError && error.code === 'not-durable') tell();
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
