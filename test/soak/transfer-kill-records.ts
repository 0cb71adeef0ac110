import { mkdir, readFile } from 'node:fs/promises';
import type { AccountRecord } from '../../electron/accounts/records.ts';
import type { Store } from '../../electron/accounts/store.ts';
import { readContents, type TransferContents } from '../../electron/accounts/transfer-contents.ts';
import { describeCertificate } from '../../electron/certificates/describe.ts';
import { errnoOf } from '../../electron/vault/errors.ts';
import { inspectTransfer, openTransfer } from '../../electron/transfer/transfer-file.ts';
import { makeCertificate } from '../fixtures/make-p12.ts';
import { accountRecord, applicationRecord, certificateRecord, grantRecord } from '../fixtures/transfer-records.ts';
import { fillStore, openSoakVault } from './soak-vault.ts';

// What `export.kill`, `backup.kill` and `restore.kill` have in common.

/** The day on which it all happens, and how long a day is; ms. */
export const today = Date.UTC(2026, 6, 1, 12);
export const dayMs = 86_400_000;
export const soakPassphrase = 'four words nobody knows';

const accountCount = 10;

/** A certificate, an application and accounts, one of them the certificate's; each with a pair of its own age. */
export function soakContents(): TransferContents {
  const { certPem, keyPem } = makeCertificate({ subject: '/CN=POPESCU ANA', key: 'P-256' });
  const { fingerprint } = describeCertificate(certPem);
  return {
    certificates: [certificateRecord(certPem, fingerprint, { key: { kept: true, keyPem } })],
    applications: [applicationRecord()],
    accounts: Array.from({ length: accountCount }, (_, index) =>
      accountRecord({
        id: `account-${index}`,
        certificateId: index === 0 ? 'certificate' : null,
        grant: grantRecord(today - (index + 1) * dayMs),
      }),
    ),
  };
}

/** A vault in `folder` that holds these. */
export async function makeFilledVault(folder: string, contents: TransferContents): Promise<Store> {
  await mkdir(folder, { mode: 0o700 });
  const { store } = await openSoakVault(folder);
  await fillStore(store, contents);
  return store;
}

/** What stands under a file's name: nothing, a whole file, or something else. */
export async function whatStands(
  path: string,
): Promise<{ readonly createdAt: number; readonly contents: TransferContents } | 'nothing' | 'no whole file'> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return 'nothing';
    throw error;
  }
  try {
    const contents = readContents(await openTransfer(bytes, soakPassphrase), '1');
    return { createdAt: inspectTransfer(bytes).createdAt, contents };
  } catch {
    return 'no whole file';
  }
}

/** The accounts by id, in an order of their own. */
export function byId(accounts: readonly AccountRecord[]): AccountRecord[] {
  return [...accounts].sort((a, b) => (a.id < b.id ? -1 : 1));
}
