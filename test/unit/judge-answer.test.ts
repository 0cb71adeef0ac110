import { describe, expect, test } from 'vitest';
import { anaf } from '../../electron/authorities/anaf.ts';
import { realProfiles } from '../../electron/authorities/authorities.ts';
import { answerJudge } from '../../electron/signin/judge-answer.ts';
import { liesInApplication } from '../../renderer/features/sign-in/application-failures.ts';
import { en } from '../../renderer/i18n/en/index.ts';

const host = 'logincert.anaf.ro';
const state = 'a-state-of-43-characters-_aaaaaaaaaaaaaaaaa';
const start = new URL(`https://${host}/anaf-oauth2/v1/authorize?client_id=c&state=${state}`);

function judge(page: { path?: string; status?: number; text: string; leadsOn?: boolean }) {
  const { path = '/anaf-oauth2/v1/authorize', status = 200, text, leadsOn = false } = page;
  return answerJudge(anaf, start)({ url: new URL(path, start), status, text, leadsOn });
}

const mismatch = { error: 'invalid_request', error_description: 'Redirect-URI does not match' };

describe('an OAuth error as JSON', () => {
  test.each([400, 200, 401])('ends the attempt, whatever its status: %d', (status) => {
    const failure = judge({ status, text: JSON.stringify(mismatch), leadsOn: true });
    expect(failure).toEqual({
      code: 'authority-refused',
      stage: 'authorize',
      status,
      error: 'invalid_request',
      description: 'Redirect-URI does not match',
      explanation: 'anaf-redirect-uri',
    });
    expect(failure && liesInApplication(failure)).toBe(true);
  });

  test.each([
    ['invalid_request', 'Unregistered redirect_uri in the request', 'anaf-redirect-uri'],
    ['invalid_client', 'Invalid client_id', 'anaf-invalid-client'],
    ['access_denied', '', 'anaf-access-denied'],
    ['server_error', 'Redis', null],
  ])('has the explanation of its words: %s, %s', (error, error_description, explanation) => {
    expect(judge({ status: 400, text: JSON.stringify({ error, error_description }) })).toMatchObject({
      code: 'authority-refused',
      explanation,
    });
  });

  test('that echoes the state does not bring it on', () => {
    const text = JSON.stringify({ error: 'invalid_request', error_description: `bad query: state%3D${state}&x=1` });
    const failure = judge({ status: 400, text });
    expect(JSON.stringify(failure)).not.toContain(state);
    expect(failure).toMatchObject({ description: 'bad query: state%3D••••••&x=1' });
  });

  test.each(['{"error":{"code":1}}', '["error"]', '{"ok":true}', 'null', '{"error":"x"'])(
    'is not seen in other JSON: %s',
    (text) => {
      expect(judge({ text })).toBeNull();
    },
  );
});

describe('a page', () => {
  const blocked = 'The requested URL was rejected. Please consult with your administrator. Your support ID is: 1';
  test.each([
    [{ text: blocked }, 200, 'anaf-blocked'],
    [{ text: blocked, status: 403, leadsOn: true }, 403, 'anaf-blocked'],
    [{ path: '/vdesk/hangup.php3', text: 'Your session has expired', leadsOn: true }, 200, 'anaf-session-ended'],
    [{ text: 'Too Many Requests', status: 429 }, 429, 'anaf-rate'],
    [{ text: 'Internal Server Error', status: 500 }, 500, null],
    [{ text: 'Forbidden', status: 403 }, 403, null],
    [{ text: '', status: 404 }, 404, null],
  ])('ends the attempt: %o', (page, status, explanation) => {
    expect(judge(page)).toEqual({ code: 'signin-ended-elsewhere', host, status, explanation });
  });

  test.each([
    [{ text: 'Choose your certificate' }],
    [{ path: '/my.policy', text: 'Se verifică certificatul digital…', leadsOn: true }],
    [{ path: '/my.policy', text: 'Se verifică certificatul digital…' }],
    [{ text: 'User name or password is wrong. Try again:', status: 401, leadsOn: true }],
    [{ text: 'You have no role yet. Go on as a guest', status: 403, leadsOn: true }],
    [{ text: 'Service Unavailable, retrying…', status: 503, leadsOn: true }],
    [{ text: '' }],
  ])('lets the person go on: %o', (page) => {
    expect(judge(page)).toBeNull();
  });
});

test('every explanation that a profile’s rows name has its texts', () => {
  const named = realProfiles.flatMap(({ errorRows }) => errorRows.map(({ explanation }) => explanation));
  expect(named.filter((explanation) => !Object.hasOwn(en.explanations, explanation))).toEqual([]);
});
