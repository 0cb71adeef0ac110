import { describe, expect, test } from 'vitest';
import { skatteverketOrg } from '../../electron/authorities/skatteverket.ts';
import { FailureError, type Failure } from '../../electron/contract/failure.ts';
import type { HttpsAnswer } from '../../electron/network/https-client.ts';
import { blotter } from '../../electron/network/blot.ts';
import { readTokenAnswer, type TokenAnswer } from '../../electron/tokens/token-answer.ts';

const sentAt = 1_700_000_000_000;

function read(body: string | object, status = 200, contentType = 'application/json'): TokenAnswer | Failure {
  const answer: HttpsAnswer = {
    status,
    headers: [['content-type', contentType]],
    body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    elapsedMs: 1,
  };
  try {
    return readTokenAnswer(skatteverketOrg, answer, sentAt, blotter(['the-client-secret']));
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
}

// The seed's own example (S12).
const seedAnswer = {
  access_token: '79ab042fc076a755b58cf649458efffad2868caeb2f978a3d1ec19b2405295a6',
  expires_in: 3600,
  token_type: 'Bearer',
  scope: 'foo',
};

test('the seed’s example is read as it stands', () => {
  expect(read(seedAnswer)).toEqual({
    accessToken: seedAnswer.access_token,
    refreshToken: null,
    obtainedAt: sentAt,
    expiresAt: sentAt + 3_600_000,
    scopeGiven: ['foo'],
  });
});

describe('a lifetime is believed only if it can be one', () => {
  test.each([
    ['7776000', 7_776_000],
    [undefined, 3600],
    [0, 3600],
    [-5, 3600],
    [1e15, 3600],
  ])('expires_in %s means %d s', (expires_in, seconds) => {
    expect(read({ ...seedAnswer, expires_in })).toMatchObject({ expiresAt: sentAt + seconds * 1000 });
  });
});

test.each([{ expires_in: '3600.0' }, { expires_in: false }, { scope: ['a'] }, { refresh_token: '' }, { error: '' }])(
  'a token is not dropped because of %o beside it',
  (odd) => {
    expect(read({ ...seedAnswer, ...odd })).toMatchObject({ accessToken: seedAnswer.access_token });
  },
);

test('an OAuth error keeps the authority’s words and finds its explanation', () => {
  const words = { error: 'invalid_client', error_description: 'Client authentication (client_secret) failed' };
  expect(read(words, 400)).toEqual({
    code: 'authority-refused',
    stage: 'token',
    status: 400,
    error: 'invalid_client',
    description: words.error_description,
    explanation: 'skv-client-secret-wrong',
  });
});

test.each([
  [`<html>${'x'.repeat(500)}</html>`, 'text/html', 'html'],
  ['{"access_token":"LIVE-TOKEN"} <!-- proxy -->', 'application/json', 'like-json'],
  [')]}\',\n{"access_token":"LIVE-TOKEN"}', 'application/json', 'like-json'],
  ['access_token=LIVE-TOKEN&expires_in=3600', 'application/x-www-form-urlencoded', 'form'],
  ['eyJhbGciOi.LIVE-TOKEN.sig', 'application/jwt', 'text'],
  ['', 'application/json', 'empty'],
])('of an answer that is not JSON only its kind is kept: %s', (body, contentType, kind) => {
  const failure = read(body, 200, contentType);
  expect(failure).toEqual({
    code: 'answer-not-json',
    stage: 'token',
    status: 200,
    contentType,
    kind,
    bytes: Buffer.byteLength(body),
  });
});

test('an authority that repeats what it was sent does not bring it back, in any form', () => {
  const secret = 'the-client-secret';
  const echoes = [
    secret,
    encodeURIComponent(secret),
    Buffer.from(`id:${secret}`).toString('base64'),
    Buffer.from(secret).toString('hex').toUpperCase(),
  ];
  const failure = read({ error: `invalid ${secret}`, error_description: echoes.join(' ') }, 400);
  for (const echo of [secret, 'dGhlLWNsaWVudC', Buffer.from(secret).toString('hex').slice(4, 24)]) {
    expect(JSON.stringify(failure).toLowerCase()).not.toContain(echo.toLowerCase());
  }
  expect(read({ error: 'x'.repeat(5000), error_description: 'y'.repeat(5000) }, 400)).toMatchObject({
    error: 'x'.repeat(100),
    description: 'y'.repeat(500),
  });
});

test.each([200, 201, 202, 203, 206, 299])(
  'a whole pair counts with status %d: it is never dropped for it',
  (status) => {
    const pair = { ...seedAnswer, refresh_token: 'new' };
    expect(read(pair, status)).toMatchObject({ accessToken: pair.access_token, refreshToken: { value: 'new' } });
  },
);

test.each([199, 300, 302, 400, 401, 404, 409, 500, 502, 599])('a pair with status %d is none', (status) => {
  expect(read({ ...seedAnswer, refresh_token: 'new' }, status)).toMatchObject({ code: 'answer-incomplete', status });
});

test.each([
  ['no token', { expires_in: 3600 }, 200],
  ['an empty token', { ...seedAnswer, access_token: '' }, 200],
  ['a number for a token', { ...seedAnswer, access_token: 7 }, 200],
  ['a token with an error status', seedAnswer, 500],
])('%s is an incomplete answer', (_name, body, status) => {
  expect(read(body, status)).toMatchObject({ code: 'answer-incomplete', stage: 'token' });
});

test.each(['', 'null', '"text"', '[', '{"access_token":"a"'])('%s is not an answer', (body) => {
  expect(read(body)).toMatchObject({ code: 'answer-not-json' });
});

test('a Content-Type that echoes what was sent does not bring it on', () => {
  const failure = read('<p>page', 200, 'text/html; echo="the%2Dclient-secret"');
  expect(failure).toMatchObject({ code: 'answer-not-json', contentType: 'text/html; echo="••••••"' });
});
