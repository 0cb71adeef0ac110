import { decipher } from './decipher.ts';
import { iterationsIn } from './encryption.ts';
import type { Encryption } from './encryption.ts';
import { derivedFor, derivePbkdf2, derivePkcs12, deriveScrypt } from './key-derivation.ts';
import { P12Error } from './p12-error.ts';
import type { PasswordForms } from './p12-password.ts';
import { affords, throwIfAborted } from './p12-work.ts';
import type { Work } from './p12-work.ts';

/** An encrypted part of the file. */
export interface Sealed {
  readonly encryption: Encryption;
  readonly data: Uint8Array;
}

/** Opens the encrypted parts of one file with one password. */
export interface Decryptor {
  /** Begins a derivation that runs on the thread pool, so that it is done by the time it is needed. */
  start(sealed: Sealed): void;
  /**
   * The decrypted part, as `read` makes it. A form of the password is right when the padding is and `read` does not throw.
   * `firstFormOnly` saves the guesses.
   * @throws {P12Error} `wrong-password`, `aborted`
   */
  open<T>(sealed: Sealed, read: (plain: Buffer) => T, firstFormOnly?: boolean): Promise<T>;
  /** Whether some part opened only by a form of the password that is not the standard's. */
  usedOddForm(): boolean;
  /** Overwrites the keys that were begun and never used. */
  dispose(): void;
}

interface Secret {
  readonly key: Buffer;
  readonly iv: Uint8Array;
}

/** The work for each part must have been declared; only guesses beyond the first are counted here. */
export function createDecryptor(work: Work, forms: PasswordForms): Decryptor {
  const begun = new Map<Encryption, Promise<Secret>>();
  // A form that worked once is tried first from then on.
  const order = { pkcs12: [...forms.pkcs12], pbes2: [...forms.pbes2] };
  let oddForm = false;

  return {
    start({ encryption }) {
      const form = forms.pbes2[0];
      if (encryption.scheme !== 'pbes2' || !form || begun.has(encryption)) return;
      const secret = derive(work, encryption, form);
      secret.catch(() => undefined);
      begun.set(encryption, secret);
    },

    async open({ encryption, data }, read, firstFormOnly = false) {
      const candidates = order[encryption.scheme];
      const standard = forms[encryption.scheme][0];
      for (const [index, form] of (firstFormOnly ? candidates.slice(0, 1) : [...candidates]).entries()) {
        throwIfAborted(work);
        const ready = form === standard ? begun.get(encryption) : undefined;
        if (index > 0 && !ready && !affords(work, iterationsIn(encryption))) break;
        if (ready) begun.delete(encryption);
        const { key, iv } = await (ready ?? derive(work, encryption, form));
        const plain = await decipher(encryption.cipher, key, iv, data);
        key.fill(0);
        if (!plain) continue;
        try {
          const result = read(plain);
          candidates.splice(candidates.indexOf(form), 1);
          candidates.unshift(form);
          oddForm ||= form !== standard;
          return result;
        } catch {
          plain.fill(0);
        }
      }
      throw new P12Error('wrong-password');
    },

    usedOddForm: () => oddForm,

    dispose() {
      for (const secret of begun.values()) {
        secret.then(
          ({ key }) => key.fill(0),
          () => undefined,
        );
      }
      begun.clear();
    },
  };
}

async function derive(work: Work, encryption: Encryption, password: Uint8Array): Promise<Secret> {
  const { keyLength, ivLength } = encryption.cipher;
  if (encryption.scheme === 'pkcs12') {
    const { salt, iterations } = encryption;
    const key = await derivePkcs12(work, 'sha1', password, salt, derivedFor.key, iterations, keyLength);
    if (ivLength === 0) return { key, iv: Buffer.alloc(0) };
    const iv = await derivePkcs12(work, 'sha1', password, salt, derivedFor.iv, iterations, ivLength);
    return { key, iv };
  }
  const { kdf, iv } = encryption;
  const key =
    kdf.kind === 'scrypt'
      ? await deriveScrypt(work, password, kdf.salt, kdf.cost, keyLength)
      : await derivePbkdf2(work, kdf.prf, password, kdf.salt, kdf.iterations, keyLength);
  return { key, iv };
}
