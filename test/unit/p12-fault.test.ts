import { expect, test } from 'vitest';
import { openOrFail } from '../../electron/accounts/certificate-calls.ts';
import { isPassing } from '../../electron/accounts/sign-in.ts';
import { openP12, P12Error, type P12ErrorCode } from '../../electron/certificates/p12.ts';

const opening = (code: P12ErrorCode): Promise<unknown> =>
  openOrFail(() => Promise.reject(new P12Error(code)), new Uint8Array(), '', null);

test('a thread that could not do its work says nothing of the file, nor of the account', async () => {
  await expect(opening('failed')).rejects.toMatchObject({ failure: { code: 'p12-interrupted' } });
  await expect(opening('damaged')).rejects.toMatchObject({ failure: { code: 'p12-damaged' } });
  expect(isPassing({ code: 'p12-interrupted' })).toBe(true);
});

/** A file whose reading ends with that error, as it does where the computer is at its end. */
class Failing extends Uint8Array {
  readonly #error: Error;
  constructor(error: Error) {
    super(8);
    this.#error = error;
  }
  override get length(): number {
    throw this.#error;
  }
}

const withCode = (code: string): Error => Object.assign(new Error('x'), { code });

test.each([
  [withCode('ENOMEM'), 'failed'],
  [withCode('EMFILE'), 'failed'],
  [withCode('ERR_MODULE_NOT_FOUND'), 'failed'],
  [withCode('ERR_OSSL_EVP_MALLOC_FAILURE'), 'failed'],
  [new RangeError('Array buffer allocation failed'), 'failed'],
  [new RangeError('Invalid typed array length: -1'), 'damaged'],
  [withCode('ERR_OSSL_ASN1_WRONG_TAG'), 'damaged'],
  [new TypeError('x'), 'damaged'],
])('%s is told as %s: only what the file itself says calls it damaged', async (error, code) => {
  await expect(openP12(new Failing(error), '')).rejects.toMatchObject({ code });
});
