import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Something that must be found nowhere. `name` says what it is; the value itself is never printed. */
export type Secret = { readonly name: string; readonly value: string | Buffer };

/** A place that was looked through, and its bytes. */
export type Place = {
  readonly kind: 'file' | 'output' | 'arguments' | 'environment';
  readonly name: string;
  readonly bytes: Buffer;
};

export type Finding = {
  readonly secret: string;
  readonly encoding: string;
  readonly kind: Place['kind'];
  readonly place: string;
};

/**
 * Every form in which a secret could lie about: itself, base64 and base64url at each of three offsets, hex, and, where it
 * is a text, UTF-16 and URL-encoded.
 */
export function encodingsOf(value: string | Buffer): ReadonlyArray<readonly [string, Buffer]> {
  const bytes = Buffer.from(value as string, 'utf8');
  const both: Array<readonly [string, Buffer]> = [
    ['itself', bytes],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ['HEX', Buffer.from(bytes.toString('hex').toUpperCase())],
    ...[0, 1, 2].flatMap((offset) => {
      const inner = base64Inside(bytes, offset);
      const url = inner.replaceAll('+', '-').replaceAll('/', '_');
      return [[`base64 +${offset}`, Buffer.from(inner)] as const, [`base64url +${offset}`, Buffer.from(url)] as const];
    }),
  ];
  if (typeof value !== 'string') return both;
  const percent = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  return [
    ...both,
    ['UTF-16 LE', Buffer.from(value, 'utf16le')],
    ['UTF-16 BE', Buffer.from(value, 'utf16le').swap16()],
    ['URL', Buffer.from(encodeURIComponent(value))],
    ['URL, each byte', Buffer.from(percent)],
    ['URL, each BYTE', Buffer.from(percent.toUpperCase())],
  ];
}

/** The base64 characters that depend on `bytes` alone when `offset` other bytes come before them. */
function base64Inside(bytes: Buffer, offset: number): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const first = Math.ceil((offset * 8) / 6);
  const last = Math.floor(((offset + bytes.length) * 8) / 6);
  return text.slice(first, last);
}

/** Looks for every secret in every encoding in every place. Texts shorter than four characters are refused. */
export function findSecrets(secrets: readonly Secret[], places: readonly Place[]): Finding[] {
  const needles = secrets.flatMap(({ name, value }) => {
    if (value.length < 4) throw new Error(`${name} is too short to search for`);
    return encodingsOf(value).map(([encoding, bytes]) => ({ secret: name, encoding, bytes }));
  });
  return places.flatMap((place) =>
    needles
      .filter(({ bytes }) => place.bytes.includes(bytes))
      .map(({ secret, encoding }) => ({ secret, encoding, kind: place.kind, place: place.name })),
  );
}

/** Every regular file below `folder`, except below the folders in `without`. */
export function filePlaces(folder: string, without: readonly string[]): Place[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): Place[] => {
    const path = join(folder, entry.name);
    if (without.includes(path)) return [];
    if (entry.isDirectory()) return filePlaces(path, without);
    if (!entry.isFile() || statSync(path).size > 64 * 1024 * 1024) return [];
    return [{ kind: 'file', name: path, bytes: readFileSync(path) }];
  });
}

/** Arguments and environment of every process that lives in the private HOME `home`, this one excepted (Linux). */
export function processPlaces(home: string): Place[] {
  const marker = Buffer.from(`HOME=${home}\0`);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid): Place[] => {
      try {
        const environment = readFileSync(`/proc/${pid}/environ`);
        if (!environment.includes(marker)) return [];
        const name = `${pid} ${readlinkSync(`/proc/${pid}/exe`)}`;
        return [
          { kind: 'environment', name, bytes: environment },
          { kind: 'arguments', name, bytes: readFileSync(`/proc/${pid}/cmdline`) },
        ];
      } catch {
        // It ended while we looked, or is not ours to read.
        return [];
      }
    });
}
