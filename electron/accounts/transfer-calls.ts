import { basename } from 'node:path';
import type { CallOutput, Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import { PASSPHRASE_MINIMUM } from '../contract/limits.ts';
import type { Derivation } from '../transfer/passphrase-key.ts';
import { readStart } from '../transfer/read-start.ts';
import { inspectTransfer, MAX_TRANSFER_BYTES, openTransfer, type TransferHeader } from '../transfer/transfer-file.ts';
import { whatStandsAt } from '../transfer/what-stands.ts';
import type { VaultFileSystem } from '../vault/file-system.ts';
import { createTurns } from '../vault/turns.ts';
import type { Backup } from './backup.ts';
import { certificateFacts } from './certificate-facts.ts';
import type { Store } from './store.ts';
import { contentsOf, readContents, type TransferContents } from './transfer-contents.ts';
import type { TransferDrafts } from './transfer-drafts.ts';
import { exportMove, movedContents } from './transfer-export.ts';
import { importContents, planFor } from './transfer-import.ts';
import { issuedAt, type IncomingAccount } from './transfer-merge.ts';
import { refuseDangling } from './transfer-soundness.ts';
import { holderName } from './views.ts';

/** The system's own dialogs; each gives a path, or null when it was closed. */
export type TransferDialogs = {
  /** Where to write a file; asks before one there is replaced. */
  readonly chooseTarget: (suggestedName: string) => Promise<string | null>;
  readonly chooseFile: () => Promise<string | null>;
  readonly chooseFolder: () => Promise<string | null>;
  /** The native question before tokens and keys leave the program; false where it was not answered with a clear yes. */
  readonly confirmMove: (question: MoveQuestion) => Promise<boolean>;
};

/** What is about to go into a file: how many accounts, and whether private keys go with them. */
export type MoveQuestion = {
  readonly about: 'move';
  readonly accounts: number;
  readonly withKeys: boolean;
  readonly fileName: string;
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
    readonly transferDrafts: TransferDrafts;
    /** Tokens are being fetched for the account, or were and are not stored yet. */
    readonly isBusy: (accountId: string) => boolean;
    /** The version of this program. */
    readonly version: string;
    /** Wall clock, epoch ms. */
    readonly now: () => number;
  } & TransferPlace,
): Pick<Handlers, Extract<keyof Handlers, `transfer.${string}`>> {
  const inTurn = createTurns();
  const { files, targets, folders } = deps.transferDrafts;

  return {
    async 'transfer.chooseTarget'() {
      const day = new Date(deps.now()).toISOString().slice(0, 10);
      const path = await deps.dialogs.chooseTarget(`taxpass-${day}.taxpass`);
      if (path === null) return null;
      const targetId = targets.keep({ path, stood: await whatStandsAt(path) });
      return { targetId, fileName: basename(path) };
    },

    async 'transfer.export'({ targetId, accountIds, passphrase }) {
      refuseShort(passphrase);
      const { path, stood } = targets.get(targetId);
      const fileName = basename(path);
      accountIds.forEach((id) => deps.store().account(id));
      const { certificates, accounts } = movedContents(deps.store(), accountIds);
      const withKeys = certificates.length > 0;
      if (!(await deps.dialogs.confirmMove({ about: 'move', accounts: accounts.length, withKeys, fileName }))) {
        return { outcome: 'declined', fileName };
      }
      await inTurn('transfer', async () => {
        // Used meanwhile, or the window was closed over it.
        targets.get(targetId);
        await exportMove(deps, { path, stood, accountIds, passphrase });
        targets.discard(targetId);
      });
      return { outcome: 'done', fileName };
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
      const transferId = files.keep({ bytes, header, contents: null });
      return { transferId, fileName: basename(path), purpose, createdAt, program };
    },

    async 'transfer.open'({ transferId, passphrase }) {
      const draft = files.get(transferId);
      const body = await openTransfer(draft.bytes, passphrase);
      try {
        const contents = readContents(body, draft.header.program);
        refuseDangling(contents, contentsOf(deps.store()));
        draft.contents = contents;
        return contentsView(deps.store(), contents, draft.header, deps.now());
      } finally {
        body.fill(0);
      }
    },

    async 'transfer.import'({ transferId, importedAs }) {
      const { contents, header } = files.get(transferId);
      if (contents === null) return fail({ code: 'not-found', what: 'draft' });
      const terms = { importedAs, purpose: header.purpose, now: deps.now() };
      const outcomes = await inTurn('transfer', () => importContents(deps, contents, terms));
      files.discard(transferId);
      return { accounts: outcomes.map(({ fileId, outcome }) => ({ id: fileId, outcome })) };
    },

    'transfer.discard'({ transferId }) {
      deps.transferDrafts.discard(transferId);
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
      return { folderId: folders.keep(folder), folder };
    },

    async 'transfer.startBackup'({ folderId, passphrase }) {
      refuseShort(passphrase);
      const folder = folders.get(folderId);
      await deps.backup.start(folder, passphrase);
      folders.discard(folderId);
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
  now: number,
): CallOutput<'transfer.open'> {
  const plan = planFor(store, contents, now);
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
