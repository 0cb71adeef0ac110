import { describe, expect, test } from 'vitest';
import { anaf } from '../../electron/authorities/anaf.ts';
import { realProfiles } from '../../electron/authorities/authorities.ts';
import { explainAnswer, explainApiAnswer, explainReset } from '../../electron/authorities/explain.ts';
import type { Profile } from '../../electron/authorities/schema.ts';
import { skatteverketOrg, skatteverketPer } from '../../electron/authorities/skatteverket.ts';
import { FailureError } from '../../electron/contract/failure.ts';
import { acceptCallback } from '../../electron/signin/attempt.ts';
import { endedElsewhere } from '../../electron/signin/judge-answer.ts';
import { readTokenAnswer } from '../../electron/tokens/token-answer.ts';
import { en } from '../../renderer/i18n/en/index.ts';

/** Answers as the authorities were seen to give them, by the way they come in, and what explains each. */
type Sample = readonly [explanation: string | null, ...answer: readonly unknown[]];

const json = (value: unknown): string => JSON.stringify(value);
const error = (name: string, description: string): string => json({ error: name, error_description: description });
const page = (text: string): string => `<!DOCTYPE html><html><head><title>x</title></head><body>${text}</body></html>`;
const firewall = page(
  'The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1',
);
const spring = json({ timestamp: '22-11-2026', status: 400, error: 'Bad Request', message: 'Parametrul cif lipseste' });
const title = 'Lista Mesaje';
const upload = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><header xmlns="mfp:anaf:dgti:spv:respUploadFisier:v1" dateResponse="202611221000" ${inside}</header>`;

type Callback = readonly [explanation: string | null, error: string, description: string];
const callbacks: ReadonlyArray<readonly [Profile, readonly Callback[]]> = [
  [
    anaf,
    [
      ['anaf-access-denied', 'access_denied', ''],
      ['anaf-invalid-client', 'unauthorized_client', 'Client app access is not allowed through this endpoint'],
      ['anaf-request-form', 'unsupported_response_type', 'The requested response_type is not supported'],
      [null, 'server_error', ''],
    ],
  ],
  [
    skatteverketOrg,
    [
      ['skv-certificate-refused', 'access_denied', 'Admin policy denied access'],
      ['skv-scope-unknown', 'invalid_scope', 'The requested scope is invalid'],
      ['skv-request-form', 'unsupported_response_type', 'implicit is not supported'],
    ],
  ],
  [
    skatteverketPer,
    [
      ['skv-pkce-refused', 'invalid_request', 'unknown parameter: code_challenge'],
      ['skv-scope-unknown', 'invalid_scope', 'The requested scope is invalid'],
    ],
  ],
];

type Page = readonly [explanation: string | null, status: number, path: string, text: string];
const pages: ReadonlyArray<readonly [Profile, readonly Page[]]> = [
  [
    anaf,
    [
      ['anaf-access-denied', 200, '/my.policy', 'Access was denied by the access policy. This may be due to a failure'],
      ['anaf-invalid-client', 400, '/authorize', error('invalid_client', 'Invalid client_id')],
      ['anaf-redirect-uri', 400, '/authorize', error('invalid_request', 'Redirect-URI does not match')],
      ['anaf-redirect-uri', 400, '/authorize', error('invalid_request', 'Unregistered redirect_uri')],
      ['anaf-blocked', 200, '/authorize', firewall],
      ['anaf-session-ended', 200, '/vdesk/hangup.php3', 'Your session has expired'],
      ['anaf-session-ended', 200, '/my.policy', 'Your session could not be established.'],
      ['anaf-portal-page', 302, '/authorize', ''],
      ['anaf-rate', 429, '/authorize', 'Too Many Requests'],
      [null, 200, '/my.policy', 'Se verifică certificatul digital…'],
      [null, 500, '/authorize', page('Internal Server Error')],
    ],
  ],
  [
    skatteverketOrg,
    [
      ['skv-certificate-refused', 400, '/authorize', error('access_denied', 'Admin policy denied access')],
      ['skv-client-id-unknown', 400, '/authorize', error('invalid_client', 'Invalid client_id')],
      [
        'skv-keys-for-another-flow',
        400,
        '/authorize',
        error('unauthorized_client', 'Client app (id=1) access is not allowed through this endpoint'),
      ],
      ['skv-redirect-uri', 400, '/authorize', error('invalid_request', 'Redirect-URI does not match')],
      ['skv-request-form', 400, '/authorize', error('invalid_request', 'response_type is missing')],
      ['skv-blocked', 200, '/authorize', firewall],
      ['skv-session-lost', 200, '/vdesk/hangup.php3', ''],
    ],
  ],
];

type Token = readonly [explanation: string | null, status: number, body: string];
const tokens: ReadonlyArray<readonly [Profile, readonly Token[]]> = [
  [
    anaf,
    [
      ['anaf-invalid-client', 400, error('invalid_client', 'Client authentication failed')],
      ['anaf-redirect-uri', 400, error('invalid_request', 'Redirect-URI does not match')],
      ['anaf-redirect-uri', 400, error('invalid_grant', 'redirect_uri is not that of authorize')],
      ['anaf-request-form', 400, error('unsupported_grant_type', 'The grant type is not supported')],
      ['anaf-refresh-ended', 400, error('invalid_request', 'Refresh Token status is expired')],
      ['anaf-refresh-ended', 400, error('invalid_grant', 'no such refresh token')],
      ['anaf-code-spent', 400, error('invalid_grant', 'Auth code is expired')],
      ['anaf-255', 400, error('255', '')],
      ['anaf-255', 400, error('invalid_request', 'Error 255')],
      ['anaf-255', 400, page('Eroare 255')],
      ['anaf-portal-page', 302, ''],
      ['anaf-portal-page', 200, page('<script>location="/my.policy"</script>')],
      ['anaf-blocked', 200, firewall.replace('<body>', '<body style="color:rgb(255,255,255)">')],
      // The program's own renewals go on by themselves after these, so that no row may take them for a refusal.
      [null, 500, page('Internal Server Error')],
      [null, 502, page('<p style="color: #255">Bad Gateway</p>')],
    ],
  ],
  [
    skatteverketOrg,
    [
      ['skv-certificate-refused', 400, error('access_denied', 'Admin policy denied access')],
      ['skv-client-secret-wrong', 400, error('invalid_client', 'Client authentication (client_secret) failed')],
      ['skv-registration-fault', 400, error('invalid_request', 'Client app (id=1) does not support ROPC grant')],
      ['skv-redirect-uri', 400, error('invalid_grant', 'redirect_uri is not that of authorize')],
      ['skv-request-form', 400, error('unsupported_grant_type', 'The grant type is not supported')],
      ['skv-token-limit', 400, error('invalid_request', 'This user has reached configured access token limit')],
      ['skv-code-spent', 400, error('invalid_grant', 'The authorization code is invalid or has expired')],
      ['skv-code-spent', 400, error('invalid_grant', 'grant request is invalid')],
      ['skv-scope-unknown', 400, error('invalid_scope', 'The requested scope is invalid')],
    ],
  ],
  [
    skatteverketPer,
    [
      ['skv-per-refresh-ended', 404, error('id_not_found', 'refresh token is not found')],
      ['skv-per-refresh-ended', 404, error('id_not_found', '')],
      ['skv-per-refresh-ended', 400, error('invalid_request', 'The refresh token is not found')],
      ['skv-per-refresh-ended', 400, error('access_denied', 'Refresh Token status is expired')],
      ['skv-per-refresh-ended', 400, error('invalid_grant', '')],
      ['skv-code-spent', 400, error('invalid_grant', 'The authorization code is invalid or has expired')],
      ['skv-redirect-uri', 400, error('invalid_grant', 'redirect_uri is not that of authorize')],
      ['skv-per-denied', 400, error('access_denied', 'Admin policy denied access')],
      ['skv-token-limit', 400, error('invalid_request', 'This user has reached configured access token limit')],
    ],
  ],
];

type Api = readonly [explanation: string | null, status: number, body: string, headers?: Array<[string, string]>];
const gatewayKeys: Api = [
  'skv-gateway-keys',
  401,
  json({ error: 'Invalid client id or secret' }),
  [['WWW-Authenticate', 'Client-ID-Enforcement']],
];
const apis: ReadonlyArray<readonly [Profile, readonly Api[]]> = [
  [
    anaf,
    [
      ['anaf-blocked', 200, firewall],
      ['anaf-portal-page', 200, page('<a href="/vdesk/hangup.php3">')],
      ['anaf-portal-page', 302, ''],
      ['anaf-no-right', 200, json({ eroare: 'Nu aveti drept in SPV pentru CIF=8000000000', titlu: title })],
      ['anaf-no-right', 200, json({ eroare: 'Nu exista niciun CIF pentru care sa aveti drept', titlu: title })],
      ['anaf-no-messages', 200, json({ eroare: 'Nu exista mesaje in ultimele 60 zile', titlu: title })],
      ['anaf-no-messages', 200, json({ eroare: 'Nu exista mesaje in intervalul selectat', titlu: title })],
      ['anaf-day-limit', 200, json({ eroare: 'S-au facut deja 1500 de interogari in cursul zilei', titlu: title })],
      ['anaf-day-limit', 200, 'S-au facut deja 10 descarcari de mesaj in cursul zilei'],
      ['anaf-day-limit', 200, json('S-au facut deja 10 descarcari de mesaj in cursul zilei')],
      ['anaf-said-no', 200, json({ eroare: 'Numarul de zile trebuie sa fie intre 1 si 60', titlu: title })],
      ['anaf-document-refused', 200, upload('ExecutionStatus="1"><Errors errorMessage="CIF invalid"/>')],
      ['anaf-document-refused', 200, '<header xmlns="mfp:anaf:dgti:efactura:stareMesajFactura:v1" stare="nok"/>'],
      ['anaf-document-refused', 200, '<header stare="XML cu erori nepreluat de sistem"/>'],
      ['anaf-document-refused', 200, json({ stare: 'nok', Messages: [{ message: 'BR-01' }], trace_id: 'x' })],
      [
        'anaf-document-refused',
        200,
        json({ Errors: [{ errorMessage: 'Cod tarifar gresit' }], ExecutionStatus: 1, trace_id: 'x' }),
      ],
      ['anaf-bad-request', 400, spring],
      ['anaf-token-invalid', 401, ''],
      ['anaf-forbidden', 403, page('Access is denied.')],
      ['anaf-not-served', 404, ''],
      ['anaf-too-large', 413, ''],
      ['anaf-rate', 429, ''],
      ...[500, 502, 503, 504].map((status): Api => ['anaf-server-trouble', status, page('Error')]),
      [null, 200, 'Hello, Nu exista mesaje! headers=key=host val=[api.anaf.ro]'],
      [
        null,
        200,
        json({ mesaje: [{ detalii: 'Nu aveti drept in SPV', id: '1' }], serial: '1', cui: '1', titlu: title }),
      ],
      [null, 200, upload('ExecutionStatus="0" index_incarcare="500">')],
      [null, 200, '<header stare="ok" id_descarcare="1"/>'],
      [null, 200, '<header stare="in prelucrare"/>'],
      [null, 200, json({ stare: 'ok', trace_id: 'x' })],
      [null, 200, ''],
    ],
  ],
  [
    skatteverketOrg,
    [
      gatewayKeys,
      ['skv-gateway-keys', 401, '', [['WWW-Authenticate', 'Client-ID-Enforcement']]],
      ['skv-gateway-keys', 403, error('Invalid_client', 'Invalid client')],
      [
        'skv-scope-missing',
        403,
        error('Invalid_scope', 'The required scope [momsdeklaration] has been requested for that access token'),
      ],
      ['skv-scope-missing', 403, json({ error: 'The required scopes are not authorized' })],
      ['skv-token-revoked', 401, json({ error: 'Token has been revoked.' })],
      ['skv-token-invalid', 401, ''],
      ['skv-no-authority', 403, json({ meddelande: 'Behörighet saknas' })],
      ['skv-forbidden', 403, ''],
      ['skv-id-not-found', 404, json({ error: 'Not found' })],
      ['skv-accept-missing', 406, ''],
      ['skv-rate', 429, json({ error: 'Quota has been exceeded' })],
      ['skv-blocked', 403, firewall],
      ['skv-session-lost', 200, page('<a href="/vdesk/hangup.php3">')],
      ['skv-tax-account-error', 400, json({ felkod: 3, felmeddelande: 'Felaktigt organisationsnummer' })],
      [
        'skv-checks-failed',
        200,
        json({ kontrollresultat: { kontroller: [{ id: 'R1', typ: 'ERROR', text: 'Ruta 49 stämmer inte' }] } }),
      ],
      [null, 200, json({ kontrollresultat: { kontroller: [{ id: 'R1', typ: 'WARNING', text: 'Ovanligt' }] } })],
      [null, 200, json({ status: 'OK' })],
      [null, 400, json({ error: 'Bad request' })],
    ],
  ],
];

const each = <Row extends Sample>(table: ReadonlyArray<readonly [Profile, readonly Row[]]>) =>
  table.flatMap(([profile, rows]) => rows.map((row) => [profile.id, row, profile] as const));

const blot = (text: string): string => text;
const attempt = {
  id: 'a',
  state: 'the-state',
  codeVerifier: null,
  route: 'window' as const,
  redirectUri: 'https://a/b',
};
const given = { ...attempt, arrivalUri: 'https://a/b', scopes: [], startedAt: 0, deadline: 1 };

/** The explanation of the failure that `act` ends with, or `undefined` where it has no place for one. */
function explanationAt(act: () => unknown): string | null | undefined {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof FailureError) return 'explanation' in thrown.failure ? thrown.failure.explanation : undefined;
    throw thrown;
  }
  throw new Error('it did not fail');
}

describe('the authorities’ own words are explained', () => {
  test.each(each(callbacks))('at the callback: %s %o', (_id, [explanation, name, description], profile) => {
    const query = new URLSearchParams({ error: name, error_description: description, state: 'the-state' });
    const url = new URL(`https://a/b?${query.toString()}`);
    expect(explanationAt(() => acceptCallback(profile, given, url))).toBe(explanation);
  });

  test.each(each(pages))('on a page of the sign-in: %s %o', (_id, [explanation, status, path, text], profile) => {
    const url = new URL(path, 'https://authority.example');
    expect(endedElsewhere(profile, url, { url, status, text })).toMatchObject({ explanation });
  });

  test.each(each(tokens))('at the token address: %s %o', (_id, [explanation, status, body], profile) => {
    const answer = { status, headers: [], body: Buffer.from(body), elapsedMs: 1 };
    const found = explanationAt(() => readTokenAnswer(profile, answer, 0, blot));
    expect(found ?? null).toBe(explanation);
  });

  test.each(each(apis))('at the API: %s %o', (_id, [explanation, status, text, headers = []], profile) => {
    expect(explainApiAnswer(profile, { status, headers, text })).toBe(explanation);
  });

  test('a connection that is reset over a code too old for ANAF', () => {
    expect([0, 49_999, 50_000, 61_000].map((age) => explainReset(anaf, age))).toEqual([
      null,
      null,
      'anaf-code-late',
      'anaf-code-late',
    ]);
    expect(explainReset(skatteverketOrg, 600_000)).toBeNull();
  });

  test('a document with very many faults, each very long, is still only looked at in its beginning', () => {
    const Errors = Array.from({ length: 10_000 }, () => ({ errorMessage: 'x'.repeat(1000) }));
    expect(explainApiAnswer(anaf, { status: 200, headers: [], text: json({ Errors }) })).toBe('anaf-document-refused');
  });
});

/** What each sample is to {@link explainAnswer}, so that every row can be looked for. */
function asAnswers(profile: Profile) {
  const of = <Row extends Sample>(table: ReadonlyArray<readonly [Profile, readonly Row[]]>) =>
    // What is the same at both of Skatteverket's flows is tried at one.
    table.filter(([one]) => one.authority === profile.authority).flatMap(([, rows]) => rows);
  const oauth = (text: string): { error: string; text: string } => {
    try {
      const { error: name, error_description: said } = JSON.parse(text) as Record<string, string | undefined>;
      return name === undefined ? { error: '', text } : { error: name, text: said ?? '' };
    } catch {
      return { error: '', text };
    }
  };
  return [
    ...of(callbacks).map(([, name, text]) => ({ stage: 'authorize' as const, status: null, error: name, text })),
    ...of(pages).map(([, status, path, body]) => {
      const { error: name, text } = oauth(body);
      return { stage: 'authorize' as const, status, error: name, text: name === '' ? `${path}\n${text}` : text };
    }),
    ...of(tokens).map(([, status, body]) => ({ stage: 'token' as const, status, ...oauth(body) })),
  ];
}

describe('the rows of a profile', () => {
  test.each(realProfiles.map((profile) => [profile.id, profile] as const))(
    '%s: each is the first to fit some answer',
    (_id, profile) => {
      const shadowed = profile.errorRows.filter((row, index) => {
        if (row.resetAfterSeconds !== undefined) return explainReset(profile, row.resetAfterSeconds * 1000) === null;
        const marked = { ...profile, errorRows: profile.errorRows.with(index, { ...row, explanation: 'this row' }) };
        const atApi = apis
          .filter(([one]) => one.authority === profile.authority)
          .flatMap(([, rows]) => rows)
          .some(([, status, text, headers = []]) => explainApiAnswer(marked, { status, headers, text }) === 'this row');
        const isFirst = asAnswers(profile).some((answer) => explainAnswer(marked, answer) === 'this row');
        return !isFirst && !atApi;
      });
      expect(shadowed).toEqual([]);
    },
  );

  test('name explanations that have all their texts, and no explanation is named by none', () => {
    const named = new Set(realProfiles.flatMap(({ errorRows }) => errorRows.map(({ explanation }) => explanation)));
    expect([...named].filter((name) => !Object.hasOwn(en.explanations, name))).toEqual([]);
    // Found not in an answer but by its absence, or in a token.
    const others = ['anaf-not-finished', 'anaf-token-not-jwt'];
    expect(Object.keys(en.explanations).filter((name) => !named.has(name))).toEqual(others);
  });

  test('explanations have what happened, at least one cause with its cure, and what to do', () => {
    const texts = Object.values(en.explanations).flatMap(({ what, causes, now }) => [
      what,
      now,
      Object.keys(causes).length === 0 ? '' : 'x',
      ...Object.values(causes).flatMap(({ is, cure }) => [is, cure]),
    ]);
    expect(texts.filter((text) => text.trim() === '' || text.includes('undefined'))).toEqual([]);
    expect(texts.filter((text) => text !== 'x' && !text.endsWith('.'))).toEqual([]);
  });

  test('give ANAF’s limits in numbers', () => {
    const day = JSON.stringify(en.explanations['anaf-day-limit']);
    for (const number of ['1,500', '100,000', '1,000', '100 questions', '10 downloads']) expect(day).toContain(number);
    expect(JSON.stringify(en.explanations['anaf-rate'])).toContain('1,000 calls a minute');
  });
});
