import { beforeAll, describe, expect, test } from 'vitest';
import { freshAccount, type AccountRecord, type CertificateRecord } from '../../electron/accounts/records.ts';
import { certificateSignedIn, isAnotherHolder } from '../../electron/accounts/same-holder.ts';
import { describeCertificate } from '../../electron/certificates/describe.ts';
import { makeTestCa } from '../fixtures/test-servers.ts';

const jwt = (serial: string | null): string =>
  [{ alg: 'RS512' }, { exp: 2_000_000_000, ...(serial === null ? {} : { serial }) }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.') + '.c2ln';

let ana: CertificateRecord;
let anaRenewed: CertificateRecord;
let ion: CertificateRecord;

beforeAll(async () => {
  const ca = await makeTestCa();
  const record = async (id: string, name: string): Promise<CertificateRecord> => {
    const { certPem, fingerprint } = await ca.client(name, 'ec');
    return { id, fingerprint, certPem, chainPem: [], key: { kept: 'on-device' }, warnings: [], importedAt: 0 };
  };
  ana = await record('ana', 'POPESCU ANA');
  anaRenewed = await record('ana-renewed', 'POPESCU ANA');
  ion = await record('ion', 'IONESCU ION');
});

const storeOf = (...records: CertificateRecord[]) => ({
  certificates: () => records,
  findCertificate: (id: string) => records.find((one) => one.id === id),
});
const account = (part: Partial<AccountRecord>): AccountRecord => ({
  ...freshAccount,
  id: 'account',
  applicationId: 'application',
  certificateId: null,
  redirectUri: 'https://localhost:9002/callback',
  grant: null,
  ...part,
});
const serialOf = ({ certPem }: CertificateRecord): string => describeCertificate(certPem).serialNumber;
const opaque = 'ab'.repeat(32);

describe('with a certificate that was shown', () => {
  test('another person’s is another holder; her own and her renewed one are not', () => {
    const hers = account({ certificateId: 'ana' });
    const store = storeOf(ana);
    const shows = ({ certPem }: CertificateRecord) => isAnotherHolder(store, hers, { certPem, accessToken: opaque });
    expect(shows(ana)).toBe(false);
    expect(shows(anaRenewed)).toBe(false);
    expect(shows(ion)).toBe(true);
  });

  test('the token’s own word counts before the certificate’s', () => {
    const signedIn = { certPem: ion.certPem, accessToken: jwt(serialOf(ana)) };
    expect(isAnotherHolder(storeOf(ana), account({ certificateId: 'ana' }), signedIn)).toBe(false);
  });
});

describe('where this program showed none, the token says who it was (R13)', () => {
  test('by the serial of a certificate that is here', () => {
    const hers = account({ certificateId: 'ana' });
    const store = storeOf(ana, anaRenewed, ion);
    const said = (one: CertificateRecord) => ({ certPem: null, accessToken: jwt(serialOf(one)) });
    expect(isAnotherHolder(store, hers, said(ana))).toBe(false);
    expect(isAnotherHolder(store, hers, said(anaRenewed))).toBe(false);
    expect(isAnotherHolder(store, hers, said(ion))).toBe(true);
    expect(certificateSignedIn(store, said(ion))).toBe('ion');
  });

  test('a serial of nobody known here is another’s: her tokens do not give way to what may be his', () => {
    const signedIn = { certPem: null, accessToken: jwt('34:00:ff') };
    expect(isAnotherHolder(storeOf(ana), account({ certificateId: 'ana' }), signedIn)).toBe(true);
    expect(isAnotherHolder(storeOf(), account({ certificateSerial: '3400FE' }), signedIn)).toBe(true);
    expect(isAnotherHolder(storeOf(), account({ certificateSerial: '003400ff' }), signedIn)).toBe(false);
  });

  test('where nothing says who it was, it is taken for the same', () => {
    const store = storeOf(ana);
    expect(isAnotherHolder(store, account({ certificateId: 'ana' }), { certPem: null, accessToken: opaque })).toBe(
      false,
    );
    expect(isAnotherHolder(store, account({}), { certPem: null, accessToken: jwt('34:00:ff') })).toBe(false);
    expect(certificateSignedIn(store, { certPem: null, accessToken: jwt(null) })).toBeNull();
  });
});
