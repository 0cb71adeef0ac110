import { expect, test } from 'vitest';
import { openOrFail } from '../../electron/accounts/certificate-calls.ts';
import { P12Error, type P12ErrorCode } from '../../electron/certificates/p12.ts';

const opening = (code: P12ErrorCode): Promise<unknown> =>
  openOrFail(() => Promise.reject(new P12Error(code)), new Uint8Array(), '', null);

test('a thread that could not do its work says nothing of the file', async () => {
  await expect(opening('failed')).rejects.toBeInstanceOf(P12Error);
  await expect(opening('damaged')).rejects.toMatchObject({ failure: { code: 'p12-damaged' } });
});
