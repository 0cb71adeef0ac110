import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newDataKey } from '../../electron/vault/key-file.ts';
import { open, seal } from '../../electron/vault/seal.ts';

const key = newDataKey();
const name = { kind: 'account', id: 'a-1' };
const secret = randomBytes(300);

describe('seal', () => {
  it('gives back what was sealed, and never the same bytes twice', () => {
    const [one, two] = [seal(key, name, secret), seal(key, name, secret)];
    expect(Buffer.from(open(key, name, one))).toEqual(secret);
    expect(Buffer.from(open(key, name, two))).toEqual(secret);
    expect(Buffer.from(one).equals(two)).toBe(false);
    expect(Buffer.from(one).includes(secret.subarray(0, 8))).toBe(false);
  });

  it('opens nothing of no bytes but an empty record', () => {
    expect(open(key, name, seal(key, name, new Uint8Array()))).toHaveLength(0);
    expect(() => open(key, name, new Uint8Array())).toThrow(expect.objectContaining({ code: 'damaged' }));
  });

  it('does not open under another kind, id or key', () => {
    const sealed = seal(key, name, secret);
    for (const [other, otherName] of [
      [key, { kind: 'account', id: 'a-2' }],
      [key, { kind: 'application', id: 'a-1' }],
      [key, { kind: 'account","a', id: '-1' }],
      [newDataKey(), name],
    ] as const) {
      expect(() => open(other, otherName, sealed)).toThrow(expect.objectContaining({ code: 'damaged' }));
    }
  });

  it('does not open when any one bit is changed or any number of bytes is cut off', () => {
    const sealed = Buffer.from(seal(key, name, secret));
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const flipped = Buffer.from(sealed);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      // The fifth byte is the format's version: a higher one is a newer program's.
      const code = bit >> 3 === 4 && flipped.readUInt8(4) > 1 ? 'newer-version' : 'damaged';
      expect(() => open(key, name, flipped), `bit ${bit}`).toThrow(expect.objectContaining({ code }));
    }
    for (let length = 0; length < sealed.length; length++) {
      expect(() => open(key, name, sealed.subarray(0, length)), `${length} bytes`).toThrow(
        expect.objectContaining({ code: 'damaged' }),
      );
    }
  });

  it('says nothing of the content in its errors', () => {
    const sealed = seal(key, name, Buffer.from('canary-value'));
    expect(() => open(newDataKey(), name, sealed)).toThrow(/^damaged: account a-1$/);
  });
});
