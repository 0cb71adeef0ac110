import { dirname } from 'node:path';
import { fail, FailureError } from '../contract/failure.ts';
import { deriveKey, type Derivation } from '../transfer/passphrase-key.ts';
import { sealTransfer } from '../transfer/transfer-file.ts';
import { whatStandsAt } from '../transfer/what-stands.ts';
import { writeWhole, WriteWholeError } from '../transfer/write-whole.ts';
import { errnoOf } from '../vault/errors.ts';
import type { VaultFileSystem } from '../vault/file-system.ts';
import type { AccountRecord } from './records.ts';
import type { Store } from './store.ts';
import { writeContents, type TransferContents } from './transfer-contents.ts';
import { withoutDangling } from './transfer-soundness.ts';

export type ExportDeps = {
  readonly store: () => Store;
  readonly fs: VaultFileSystem;
  /** Tokens are being fetched for the account, or were and are not stored yet. */
  readonly isBusy: (accountId: string) => boolean;
  /** How the key is to be made of the passphrase; a salt of its own at each call. */
  readonly newDerivation: () => Derivation;
  /** The version of this program. */
  readonly version: string;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
};

/**
 * Moves accounts into a file, so that never two computers renew them:
 *
 * 1. the key is made from the passphrase; nothing has changed yet;
 * 2. every account becomes `moved`, durably: from here on nothing renews it on this computer;
 * 3. those whose tokens were being fetched at that moment end the export;
 * 4. the accounts are read, as they are only now sure to stay, sealed, and written durably: temporary file, fsync, rename,
 *    fsync of the folder.
 *
 * A crash after 2 leaves `moved` accounts and at most a whole file. What fails in 2 to 4 makes them `here` again, once
 * it is certain that no file stands under the name; where it is not, they stay `moved`.
 *
 * Fails with `not-found`, `renewal-elsewhere`, `transfer-busy`, `transfer-too-large`, `vault-write-failed`,
 * `transfer-target-taken` and `transfer-write-failed`, after which the accounts are `here`; and with
 * `transfer-still-moved`, after which those named are not.
 *
 * @param input.stood what stood under `path` when it was chosen ({@link whatStandsAt}): only that is replaced; left
 *   out, whatever stands there is
 */
export async function exportMove(
  deps: ExportDeps,
  input: {
    readonly path: string;
    readonly stood?: string | null;
    readonly accountIds: readonly string[];
    readonly passphrase: string;
  },
): Promise<void> {
  const { path, stood } = input;
  const refuseOther = async (): Promise<void> => {
    if (stood !== undefined && (await whatStandsAt(path)) !== stood) fail({ code: 'transfer-target-taken' });
  };
  const accountIds = [...new Set(input.accountIds)];
  const store = deps.store();
  refuseUnready(deps, accountIds);
  await refuseOther();
  const key = await deriveKey(input.passphrase, deps.newDerivation());
  refuseUnready(deps, accountIds);
  try {
    await setStanding(store, accountIds, 'here', 'moved');
    refuseBusy(deps, accountIds);
    const body = writeContents(withoutDangling(movedContents(store, accountIds)));
    const file = sealTransfer(key, { purpose: 'move', createdAt: deps.now(), program: deps.version }, body);
    body.fill(0);
    await writeWhole(deps.fs, path, file, refuseOther);
  } catch (error) {
    const mayStand = error instanceof WriteWholeError && error.mayStand;
    if (mayStand && !(await isSurelyGone(deps.fs, path))) stillMoved(accountIds, error);
    await setStanding(store, accountIds, 'moved', 'here').catch((second: unknown) => stillMoved(accountIds, second));
    if (error instanceof WriteWholeError) fail({ code: 'transfer-write-failed', reason: error.trouble }, error);
    throw error;
  }
}

function stillMoved(accounts: string[], cause: unknown): never {
  return fail({ code: 'transfer-still-moved', accounts }, cause);
}

function refuseUnready(deps: ExportDeps, accountIds: readonly string[]): void {
  const accounts = accountIds.map((id) => deps.store().account(id));
  // Without its application nothing could use it on the other computer.
  accounts.forEach(({ applicationId }) => deps.store().application(applicationId));
  const elsewhere = accounts.find(({ standing }) => standing !== 'here');
  if (elsewhere !== undefined && elsewhere.standing !== 'here') {
    fail({ code: 'renewal-elsewhere', standing: elsewhere.standing });
  }
  refuseBusy(deps, accountIds);
}

/** An account whose last refresh has no answer yet may hold a pair that is spent: it is no use to the other computer. */
function refuseBusy({ store, isBusy }: ExportDeps, accountIds: readonly string[]): void {
  const accounts = accountIds.filter((id) => isBusy(id) || store().account(id).refreshSent !== null);
  if (accounts.length > 0) fail({ code: 'transfer-busy', accounts });
}

/** A thousand open files would be more than many systems allow. */
const WRITES_AT_ONCE = 32;

/** Every account is tried, whatever becomes of the others; then fails with the first failure. One that was removed is none. */
async function setStanding(
  store: Store,
  accountIds: readonly string[],
  from: AccountRecord['standing'],
  to: AccountRecord['standing'],
): Promise<void> {
  const change = (current: AccountRecord): AccountRecord =>
    current.standing === from ? { ...current, standing: to } : current;
  const queue = accountIds.filter((id) => isHere(store, id)).values();
  const failures: unknown[] = [];
  const takeNext = async (): Promise<void> => {
    for (const id of queue) await store.changeAccount(id, change).catch((error: unknown) => failures.push(error));
  };
  await Promise.all(Array.from({ length: WRITES_AT_ONCE }, takeNext));
  const isGone = (error: unknown): boolean => error instanceof FailureError && error.failure.code === 'not-found';
  const first = failures.find((error) => !isGone(error));
  if (first !== undefined) throw first instanceof Error ? first : new Error('not written', { cause: first });
}

function isHere(store: Store, accountId: string): boolean {
  return store.accounts().some(({ id }) => id === accountId);
}

/** Removes a file that may stand, and says whether it is certain that none will, even after a power cut. */
async function isSurelyGone(fs: VaultFileSystem, path: string): Promise<boolean> {
  try {
    await fs.unlink(path).catch((error: unknown) => {
      if (errnoOf(error) !== 'ENOENT') throw error;
    });
    await fs.syncFolder(dirname(path));
    return true;
  } catch {
    return false;
  }
}

/**
 * The accounts as the other computer is to have them, with what they use, and whatever no account that stays behind
 * uses: moving everything leaves no application or certificate out.
 */
export function movedContents(store: Store, accountIds: readonly string[]): TransferContents {
  const isMoved = ({ id }: AccountRecord): boolean => accountIds.includes(id);
  const accounts = store.accounts().filter(isMoved);
  const staying = store.accounts().filter((account) => !isMoved(account));
  const goes = (uses: (account: AccountRecord) => boolean): boolean => accounts.some(uses) || !staying.some(uses);
  return {
    certificates: store.certificates().filter(({ id }) => goes((account) => account.certificateId === id)),
    applications: store.applications().filter(({ id }) => goes((account) => account.applicationId === id)),
    accounts: accounts.map((account) => ({ ...account, standing: 'here' })),
  };
}
