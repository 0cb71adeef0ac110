import { describe, expect, test } from 'vitest';
import type { Failure } from '../../electron/contract/failure.ts';
import type { CertificateView, Snapshot } from '../../electron/contract/snapshot.ts';
import { en } from '../../renderer/i18n/en/index.ts';
import { explanationOf } from '../../renderer/state/explanation-of.ts';
import { failureFacts, type FailureFacts } from '../../renderer/state/failure-facts.ts';
import { firstDifference } from '../../renderer/state/first-difference.ts';
import { likelyCauses, pointers } from '../../renderer/state/likely-causes.ts';
import { accountView, anafProfile, applicationView, orgProfile, perProfile } from '../fixtures/renderer-views.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22);
const nothing: FailureFacts = {
  now: NOW,
  authority: 'anaf',
  route: 'browser',
  redirectUri: null,
  certificate: null,
  sameHolder: [],
  hasWorked: false,
  hasWorkedWithCertificate: false,
  clientIdIs: null,
  accessTokenEnd: null,
  refreshTokenEnd: null,
  hasOtherCopy: false,
};
const lasting = { notBefore: NOW - 200 * DAY, notAfter: NOW + 500 * DAY };
const denied = Object.keys(en.explanations['anaf-access-denied'].causes);
const first = (facts: Partial<FailureFacts>, causes = denied) => likelyCauses(causes, { ...nothing, ...facts })[0];

describe('the cause that comes first', () => {
  test('is the listed one where nothing is known', () => {
    expect(likelyCauses(denied, null)).toEqual(denied.map((cause) => ({ cause, hint: null })));
    expect(first({ certificate: lasting })).toEqual({ cause: 'no-token', hint: null });
  });

  test.each<[Partial<FailureFacts>, string, string]>([
    [{ certificate: { ...lasting, notAfter: NOW - DAY } }, 'ended', 'certificateEnded'],
    [
      { certificate: lasting, sameHolder: [{ notBefore: NOW - DAY, notAfter: NOW + 900 * DAY }] },
      'wrong-of-several',
      'newerCertificate',
    ],
    [{ certificate: { ...lasting, notBefore: NOW - 2 * DAY }, hasWorked: true }, 'renewed', 'certificateIsNew'],
    [
      { certificate: { ...lasting, notBefore: NOW - 2 * DAY }, sameHolder: [{ notBefore: 0, notAfter: NOW }] },
      'renewed',
      'certificateIsNew',
    ],
    [{ certificate: { ...lasting, notAfter: NOW + 5 * DAY } }, 'renewed', 'certificateEnding'],
  ])('of a certificate that was refused, is what the certificates say: %o', (facts, cause, hint) => {
    expect(first(facts)).toEqual({ cause, hint });
  });

  test('of a new certificate of somebody new to ANAF is not that it was renewed', () => {
    const certificate = { ...lasting, notBefore: NOW - 2 * DAY };
    expect(first({ certificate })).toEqual({ cause: 'no-token', hint: null });
    // Nor of one that has worked since.
    const worked = { hasWorked: true, hasWorkedWithCertificate: true };
    expect(first({ certificate, ...worked })).toEqual({ cause: 'no-token', hint: null });
  });

  test.each<[keyof typeof en.explanations, Partial<FailureFacts>, string]>([
    ['skv-client-id-unknown', { clientIdIs: 'apigw' }, 'swapped'],
    ['skv-client-id-unknown', { clientIdIs: 'of-other-environment' }, 'other-environment'],
    ['anaf-invalid-client', { clientIdIs: 'of-other-flow' }, 'other-flow'],
    ['anaf-invalid-client', { hasWorked: true }, 'deleted'],
    ['skv-certificate-refused', { certificate: { ...lasting, notBefore: NOW + DAY } }, 'not-yet'],
    ['anaf-refresh-ended', { hasOtherCopy: true }, 'used-elsewhere'],
    ['anaf-refresh-ended', { refreshTokenEnd: NOW }, 'past-end'],
    ['anaf-token-invalid', { accessTokenEnd: NOW }, 'token-ended'],
  ])('of %s with %o is %s', (explanation, facts, cause) => {
    const others = Object.keys(en.explanations[explanation].causes).filter((name) => name !== cause);
    const causes = [...others, cause];
    expect(others.length).toBeGreaterThan(0);
    expect(first(facts, causes)?.cause).toBe(cause);
  });

  test('and the others follow, each once', () => {
    const listed = likelyCauses(denied, { ...nothing, certificate: { ...lasting, notAfter: NOW - DAY } });
    expect(listed.map(({ cause }) => cause)).toEqual([
      'ended',
      'renewed',
      ...denied.filter((c) => !/^(ended|renewed)$/.test(c)),
    ]);
  });
});

describe('causes that cannot be', () => {
  const names = (route: FailureFacts['route']) => likelyCauses(denied, { ...nothing, route }).map(({ cause }) => cause);

  test('are left out: no browser in the app’s own window, no token with an imported certificate', () => {
    expect(names('browser')).toEqual(denied);
    expect(names('device-window')).toEqual(['no-token', 'wrong-of-several', 'ended', 'renewed', 'no-role']);
    expect(names('window')).toEqual(['wrong-of-several', 'ended', 'renewed', 'no-role']);
    expect(names(null)).toEqual(denied);
  });

  test.each<[string, Partial<FailureFacts>]>([
    ['ended', { certificate: lasting }],
    ['not-yet', { certificate: lasting }],
    ['token-ended', { accessTokenEnd: NOW + 1 }],
    ['past-end', { refreshTokenEnd: NOW + 1 }],
  ])('are left out: %s, when that is not yet so', (cause, facts) => {
    const causes = [cause, 'used-elsewhere'];
    expect(first(facts, causes)?.cause).toBe('used-elsewhere');
    expect(first({}, causes)?.cause).toBe(cause);
  });

  test('are left out: that it was deleted, of an application that never worked', () => {
    const causes = ['mistyped', 'deleted'];
    expect(likelyCauses(causes, nothing).map(({ cause }) => cause)).toEqual(['mistyped']);
    expect(first({ hasWorked: true }, causes)?.cause).toBe('deleted');
  });

  test('stay where nothing else would', () => {
    expect(likelyCauses(['cookies'], { ...nothing, route: 'window' })).toEqual([{ cause: 'cookies', hint: null }]);
  });
});

test('every pointer points at a cause that some explanation has', () => {
  const all = Object.values(en.explanations).flatMap(({ causes }) => Object.keys(causes));
  expect(pointers.filter(({ cause }) => !all.includes(cause))).toEqual([]);
});

describe('the facts of a failure', () => {
  const certificate = (id: string, holder: string, notAfter: number): CertificateView => ({
    id,
    holder,
    notAfter,
    organisationNumber: null,
    issuer: 'CA',
    serialNumber: id,
    keyType: 'RSA 2048',
    notBefore: 0,
    fingerprint: id,
    key: 'kept',
    warnings: [],
  });
  const own = applicationView(orgProfile, { id: 'own', clientId: 'c1', redirectUris: ['https://localhost/test'] });
  const snapshot = (part: Partial<Snapshot>): Snapshot =>
    ({
      profiles: [anafProfile, orgProfile, perProfile],
      certificates: {},
      applications: { own },
      accounts: {},
      ...part,
    }) as Snapshot;
  const about = {
    applicationId: 'own',
    accountId: null,
    certificateId: 'a',
    route: 'direct',
    redirectUri: null,
  } as const;

  test('are those of the application’s authority, its certificates and accounts', () => {
    const certificates = {
      a: certificate('a', 'Bolag', 1),
      b: certificate('b', 'Bolag', 2),
      c: certificate('c', 'X', 3),
    };
    const accessToken = { form: 'opaque' as const, obtainedAt: 1, expiresAt: 2, scopeAsked: [], scopeGiven: null };
    const account = accountView({ id: 'x', applicationId: 'own', hasOtherCopy: true, accessToken });
    const facts = failureFacts(snapshot({ certificates, accounts: { x: account } }), { ...about, accountId: 'x' }, NOW);
    expect(facts).toMatchObject({ now: NOW, authority: 'skatteverket', route: 'direct', hasWorked: true });
    expect(facts?.hasWorkedWithCertificate).toBe(false);
    const ofIt = { x: { ...account, certificateId: 'a' } };
    expect(failureFacts(snapshot({ certificates, accounts: ofIt }), about, NOW)?.hasWorkedWithCertificate).toBe(true);
    expect(facts?.certificate).toBe(certificates.a);
    expect(facts?.sameHolder).toEqual([certificates.b]);
    expect(facts).toMatchObject({ hasOtherCopy: true, accessTokenEnd: account.accessToken?.expiresAt });
    expect(failureFacts(snapshot({}), about, NOW)).toMatchObject({
      certificate: null,
      sameHolder: [],
      hasWorked: false,
    });
  });

  test('are none where the application is gone', () => {
    expect(failureFacts(snapshot({ applications: {} }), about, NOW)).toBeNull();
  });

  test('have the redirect URI that was sent, else the application’s first', () => {
    expect(failureFacts(snapshot({}), about, NOW)?.redirectUri).toBe('https://localhost/test');
    const sent = { ...about, redirectUri: 'https://localhost:9002/callback' };
    expect(failureFacts(snapshot({}), sent, NOW)?.redirectUri).toBe('https://localhost:9002/callback');
  });

  test('say whose the client ID is besides', () => {
    const other = (view: Parameters<typeof applicationView>[1], profile = orgProfile) =>
      failureFacts(
        snapshot({ applications: { own, other: applicationView(profile, { id: 'other', ...view }) } }),
        about,
        NOW,
      )?.clientIdIs;
    expect(other({ clientId: 'c2' })).toBeNull();
    expect(other({ clientId: 'c1', environment: own.environment })).toBeNull();
    expect(other({ clientId: 'c2', apigwClientId: 'c1' })).toBe('apigw');
    expect(other({ clientId: 'c1', environment: own.environment === 'test' ? 'production' : 'test' })).toBe(
      'of-other-environment',
    );
    expect(other({ clientId: 'c1' }, perProfile)).toBe('of-other-flow');
    const empty = applicationView(orgProfile, { id: 'own', clientId: '', apigwClientId: '' });
    expect(failureFacts(snapshot({ applications: { own: empty } }), about, NOW)?.clientIdIs).toBeNull();
  });
});

test('failures without words of the authority are explained where they mean something there', () => {
  const timedOut: Failure = { code: 'signin-timed-out', seconds: 900 };
  expect([
    explanationOf(timedOut, 'anaf'),
    explanationOf(timedOut, 'skatteverket'),
    explanationOf(timedOut, null),
  ]).toEqual(['anaf-not-finished', null, null]);
  const refused: Failure = { code: 'authority-refused-certificate', host: 'h', detail: 'd' };
  expect(explanationOf(refused, 'anaf')).toBe('anaf-access-denied');
  expect(explanationOf(refused, 'skatteverket')).toBe('skv-certificate-refused');
  const page = { code: 'answer-not-json', stage: 'token', contentType: '', kind: 'html', bytes: 1 } as const;
  expect(explanationOf({ ...page, status: 500 }, 'anaf')).toBe('anaf-server-trouble');
  expect(explanationOf({ ...page, status: 200 }, 'anaf')).toBeNull();
  const said = { code: 'signin-ended-elsewhere', host: 'h', status: 200 } as const;
  expect(explanationOf({ ...said, explanation: 'anaf-blocked' }, null)).toBe('anaf-blocked');
  expect(explanationOf({ ...said, explanation: null }, 'anaf')).toBeNull();
});

test('two redirect URIs are compared to the character', () => {
  const uri = 'https://localhost:9002/callback';
  expect(firstDifference(uri, uri)).toBeNull();
  expect(firstDifference(uri, `${uri}/`)).toEqual({ same: uri, sent: '', registered: '/' });
  expect(firstDifference(`${uri}/`, uri)).toEqual({ same: uri, sent: '/', registered: '' });
  expect(firstDifference(uri, 'https://localhost:9002/Callback')).toEqual({
    same: 'https://localhost:9002/',
    sent: 'callback',
    registered: 'Callback',
  });
  expect(firstDifference(uri, ` ${uri}`)).toEqual({ same: '', sent: uri, registered: ` ${uri}` });
  expect(firstDifference(uri, '')).toEqual({ same: '', sent: uri, registered: '' });
});
