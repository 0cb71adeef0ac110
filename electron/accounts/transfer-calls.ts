import { basename } from 'node:path';
import type { CallOutput, Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import { PASSPHRASE_MINIMUM } from '../contract/vault-calls.ts';
import type { Derivation } from '../transfer/passphrase-key.ts';
import { readStart } from '../transfer/read-start.ts';
import { inspectTransfer, MAX_TRANSFER_BYTES, openTransfer, type TransferHeader } from '../transfer/transfer-file.ts';
import type { VaultFileSystem } from '../vault/file-system.ts';
import { createTurns } from '../vault/turns.ts';
import type { Backup } from './backup.ts';
import type { Store } from './store.ts';
import { readContents, type TransferContents } from './transfer-contents.ts';
import { createTransferDrafts } from './transfer-drafts.ts';
import { exportMove } from './transfer-export.ts';
import { importContents, planFor } from './transfer-import.ts';
import { issuedAt, type IncomingAccount } from './transfer-merge.ts';
import { certificateFacts, holderName } from './views.ts';

/** The system's own dialogs; each gives a path, or null when it was closed. */
export type TransferDialogs = {
  /** Where to write a file; asks before one there is replaced. */
  readonly chooseTarget: (suggestedName: string) => Promise<string | null>;
  readonly chooseFile: () => Promise<string | null>;
  readonly chooseFolder: () => Promise<string | null>;
};

/** Where moved accounts and backups go, and how their keys are made. */
export type TransferPlace = {
  readonly dialogs: TransferDialogs;
  readonly fs: VaultFileSystem;
  /** How a key is to be made of a passphrase; a salt of its own at each call. */
  readonly newDerivation: () => Derivation;
};

/** Export and import in steps: the dialog first, then the passphrase, so that closing a dialog costs nothing typed. */
export function transferCalls(
  deps: {
    readonly store: () => Store;
    readonly backup: Backup;
    /** Tokens are being fetched for the account, or were and are not stored yet. */
    readonly isBusy: (accountId: string) => boolean;
    /** The version of this program. */
    readonly version: string;
    /** Wall clock, epoch ms. */
    readonly now: () => number;
  } & TransferPlace,
): Pick<Handlers, Extract<keyof Handlers, `transfer.${string}`>> {
  const inTurn = createTurns();
  const drafts = createTransferDrafts();
  let target: string | null = null;
  let backupFolder: string | null = null;

  return {
    async 'transfer.chooseTarget'() {
      const day = new Date(deps.now()).toISOString().slice(0, 10);
      const path = await deps.dialogs.chooseTarget(`taxpass-${day}.taxpass`);
      if (path === null) return null;
      target = path;
      return { fileName: basename(path) };
    },

    async 'transfer.export'({ accountIds, passphrase }) {
      refuseShort(passphrase);
      const path = target ?? fail({ code: 'not-found', what: 'draft' });
      await inTurn('transfer', () => exportMove(deps, { path, accountIds, passphrase }));
      target = null;
      return { fileName: basename(path) };
    },

    async 'transfer.chooseFile'() {
      const path = await deps.dialogs.chooseFile();
      if (path === null) return null;
      const bytes = await readStart(path, MAX_TRANSFER_BYTES + 1).catch((error: unknown) =>
        fail({ code: 'transfer-not-read' }, error),
      );
      if (bytes.length > MAX_TRANSFER_BYTES) fail({ code: 'transfer-too-large', limitBytes: MAX_TRANSFER_BYTES });
      const header = inspectTransfer(bytes);
      const { purpose, createdAt, program } = header;
      return { transferId: drafts.add(bytes, header), fileName: basename(path), purpose, createdAt, program };
    },

    async 'transfer.open'({ transferId, passphrase }) {
      const draft = drafts.get(transferId);
      const body = await openTransfer(draft.bytes, passphrase);
      draft.contents = readContents(body, draft.header.program);
      body.fill(0);
      return contentsView(deps.store(), draft.contents, draft.header);
    },

    async 'transfer.import'({ transferId, importedAs }) {
      const { contents, header } = drafts.get(transferId);
      if (contents === null) return fail({ code: 'not-found', what: 'draft' });
      const terms = { importedAs, purpose: header.purpose, now: deps.now() };
      const outcomes = await inTurn('transfer', () => importContents(deps, contents, terms));
      drafts.discard(transferId);
      return { accounts: outcomes.map(({ fileId, outcome }) => ({ id: fileId, outcome })) };
    },

    'transfer.discard'({ transferId }) {
      drafts.discard(transferId);
      return {};
    },

    async 'transfer.bringBack'({ accountId }) {
      await inTurn('transfer', () =>
        deps.store().changeAccount(accountId, (current) => ({ ...current, standing: 'here' })),
      );
      return {};
    },

    async 'transfer.chooseBackupFolder'() {
      const folder = await deps.dialogs.chooseFolder();
      if (folder === null) return null;
      backupFolder = folder;
      return { folder };
    },

    async 'transfer.startBackup'({ passphrase }) {
      refuseShort(passphrase);
      await deps.backup.start(backupFolder ?? fail({ code: 'not-found', what: 'draft' }), passphrase);
      backupFolder = null;
      return {};
    },

    async 'transfer.backUpNow'() {
      await deps.backup.runNow();
      return {};
    },

    async 'transfer.stopBackup'() {
      await deps.backup.stop();
      return {};
    },
  };
}

function refuseShort(passphrase: string): void {
  if (passphrase.length < PASSPHRASE_MINIMUM) fail({ code: 'passphrase-too-short', minimum: PASSPHRASE_MINIMUM });
}

/** What a file holds against what is here: names and times, never a token or a secret. */
function contentsView(
  store: Store,
  contents: TransferContents,
  { purpose }: TransferHeader,
): CallOutput<'transfer.open'> {
  const plan = planFor(store, contents);
  return {
    accounts: plan.accounts.map((account) => accountOf(store, contents, account)),
    certificates: contents.certificates.length,
    applications: contents.applications.length,
    otherSecrets: plan.otherSecrets.flatMap((id) => store.applications().find((one) => one.id === id)?.name ?? []),
    suggested: purpose === 'move' ? 'here' : 'only-looking',
  };
}

function accountOf(store: Store, contents: TransferContents, { fileId, record, verdict }: IncomingAccount) {
  const inFile = contents.accounts.find(({ id }) => id === fileId);
  const application = contents.applications.find(({ id }) => id === inFile?.applicationId);
  const certificate = contents.certificates.find(({ id }) => id === inFile?.certificateId);
  const here = store.accounts().find(({ id }) => id === record.id);
  return {
    id: fileId,
    holder: certificate === undefined ? '' : holderName(certificateFacts(certificate)),
    application: application?.name ?? '',
    profile: application?.profile ?? null,
    environment: application?.environment ?? null,
    companies: record.companies.map(({ name, number }) => (name === '' ? number : name)),
    issuedAt: record.grant === null ? null : issuedAt(record.grant),
    issuedHereAt: here?.grant ? issuedAt(here.grant) : null,
    verdict,
  };
}
