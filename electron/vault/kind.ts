import { z } from 'zod';
import { VaultError } from './errors.ts';

/** A kind of record: its name (part of the file name), what its values look like, and the version of that look. */
export interface Kind<T> {
  readonly name: string;
  readonly version: number;
  readonly schema: z.ZodType<T, T>;
  /** At index n, what makes a value of version n + 1 one of version n + 2. */
  readonly migrations: readonly Migration[];
}

/** Makes a value of one version one of the next; it need not check the value, whose last form is parsed. */
export type Migration = (value: unknown) => unknown;

/** A kind whose value's type does not matter here. */
export type AnyKind = Kind<unknown>;

const kindName = /^[a-z][A-Za-z]{0,31}$/;
const recordId = /^[A-Za-z0-9-]{1,64}$/;
const recordFile = /^([a-z][A-Za-z]{0,31})-([A-Za-z0-9-]{1,64})\.sealed$/;

/**
 * Declares a kind of record. The schema's input and output are one type, since what is stored is JSON. Its version is
 * one more than the number of `migrations`, so that no version is left without a way up. A record of an older version
 * is migrated as it is read; its file changes only when the record is next written, and the old one is then kept as
 * the generation before.
 *
 * @throws VaultError `invalid-name`: the name is letters only (the first `-` of a file name ends it), at most 32.
 */
export function kind<T>(name: string, schema: z.ZodType<T, T>, migrations: readonly Migration[] = []): Kind<T> {
  if (!kindName.test(name)) throw new VaultError('invalid-name', 'kind');
  return { name, version: migrations.length + 1, schema, migrations };
}

/**
 * The file of a record, without its folder.
 *
 * @throws VaultError `invalid-name` where `id` is not 1 to 64 of A–Z, a–z, 0–9 and `-`.
 */
export function fileOf(kindName: string, id: string): string {
  if (!recordId.test(id)) throw new VaultError('invalid-name', `id of ${kindName}`);
  return `${kindName}-${id}.sealed`;
}

/** The record a file name stands for, or null where it stands for none. */
export function recordOf(file: string): { kind: string; id: string } | null {
  const [, name, id] = recordFile.exec(file) ?? [];
  return name === undefined || id === undefined ? null : { kind: name, id };
}

const Envelope = z.object({ version: z.int().min(1), value: z.unknown() });

/** Freezes all the way down: values are handed out without a copy, and nobody may change what the vault holds. */
function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(deepFreeze);
}

/**
 * A record's plaintext, and the value that reading it back will give (frozen).
 *
 * @throws VaultError `invalid-value` where the value does not fit the schema, before or after a turn through JSON.
 */
export function encode<T>(kind: Kind<T>, value: T): { plaintext: Uint8Array; stored: T } {
  const parsed = kind.schema.safeParse(value);
  if (!parsed.success) throw invalid(kind.name, parsed.error);
  const text = JSON.stringify({ version: kind.version, value: parsed.data });
  const back = kind.schema.safeParse(Envelope.parse(JSON.parse(text)).value);
  if (!back.success) throw invalid(kind.name, back.error);
  deepFreeze(back.data);
  return { plaintext: Buffer.from(text, 'utf8'), stored: back.data };
}

/** Paths and issue codes only: zod's own messages may quote the value. */
function invalid(name: string, error: z.ZodError): VaultError {
  const issues = error.issues.map((issue) => `${issue.path.join('.')} (${issue.code})`);
  return new VaultError('invalid-value', `${name}: ${issues.join(', ')}`);
}

/** A record's plaintext read back: its value (frozen), or why it cannot be used. */
export function decode(
  kind: AnyKind,
  plaintext: Uint8Array,
): { state: 'good'; value: unknown } | { state: 'newer-version' | 'invalid' } {
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(plaintext.buffer, plaintext.byteOffset, plaintext.byteLength).toString('utf8'));
  } catch {
    return { state: 'invalid' };
  }
  const envelope = Envelope.safeParse(json);
  if (!envelope.success) return { state: 'invalid' };
  if (envelope.data.version > kind.version) return { state: 'newer-version' };
  const value = kind.schema.safeParse(migrated(kind, envelope.data));
  if (!value.success) return { state: 'invalid' };
  deepFreeze(value.data);
  return { state: 'good', value: value.data };
}

/** The value as the kind's newest version has it; undefined where a migration cannot make sense of it. */
function migrated({ migrations }: AnyKind, { version, value }: z.infer<typeof Envelope>): unknown {
  try {
    return migrations.slice(version - 1).reduce((older, migrate) => migrate(older), value);
  } catch {
    return undefined;
  }
}
