import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { maskPersonalNumbers } from '../../electron/contract/personal-numbers.ts';
import { readCertificate } from '../../electron/accounts/trace-certificate.ts';
import { anaf } from '../../electron/authorities/anaf.ts';
import { skatteverketOrg } from '../../electron/authorities/skatteverket.ts';
import { FailureError, type Failure } from '../../electron/contract/failure.ts';
import { createTrace, type Happening, type Trace, type TraceAbout } from '../../electron/signin/trace.ts';
import { makeTestCa } from '../fixtures/test-servers.ts';
import { findSecrets, type Secret } from '../tour/secret-search.ts';

const redirectUri = 'https://localhost:9002/callback';
const environment = anaf.environments[0] ?? raise();

function raise(): never {
  throw new Error('not there');
}

function about(changes: Partial<TraceAbout> = {}): TraceAbout {
  return {
    profile: anaf,
    environment,
    route: 'window',
    arrival: 'caught',
    redirectUri,
    arrivalUri: redirectUri,
    state: 'the state that was sent',
    isResumed: false,
    clientId: 'a'.repeat(32),
    scopes: [],
    certPem: null,
    secrets: [],
    readCertificate,
    maskPersonalNumbers,
    version: '1.2.3',
    now: () => Date.UTC(2026, 0, 2),
    ...changes,
  };
}

function recordOf(happenings: readonly Happening[], changes: Partial<TraceAbout> = {}): string {
  const trace = createTrace(about(changes));
  happenings.forEach((happening) => trace.note(happening));
  return trace.text();
}

const answered = (changes: Partial<Extract<Happening, { kind: 'answered' }>>): Happening => ({
  kind: 'answered',
  url: new URL('https://logincert.anaf.ro/my.policy'),
  status: 200,
  headers: [],
  bytes: 0,
  ...changes,
});

test('what is on the lists is told: hosts, paths, names, statuses, the few values', () => {
  const text = recordOf([
    {
      kind: 'sent',
      method: 'POST',
      url: new URL('https://logincert.anaf.ro/anaf-oauth2/v1/token'),
      headerNames: ['host', 'authorization', 'Content-Type'],
      body: 'grant_type=authorization_code&code=xyz',
    },
    answered({
      status: 302,
      headers: [
        ['Location', `${redirectUri}?code=0123456789&state=abc`],
        ['Set-Cookie', 'MRHSession=secret; secure'],
        ['Set-Cookie', 'TS0123abcd=secret'],
        ['Content-Type', 'text/html; charset=utf-8'],
        ['Content-Length', '12'],
        ['Date', 'Fri, 02 Jan 2026 00:00:05 GMT'],
        ['Server', 'BigIP'],
        ['WWW-Authenticate', 'Client-ID-Enforcement realm="secret"'],
      ],
    }),
    {
      kind: 'connected',
      host: 'logincert.anaf.ro',
      facts: { way: 'http', version: 'TLSv1.2', cipher: 'ECDHE-RSA-AES256-GCM-SHA384', clientCertificate: 'shown' },
    },
    { kind: 'renegotiated', host: 'logincert.anaf.ro' },
    answered({ url: new URL('https://somebody.example/a/path?name=x') }),
    answered({ url: new URL('https://someone-else.example/') }),
  ]);
  for (const part of [
    'POST logincert.anaf.ro/anaf-oauth2/v1/token\n',
    'headers: host, authorization, content-type\n',
    'fields: grant_type, code\n',
    '302 from logincert.anaf.ro/my.policy\n',
    'location: (the redirect URI) ?code &state\n',
    'sets cookies: MRHSession, TS01<6 characters: hex>\n',
    'content-type: text/html; charset utf-8; content-length: 12; 0 bytes\n',
    'date: 2026-01-02T00:00:05.000Z\n',
    'server: bigip\n',
    'www-authenticate: client-id-enforcement\n',
    'TLS with logincert.anaf.ro: TLSv1.2, ECDHE-RSA-AES256-GCM-SHA384, by an http proxy, client certificate asked for and shown\n',
    'logincert.anaf.ro began the handshake anew, mid-connection (renegotiation)\n',
    '200 from (another host 1)/<1 characters: hex>/<4 characters: letters> ?name\n',
    '200 from (another host 2)\n',
    'Redirect URI  https, localhost, port 9002\n',
    'Client id     <32 characters: hex>\n',
  ])
    expect(text).toContain(part);
});

test('an authority’s own error stays, bounded and blotted', () => {
  const person = '1850101221144';
  const words = `User POPESCU Ana (CNP ${person}) is denied, ana@example.ro, see https://x.example/?a=b, ticket 4711aBcD4711aBcD`;
  const failure: Failure = {
    code: 'authority-refused',
    stage: 'authorize',
    status: 403,
    error: 'access_denied',
    description: `${words} ${'The policy said no. '.repeat(50)}`,
    explanation: 'anaf-access-denied',
  };
  const text = recordOf([{ kind: 'ended', error: new FailureError(failure) }], { secrets: ['POPESCU', 'Ana'] });
  expect(text).toContain(
    'authority-refused, stage authorize, status 403, error access_denied, explained as anaf-access-denied',
  );
  expect(text).toContain('is denied');
  expect(text).not.toMatch(/POPESCU|Ana\b|1850101|ana@|x\.example|4711/);
  const [, quoted = ''] = /“(.*)”/.exec(text) ?? [];
  expect(quoted.length).toBeLessThanOrEqual(200);
  expect(quoted.length).toBeGreaterThan(150);
});

test('nothing is noted after the end, and too much is only counted', () => {
  const trace = createTrace(about());
  for (let i = 0; i < 500; i += 1) trace.note({ kind: 'pin-asked', wrong: 0 });
  trace.note({ kind: 'ended', error: null });
  trace.note({ kind: 'pin-asked', wrong: 77 });
  const text = trace.text();
  expect(text).toMatch(/ {2}done\n\n100 further events are left out\.\n$/);
  expect(text).not.toContain('77');
});

test('the state is judged, not told; the code is told by its length', () => {
  const end = (query: string): string => recordOf([{ kind: 'returned', callback: new URL(`${redirectUri}?${query}`) }]);
  expect(end('code=abc&state=the+state+that+was+sent')).toContain('state right; code <3 characters: hex>');
  expect(end('code=abc&state=another')).toContain('state wrong');
  expect(end('code=abc')).toContain('state missing');
  expect(end('error=access_denied&error_description=No&state=x')).toContain('error access_denied');
});

test('what the sign-in itself brings is known from then on, whoever writes it back', () => {
  // Words, so that nothing but knowing them tells that they are secret.
  const said = 'It was abcdefghij, klmnopqrst, uvwxyzabcd, and that is all';
  const failure = { code: 'authority-refused', stage: 'token', status: 400, error: '', description: said } as const;
  const answer = {
    ...{ accessToken: 'klmnopqrst', refreshToken: { value: 'uvwxyzabcd', expiresAt: null } },
    ...{ obtainedAt: 0, expiresAt: 1000, scopeGiven: null },
  };
  const text = recordOf([
    { kind: 'returned', callback: new URL(`${redirectUri}?code=abcdefghij`) },
    { kind: 'tokens', answer, refreshTokenSent: null },
    { kind: 'ended', error: new FailureError({ ...failure, explanation: null }) },
  ]);
  expect(text).toContain('“It was ••••••, ••••••, ••••••, and that is all”');
});

// Whatever somebody puts wherever: of what is not on a list nothing may come through. Three kinds of secret, as some
// look like words.
const kinds = {
  random: () => randomBytes(12).toString('base64url'),
  hex: () => randomBytes(12).toString('hex'),
  uuid: () => randomUUID(),
  word: () => Array.from({ length: 14 }, () => String.fromCharCode(97 + randomInt(26))).join(''),
  WORD: () => Array.from({ length: 14 }, () => String.fromCharCode(65 + randomInt(26))).join(''),
  jwt: () =>
    `eyJ${randomBytes(9).toString('base64url')}.${randomBytes(9).toString('base64url')}.${randomBytes(9).toString('base64url')}`,
} as const;

test.each(Object.entries(kinds))(
  'hostile texts of the kind “%s” in every place are in no record',
  async (_name, make) => {
    const secrets: Secret[] = [];
    const s = (name: string): string => {
      const value = make();
      secrets.push({ name, value });
      return value;
    };
    const ca = await makeTestCa();
    const holder = s('holder');
    const { certPem } = await ca.client(holder);
    const known = s('client secret');
    const state = s('state');
    const clientId = s('client id');
    const verifier = s('verifier');
    const url = (where: string): URL =>
      new URL(
        `https://${s(`${where} user`)}:${s(`${where} password`)}@${s(`${where} host`)}.example/${s(`${where} path`)}/my.policy;${s(`${where} suffix`)}?${s(`${where} name`)}=${s(`${where} value`)}&code=${s(`${where} code`)}#${s(`${where} fragment`)}`,
      );
    const failure = (where: string): FailureError =>
      new FailureError({
        code: 'authority-refused',
        stage: 'token',
        status: 400,
        error: `${known} ${s(`${where} error`)}`,
        description: `It says ${known} and ${state}, ${verifier}; ${encodeURIComponent(clientId)}; ${Buffer.from(holder).toString('base64')}`,
        explanation: s(`${where} explanation`),
      });
    const happenings: Happening[] = [
      {
        kind: 'sent',
        method: s('method'),
        url: url('sent'),
        headerNames: [s('header name'), `x-${s('x- header')}`],
        body: `${s('field name')}=${s('field')}&client_secret=${known}`,
      },
      answered({
        method: s('answer method'),
        url: url('answer'),
        headers: [
          ['Location', url('location').href],
          ['Set-Cookie', `${s('cookie name')}=${s('cookie')}; Path=/${s('cookie path')}`],
          ['Set-Cookie', `BIGipServer~${s('pool')}=${s('pool cookie')}`],
          ['Content-Type', `text/${s('subtype')}; charset=${s('charset')}; boundary=${s('boundary')}`],
          ['Content-Length', s('length')],
          ['Date', s('date')],
          ['Server', `${s('server')}/${s('server version')}`],
          ['Server', `Apache/${s('server version 2')}`],
          ['WWW-Authenticate', `${s('scheme')} realm="${s('realm')}"`],
          [s('answer header'), s('answer header value')],
          ['X-Request-Id', s('known header value')],
        ],
      }),
      {
        kind: 'connected',
        host: s('connected host'),
        facts: { way: 'direct', version: s('version'), cipher: s('cipher'), clientCertificate: 'unknown' },
      },
      { kind: 'renegotiated', host: s('renegotiated host') },
      { kind: 'failed', host: s('failed host'), error: failure('failed') },
      { kind: 'failed', host: s('fault host'), error: new Error(s('fault')) },
      {
        kind: 'failed',
        host: '',
        error: new FailureError({
          code: 'authority-unreachable',
          host: s('host'),
          cause: 'reset',
          detail: s('detail'),
        }),
      },
      {
        kind: 'failed',
        host: '',
        error: new FailureError({
          code: 'connection-inspected',
          host: s('host 2'),
          issuer: s('issuer'),
          product: s('product'),
        }),
      },
      {
        kind: 'failed',
        host: '',
        error: new FailureError({
          code: 'proxy-login-unsupported',
          host: s('host 3'),
          proxy: s('proxy'),
          schemes: s('schemes'),
        }),
      },
      { kind: 'failed', host: '', error: new FailureError({ code: 'unexpected', reference: s('reference') }) },
      { kind: 'failed', host: '', error: new FailureError({ code: 'callback-malformed', problem: s('problem') }) },
      { kind: 'failed', host: '', error: new FailureError({ code: 'redirect-uri-astray', redirectUri: s('uri') }) },
      {
        kind: 'failed',
        host: '',
        error: new FailureError({ code: 'signin-insecure-redirect', location: s('location') }),
      },
      { kind: 'not-loaded', url: url('not loaded'), detail: s('not loaded') },
      { kind: 'certificate-asked', host: s('asking host'), offered: [certPem, s('no certificate')] },
      { kind: 'certificate-chosen', certPem },
      { kind: 'pasted', failure: { code: 'callback-elsewhere', arrivalUri: s('arrival') } },
      {
        kind: 'returned',
        callback: new URL(
          `${redirectUri}?code=${s('code')}&state=${s('wrong state')}&${s('callback name')}=${s('callback value')}`,
        ),
      },
      {
        kind: 'returned',
        callback: new URL(`${redirectUri}?error=${s('callback error')}1&error_description=${known}&state=${state}`),
      },
      {
        kind: 'tokens',
        answer: {
          accessToken: s('access token'),
          refreshToken: { value: s('refresh token'), expiresAt: null },
          obtainedAt: 0,
          expiresAt: 1000,
          scopeGiven: [s('scope given')],
        },
        refreshTokenSent: s('refresh token sent'),
      },
      { kind: 'ended', error: failure('ended') },
    ];
    const changes: Partial<TraceAbout> = {
      profile: skatteverketOrg,
      environment: skatteverketOrg.environments[0] ?? raise(),
      redirectUri: `https://${s('own host')}.example/${s('own path')}`,
      arrivalUri: redirectUri,
      state,
      clientId,
      scopes: [s('scope')],
      certPem,
      secrets: [known, verifier],
      version: s('version of the program'),
    };
    const text = recordOf(happenings, changes);
    // Hosts are in lower case in an address.
    const bytes = [text, text.toLowerCase()].map(
      (one) => ({ kind: 'output', name: 'record', bytes: Buffer.from(one) }) as const,
    );
    const needles = secrets.flatMap((secret) => [secret, { ...secret, value: String(secret.value).toLowerCase() }]);
    expect(findSecrets(needles, bytes)).toEqual([]);
    expect(secrets.length).toBeGreaterThan(80);
    // All of it was noted, or the search has looked at nothing.
    expect(text.match(/^ *\+\d+ ms/gm)).toHaveLength(happenings.length);
    expect(text).toContain('ended: authority-refused');
  },
);

test('a record is one of its own: nothing of it can be written from outside', () => {
  const trace: Trace = createTrace(about());
  const forged = { kind: 'sent', at: 5, free: 'text' } as unknown as Happening;
  // Nor does what cannot be noted end a sign-in.
  trace.note(forged);
  expect(trace.text()).not.toContain('text\n');
  expect(trace.text()).toContain('1 further events are left out.');
});

test('what cannot be told, because it is of no known form, ends no sign-in', () => {
  const readCertificate = () => ({ keyType: 'EC of a curve of its own', issuer: null, holderWords: [] });
  const trace = createTrace(about({ certPem: 'PEM', readCertificate }));
  trace.note({ kind: 'ended', error: null });
  expect(trace.text()).toMatch(/^This sign-in could not be recorded/);
  expect(trace.text()).not.toContain('curve of its own');
});
