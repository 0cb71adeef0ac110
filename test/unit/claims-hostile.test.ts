import { describe, expect, test } from 'vitest';
import { TokenReading } from '../../electron/contract/token-reading.ts';
import { isJwt, readToken } from '../../electron/tokens/claims.ts';
import { anafJti, anafToken, encodeToken, withPayload } from '../fixtures/anaf-token.ts';
import { tokenMutations } from '../fixtures/token-mutations.ts';

const secretsLike = (text: string): string => ['b', 'c', 'd'].map((end) => `"${text}${end}"`).join();

describe('hostile texts', () => {
  test.each([
    ['white space', `${' '.repeat(65_000)}x`],
    ['white space inside', `x${' '.repeat(65_000)}x`],
    ['quotes', '"\n'.repeat(32_000)],
    ['schemes', 'bearer '.repeat(9000)],
    ['a header name', `authorization${' '.repeat(65_000)}`],
    ['dots', '.'.repeat(65_000)],
    ['one long text', withPayload(`{"a":"${'\\"'.repeat(24_000)}"}`)],
    ['token beginnings', withPayload(`{"a":"${'eyJ'.repeat(15_000)}"}`)],
    ['parts of tokens', withPayload(`{"a":"${'ewo.'.repeat(12_000)}"}`)],
    ['hex digits', withPayload(`{"a":"${`${'a'.repeat(63)} `.repeat(700)}"}`)],
    ['digits in a time', withPayload(`{"exp":"${'9'.repeat(47_000)}x"}`)],
    [
      'many secrets',
      withPayload(
        `{"jti":[${Array.from({ length: 2200 }, (_, at) => `"s${at + 1e6}"`).join()}],"a":[${Array.from({ length: 2200 }, (_, at) => `"t${at + 1e6}"`).join()}]}`,
      ),
    ],
    [
      'secrets in every text',
      withPayload(
        `{"jti":[${Array.from({ length: 2000 }, (_, at) => `"(${at + 1e6}"`).join()}],"a":[${Array.from({ length: 2000 }, (_, at) => `"x(${at + 1e6}"`).join()}]}`,
      ),
    ],
    ['one long secret', withPayload(`{"jti":"${'a.*('.repeat(5800)}","a":"x${'a.*('.repeat(5800)}"}`)],
    ['one secret too long for an expression', withPayload(`{"jti":"${'a'.repeat(40_000)}","a":"${'a'.repeat(5000)}"}`)],
    ['several long secrets', withPayload(`{"jti":[${secretsLike('a'.repeat(9000))}],"a":"${'a'.repeat(9000)}"}`)],
    ['many members', withPayload(`{${Array.from({ length: 7000 }, () => '"":1').join()}}`)],
    ['lone surrogates', '\ud800'.repeat(1000)],
  ])('%s take no time', (_name, token) => {
    const started = performance.now();
    const reading = readToken(token);
    const took = performance.now() - started;
    expect(TokenReading.safeParse(reading).success).toBe(true);
    expect(isJwt(token)).toBe(reading.form === 'jwt');
    expect(took).toBeLessThan(1000);
  });
});

test.each([
  ['{"alg":"RS512"}', true],
  ['{"alg":""}', false],
  ['{}', false],
  ['{"alg":5}', false],
  ['{"alg":["RS512"]}', false],
  ['{"alg":"RS512","alg":5}', false],
  // A mask takes the place of what is no text.
  ['{"id":"jti","alg":5}', true],
  ['{"alg":12345678,"jti":"12345678"}', true],
  ['{"alg":{"a":{}}}', false],
])('whether a token with the header %s is a JWT, the short way and the long: %s', (header, is) => {
  const token = encodeToken(header, '{"a":1}');
  for (const each of [token, ` "Bearer ${token}"`, token.replaceAll('.', '.\n')]) {
    expect([isJwt(each), readToken(each).form === 'jwt']).toEqual([is, is]);
  }
});

test('2,000 broken tokens: each is one of the three forms, and none shows the jti or itself', () => {
  const token = anafToken();
  const forms = { jwt: 0, opaque: 0, malformed: 0 };
  const kinds = new Set<string>();
  for (const { name, token: broken } of tokenMutations(token, 20_231_019, 2000)) {
    const reading = readToken(broken);
    forms[reading.form]++;
    kinds.add(name);
    expect(isJwt(broken), name).toBe(reading.form === 'jwt');
    const shown = JSON.stringify(reading);
    const told = `${name}: ${JSON.stringify(broken).slice(0, 400)}`;
    expect(TokenReading.safeParse(reading).success, told).toBe(true);
    expect(shown.includes(anafJti), told).toBe(false);
    expect(broken.length > 40 && shown.includes(broken), told).toBe(false);
    expect(shown, told).not.toMatch(/(?<!\\)\\ud[89a-f]/);
  }
  // Each form is reached often, so that the run means something.
  expect(Math.min(...Object.values(forms)), JSON.stringify(forms)).toBeGreaterThan(50);
  expect(kinds.size).toBeGreaterThan(40);
  expect([...tokenMutations(token, 7, 50)]).toEqual([...tokenMutations(token, 7, 50)]);
});
