import { z } from 'zod';
import { Id, Nothing, Secret, type Calls } from './call-parts.ts';
import { EnvironmentName, ProfileId } from './snapshot.ts';

/** Epoch milliseconds. */
const Time = z.number();
/** The most accounts that one file moves. */
const MAX_EXPORTED_ACCOUNTS = 5000;
const ImportedAs = z.enum(['here', 'only-looking']);

/** A chosen file, by what anybody may read of it. */
const TransferDraft = z.strictObject({
  transferId: Id,
  fileName: z.string(),
  purpose: z.enum(['move', 'backup']),
  createdAt: Time,
  /** The version of the program that wrote it. */
  program: z.string(),
});
export type TransferDraft = z.infer<typeof TransferDraft>;

/** What an opened file holds, against what is here. */
const TransferContentsView = z.strictObject({
  accounts: z.array(
    z.strictObject({
      /** Its id in the file. */
      id: z.string(),
      /** The certificate's holder; empty without a certificate. */
      holder: z.string(),
      application: z.string(),
      /** Null where the file does not hold its application. */
      profile: ProfileId.nullable(),
      environment: EnvironmentName.nullable(),
      companies: z.array(z.string()),
      /** When its tokens in the file were issued, and those here; null where there are none. */
      issuedAt: Time.nullable(),
      issuedHereAt: Time.nullable(),
      verdict: z.enum(['new', 'same', 'older', 'newer']),
    }),
  ),
  certificates: z.number(),
  applications: z.number(),
  /** Applications here, by name, that the file has another secret for; the one here stays. */
  otherSecrets: z.array(z.string()),
  /** What is most likely meant: `here` for a move, `only-looking` for a backup. */
  suggested: ImportedAs,
});
export type TransferContentsView = z.infer<typeof TransferContentsView>;

const ImportOutcome = z.strictObject({
  id: z.string(),
  outcome: z.enum(['added', 'replaced', 'kept', 'older', 'left', 'busy']),
});

const fileErrors = [
  'transfer-not-ours',
  'transfer-damaged',
  'transfer-newer',
  'transfer-too-costly',
  'transfer-too-large',
  'transfer-not-read',
] as const;

/** Moving accounts to another computer, and backups. Paths come from main's own dialogs and stay in main. */
export const transferCalls = {
  /** Asks in the system's dialog where the file is to be; null when it was closed. Nothing is written yet. */
  'transfer.chooseTarget': {
    input: Nothing,
    output: z.strictObject({ targetId: Id, fileName: z.string() }).nullable(),
    errors: [],
  },
  /**
   * Pauses the accounts here and writes them to the chosen file under a passphrase, once a native question was answered
   * with yes; `declined` is a no. No file is replaced that the dialog did not ask about.
   */
  'transfer.export': {
    input: z.strictObject({
      targetId: Id,
      accountIds: z.array(Id).min(1).max(MAX_EXPORTED_ACCOUNTS),
      passphrase: Secret,
    }),
    output: z.strictObject({ outcome: z.enum(['done', 'declined']), fileName: z.string() }),
    errors: [
      'not-found',
      'renewal-elsewhere',
      'transfer-busy',
      'passphrase-too-short',
      'transfer-too-large',
      'transfer-target-taken',
      'transfer-write-failed',
      'transfer-still-moved',
    ],
  },
  /** Asks for a file in the system's dialog; null when it was closed. */
  'transfer.chooseFile': { input: Nothing, output: TransferDraft.nullable(), errors: fileErrors },
  /** Opens the chosen file and says what it would bring. Nothing is taken in yet. */
  'transfer.open': {
    input: z.strictObject({ transferId: Id, passphrase: Secret }),
    output: TransferContentsView,
    errors: ['not-found', 'transfer-passphrase-wrong', ...fileErrors],
  },
  /** Takes in an opened file: moved here, or only to be looked at. No newer tokens are ever replaced. */
  'transfer.import': {
    input: z.strictObject({ transferId: Id, importedAs: ImportedAs }),
    output: z.strictObject({ accounts: z.array(ImportOutcome) }),
    errors: ['not-found'],
  },
  /** Forgets a chosen file, place or folder. */
  'transfer.discard': { input: z.strictObject({ transferId: Id }), output: Nothing, errors: [] },
  /** The user says that no other computer renews the account: it is renewed here again. */
  'transfer.bringBack': { input: z.strictObject({ accountId: Id }), output: Nothing, errors: ['not-found'] },
  /** Asks for the backups' folder in the system's dialog; null when it was closed. */
  'transfer.chooseBackupFolder': {
    input: Nothing,
    output: z.strictObject({ folderId: Id, folder: z.string() }).nullable(),
    errors: [],
  },
  /** Plans a daily backup into the chosen folder and makes the first; how that ended is in the snapshot. */
  'transfer.startBackup': {
    input: z.strictObject({ folderId: Id, passphrase: Secret }),
    output: Nothing,
    errors: ['not-found', 'passphrase-too-short'],
  },
  /** Makes today's backup now; how that ended is in the snapshot. */
  'transfer.backUpNow': { input: Nothing, output: Nothing, errors: [] },
  /** Ends the plan; its files stay. */
  'transfer.stopBackup': { input: Nothing, output: Nothing, errors: [] },
} as const satisfies Calls;
