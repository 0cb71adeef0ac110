import { z } from 'zod';
import { Id } from '../contract/call-parts.ts';
import { fail } from '../contract/failure.ts';
import { decode, encode, type Kind } from '../vault/kind.ts';
import {
  accountKind,
  applicationKind,
  certificateKind,
  type AccountRecord,
  type ApplicationRecord,
  type CertificateRecord,
} from './records.ts';
import type { Store } from './store.ts';
import { refuseUnsound } from './transfer-soundness.ts';

/** All that a transfer file carries. */
export type TransferContents = {
  readonly certificates: readonly CertificateRecord[];
  readonly applications: readonly ApplicationRecord[];
  readonly accounts: readonly AccountRecord[];
};

/** All that is here. */
export function contentsOf(store: Pick<Store, 'certificates' | 'applications' | 'accounts'>): TransferContents {
  return { certificates: store.certificates(), applications: store.applications(), accounts: store.accounts() };
}

const Body = z.strictObject({
  certificates: z.array(z.unknown()),
  applications: z.array(z.unknown()),
  accounts: z.array(z.unknown()),
});

/** The body of a file: every record as the vault writes it, with the version of its kind, in the order of the ids. */
export function writeContents({ certificates, applications, accounts }: TransferContents): Uint8Array {
  const parts = [
    `"certificates":${listOf(certificateKind, certificates)}`,
    `"applications":${listOf(applicationKind, applications)}`,
    `"accounts":${listOf(accountKind, accounts)}`,
  ];
  return Buffer.from(`{${parts.join(',')}}`, 'utf8');
}

function listOf<T extends { readonly id: string }>(kind: Kind<T>, records: readonly T[]): string {
  const sorted = [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
  return `[${sorted.map((record) => Buffer.from(encode(kind, record).plaintext).toString('utf8')).join(',')}]`;
}

/**
 * What a body holds; records of an older version are migrated as the vault would. Fails with `transfer-newer`, naming
 * the `program` that wrote it, or `transfer-damaged`: a file that was only partly understood, or that holds what cannot be
 * true, is not taken in at all.
 */
export function readContents(body: Uint8Array, program: string): TransferContents {
  const { certificates, applications, accounts } = readBody(body);
  const contents = {
    certificates: recordsOf(certificateKind, certificates, program),
    applications: recordsOf(applicationKind, applications, program),
    accounts: recordsOf(accountKind, accounts, program),
  };
  refuseUnsound(contents);
  return contents;
}

function readBody(body: Uint8Array): z.infer<typeof Body> {
  try {
    return Body.parse(JSON.parse(Buffer.from(body).toString('utf8')));
  } catch (error) {
    return fail({ code: 'transfer-damaged' }, error);
  }
}

function recordsOf<T extends { readonly id: string }>(
  kind: Kind<T>,
  envelopes: readonly unknown[],
  program: string,
): readonly T[] {
  const records = envelopes.map((envelope) => {
    const read = decode(kind, Buffer.from(JSON.stringify(envelope), 'utf8'));
    if (read.state === 'newer-version') return fail({ code: 'transfer-newer', program });
    if (read.state !== 'good') return fail({ code: 'transfer-damaged' });
    // `decode` parsed it by the schema of this kind.
    return read.value as T;
  });
  const ids = records.map(({ id }) => id);
  const areNames = ids.every((id) => Id.safeParse(id).success);
  if (!areNames || new Set(ids.map((id) => id.toLowerCase())).size !== ids.length) fail({ code: 'transfer-damaged' });
  return records;
}
