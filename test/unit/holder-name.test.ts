import { expect, test } from 'vitest';
import { holderName } from '../../electron/accounts/views.ts';
import type { CertificateFacts } from '../../electron/certificates/describe.ts';

const nobody: CertificateFacts = {
  ...{ commonName: null, organisation: null, organisationNumber: null, personName: null },
  ...{ issuerCommonName: null, issuerOrganisation: null, subjectSerialNumber: null },
  ...{ serialNumber: '', notBefore: 0, notAfter: 0, fingerprint: '0123456789abcdef0123', keyType: 'unknown' },
};

test('a holder is called by the organisation, else the common name, else the certificate’s fingerprint', () => {
  expect(holderName({ ...nobody, organisation: 'Bolag A AB', commonName: 'Anna' })).toBe('Bolag A AB');
  expect(holderName({ ...nobody, commonName: 'Anna' })).toBe('Anna');
  expect(holderName(nobody)).toBe('0123456789abcdef');
});

test('no name turns the writing of what stands beside it', () => {
  expect(holderName({ ...nobody, organisation: 'Bolag \u202eA\u202c AB\u200f' })).toBe('Bolag A AB');
  expect(holderName({ ...nobody, organisation: '\u2067\u2069' })).toBe('0123456789abcdef');
  // What belongs to a name stays: a joiner that Persian writes with.
  expect(holderName({ ...nobody, commonName: 'می\u200cخواهم' })).toBe('می\u200cخواهم');
});
