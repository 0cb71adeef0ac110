import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../electron/contract/failure.ts';
import { deriveKey, newDerivation, type PassphraseKey } from '../../electron/transfer/passphrase-key.ts';
import { inspectTransfer, openTransfer, readHeader, sealTransfer } from '../../electron/transfer/transfer-file.ts';

const passphrase = 'four words nobody knows';
const facts = { purpose: 'move', createdAt: Date.UTC(2027, 0, 17), program: '1.2.3' } as const;
const body = Buffer.from('{"accounts":["the body"]}');

/** Cheap, so that many files can be opened; the program's own cost is tested once. */
function cheapKey(text = passphrase): Promise<PassphraseKey> {
  return deriveKey(text, { ...newDerivation(), N: 2 ** 10 });
}

function codeOf(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    return error instanceof FailureError ? error.failure.code : 'another error';
  }
}

const codeOfOpening = (file: Uint8Array, text = passphrase): Promise<string | null> =>
  openTransfer(file, text).then(
    () => null,
    (error: unknown) => (error instanceof FailureError ? error.failure.code : 'another error'),
  );

/** The file with other header fields and a digest that fits: what somebody could make on purpose. */
function withHeader(
  file: Uint8Array,
  change: (header: Record<string, unknown>) => Record<string, unknown>,
): Uint8Array {
  const at = file.indexOf(0x0a);
  const header = JSON.parse(Buffer.from(file.subarray(0, at)).toString()) as Record<string, unknown>;
  const start = Buffer.concat([Buffer.from(`${JSON.stringify(change(header))}\n`), file.subarray(at + 1, -32)]);
  return Buffer.concat([start, createHash('sha256').update(start).digest()]);
}

describe('a transfer file', () => {
  it('opens with its passphrase, in any Unicode form of it, at the cost the program uses', async () => {
    const file = sealTransfer(await deriveKey('pârolă și încă una', newDerivation()), facts, body);
    expect(Buffer.from(await openTransfer(file, 'pârolă și încă una'.normalize('NFD'))).equals(body)).toBe(true);
    expect(inspectTransfer(file)).toMatchObject({ ...facts, derivation: { name: 'scrypt', N: 131_072, r: 8, p: 1 } });
  });

  it('says in its header what anybody may know, and nothing of what it holds', async () => {
    const file = sealTransfer(await cheapKey(), facts, body);
    const text = Buffer.from(file).toString('latin1');
    expect(text.startsWith('{"format":"taxpass-transfer","version":1,"purpose":"move",')).toBe(true);
    expect(text).not.toContain('the body');
    expect(text).not.toContain(passphrase);
  });

  it('tells a wrong passphrase from a damaged file, whichever byte was changed or cut', async () => {
    const file = sealTransfer(await cheapKey(), facts, body);
    expect(await codeOfOpening(file, `${passphrase}s`)).toBe('transfer-passphrase-wrong');
    const newline = file.indexOf(0x0a);
    for (let at = newline + 1; at < file.length; at++) {
      const changed = Buffer.from(file);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(
        codeOf(() => inspectTransfer(changed)),
        `byte ${at}`,
      ).toBe('transfer-damaged');
    }
    for (let at = 0; at <= newline; at++) {
      const changed = Buffer.from(file);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      const code = codeOf(() => inspectTransfer(changed));
      const possible = ['transfer-damaged', 'transfer-not-ours', 'transfer-newer', 'transfer-too-costly'];
      expect(possible, `byte ${at}`).toContain(code);
    }
    for (let length = 0; length < file.length; length++) {
      const code = codeOf(() => inspectTransfer(file.subarray(0, length)));
      expect(['transfer-damaged', 'transfer-not-ours'], `${length} bytes`).toContain(code);
    }
  });

  it('does not open under another header, even where the digest fits it', async () => {
    const file = sealTransfer(await cheapKey(), facts, body);
    expect(await codeOfOpening(file)).toBe(null);
    expect(await codeOfOpening(withHeader(file, (header) => ({ ...header })))).toBe(null);
    const asBackup = withHeader(file, (header) => ({ ...header, purpose: 'backup' }));
    expect(await codeOfOpening(asBackup)).toBe('transfer-damaged');
    const older = withHeader(file, (header) => ({ ...header, createdAt: 0 }));
    expect(await codeOfOpening(older)).toBe('transfer-damaged');
  });

  it.each([
    ['memory beyond all measure', { N: 2 ** 24 }],
    ['much memory by another way', { N: 2 ** 17, r: 64 }],
    ['work without end', { p: 1000 }],
    ['no power of two', { N: 1000 }],
    ['less than nothing', { N: -2 }],
    ['a salt of one byte', { salt: 'AA==' }],
  ])('is refused before any work where it asks for %s', async (_name, change) => {
    const file = sealTransfer(await cheapKey(), facts, body);
    const hostile = withHeader(file, (header) => ({
      ...header,
      derivation: { ...(header['derivation'] as Record<string, unknown>), ...change },
    }));
    // Said while the header is read, which makes no key.
    expect(codeOf(() => readHeader(hostile))).toBe('transfer-too-costly');
    expect(await codeOfOpening(hostile)).toBe('transfer-too-costly');
  });

  it('is refused by name where a newer program wrote it, and as none of ours where it is something else', async () => {
    const file = sealTransfer(await cheapKey(), facts, body);
    const newer = withHeader(file, (header) => ({ ...header, version: 2, program: '9.0.0', more: true }));
    expect(await openTransfer(newer, passphrase).catch((error: unknown) => error)).toMatchObject({
      failure: { code: 'transfer-newer', program: '9.0.0' },
    });
    const others = [Buffer.alloc(0), Buffer.from('%PDF-1.7\n'), Buffer.from('{"a":1}\n'), Buffer.from('null\n')];
    for (const other of [...others, randomBytes(5000)]) {
      expect(codeOf(() => readHeader(other))).toBe('transfer-not-ours');
    }
  });

  it('is never larger than what would be read', async () => {
    const key = await cheapKey();
    expect(codeOf(() => sealTransfer(key, facts, Buffer.alloc(50 * 1024 * 1024)))).toBe('transfer-too-large');
  });
});
