import { createSecretKey, randomBytes, scrypt, type KeyObject } from 'node:crypto';

/** What a passphrase costs to try, in scrypt's own words (RFC 7914, 2); `salt` is base64. */
export type Kdf = {
  readonly name: 'scrypt';
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
};

/** How hard a passphrase is made to try. */
export type PassphraseCost = Pick<Kdf, 'N' | 'r' | 'p'>;

/** 128 MiB and about half a second a try, for us and for whoever guesses (OWASP's first choice for scrypt). */
export const usualCost: PassphraseCost = { N: 2 ** 17, r: 8, p: 1 };

/** The most that a key file may ask for: 1 GiB. */
export const highestCost: PassphraseCost = { N: 2 ** 20, r: 8, p: 4 };

const keyBytes = 32;
const saltBytes = 16;

/** A new salt at that cost. */
export function newKdf({ N, r, p }: PassphraseCost = usualCost): Kdf {
  return { name: 'scrypt', N, r, p, salt: randomBytes(saltBytes).toString('base64') };
}

/**
 * The 256-bit key of a passphrase, worked out off the calling thread. The text is taken in Unicode's NFKC form, so
 * that one passphrase is one key whichever keyboard or system it is typed on; blanks count.
 */
export function keyOfPassphrase(passphrase: string, { N, r, p, salt }: Kdf): Promise<KeyObject> {
  // scrypt needs 128·N·r bytes and a little; Node allows 32 MiB unless told.
  const maxmem = 128 * N * r + 128 * r * p + 2 ** 20;
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64'), keyBytes, { N, r, p, maxmem }, (error, key) => {
      if (error !== null) {
        reject(error);
        return;
      }
      resolve(createSecretKey(key));
      key.fill(0);
    });
  });
}
