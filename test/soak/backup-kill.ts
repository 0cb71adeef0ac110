import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { createBackup, type Backup } from '../../electron/accounts/backup.ts';
import type { Store } from '../../electron/accounts/store.ts';
import { nodeFileSystem } from '../../electron/vault/file-system.ts';
import { grantRecord } from '../fixtures/transfer-records.ts';
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

const final = /^taxpass-backup-.*\.taxpass$/;
const strange = 'taxpass-backup-2001-01-01.taxpass';
const note = 'a note of my own';

/** Kills the daily backup and the planning of one: what has a backup's name is whole, and the next one is made. */
export const backupKill: SoakEntry = {
  name: 'backup.kill',
  isRandom: true,
  run(run) {
    const seen = { newFiles: 0, temporariesLeft: 0 };
    return killJobs(
      {
        name: 'backup.kill',
        killsAtLeast: 100,
        result: () => seen,
        async prepare(base) {
          const contents = soakContents();
          const [template, filled] = [join(base, 'template'), join(base, 'filled')];
          await mkdir(filled);
          const store = await makeFilledVault(template, contents);
          await backupOf(store, today - dayMs).start(filled, soakPassphrase);
          await writeFile(join(filled, strange), note);
          const renewed = { ...contents.accounts[1], grant: grantRecord(today) };
          await store.changeAccount('account-1', (account) => ({ ...account, grant: renewed.grant }));
          const expected = byId(store.accounts());
          const plan = store.backupPlan();
          if (plan === null) throw new Error('there is no plan');
          return async (random, folder) => {
            const vaultFolder = await copyFolder(template, join(folder, 'vault'));
            const backups = await copyFolder(filled, join(folder, 'backups'));
            const trial = await openSoakVault(vaultFolder);
            await trial.store.saveBackupPlan({ ...plan, folder: backups });
            return {
              kills: 1 + random.below(3),
              order: {
                job: 'backup',
                act: random.below(3) === 0 ? 'start' : 'due',
                folder: backups,
                passphrase: soakPassphrase,
                now: today,
                vaultFolder,
                opener: { by: 'keychain' },
              },
              async judge(isDone) {
                const after = await openSoakVault(await copyFolder(vaultFolder, join(folder, 'copy')));
                if (!isDeepStrictEqual(byId(after.store.accounts()), expected))
                  return 'accounts are not what they were';
                const wrong = await wrongWithBackups(backups);
                if (wrong !== null) return wrong;
                const files = await backupsIn(backups);
                if (!files.includes(today - dayMs)) return 'the backup of the day before is gone';
                if (files.includes(today)) seen.newFiles += 1;
                else if (isDone) return 'told as done, and no file stands';
                return wrongWithNext(after.store, await copyFolder(backups, join(folder, 'next')));
              },
            };
          };

          /** The next start makes up for it. */
          async function wrongWithNext(after: Store, to: string): Promise<string | null> {
            const planned = after.backupPlan();
            if (planned === null) return 'the plan is gone';
            await after.saveBackupPlan({ ...planned, folder: to });
            await backupOf(after, today + dayMs).runNow();
            if (after.backupPlan()?.lastFailure !== null) return 'the next backup failed';
            if (!(await backupsIn(to)).includes(today + dayMs)) return 'the next backup is not there';
            if ((await readdir(to)).some((name) => name.endsWith('.tmp'))) seen.temporariesLeft += 1;
            return wrongWithBackups(to);
          }

          /** Each is whole and has every account; and nobody else’s file is touched. */
          async function wrongWithBackups(folder: string): Promise<string | null> {
            if ((await readFile(join(folder, strange), 'utf8')) !== note) return 'another’s file was touched';
            for (const name of await ownNames(folder)) {
              const file = await whatStands(join(folder, name));
              if (typeof file === 'string') return 'a half file under a final name';
              if (file.contents.accounts.length !== expected.length) return 'a backup lacks accounts';
              const isNew = file.createdAt >= today;
              if (isNew && !isDeepStrictEqual(byId(file.contents.accounts), expected))
                return 'a backup has other pairs';
            }
            return null;
          }
        },
      },
      run,
    );
  },
};

function backupOf(store: Store, now: number): Backup {
  return createBackup({
    onBackup: () => undefined,
    store: () => store,
    isReady: () => true,
    fs: nodeFileSystem(),
    newDerivation: cheapDerivation,
    version: '1',
    now: () => now,
  });
}

async function ownNames(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => final.test(name) && name !== strange);
}

/** When the whole backups in a folder were made. */
async function backupsIn(folder: string): Promise<number[]> {
  const times: number[] = [];
  for (const name of await ownNames(folder)) {
    const file = await whatStands(join(folder, name));
    if (typeof file !== 'string') times.push(file.createdAt);
  }
  return times;
}
