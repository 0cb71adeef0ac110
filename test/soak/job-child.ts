import { readFileSync, writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { createBackup } from '../../electron/accounts/backup.ts';
import { readContents } from '../../electron/accounts/transfer-contents.ts';
import { exportMove } from '../../electron/accounts/transfer-export.ts';
import { importContents } from '../../electron/accounts/transfer-import.ts';
import { inspectTransfer, openTransfer } from '../../electron/transfer/transfer-file.ts';
import { nodeFileSystem } from '../../electron/vault/file-system.ts';
import { readComputer } from '../../electron/vault/computer.ts';
import { takeWriterLock } from '../../electron/vault/writer-lock.ts';
import type { JobEvent, JobOrder } from './job-order.ts';
import { soakKeychain } from './soak-office.ts';
import { cheapDerivation, openSoakVault } from './soak-vault.ts';
import { losingUnsynced } from './watched-file-system.ts';

// A process that does one act over one vault and is killed at it; what it wrote and did not sync is lost.

/** Written at once: what was told stays told, however soon the kill comes. */
function tell(event: JobEvent): void {
  writeSync(3, `${JSON.stringify(event)}\n`);
}

/** What makes the act ready; doing it is what it gives. */
async function prepare(order: JobOrder): Promise<() => Promise<unknown>> {
  const fs = losingUnsynced(nodeFileSystem());
  const { store, vault } = await openSoakVault(order.vaultFolder, { opener: order.opener, fs });
  const deps = {
    store: () => store,
    fs,
    isBusy: () => false,
    isReady: () => true,
    newDerivation: cheapDerivation,
    onBackup: () => undefined,
    version: '1',
    now: () => order.now,
  };
  const { passphrase } = order;
  switch (order.job) {
    case 'export':
      return () => exportMove(deps, { path: order.path, accountIds: order.accountIds, passphrase });
    case 'backup': {
      const backup = createBackup(deps);
      return order.act === 'start' ? () => backup.start(order.folder, passphrase) : () => backup.runIfDue();
    }
    case 'import': {
      const file = await readFile(order.path);
      const contents = readContents(await openTransfer(file, passphrase), '1');
      const { purpose } = inspectTransfer(file);
      return () => importContents(deps, contents, { importedAs: order.importedAs, purpose, now: order.now });
    }
    case 'keys': {
      const { change } = order;
      if (change.act === 'use-keychain') return () => vault.keys.useKeychain(soakKeychain);
      if (change.act === 'use-passphrase') return () => vault.keys.usePassphrase(change.passphrase);
      return () => vault.keys.setRecovery(change.passphrase);
    }
  }
}

async function main(): Promise<void> {
  const order = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as JobOrder;
  // The one before was killed with its lock in place.
  const lock = await takeWriterLock(order.vaultFolder, await readComputer());
  if (lock.state !== 'held') throw new Error('a dead process has the vault');
  const act = await prepare(order);
  tell({ kind: 'begun' });
  const started = performance.now();
  await act();
  tell({ kind: 'done', ms: performance.now() - started });
  lock.release();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
