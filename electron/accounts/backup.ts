import { createHash, createSecretKey } from 'node:crypto';
import { FailureError } from '../contract/failure.ts';
import type { BackupView } from '../contract/snapshot.ts';
import { writeBackup } from '../transfer/backup-folder.ts';
import { deriveKey, type Derivation } from '../transfer/passphrase-key.ts';
import { sealTransfer } from '../transfer/transfer-file.ts';
import { WriteWholeError, writeTroubleOf } from '../transfer/write-whole.ts';
import type { VaultFileSystem } from '../vault/file-system.ts';
import { createTurns } from '../vault/turns.ts';
import type { BackupPlanRecord } from './records.ts';
import type { Store } from './store.ts';
import { contentsOf, writeContents } from './transfer-contents.ts';
import { withoutDangling } from './transfer-soundness.ts';

type BackupTrouble = NonNullable<NonNullable<BackupView>['lastFailure']>['reason'];

/** How one ended; `trouble` is null where it was made. */
export type BackupEnding = { readonly by: 'person' | 'program'; readonly trouble: BackupTrouble | null };

export type Backup = {
  /** Plans a daily backup into `folder` under a passphrase, in place of the plan there was, and makes the first now. */
  start(folder: string, passphrase: string): Promise<void>;
  /** Ends the plan; its files stay. */
  stop(): Promise<void>;
  /** Makes today's backup, whether or not something changed. How it ended is in the plan. */
  runNow(): Promise<void>;
  /** Makes today's backup if there is a plan, it has none yet and something changed. Never throws. */
  runIfDue(): Promise<void>;
};

/** A folder that is gone, or full, is tried again after this, ms. */
const RETRY_MS = 10 * 60_000;

/** The daily sealed backup: a whole copy, once a day when something changed, under a key made once from a passphrase. */
export function createBackup(deps: {
  readonly isReady: () => boolean;
  readonly store: () => Store;
  readonly fs: VaultFileSystem;
  /** How the key is to be made of the passphrase; a salt of its own at each call. */
  readonly newDerivation: () => Derivation;
  /** Hears of a backup that was made, and of one that could not be, once for each reason. */
  readonly onBackup: (ending: BackupEnding) => void;
  /** The version of this program. */
  readonly version: string;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
}): Backup {
  const inTurn = createTurns();
  /** What was found unchanged, by identity: the vault gives the same object for a record until it changes. */
  let unchanged: readonly unknown[] = [];
  let failedAt: number | null = null;

  async function run(plan: BackupPlanRecord, isForced: boolean): Promise<void> {
    const store = deps.store();
    const contents = contentsOf(store);
    const records = [...contents.certificates, ...contents.applications, ...contents.accounts];
    const isKnown = records.length === unchanged.length && records.every((record, at) => record === unchanged[at]);
    if (isKnown && !isForced) return;
    const body = writeContents(withoutDangling(contents));
    const digest = createHash('sha256').update(body).digest('base64');
    if (digest === plan.lastDigest && !isForced) {
      unchanged = records;
      return;
    }
    const now = deps.now();
    const trouble = await write(plan, body, now);
    body.fill(0);
    failedAt = trouble === null ? null : now;
    const isNews = trouble === null || isForced || plan.lastFailure?.reason !== trouble;
    if (isNews) deps.onBackup({ by: isForced ? 'person' : 'program', trouble });
    if (trouble === null) {
      await store.saveBackupPlan({ ...plan, lastAt: now, lastDigest: digest, lastFailure: null });
      unchanged = records;
    } else if (isForced || plan.lastFailure?.reason !== trouble) {
      await store.saveBackupPlan({ ...plan, lastFailure: { at: now, reason: trouble } });
    }
  }

  async function write(plan: BackupPlanRecord, body: Uint8Array, now: number): Promise<BackupTrouble | null> {
    const { folder, derivation, check } = plan;
    const key = createSecretKey(Buffer.from(plan.key, 'base64'));
    try {
      const facts = { purpose: 'backup', createdAt: now, program: deps.version } as const;
      const file = sealTransfer({ derivation, check, key }, facts, body);
      // What cannot be read now may be whole in an older backup alone.
      const prunes = deps.store().isWhole();
      const { salt } = derivation;
      await writeBackup(deps.fs, folder, { day: localDay(now), bytes: file, salt, key, prunes, now });
      return null;
    } catch (error) {
      return troubleOf(error);
    }
  }

  async function runIfDue(): Promise<void> {
    const plan = deps.isReady() ? deps.store().backupPlan() : null;
    if (plan === null) return;
    const now = deps.now();
    // By distance: the clock may have gone back.
    if (failedAt !== null && Math.abs(now - failedAt) < RETRY_MS) return;
    if (plan.lastFailure === null && plan.lastAt !== null && localDay(plan.lastAt) === localDay(now)) return;
    try {
      await run(plan, false);
    } catch {
      // The vault's own disk refused: said by whatever else is written there. The backup waits for its next turn.
      failedAt = now;
    }
  }

  return {
    start: (folder, passphrase) =>
      inTurn('backup', async () => {
        const { derivation, key, check } = await deriveKey(passphrase, deps.newDerivation());
        const plan: BackupPlanRecord = {
          folder,
          derivation,
          check,
          key: key.export().toString('base64'),
          lastAt: null,
          lastDigest: null,
          lastFailure: null,
        };
        await deps.store().saveBackupPlan(plan);
        await run(plan, true);
      }),
    stop: () => inTurn('backup', () => deps.store().removeBackupPlan()),
    runNow: () =>
      inTurn('backup', async () => {
        const plan = deps.store().backupPlan();
        if (plan !== null) await run(plan, true);
      }),
    runIfDue: () => inTurn('backup', runIfDue),
  };
}

function troubleOf(error: unknown): BackupTrouble {
  if (error instanceof WriteWholeError) return error.trouble;
  if (error instanceof FailureError && error.failure.code === 'transfer-too-large') return 'too-large';
  return writeTroubleOf(error);
}

/** The day of `time` (epoch ms) on this computer, as `2027-01-31`. */
function localDay(time: number): string {
  const day = new Date(time);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
