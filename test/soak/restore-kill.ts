import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { AccountRecord } from '../../electron/accounts/records.ts';
import type { Store } from '../../electron/accounts/store.ts';
import { writeContents, type TransferContents } from '../../electron/accounts/transfer-contents.ts';
import { importContents } from '../../electron/accounts/transfer-import.ts';
import { compareGrants, type ImportTerms } from '../../electron/accounts/transfer-merge.ts';
import { deriveKey } from '../../electron/transfer/passphrase-key.ts';
import { sealTransfer } from '../../electron/transfer/transfer-file.ts';
import { applicationRecord, grantRecord } from '../fixtures/transfer-records.ts';
import { killJobs } from './kill-jobs.ts';
import type { SoakEntry } from './soak-entry.ts';
import { cheapDerivation, copyFolder, openSoakVault } from './soak-vault.ts';
import { dayMs, makeFilledVault, soakContents, soakPassphrase, today } from './transfer-kill-records.ts';

/** Kills the taking in of a file: done once more it brings all, and nothing newer or twice. */
export const restoreKill: SoakEntry = {
  name: 'restore.kill',
  isRandom: true,
  run(run) {
    const seen = { partly: 0 };
    return killJobs(
      {
        name: 'restore.kill',
        killsAtLeast: 100,
        result: () => seen,
        async prepare(base) {
          const file = soakContents();
          const here = contentsHere(file);
          const template = join(base, 'template');
          await makeFilledVault(template, here);
          const bodies = { move: join(base, 'move.taxpass'), backup: join(base, 'backup.taxpass') };
          const key = await deriveKey(soakPassphrase, cheapDerivation());
          for (const purpose of ['move', 'backup'] as const) {
            const facts = { purpose, createdAt: today, program: '1' };
            await writeFile(bodies[purpose], sealTransfer(key, facts, writeContents(file)));
          }
          return async (random, folder) => {
            const vaultFolder = await copyFolder(template, join(folder, 'vault'));
            const purpose = random.pick(['move', 'backup'] as const);
            const importedAs = random.pick(['here', 'only-looking'] as const);
            const terms: ImportTerms = { importedAs, purpose, now: later };
            return {
              kills: 1 + random.below(3),
              order: {
                job: 'import',
                path: bodies[purpose],
                importedAs,
                passphrase: soakPassphrase,
                now: later,
                vaultFolder,
                opener: { by: 'keychain' },
              },
              async judge(isDone) {
                const { store } = await openSoakVault(await copyFolder(vaultFolder, join(folder, 'copy')));
                const wrong = wrongWithAnyone(store, here);
                if (wrong !== null) return wrong;
                const missing = wrongWithAll(store, file, here, terms);
                if (isDone && missing !== null) return `told as done: ${missing}`;
                const [before, now] = [here, store].map(countOf);
                if (missing !== null && before !== now) seen.partly += 1;
                await importContents({ store: () => store, isBusy: () => false }, file, terms);
                return wrongWithAnyone(store, here) ?? wrongWithAll(store, file, here, terms);
              },
            };
          };
        },
      },
      run,
    );
  },
};

/** When the file is taken in, epoch ms: after every token in it was issued. */
const later = today + 40 * dayMs;

/**
 * What the computer has already: the certificate and the application under ids of its own, the certificate's account
 * under another id and older than in the file, one account that is newer than in the file and one that is older.
 */
function contentsHere(file: TransferContents): TransferContents {
  const account = (index: number, part: Partial<AccountRecord>): AccountRecord => {
    const one = file.accounts[index];
    if (!one) throw new Error('too few accounts');
    return { ...one, applicationId: 'registered', ...part };
  };
  return {
    certificates: file.certificates.map((one) => ({ ...one, id: 'imported' })),
    applications: [applicationRecord({ id: 'registered', name: 'Contabil de aici' })],
    accounts: [
      account(0, { id: 'ana', certificateId: 'imported', grant: grantRecord(today - 60 * dayMs) }),
      account(1, { grant: grantRecord(today + 30 * dayMs) }),
      account(2, { grant: grantRecord(today - 61 * dayMs) }),
    ],
  };
}

function countOf(where: TransferContents | Store): number {
  return typeof where.accounts === 'function' ? where.accounts().length : where.accounts.length;
}

/** At any moment: nothing that was here is gone or older, and nothing is here twice. */
function wrongWithAnyone(store: Store, here: TransferContents): string | null {
  for (const before of here.accounts) {
    const after = store.accounts().find(({ id }) => id === before.id);
    if (!after?.grant) return 'an account or its tokens are gone';
    if (!['same', 'newer'].includes(compareGrants(after.grant, before.grant, later)))
      return 'a newer pair was replaced';
  }
  const tokens = store.accounts().map(({ grant }) => grant?.refreshToken?.value);
  if (new Set(tokens).size !== tokens.length) return 'an account is there twice';
  const holders = store.accounts().filter(({ certificateId }) => certificateId !== null);
  if (holders.length !== 1) return 'the certificate has another number of accounts';
  if (store.certificates().length !== 1) return 'the certificate is there twice';
  if (store.applications().length !== 1) return 'the application is there twice';
  return null;
}

/** In the end: each account of the file is here, with its pair unless the one here was newer, and on the user's terms. */
function wrongWithAll(
  store: Store,
  file: TransferContents,
  here: TransferContents,
  { importedAs }: ImportTerms,
): string | null {
  if (store.accounts().length !== file.accounts.length) return 'accounts are missing, or too many';
  for (const incoming of file.accounts) {
    const id = incoming.certificateId === null ? incoming.id : 'ana';
    const after = store.accounts().find((account) => account.id === id);
    if (!after) return 'an account is missing';
    const before = here.accounts.find((account) => account.id === id);
    const isNewerHere = before?.grant && compareGrants(before.grant, incoming.grant, later) === 'newer';
    // What is renewed here and lives gives way to nothing that would only be looked at.
    const isKept = before?.grant && (isNewerHere || importedAs === 'only-looking');
    const grant = isKept ? before.grant : incoming.grant;
    if (!isDeepStrictEqual(after.grant, grant)) return 'an account has another pair';
    if (after.standing !== (isKept ? before.standing : importedAs)) return 'an account has another standing';
  }
  return null;
}
