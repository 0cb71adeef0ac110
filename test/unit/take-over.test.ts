import { describe, expect, test } from 'vitest';
import { MAX_TAKE_OVER_LENGTH } from '../../electron/contract/limits.ts';
import { readTakeOver } from '../../electron/tokens/take-over.ts';
import { anafPayload, anafToken } from '../fixtures/anaf-token.ts';

const clientId = '546cded2d2aa';
const clientSecret = 'not a real secret';
const callbackUrl = 'https://oauth.pstmn.io/v1/callback';
const access = anafToken({ ...anafPayload, clientappid: clientId });
const refresh = anafToken({
  token_type: 'Refresh',
  clientappid: clientId,
  family: 'f1',
  iat: anafPayload.iat,
  exp: anafPayload.iat + 365 * 86_400,
});
const hex = (digit: string): string => digit.repeat(64);

const both = { accessToken: access, refreshToken: refresh };
const registration = { clientId, clientSecret, callbackUrl };

const json = (value: unknown): string => JSON.stringify(value, null, 2);
const rows = (values: Record<string, string>) => Object.entries(values).map(([key, value]) => ({ key, value }));
/** As a program shows a long value: broken every `width` characters. */
const wrapped = (token: string, width = 76): string => token.replace(new RegExp(`(.{${width}})`, 'g'), '$1\n');

const texts: Record<string, string> = {
  'a plain token answer': json({
    access_token: access,
    refresh_token: refresh,
    token_type: 'Bearer',
    expires_in: 7776000,
  }),
  'an HTTP answer with its headers': `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n${json({ access_token: access, refresh_token: refresh })}`,
  'settings at some depth': json({ spv: { oauth: [{ tokens: { accessToken: access, refreshToken: refresh } }] } }),
  'each token in an object of its own': json({ access: { token: access }, refresh: { token: refresh, exp: 1 } }),
  'two short names': json({ access, refresh }),
  'a Postman environment': json({
    name: 'ANAF',
    values: rows({ baseUrl: 'https://api.anaf.ro', ANAF_access_token: access, ANAF_refresh_token: refresh }),
    _postman_variable_scope: 'environment',
  }),
  'JSON that lacks its end': `{"access_token": "${access}", "refresh_token": "${refresh}", "exp`,
  'an environment file': `# ANAF\nANAF_ACCESS_TOKEN=${access}\nANAF_REFRESH_TOKEN=${refresh}\n`,
  'an environment file with quotes and export': `export ANAF_ACCESS_TOKEN="${access}" # till January\nexport ANAF_REFRESH_TOKEN='${refresh}'`,
  'PowerShell lines': `$env:ACCESS_TOKEN = "${access}"\r\n$env:REFRESH_TOKEN = "${refresh}"\r\n`,
  'lines like YAML': `anaf:\n  access_token: ${access}\n  refresh_token: "${refresh}"\n`,
  'two columns with commas': `name,value\naccess_token,${access}\nrefresh_token,${refresh}\n`,
  'two columns with semicolons': `"Access Token";"${access}"\n"Refresh Token";"${refresh}"\n`,
  'two columns with tabs': `access_token\t${access}\nrefresh_token\t${refresh}`,
  'a Markdown table': `| name | value |\n|---|---|\n| access_token | ${access} |\n| refresh_token | ${refresh} |`,
  'Postman’s “Manage Tokens”': `Token Name\nANAF\nAccess Token\n${access}\nToken Type\nBearer\nexpires_in\n7776000\nrefresh_token\n${refresh}\nscope\nclientappid info`,
  'the same, wrapped': `Access Token:\n\n${wrapped(access)}\n\nRefresh Token:\n${wrapped(refresh, 64)}\n`,
  'names in Romanian': `Token de acces:\n${access}\nToken de reîmprospătare:\n${refresh}`,
  'both tokens alone': `${access}\n${refresh}`,
  'both tokens alone, the other way round': `${refresh}\n\n${access}\n`,
  'both tokens alone, wrapped': `${wrapped(access)}\n${wrapped(refresh)}`,
  'a token and a text beside it': `Here they are: ${access} and (${refresh}).`,
  'a header and a token': `Authorization: Bearer ${access}\n${refresh}`,
  'names that say the opposite': json({ access_token: refresh, refresh_token: access }),
};

describe('both tokens are found in', () => {
  test.each(Object.entries(texts))('%s', (_name, text) => {
    const { found } = readTakeOver(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ ...both, clientId });
  });
});

describe('the registration beside them is found in', () => {
  test.each([
    [
      'a Postman collection',
      json({
        info: { name: 'ANAF' },
        auth: {
          type: 'oauth2',
          oauth2: [
            ...rows({ accessToken: access, refreshToken: refresh, clientSecret, clientId, redirect_uri: callbackUrl }),
            { key: 'useBrowser', value: true, type: 'boolean' },
          ],
        },
      }),
    ],
    [
      'settings with the client apart',
      json({
        client: { client_id: clientId, client_secret: clientSecret, callback_url: callbackUrl },
        tokens: { access, refresh },
      }),
    ],
    [
      'an environment file',
      `CLIENT_ID=${clientId}\nCLIENT_SECRET="${clientSecret}"\nREDIRECT_URI=${callbackUrl}\nACCESS_TOKEN=${access}\nREFRESH_TOKEN=${refresh}`,
    ],
  ])('%s', (_name, text) => {
    expect(readTakeOver(text).found).toEqual([{ ...both, ...registration, readBy: 'name' }]);
  });

  test('but not where it is another’s', () => {
    const other = { client_id: 'another', client_secret: clientSecret, redirect_uri: callbackUrl };
    const [found] = readTakeOver(json({ access_token: access, refresh_token: refresh, ...other })).found;
    expect(found).toMatchObject({ clientId, clientSecret: null, callbackUrl: null });
  });

  test('nor where two differ', () => {
    const text = `A_CLIENT_SECRET=one\nB_CLIENT_SECRET=two\nACCESS_TOKEN=${access}`;
    expect(readTakeOver(text).found[0]?.clientSecret).toBeNull();
  });
});

test('what the tokens say of themselves counts before their names, and is said', () => {
  const { found, problems } = readTakeOver(texts['names that say the opposite'] ?? '');
  expect(found[0]).toMatchObject({ ...both, readBy: 'content' });
  expect(problems).toEqual(['labels-swapped']);
});

describe('one token alone', () => {
  test.each([
    access,
    `Bearer ${access}`,
    `"${access}",`,
    `curl -H 'Authorization: Bearer ${access}' https://api.anaf.ro/`,
  ])('is an access token', (text) => {
    expect(readTakeOver(text).found).toMatchObject([{ accessToken: access, refreshToken: null }]);
  });

  test('is a refresh token where it says so', () => {
    expect(readTakeOver(refresh).found).toMatchObject([{ accessToken: null, refreshToken: refresh }]);
  });
});

describe('tokens without content', () => {
  test('go by their names', () => {
    const { found } = readTakeOver(`access_token=${hex('a')}\nrefresh_token=${hex('b')}`);
    expect(found).toMatchObject([{ accessToken: hex('a'), refreshToken: hex('b'), readBy: 'name', clientId: null }]);
  });

  test('are a question of order without names', () => {
    expect(readTakeOver(`${hex('a')}\n${hex('b')}`).found).toMatchObject([
      { accessToken: hex('a'), refreshToken: hex('b'), readBy: 'order' },
      { accessToken: hex('b'), refreshToken: hex('a'), readBy: 'other-order' },
    ]);
  });

  test('are not every secret that is called some token', () => {
    expect(readTakeOver(json({ csrf_token: hex('c'), id_token: hex('d'), tokenType: 'Bearer' })).found).toEqual([]);
  });
});

test('two JWTs that only differ in their end: the longer one renews', () => {
  const short = anafToken({ iat: 1697733635, exp: 1705509635 });
  const long = anafToken({ iat: 1697733635, exp: 1729269635 });
  for (const text of [`${short}\n${long}`, `${long}\n${short}`]) {
    expect(readTakeOver(text).found).toMatchObject([{ accessToken: short, refreshToken: long, readBy: 'content' }]);
  }
});

test('several pairs are candidates, each with its own registration', () => {
  const second = anafToken({ ...anafPayload, clientappid: 'second', iat: anafPayload.iat + 9 });
  const text = json([
    { access_token: access, refresh_token: refresh, client_secret: 'of the first' },
    { access_token: second, client_secret: 'of the second' },
  ]);
  expect(readTakeOver(text).found).toMatchObject([
    { accessToken: access, refreshToken: refresh, clientSecret: 'of the first' },
    { accessToken: second, refreshToken: null, clientSecret: 'of the second' },
  ]);
});

test('tokens of two registrations are never put in one pair', () => {
  const other = anafToken({ ...anafPayload, clientappid: 'other' });
  const { found } = readTakeOver(json({ one: { access_token: other }, two: { refresh_token: refresh } }));
  expect(found).toMatchObject([
    { accessToken: other, refreshToken: null },
    { accessToken: null, refreshToken: refresh },
  ]);
});

describe('what cannot be taken over is named', () => {
  test.each([
    ['', 'nothing-found'],
    ['hello', 'nothing-found'],
    [json({ access_token: '{{anaf_token}}' }), 'placeholder'],
    ['ACCESS_TOKEN=<your token>', 'placeholder'],
    [`access_token=${access.slice(0, 300)}`, 'damaged-token'],
    [`access_token: ${access.replace('.', '!')}`, 'damaged-token'],
    ['x'.repeat(MAX_TAKE_OVER_LENGTH + 1), 'too-large'],
  ])('%#', (text, problem) => {
    const { found, problems } = readTakeOver(text);
    expect(found).toEqual([]);
    expect(problems).toContain(problem);
  });
});

describe('a hostile text', () => {
  const fill = (unit: string): string => unit.repeat(Math.floor(MAX_TAKE_OVER_LENGTH / unit.length));
  const deep = `${'{"a":'.repeat(100_000)}{"access_token":"${access}"}${'}'.repeat(100_000)}`;

  test.each([
    ['braces', fill('{')],
    ['closed brackets', '['.repeat(MAX_TAKE_OVER_LENGTH / 2) + ']'.repeat(MAX_TAKE_OVER_LENGTH / 2)],
    ['quotes', fill('"')],
    ['blanks', fill(' ')],
    ['line ends', fill('\n')],
    ['separators', fill('=:,;\t\n')],
    ['beginnings of tokens', fill('eyJ')],
    ['beginnings of tokens in lines', fill(`eyJ${'a'.repeat(60)}\n`)],
    ['lines that could go on', `eyJ${'a'.repeat(80)}\n${fill(`${'a'.repeat(80)}\n`)}`.slice(0, MAX_TAKE_OVER_LENGTH)],
    ['dots', fill('.')],
    ['small tokens', fill('eyJhbGciOiJub25lIn0.e30.\n')],
    ['names without values', fill('access_token\n')],
    [
      'opaque tokens',
      json(
        Object.fromEntries(
          [...Array(10_000).keys()].map((at) => [
            `k${at}_access_token`,
            hex('a').slice(8) + String(at).padStart(8, '0'),
          ]),
        ),
      ),
    ],
    ['combining marks', fill('e\u0301=')],
  ])('of %s is read in a moment', (_name, text) => {
    const start = performance.now();
    const { found } = readTakeOver(text);
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(found.length).toBeLessThanOrEqual(20);
  });

  test('that is deep gives what is at the bottom', () => {
    expect(readTakeOver(deep).found).toMatchObject([{ accessToken: access }]);
  });

  test('with names of the prototype changes nothing', () => {
    const text = `{"__proto__": {"access_token": "${access}", "polluted": "yes"}, "constructor": {"prototype": {"clientId": "x"}}}`;
    expect(readTakeOver(text).found).toMatchObject([{ accessToken: access }]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    expect(({} as Record<string, unknown>)['access_token']).toBeUndefined();
    expect(
      readTakeOver('{"values": [{"key": "__proto__", "value": "x"}, null, 7, [], {"key": 7, "value": {}}]}').found,
    ).toEqual([]);
  });

  test('never throws', () => {
    const alphabet = [
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      '=',
      ',',
      '\n',
      '\\',
      'eyJ',
      '.',
      'access_token',
      'refresh',
      '\ud800',
      '\u0000',
    ];
    let seed = 7;
    for (let round = 0; round < 3000; round++) {
      let text = '';
      for (let at = 0; at < 40; at++) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        text += alphabet[seed % alphabet.length] ?? '';
      }
      expect(() => readTakeOver(text)).not.toThrow();
    }
  });
});
