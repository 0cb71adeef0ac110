import { describe, expect, test } from 'vitest';
import type { AccountRecord, ApplicationRecord, CertificateRecord } from '../../electron/accounts/records.ts';
import { freshAccount } from '../../electron/accounts/records.ts';
import { serialForms, tokenKnown } from '../../electron/accounts/token-known.ts';
import { tokenMatch } from '../../electron/accounts/token-match.ts';
import { anaf } from '../../electron/authorities/anaf.ts';
import { withEnvironments } from '../../electron/authorities/authorities.ts';
import { describeCertificate } from '../../electron/certificates/describe.ts';
import { tokenDifference } from '../../electron/tokens/claim-difference.ts';
import { readToken } from '../../electron/tokens/claims.ts';
import { anafJti, anafPayload, anafToken, encodeToken } from '../fixtures/anaf-token.ts';
import { makeCertificate } from '../fixtures/make-p12.ts';
import type { TokenReading } from '../../electron/contract/token-reading.ts';

function jwt(token: string): Extract<TokenReading, { form: 'jwt' }> {
  const reading = readToken(token);
  if (reading.form !== 'jwt') throw new Error('no JWT');
  return reading;
}

describe('a certificate’s serial number', () => {
  test.each([
    ['34:00:00:25', ['34000025']],
    ['34000025', ['34000025', '206cc99']],
    ['0034 0000 25', ['34000025']],
    ['0x0AFF', ['aff']],
    ['0A:ff', ['aff']],
    ['872415269', ['872415269', '34000025']],
    ['34-00-00-25', ['34000025']],
    ['34:00:00:25:69:...', []],
    ['', []],
    ['serial', []],
    ['f'.repeat(200), []],
    ['1'.repeat(60_000), []],
  ])('%.40s is the number, or the numbers, %j', (text, forms) => {
    expect(serialForms(text)).toEqual(forms);
  });
});

describe('what is known here of a token', () => {
  const certificate = (id: string, serial: string): CertificateRecord => ({
    id,
    fingerprint: id,
    certPem: makeCertificate({ subject: '/CN=Popescu Ana', serial }).certPem,
    chainPem: [],
    key: { kept: 'on-device' },
    warnings: [],
    importedAt: 0,
  });
  const application = (id: string, clientId: string): ApplicationRecord => ({
    ...{ id, clientId, profile: 'anaf', environment: 'production', name: id, redirectUris: [], services: [] },
    ...{ scopes: [], clientSecret: '', apigwClientId: '', apigwClientSecret: '' },
  });
  const own = certificate('own', '0x34000025690A');
  const store = {
    certificates: () => [certificate('other', '0x01'), own],
    applications: () => [application('cabinet', 'client-1'), application('second', 'client-2')],
  };
  const practice = withEnvironments(anaf, [
    {
      ...(anaf.environments[0] as (typeof anaf.environments)[number]),
      authorize: 'https://logincert.anaf.localhost:8443/authorize',
      token: 'https://logincert.anaf.localhost:8443/token',
      api: 'https://api.anaf.localhost:8444',
    },
  ]);
  const known = (payload: object, profiles = [anaf]) => {
    const token = anafToken(payload);
    return tokenKnown(store, profiles, token, readToken(token));
  };

  test('the certificate by the serial number the token names, in whatever form', () => {
    const serial = describeCertificate(own.certPem).serialNumber;
    expect(serial).toBe('34:00:00:25:69:0A');
    for (const form of [serial, '34000025690a', '0x3400002569 0A', String(0x3400002569_0a), 0x3400002569_0a]) {
      expect(known({ serial: form }).certificateIds, String(form)).toEqual(['own']);
    }
    expect(known({ scope_data: [{ id: 'serial', value: serial }] }).certificateIds).toEqual(['own']);
    expect(known({ serial: '35:00' }).certificateIds).toEqual([]);
    expect(known({ serial: '' }).certificateIds).toBeNull();
    expect(known({}).certificateIds).toBeNull();
  });

  test('the application by its client ID', () => {
    expect(known({ clientappid: 'client-2' }).applicationIds).toEqual(['second']);
    expect(known({ clientappid: 'client-3' }).applicationIds).toEqual([]);
    expect(known({}).applicationIds).toBeNull();
  });

  test.each([
    ['https://logincert.anaf.ro', { authority: 'anaf', isOtherMode: false }],
    ['https://logincert.anaf.ro/anaf-oauth2', { authority: 'anaf', isOtherMode: false }],
    ['http://logincert.anaf.ro', { authority: null, isOtherMode: false }],
    ['https://logincert.anaf.ro.example', { authority: null, isOtherMode: false }],
    ['https://logincert.anaf.ro:444', { authority: null, isOtherMode: false }],
    ['https://logincert.anaf.localhost', { authority: null, isOtherMode: true }],
    ['Anaf', { authority: null, isOtherMode: false }],
  ])('the issuer %s, in real use', (iss, issuer) => {
    expect(known({ iss }).issuer).toEqual(issuer);
  });

  test('the issuer in practice', () => {
    expect(known({ iss: 'https://logincert.anaf.localhost' }, [practice]).issuer).toEqual({
      authority: 'anaf',
      isOtherMode: false,
    });
    expect(known({ iss: 'https://logincert.anaf.ro' }, [practice]).issuer).toEqual({
      authority: 'anaf',
      isOtherMode: true,
    });
  });

  test.each([
    [{ aud: 'client-1', clientappid: 'client-1' }, 'application'],
    [{ aud: ['x', 'https://api.anaf.ro'], iss: 'https://logincert.anaf.ro' }, 'authority'],
    [{ aud: 'https://api.anaf.ro' }, 'other'],
    [{ aud: 'x' }, 'other'],
    [{ aud: '' }, null],
    [{}, null],
  ])('for whom %j is meant', (payload, audience) => {
    expect(known(payload).audience).toBe(audience);
  });

  test('of what is no JWT nothing', () => {
    for (const token of [anafJti, '', 'no token']) {
      expect(tokenKnown(store, [anaf], token, readToken(token))).toEqual({
        certificateIds: null,
        applicationIds: null,
        issuer: null,
        audience: null,
      });
    }
  });
});

describe('whose token a pasted one is', () => {
  const issuedTo = { profile: 'anaf', environment: 'production', clientId: 'c' } as const;
  const grant = (name: string) => ({
    ...{ issuedTo, accessToken: `access-${name}`, obtainedAt: 0, expiresAt: 1, scopeAsked: [], scopeGiven: null },
    refreshToken: { value: `refresh-${name}`, expiresAt: 1, isCertain: true, ordinal: 1 },
  });
  const account = (id: string): AccountRecord => ({
    ...freshAccount,
    ...{ id, applicationId: 'a', certificateId: null, redirectUri: '', grant: grant(id) },
    superseded: [{ accessToken: `superseded-${id}`, expiresAt: 1 }],
    earlier: [{ grant: grant(`earlier-${id}`), hasOtherCopy: false, refreshSent: null, replacedAt: 0 }],
  });
  const orphan = { id: 'gone', profile: 'anaf', environment: 'production', application: '', clientId: '' } as const;
  const store = {
    accounts: () => [account('one'), account('two')],
    orphans: () => [{ ...orphan, holder: '', removedAt: 0, tokens: [{ accessToken: 'orphan', expiresAt: 1 }] }],
  };

  test.each([
    ['access-two', { token: 'access', accountId: 'two' }],
    ['refresh-one', { token: 'refresh', accountId: 'one' }],
    ['superseded-two', { token: 'earlier-access', accountId: 'two' }],
    ['access-earlier-one', { token: 'earlier-access', accountId: 'one' }],
    ['refresh-earlier-two', { token: 'earlier-refresh', accountId: 'two' }],
    ['orphan', { token: 'removed' }],
    ['access-thre', null],
    ['', null],
  ])('%s', (token, match) => {
    expect(tokenMatch(store, token)).toEqual(match);
  });
});

describe('how a token differs from the one before', () => {
  const next = { ...anafPayload, iat: anafPayload.iat + 100, exp: anafPayload.exp + 100, nbf: anafPayload.nbf + 100 };
  const changes = (before: object, after: object) =>
    tokenDifference(jwt(anafToken(before)), jwt(anafToken(after))).changes.map(
      ({ part, within, name, before: was, after: is }) => [part, within, name, was, is],
    );

  test('times and jti are the new period, and no change', () => {
    const [before, after] = [
      anafToken({ ...anafPayload, jti: anafJti }),
      anafToken({ ...next, jti: 'other-jti-here' }),
    ];
    expect(tokenDifference(jwt(before), jwt(after))).toEqual({
      before: { issuedAt: 1_697_733_635_000, expiresAt: 1_705_509_635_000 },
      after: { issuedAt: 1_697_733_735_000, expiresAt: 1_705_509_735_000 },
      changes: [],
    });
  });

  test('what is new, gone and changed is told, rows of scope_data by themselves', () => {
    const after: Partial<typeof next> & { info: string } = {
      ...next,
      role: 'SRV_EFACTURA, EFACTURA, HELLO',
      scope_data: next.scope_data.map((row) => (row.id === 'serial' ? { ...row, value: '35:00' } : row)),
      info: 'new',
    };
    delete after.hello;
    expect(changes(anafPayload, after)).toEqual([
      ['payload', 'scope_data', 'serial', ['34:00:00:25:69:...'], ['35:00']],
      [
        'payload',
        null,
        'role',
        ['HELLO', 'EFACTURA', 'ETRANSPORT', 'SRV_EFACTURA'],
        ['SRV_EFACTURA', 'EFACTURA', 'HELLO'],
      ],
      ['payload', null, 'info', null, ['new']],
      ['payload', null, 'hello', ['HELLO'], null],
    ]);
  });

  test('another order is no change, another key is', () => {
    expect(changes({ role: 'A, B', sub: 'x' }, { sub: 'x', role: 'B@A' })).toEqual([]);
    const [one, other] = ['anaf_2023', 'anaf_2025'].map((kid) =>
      jwt(encodeToken(JSON.stringify({ alg: 'RS512', kid }), '{}')),
    );
    if (!one || !other) throw new Error('no tokens');
    expect(tokenDifference(one, other).changes).toEqual([
      { part: 'header', within: null, name: 'kid', before: ['anaf_2023'], after: ['anaf_2025'] },
    ]);
  });

  test('empty and not there are two things', () => {
    expect(changes({ info: '' }, {})).toEqual([['payload', null, 'info', [''], null]]);
    expect(changes({ roles: [] }, { roles: '' })).toEqual([]);
  });
});
