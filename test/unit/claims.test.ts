import vm from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { TokenReading, type Claim } from '../../electron/contract/token-reading.ts';
import { readToken } from '../../electron/tokens/claims.ts';
import { tokenTimes } from '../../electron/tokens/token-times.ts';
import { anafHeader, anafJti, anafPayload, anafToken, encodeToken, withPayload } from '../fixtures/anaf-token.ts';

type Jwt = Extract<TokenReading, { form: 'jwt' }>;

const mask = '••••••••';

function readJwt(token: string): Jwt {
  const reading = readToken(token);
  if (reading.form !== 'jwt') throw new Error(`not a JWT: ${JSON.stringify(reading)}`);
  return reading;
}

function claim(reading: Jwt, name: string): Claim | undefined {
  return reading.payload.find((each) => each.name === name);
}

function inBucharest(epochMs: number | null): string {
  if (epochMs === null) return 'never';
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Bucharest',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'longOffset',
  }).format(epochMs);
}

describe('the token of ANAF’s page (R13)', () => {
  const reading = readJwt(anafToken(anafPayload));

  test('every claim is there, in the page’s order, with its explanation and kind', () => {
    expect(reading.header.map(({ name, value, kind, explanation }) => [name, value, kind, explanation])).toEqual([
      ['alg', 'RS512', 'text', 'alg'],
      ['kid', 'anaf_2023_2024', 'text', 'kid'],
    ]);
    expect(reading.payload.map(({ name, kind, explanation }) => [name, kind, explanation])).toEqual([
      ['token_type', 'text', 'token_type'],
      ['scope', 'list', 'scope'],
      ['scope_data', 'rows', 'scope_data'],
      ['iss', 'text', 'iss'],
      ['clientappid', 'text', 'clientappid'],
      ['efactura', 'list', 'efactura'],
      ['etrasport', 'list', 'etransport'],
      ['hello', 'list', 'hello'],
      ['issuer', 'text', 'issuer'],
      ['role', 'list', 'role'],
      ['serial', 'text', 'serial'],
      ['iat', 'time', 'iat'],
      ['exp', 'time', 'exp'],
      ['nbf', 'time', 'nbf'],
    ]);
    expect(Object.fromEntries(reading.payload.map(({ name, value }) => [name, value]))).toEqual(anafPayload);
    expect(reading.signature).toEqual({
      algorithm: 'RS512',
      keyId: 'anaf_2023_2024',
      present: true,
      verified: false,
    });
    expect(reading).toMatchObject({ problems: [], secrets: [], stripped: [] });
  });

  test('scope_data is rows, and the empty info is shown as empty', () => {
    expect(claim(reading, 'scope_data')).toMatchObject({
      rows: [
        { name: 'clientappid', value: '546cded2d2...', kind: 'text', explanation: 'clientappid' },
        { name: 'info', value: '', kind: 'empty', explanation: 'info' },
        { name: 'issuer', value: 'Anaf', kind: 'text', explanation: 'issuer' },
        { name: 'role', kind: 'list', items: ['HELLO', 'EFACTURA', 'ETRANSPORT', 'SRV_EFACTURA'] },
        { name: 'serial', value: '34:00:00:25:69:...', kind: 'text', explanation: 'serial' },
      ],
    });
  });

  test.each([
    ['role', ['HELLO', 'EFACTURA', 'ETRANSPORT', 'SRV_EFACTURA']],
    ['efactura', ['EFACTURA', 'SRV_EFACTURA']],
    ['etrasport', ['ETRA...PORT']],
    ['hello', ['HELLO']],
    ['scope', ['clientappid', 'info', 'issuer', 'role', 'serial']],
  ])('%s is split', (name, items) => {
    expect(claim(reading, name)).toMatchObject({ items });
  });

  test('times are exact, also as Bucharest’s clock shows them (R14)', () => {
    const { issuedAt, notBefore, expiresAt } = reading;
    expect({ issuedAt, notBefore, expiresAt }).toEqual({
      issuedAt: 1_697_733_635_000,
      notBefore: 1_697_733_335_000,
      expiresAt: 1_705_509_635_000,
    });
    expect(inBucharest(issuedAt)).toBe('19 Oct 2023, 19:40:35 GMT+03:00');
    expect(inBucharest(expiresAt)).toBe('17 Jan 2024, 18:40:35 GMT+02:00');
    expect(((expiresAt ?? 0) - (issuedAt ?? 0)) / 1000).toBe(90 * 86_400);
    expect(claim(reading, 'exp')).toMatchObject({ value: 1705509635, time: { epochMs: expiresAt } });
  });

  test('the raw view is the page’s JSON, order kept', () => {
    expect(reading.headerJson).toBe(JSON.stringify(anafHeader, null, 2));
    expect(reading.payloadJson).toBe(JSON.stringify(anafPayload, null, 2));
  });

  test('the bridge lets it through unchanged', () => {
    expect(TokenReading.parse(reading)).toEqual(reading);
  });
});

describe('claims in other forms', () => {
  test.each([
    ['"role":"HELLO@EFACTURA@ETRANSPORT@SRV_EFACTURA"', ['HELLO', 'EFACTURA', 'ETRANSPORT', 'SRV_EFACTURA'], 'role'],
    ['"roles":" HELLO ,, EFACTURA , "', ['HELLO', 'EFACTURA'], 'role'],
    ['"roles":["HELLO","EFACTURA@ETRANSPORT"]', ['HELLO', 'EFACTURA', 'ETRANSPORT'], 'role'],
    ['"etransport":"ETRANSPORT"', ['ETRANSPORT'], 'etransport'],
    ['"aud":["a","b"]', ['a', 'b'], 'aud'],
  ])('%s is a list', (member, items, explanation) => {
    expect(readJwt(withPayload(`{${member}}`)).payload[0]).toMatchObject({ kind: 'list', items, explanation });
  });

  test.each([
    ['"role":" , @ "', 'empty', ' , @ '],
    ['"info":""', 'empty', ''],
    ['"sub":null', 'empty', null],
    ['"aud":[]', 'empty', []],
    ['"own":{}', 'empty', {}],
    ['"own":true', 'flag', true],
    ['"own":12.5', 'number', 12.5],
    ['"own":12345678901234567890', 'number', '12345678901234567890'],
    ['"own":1e999', 'number', '1e999'],
    ['"own":[{"a":1}]', 'object', [{ a: 1 }]],
    ['"scope_data":[{"id":"role"},7]', 'object', [{ id: 'role' }, 7]],
    ['"scope_data":"role"', 'text', 'role'],
    ['"constructor":"x"', 'text', 'x'],
    ['"own":"\\ud800x"', 'text', '\ufffdx'],
  ])('%s is %s', (member, kind, value) => {
    const reading = readJwt(withPayload(`{${member}}`));
    expect(reading.payload[0]).toMatchObject({ kind, value });
    expect(TokenReading.parse(reading)).toEqual(reading);
  });

  test('what nobody has described is said to be unknown', () => {
    expect(readJwt(withPayload('{"constructor":1,"alg":"x"}')).payload.map(({ explanation }) => explanation)).toEqual([
      'unknown',
      'unknown',
    ]);
  });

  test('a row without a value is empty, and __proto__ is a member like any other', () => {
    const reading = readJwt(withPayload('{"scope_data":[{"id":"info"}],"own":{"__proto__":{"a":1}}}'));
    expect(claim(reading, 'scope_data')).toMatchObject({ kind: 'rows', rows: [{ name: 'info', kind: 'empty' }] });
    expect(JSON.stringify(claim(reading, 'own')?.value)).toBe('{"__proto__":{"a":1}}');
  });

  test('a name that occurs twice is a problem; both are shown, the last one counts', () => {
    const reading = readJwt(withPayload('{"exp":1697733635,"role":"A","exp":1705509635}'));
    expect(reading).toMatchObject({ problems: ['duplicate-claim'], expiresAt: 1_705_509_635_000 });
    expect(reading.payload.map(({ name }) => name)).toEqual(['exp', 'role', 'exp']);
    expect(reading.payloadJson).toBe('{\n  "exp": 1697733635,\n  "role": "A",\n  "exp": 1705509635\n}');
    expect(readJwt(withPayload('{"a":[{"b":1,"\\u0062":2}]}')).problems).toEqual(['duplicate-claim']);
    expect(readJwt(encodeToken('{"alg":"none","alg":"RS512"}', '{}')).problems).toEqual(['duplicate-claim']);
  });

  test('what cannot be seen, or reorders text, is escaped in the raw view', () => {
    expect(readJwt(withPayload('{"a\u202e":"\u200b\u2028\ufeff"}')).payloadJson).toBe(
      '{\n  "a\\u202e": "\\u200b\\u2028\\ufeff"\n}',
    );
  });
});

describe('times', () => {
  test.each([
    ['"exp":"1705509635"', 1_705_509_635_000, ['time-as-text']],
    ['"exp":1705509635000', 1_705_509_635_000, ['time-in-milliseconds']],
    ['"exp":"1705509635000"', 1_705_509_635_000, ['time-as-text', 'time-in-milliseconds']],
    ['"exp":1705509635.9999', 1_705_509_635_999, []],
    ['"exp":1.705509635e9', 1_705_509_635_000, []],
    ['"exp":253402300799', 253_402_300_799_000, []],
    ['"exp":-1', null, ['time-out-of-range']],
    ['"exp":0', null, ['time-out-of-range']],
    ['"exp":3600', null, ['time-out-of-range']],
    ['"exp":1e999', null, ['time-out-of-range']],
    ['"exp":1705509635000000', null, ['time-out-of-range']],
    ['"exp":"soon"', null, ['time-unreadable']],
    ['"exp":""', null, ['time-unreadable']],
    ['"exp":null', null, ['time-unreadable']],
    ['"exp":[1705509635]', null, ['time-unreadable']],
    ['"iat":1705509635,"exp":1697733635', 1_697_733_635_000, ['expires-before-issued']],
    ['"nbf":1705509635,"exp":1697733635', 1_697_733_635_000, ['expires-before-valid']],
    ['"iat":1697733635', null, []],
  ])('%s', (members, expiresAt, problems) => {
    const token = withPayload(`{${members}}`);
    expect(readJwt(token)).toMatchObject({ expiresAt, problems });
    expect(tokenTimes(token).expiresAt).toBe(expiresAt);
  });

  test('tokenTimes reads a JWT, and nothing else', () => {
    expect(tokenTimes(anafToken())).toEqual({ issuedAt: 1_697_733_635_000, expiresAt: 1_705_509_635_000 });
    for (const token of [anafJti, '', 'eyJ', anafToken().slice(9)]) {
      expect(tokenTimes(token)).toEqual({ issuedAt: null, expiresAt: null });
    }
  });
});

describe('jti is a secret', () => {
  test('it is masked and marked', () => {
    const reading = readJwt(anafToken());
    expect(claim(reading, 'jti')).toEqual({
      name: 'jti',
      value: mask,
      kind: 'secret',
      secret: true,
      explanation: 'jti',
    });
    expect(reading.secrets).toEqual(['jti']);
    expect(reading.payloadJson).toBe(JSON.stringify({ ...anafPayload, jti: mask }, null, 2));
    expect(reading.payload.filter(({ secret }) => secret)).toHaveLength(1);
  });

  // Of letters only the alphabet's rare ones, so that no part of it can be in a reading by chance.
  const secret = 'QZ-kQxZqK_kZQx';
  test.each([
    ['nested', `{"own":{"list":[{"jti":"${secret}"}]}}`],
    ['by another case', `{"JTI ":"${secret}"}`],
    ['by an escaped name', `{"\\u006a\\u0074\\u0069":"${secret}"}`],
    ['twice', `{"jti":"x","jti":"${secret}"}`],
    ['in a row', `{"scope_data":[{"id":"jti","value":"${secret}"}]}`],
    ['in a row, the other way round', `{"own":[{"text":["${secret}"],"name":"jti"}]}`],
    ['in a list', `{"jti":["${secret}"]}`],
    ['as a name', `{"jti":{"${secret}":1}}`],
    ['deep in it, and again', `{"jti":{"a":[{"b":"${secret}"}]},"sub":"x${secret}"}`],
    ['again in a text', `{"sub":"user/${secret}/1","jti":"${secret}"}`],
    ['again as a name', `{"own":{"${secret}":1},"jti":" ${secret} "}`],
    ['again in a role', `{"role":"HELLO, ${secret}","jti":"${secret}"}`],
  ])('%s', (_how, json) => {
    const reading = readJwt(withPayload(json));
    const shown = JSON.stringify(reading);
    for (let at = 0; at + 4 <= secret.length; at++) expect(shown).not.toContain(secret.slice(at, at + 4));
    expect(reading.secrets.map((name) => name.trim().toLowerCase())).toContain('jti');
    expect(reading.payload.some((each) => each.secret)).toBe(true);
    expect(TokenReading.parse(reading)).toEqual(reading);
  });

  test('a number is one too, and so is one in the header', () => {
    expect(JSON.stringify(readToken(withPayload('{"jti":86420975318642}')))).not.toContain('86420975318642');
    const reading = readJwt(encodeToken(`{"alg":"RS512","jti":"${secret}"}`, `{"sub":"${secret}"}`));
    expect(JSON.stringify(reading)).not.toContain(secret);
    expect(reading.header[1]).toMatchObject({ name: 'jti', kind: 'secret', secret: true });
    expect(reading.payload[0]).toMatchObject({ name: 'sub', kind: 'secret', secret: true });
  });

  test('a name damaged in one character does not uncover it, and other names stay as they are', () => {
    const reading = readJwt(withPayload(`{"ji":1,"jtk":"${secret}","Zti":"${secret}","sub":"a","own":"b"}`));
    expect(JSON.stringify(reading)).not.toContain(secret);
    expect(reading.secrets).toEqual(['jtk', 'Zti']);
  });

  test('a short jti does not blacken other claims', () => {
    expect(claim(readJwt(withPayload('{"jti":"A","role":"ADMIN, A"}')), 'role')).toMatchObject({
      items: ['ADMIN', 'A'],
    });
  });

  test('a token inside a token is masked', () => {
    const reading = readJwt(withPayload(JSON.stringify({ opaque: anafJti, jwt: `it is ${anafToken()}` })));
    expect(reading.payload.map(({ value, secret }) => [value, secret])).toEqual([
      [mask, true],
      [`it is ${mask}`, true],
    ]);
  });

  test('neither the token nor its signature is in the reading', () => {
    const token = anafToken();
    const shown = JSON.stringify(readToken(token));
    for (const part of token.split('.')) expect(shown).not.toContain(part);
  });
});

describe('what is not a JWT', () => {
  test.each([
    ['79ab042fc076a755b58cf649458efffad2868caeb2f978a3d1ec19b2405295a6', 64, 'hex64'],
    ['79AB042FC076A755B58CF649458EFFFAD2868CAEB2F978A3D1EC19B2405295A6', 64, 'hex64'],
    ['79ab042fc076a755b58cf649458efffad2868caeb2f978a3d1ec19b2405295a', 63, 'other'],
    ['79ab042fc076a755b58cf649458efffad2868caeb2f978a3d1ec19b2405295ag', 64, 'other'],
    ['mF_9B5f-4.1JqM/+~==', 19, 'other'],
  ])('%s is opaque', (token, length, shape) => {
    expect(readToken(token)).toEqual({ form: 'opaque', length, shape, stripped: [] });
  });

  const [header = '', payload = '', signature = ''] = anafToken().split('.');
  const part = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url');
  test.each([
    ['nothing', '', 'empty', null],
    ['white space', ' \n', 'empty', null],
    ['the scheme alone', 'Bearer ', 'empty', null],
    ['64 KiB and one', 'e'.repeat(65_537), 'too-large', null],
    ['a sentence', 'not a token', 'not-a-token', null],
    ['the decoded JSON', JSON.stringify(anafPayload), 'not-a-token', null],
    ['two parts', `${header}.${payload}`, 'segment-count', null],
    ['one part', header, 'segment-count', null],
    ['a JWE', `${header}.a.b.c.d`, 'encrypted', null],
    ['two dots', '..', 'not-json', 'header'],
    ['no payload', `${header}..${signature}`, 'not-json', 'payload'],
    ['base64 in place of base64url', `${header}.${payload}.+/${signature.slice(2)}`, 'bad-base64url', 'signature'],
    [
      'a foreign character',
      `${header}.${payload.slice(0, 8)}%${payload.slice(8)}.${signature}`,
      'bad-base64url',
      'payload',
    ],
    ['padding', `${header}==.${payload}.${signature}`, 'bad-base64url', 'header'],
    ['an impossible length', `${header}.${payload}.AAAAA`, 'bad-base64url', 'signature'],
    [
      'bytes that are no text',
      `${header}.${part(Uint8Array.of(0x7b, 0xff, 0x7d))}.${signature}`,
      'bad-utf8',
      'payload',
    ],
    ['a JSON list', `${header}.${part('[1]')}.${signature}`, 'not-object', 'payload'],
    ['a comma too many', `${header}.${part('{"a":1,}')}.${signature}`, 'not-json', 'payload'],
    ['a byte order mark', `${header}.${part('\ufeff{}')}.${signature}`, 'not-json', 'payload'],
    ['33 levels', `${header}.${part(`{"a":${'['.repeat(32)}${']'.repeat(32)}}`)}.${signature}`, 'too-deep', 'payload'],
    ['20,000 levels', `${header}.${part(`{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`)}.`, 'too-deep', 'payload'],
    ['a header without alg', `${part('{"kid":"a"}')}.${payload}.${signature}`, 'header-without-alg', 'header'],
    ['an alg that is no text', `${part('{"alg":7}')}.${payload}.${signature}`, 'header-without-alg', 'header'],
    ['the parts in another order', `${payload}.${header}.${signature}`, 'header-without-alg', 'header'],
  ])('%s', (_name, token, problem, malformedPart) => {
    expect(readToken(token)).toMatchObject({ form: 'malformed', problem, part: malformedPart });
  });

  test('32 levels are still read', () => {
    const reading = readJwt(withPayload(`{"a":${'['.repeat(31)}${']'.repeat(31)}}`));
    expect(TokenReading.parse(reading)).toEqual(reading);
  });
});

describe('the signature', () => {
  const [header = '', payload = ''] = anafToken().split('.');
  test.each([
    ['none there', `${header}.${payload}.`, false, 'RS512', ['unsigned']],
    ['alg none', anafToken().replace(header, 'eyJhbGciOiJub25lIn0'), true, 'none', ['unsigned']],
    ['bits that belong to no byte', `${header}.${payload}.AB`, true, 'RS512', ['base64url-not-canonical']],
  ])('%s', (_name, token, present, algorithm, problems) => {
    expect(readToken(token)).toMatchObject({
      form: 'jwt',
      signature: { present, algorithm, verified: false },
      problems,
    });
  });
});

describe('what comes along when a token is pasted', () => {
  const token = anafToken();
  const plain = readJwt(token);
  test.each([
    [`  ${token}\r\n`, ['white-space']],
    [`"${token}"`, ['quotes']],
    [`"${token}",`, ['quotes']],
    [`Bearer ${token}`, ['bearer']],
    [`Authorization: bearer\t${token}\n`, ['white-space', 'bearer']],
    [`"Bearer ${token}"`, ['quotes', 'bearer']],
    [token.replace(/.{76}/g, '$&\r\n'), ['line-breaks']],
    [`„${token}”`, ['quotes']],
  ])('case %#', (pasted, stripped) => {
    expect(readToken(pasted)).toEqual({ ...plain, stripped });
  });

  test('an opaque one too', () => {
    expect(readToken(`Bearer ${anafJti}`)).toEqual({
      form: 'opaque',
      length: 64,
      shape: 'hex64',
      stripped: ['bearer'],
    });
  });
});

test('readToken can be used outside the app: one CommonJS file that needs nothing', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [new URL('../../electron/tokens/claims.ts', import.meta.url).pathname],
    bundle: true,
    write: false,
    metafile: true,
    format: 'cjs',
    platform: 'node',
    logLevel: 'silent',
  });
  const inputs = Object.values(metafile.inputs).flatMap(({ imports }) => imports.filter(({ external }) => external));
  expect(inputs).toEqual([]);
  expect(Object.keys(metafile.inputs).filter((file) => file.includes('node_modules'))).toEqual([]);
  const code = outputFiles[0]?.text ?? '';
  expect(code).not.toContain('import.meta');
  const outside = { module: { exports: {} as { readToken: typeof readToken } }, Buffer, TextDecoder };
  vm.runInNewContext(code, outside);
  expect(outside.module.exports.readToken(anafToken())).toEqual(readToken(anafToken()));
});
