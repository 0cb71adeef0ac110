import { describe, expect, it } from 'vitest';
import type { Failure } from '../../electron/contract/failure.ts';
import { pinProblem } from '../../renderer/features/certificates/pin-problem.ts';
import { urlProblem } from '../../renderer/features/requests/url-problem.ts';
import { liesInApplication } from '../../renderer/features/sign-in/application-failures.ts';
import { shortName } from '../../renderer/i18n/short-name.ts';

describe('the address of a request', () => {
  it('is a whole https address', () => {
    expect(urlProblem('https://api.example/v1')).toBeNull();
    const others = ['', '/v1/ping', 'api.example/v1', 'http://api.example/', 'https://', 'https:/api.example'];
    expect(others.map(urlProblem)).toEqual(others.map(() => 'notWholeUrl'));
  });

  it('names no user', () => {
    expect(urlProblem('https://api.example@evil.example/')).toBe('userInUrl');
    expect(urlProblem('https://:word@api.example/')).toBe('userInUrl');
    expect(urlProblem('https://api.example/?mail=a@b.example')).toBeNull();
  });
});

describe('a PIN that was refused', () => {
  it('is told apart from one with a blank around it, and from one that was not tried', () => {
    const wrong: Failure = { code: 'p12-wrong-password' };
    expect([' 123', '123 ', '1 3', '123'].map((pin) => pinProblem(wrong, pin))).toEqual([
      'blank-around',
      'blank-around',
      'wrong',
      'wrong',
    ]);
    expect(pinProblem({ code: 'pin-needed' }, null)).toBeNull();
  });
});

describe('a failed sign-in leads to the application', () => {
  const refused = (error: string, explanation: string | null): Failure => ({
    code: 'authority-refused',
    stage: 'token',
    status: 400,
    error,
    description: '',
    explanation,
  });

  it('where its keys, redirect URI, scopes or environment are at fault', () => {
    expect(liesInApplication(refused('invalid_client', 'skv-client-secret-wrong'))).toBe(true);
    expect(liesInApplication(refused('invalid_request', 'skv-redirect-uri'))).toBe(true);
    expect(liesInApplication(refused('invalid_scope', null))).toBe(true);
    const { issuer, environment } = { issuer: 'Expisoft', environment: 'test' };
    expect(liesInApplication({ code: 'certificate-wrong-environment', issuer, environment })).toBe(true);
  });

  it('and not where trying again may help', () => {
    expect(liesInApplication(refused('invalid_grant', 'skv-code-spent'))).toBe(false);
    expect(liesInApplication(refused('server_error', null))).toBe(false);
    expect(liesInApplication({ code: 'signin-cancelled' })).toBe(false);
    expect(
      liesInApplication({ code: 'signin-ended-elsewhere', host: 'a', status: 302, explanation: 'anaf-portal-page' }),
    ).toBe(false);
  });
});

describe('a name in one line of words', () => {
  it('is cut, and says so', () => {
    expect(shortName('Bolag A AB')).toBe('Bolag A AB');
    expect(shortName('x'.repeat(41))).toBe(`${'x'.repeat(39)}…`);
    expect(shortName('é'.repeat(41))).toBe(`${'é'.repeat(39)}…`);
  });
});
