import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { exportMove } from '../../electron/accounts/transfer-export.ts';
import type { Store } from '../../electron/accounts/store.ts';
import type { TransferContents } from '../../electron/accounts/transfer-contents.ts';
import { nodeFileSystem } from '../../electron/vault/file-system.ts';
import { killJobs } from './kill-jobs.ts';
import type { SoakEntry } from './soak-entry.ts';
import { cheapDerivation, copyFolder, openSoakVault } from './soak-vault.ts';
import {
  byId,
  dayMs,
  makeFilledVault,
  soakContents,
  soakPassphrase,
  today,
  whatStands,
} from './transfer-kill-records.ts';

/** Kills the move of accounts into a file: never do two computers have them, nor none. */
export const exportKill: SoakEntry = {
  name: 'export.kill',
  isRandom: true,
  run(run) {
    const seen = { wholeFiles: 0, movedWithoutFile: 0, temporariesLeft: 0 };
    return killJobs(
      {
        name: 'export.kill',
        killsAtLeast: 100,
        result: () => seen,
        async prepare(base) {
          const contents = soakContents();
          const accountIds = contents.accounts.map(({ id }) => id);
          const template = join(base, 'template');
          await makeFilledVault(template, contents);
          return async (random, folder) => {
            const vaultFolder = await copyFolder(template, join(folder, 'vault'));
            const stick = join(folder, 'stick');
            await mkdir(stick);
            const path = join(stick, 'move.taxpass');
            // Every other time an older file has the name.
            if (random.below(2) === 0) {
              const old = await openSoakVault(await copyFolder(template, join(folder, 'old')));
              await moveTo(path, old.store, accountIds, today - dayMs);
            }
            return {
              kills: 1,
              order: {
                job: 'export',
                path,
                accountIds,
                passphrase: soakPassphrase,
                now: today,
                vaultFolder,
                opener: { by: 'keychain' },
              },
              async judge(isDone) {
                const { store } = await openSoakVault(await copyFolder(vaultFolder, join(folder, 'copy')));
                const wrong = wrongWith(store, contents);
                if (wrong !== null) return wrong;
                const file = await whatStands(path);
                if (file === 'no whole file') return 'a half file under the final name';
                const isNew = file !== 'nothing' && file.createdAt === today;
                const standings = store.accounts().map(({ standing }) => standing);
                if (isDone && !isNew) return 'told as done, and no file stands';
                if (isNew && standings.includes('here')) return 'accounts are here, and in a whole file as well';
                if (isNew && !isDeepStrictEqual(byId(file.contents.accounts), byId(contents.accounts)))
                  return 'the file has other accounts';
                if (isNew) seen.wholeFiles += 1;
                else if (standings.includes('moved')) seen.movedWithoutFile += 1;
                if ((await readdir(stick)).some((name) => name.endsWith('.tmp'))) seen.temporariesLeft += 1;
                return wrongWithAnother(join(stick, 'another.taxpass'), store, accountIds);
              },
            };
          };
        },
      },
      run,
    );
  },
};

async function moveTo(path: string, store: Store, accountIds: readonly string[], now: number): Promise<void> {
  const deps = {
    store: () => store,
    fs: nodeFileSystem(),
    isBusy: () => false,
    newDerivation: cheapDerivation,
    version: '1',
    now: () => now,
  };
  await exportMove(deps, { path, accountIds, passphrase: soakPassphrase });
}

/** Nothing but the accounts' standing has changed. */
function wrongWith(store: Store, { accounts, applications, certificates }: TransferContents): string | null {
  const after = store.accounts().map((account) => ({ ...account, standing: 'here' as const }));
  if (!isDeepStrictEqual(byId(after), byId(accounts))) return 'accounts are not what they were';
  if (!isDeepStrictEqual(store.applications(), applications)) return 'applications are not what they were';
  if (!isDeepStrictEqual(store.certificates(), certificates)) return 'certificates are not what they were';
  return null;
}

/** The user says that the accounts are here after all, and moves them once more. */
async function wrongWithAnother(path: string, store: Store, accountIds: readonly string[]): Promise<string | null> {
  for (const id of accountIds) await store.changeAccount(id, (account) => ({ ...account, standing: 'here' }));
  await moveTo(path, store, accountIds, today + dayMs);
  const file = await whatStands(path);
  if (typeof file === 'string') return `the next move left ${file}`;
  return file.contents.accounts.length === accountIds.length ? null : 'the next move left accounts out';
}
