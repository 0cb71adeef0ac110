import { describe, expect, test } from 'vitest';
import { anaf } from '../../electron/authorities/anaf.ts';
import { skatteverketOrg, skatteverketPer } from '../../electron/authorities/skatteverket.ts';
import { FailureError, type Failure } from '../../electron/contract/failure.ts';
import { acceptCallback, startAttempt } from '../../electron/signin/attempt.ts';
import { isArrival, readCallback } from '../../electron/signin/callback.ts';

const arrivalUri = 'https://localhost/test';

describe('the arrival URI is matched exactly, the query apart', () => {
  test.each(['https://localhost/test?code=1&state=2', 'https://localhost:443/test?code=1', 'https://localhost/test'])(
    '%s arrives',
    (url) => expect(isArrival(new URL(url), arrivalUri)).toBe(true),
  );
  test.each([
    'http://localhost/test?code=1',
    'https://localhost:8443/test?code=1',
    'https://localhost/test/?code=1',
    'https://localhost/test2?code=1',
    'https://localhost/Test?code=1',
    'https://localhost.evil.example/test?code=1',
    'https://user@localhost/test?code=1',
    'https://evil.example/?next=https://localhost/test',
    'taxpass://localhost/test?code=1',
  ])('%s does not', (url) => expect(isArrival(new URL(url), arrivalUri)).toBe(false));

  test('a registered URI with a query of its own must come with it', () => {
    const withQuery = 'https://localhost/test?tenant=7';
    expect(isArrival(new URL('https://localhost/test?tenant=7&code=1'), withQuery)).toBe(true);
    expect(isArrival(new URL('https://localhost/test?code=1'), withQuery)).toBe(false);
  });
});

describe('reading a callback', () => {
  const read = (query: string) => readCallback(new URL(`${arrivalUri}?${query}`));

  test('a code with its state', () => {
    expect(read('code=abc&state=s')).toEqual({ kind: 'code', authorizationCode: 'abc', state: 's' });
  });
  test('an error, with what the authority said', () => {
    expect(read('error=access_denied&error_description=Admin%20policy&state=s')).toEqual({
      kind: 'error',
      error: 'access_denied',
      description: 'Admin policy',
      state: 's',
    });
  });
  test.each(['code=a&code=b&state=s', 'code=a&state=s&state=t', 'code=a&error=b&state=s', 'state=s', 'code=&state=s'])(
    '%s is malformed',
    (query) => expect(read(query).kind).toBe('malformed'),
  );
  test('a value longer than any authority sends is malformed', () => {
    expect(read(`code=${'a'.repeat(5000)}&state=s`).kind).toBe('malformed');
  });
});

test('where the profile omits state, only the app’s own window takes a callback without one (R7)', () => {
  const omitting = { ...anaf, state: 'omit' as const };
  const attempt = startAttempt(omitting, {
    id: 'a',
    route: 'window',
    scheme: 'taxpass',
    redirectUri: arrivalUri,
    scopes: [],
    now: 0,
  });
  expect(attempt.state).toBeNull();
  const callback = new URL(`${arrivalUri}?code=abc`);
  expect(acceptCallback(omitting, attempt, callback)).toBe('abc');
  expect(() => acceptCallback(omitting, { ...attempt, route: 'browser' }, callback)).toThrow('callback-state-missing');
});

test('declining is an outcome where a person decides, a refusal where the authority does', () => {
  const attempt = startAttempt(skatteverketPer, {
    id: 'a',
    route: 'browser',
    scheme: 'taxpass',
    redirectUri: arrivalUri,
    scopes: [],
    now: 0,
  });
  const callback = new URL(`${arrivalUri}?error=access_denied&state=${attempt.state ?? ''}`);
  expect(() => acceptCallback(skatteverketPer, attempt, callback)).toThrow('signin-declined');
  expect(() => acceptCallback(anaf, attempt, callback)).toThrow('authority-refused');
});

describe('judging a callback', () => {
  const attempt = startAttempt(skatteverketOrg, {
    id: 'a',
    route: 'direct',
    scheme: 'taxpass',
    redirectUri: arrivalUri,
    scopes: ['agd'],
    now: 0,
  });
  const judge = (query: string): string | Failure => {
    try {
      return acceptCallback(skatteverketOrg, attempt, new URL(`${arrivalUri}?${query}`));
    } catch (error) {
      if (error instanceof FailureError) return error.failure;
      throw error;
    }
  };

  test('the right state gives the code', () => {
    expect(judge(`code=abc&state=${attempt.state}`)).toBe('abc');
  });
  test('a missing, a wrong and a shortened state are refused, each by name', () => {
    expect(judge('code=abc')).toEqual({ code: 'callback-state-missing' });
    expect(judge('code=abc&state=other')).toEqual({ code: 'callback-state-wrong' });
    expect(judge(`code=abc&state=${attempt.state?.slice(0, -1) ?? ''}`)).toEqual({ code: 'callback-state-wrong' });
  });
  test('an error counts only with the right state', () => {
    expect(judge('error=access_denied&state=other')).toEqual({ code: 'callback-state-wrong' });
    expect(judge(`error=access_denied&error_description=Admin+policy+denied+access&state=${attempt.state}`)).toEqual({
      code: 'authority-refused',
      stage: 'authorize',
      status: null,
      error: 'access_denied',
      description: 'Admin policy denied access',
      explanation: 'skv-certificate-refused',
    });
  });
  test('each attempt has at least 128 random bits of state of its own', () => {
    const states = Array.from(
      { length: 200 },
      () =>
        startAttempt(skatteverketOrg, {
          id: 'a',
          route: 'direct',
          scheme: 'taxpass',
          redirectUri: '',
          scopes: [],
          now: 0,
        }).state,
    );
    expect(new Set(states).size).toBe(200);
    for (const state of states) expect(Buffer.from(state ?? '', 'base64url').length).toBeGreaterThanOrEqual(16);
  });
});
