import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultSwitches } from '../../electron/practice/switches.ts';
import { anafDriver, pairOf } from '../fixtures/anaf-requests.ts';
import type { AnafDriver } from '../fixtures/anaf-requests.ts';
import { startPractice } from '../fixtures/practice.ts';
import type { RunningPractice } from '../fixtures/practice.ts';

let practice: RunningPractice;
let anaf: AnafDriver;
let accessToken: string;

beforeAll(async () => {
  practice = await startPractice();
  anaf = await anafDriver(practice);
  accessToken = (await anaf.pair()).access_token;
});
afterAll(() => practice.stop());
beforeEach(() => practice.control.setSwitches(defaultSwitches));

const lastEntry = async () => (await practice.control.log()).at(-1);
const hello = '/TestOauth/jaxrs/hello?name=Ana%20Popescu';
const list = (query: string, part = 'test') => `/${part}/FCTEL/rest/listaMesajeFactura?${query}`;

describe('Hello', () => {
  it('greets, and tells what reached it, the bearer included', async () => {
    const answer = await anaf.api(hello, accessToken);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.body).toMatch(/^Hello, Ana Popescu! headers=key=host val=\[api\.anaf\.localhost:\d+\]/);
    expect(answer.body).toContain(`key=authorization val=[Bearer ${accessToken}]`);
    expect(answer.body).toContain('key=issuer val=[Anaf]');
    expect(answer.body).toContain(`key=serial_certificate val=[${anaf.post.serial}]`);
    expect(await lastEntry()).toMatchObject({
      authority: 'anaf',
      environment: 'production',
      endpoint: 'api:/TestOauth/jaxrs/hello',
      clientCertificate: null,
    });
  });

  it('wants a name and nothing else', async () => {
    for (const query of ['', '?name=a&x=1', '?x=1']) {
      expect((await anaf.api(`/TestOauth/jaxrs/hello${query}`, accessToken)).status).toBe(400);
    }
  });
});

describe('the token', () => {
  it('is refused with any one character changed (R16)', async () => {
    for (let at = 0; at < accessToken.length; at += 37) {
      const changed = accessToken.slice(0, at) + (accessToken[at] === 'A' ? 'B' : 'A') + accessToken.slice(at + 1);
      expect((await anaf.api(hello, changed)).status).toBe(401);
    }
    const last = accessToken.slice(0, -1);
    for (const end of 'AQgwBRhx') {
      if (last + end !== accessToken) expect((await anaf.api(hello, last + end)).status).toBe(401);
    }
    expect((await anaf.api(hello, accessToken)).status).toBe(200);
  });

  it.each<[string, () => Promise<string | null> | string | null]>([
    ['none', () => null],
    ['an opaque one', async () => (await anaf.pair({ token_content_type: null })).access_token],
    ['a refresh token', async () => (await anaf.pair()).refresh_token],
    ['alg none', () => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${accessToken.split('.')[1]}.`],
    ['one part too many', () => `${accessToken}.x`],
    ['another practice’s', () => foreignToken()],
  ])('is refused: %s', async (_what, makeToken) => {
    expect((await anaf.api(hello, await makeToken())).status).toBe(401);
    expect((await lastEntry())?.outcome.error).toBe('invalid_token');
  });

  const foreignToken = async () => {
    const other = await startPractice();
    try {
      return (await (await anafDriver(other)).pair()).access_token;
    } finally {
      await other.stop();
    }
  };

  it('is refused in the address, even where it stands in the header too (R4)', async () => {
    for (const query of [`access_token=${accessToken}`, `name=${accessToken}`, 'token=x']) {
      const answer = await anaf.api(`/TestOauth/jaxrs/hello?${query}`, accessToken);
      expect(answer.status).toBe(401);
      expect((await lastEntry())?.outcome.reason).toBe('a token in the address');
    }
  });

  it('is refused once it has ended', async () => {
    await practice.control.setSwitches({ anafAccessSeconds: 1 });
    const short = (await anaf.pair()).access_token;
    await expect.poll(async () => (await anaf.api(hello, short)).status).toBe(401);
    expect((await lastEntry())?.outcome.reason).toBe('token is expired');
  });

  it('opens only what it has a role for, and nothing that is not there (R18)', async () => {
    await practice.control.setSwitches({ anafRoles: ['HELLO'] });
    const few = (await anaf.pair()).access_token;
    expect((await anaf.api(hello, few)).status).toBe(200);
    expect((await anaf.api(list('zile=1&cif=8000000000'), few)).status).toBe(403);
    expect((await anaf.api('/FCTEL/rest/listaMesajeFactura?zile=1&cif=8000000000', accessToken)).status).toBe(403);
  });
});

describe('the list of messages', () => {
  it.each(['test', 'prod'])('has them under /%s/', async (part) => {
    const [company] = anaf.post.companies;
    const answer = await anaf.api(list(`zile=60&cif=${company.cif}`, part), accessToken);
    expect(answer.status).toBe(200);
    const body = JSON.parse(answer.body) as { mesaje: Record<string, string>[] };
    expect(body).toMatchObject({
      serial: anaf.post.serial.replaceAll(':', ''),
      titlu: 'Lista Mesaje disponibile din ultimele 60 zile',
    });
    expect(body.mesaje).toHaveLength(4);
    for (const message of body.mesaje) {
      expect(Object.keys(message)).toEqual(['data_creare', 'cif', 'id_solicitare', 'detalii', 'tip', 'id']);
      expect(message['data_creare']).toMatch(/^20\d{10}$/);
    }
    expect((await lastEntry())?.endpoint).toBe(`api:/${part}/FCTEL/rest/listaMesajeFactura`);
  });

  it('keeps to the days and the filter', async () => {
    const count = async (query: string) => {
      const answer = await anaf.api(list(`cif=8000000000&${query}`), accessToken);
      return (JSON.parse(answer.body) as { mesaje: { tip: string }[] }).mesaje.map(({ tip }) => tip);
    };
    expect(await count('zile=5')).toEqual(['ERORI FACTURA', 'FACTURA TRIMISA']);
    expect(await count('zile=60&filtru=P')).toEqual(['FACTURA PRIMITA']);
  });

  it.each([
    ['zile=7&cif=8000000018', 'Nu exista mesaje in ultimele 7 zile'],
    ['zile=7&cif=12345678', 'Nu aveti drept in SPV pentru CIF=12345678'],
    ['zile=0&cif=8000000000', 'Numarul de zile trebuie sa fie intre 1 si 60'],
    ['zile=61&cif=8000000000', 'Numarul de zile trebuie sa fie intre 1 si 60'],
    ['zile=x&cif=8000000000', 'Numarul de zile introdus= x nu este un numar intreg'],
    ['zile=7&cif=RO1', 'CIF introdus= RO1 nu este un numar'],
    ['zile=7&cif=8000000000&filtru=Z', 'Valorile acceptate pentru parametrul filtru sunt E, T, P sau R'],
  ])('answers 200 with an error to %s', async (query, eroare) => {
    const answer = await anaf.api(list(query), accessToken);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ eroare, titlu: 'Lista Mesaje' });
  });

  it.each(['', 'zile=1', 'cif=8000000000', 'zile=1&cif=8000000000&x=1', 'zile=1&zile=1&cif=8000000000'])(
    'answers 400 to “%s”',
    async (query) => {
      const answer = await anaf.api(list(query), accessToken);
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body)).toMatchObject({ status: 400, error: 'Bad Request' });
      expect((JSON.parse(answer.body) as { timestamp: string }).timestamp).toMatch(/^\d\d-\d\d-\d{4} \d\d:\d\d:\d\d$/);
    },
  );

  it('stands behind a firewall that answers 200, by switch', async () => {
    await practice.control.setSwitches({ apiFirewall: true });
    const answer = await anaf.api(hello, accessToken);
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(answer.body).toMatch(/The requested URL was rejected.*Your support ID is: \d+/);
  });
});

describe('the end of a grant', () => {
  it('comes with the application’s deletion, until that is back (R2)', async () => {
    const pair = await anaf.pair();
    const code = await anaf.code();
    await practice.control.deleteApplication('anaf');
    const errorOf = (body: string) => (JSON.parse(body) as { error: string }).error;
    expect(errorOf((await anaf.refresh(pair.refresh_token)).body)).toBe('invalid_client');
    expect(errorOf((await anaf.exchange(code)).body)).toBe('invalid_client');
    expect(errorOf((await anaf.send(anaf.authorizeUrl(), { identity: anaf.identity })).body)).toBe('invalid_client');
    expect((await anaf.api(hello, pair.access_token)).status).toBe(401);
    await practice.control.restoreApplication('anaf');
    expect((await anaf.api(hello, pair.access_token)).status).toBe(200);
    expect((await anaf.refresh(pair.refresh_token)).status).toBe(200);
    await expect(practice.control.deleteApplication('skatteverket-org')).rejects.toThrow('400');
  });

  it('comes with blocking every token (R19), and a new sign-in begins anew', async () => {
    const pair = await anaf.pair();
    expect(await practice.control.revokeTokens()).toBeGreaterThan(0);
    expect((await anaf.api(hello, pair.access_token)).status).toBe(401);
    expect((await lastEntry())?.outcome.reason).toBe('token is blocked');
    expect((await anaf.refresh(pair.refresh_token)).status).toBe(400);
    accessToken = (await anaf.pair()).access_token;
    expect((await anaf.api(hello, accessToken)).status).toBe(200);
  });
});

it('survives a restart with its families, graces, key and blocks, and keeps no token', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'taxpass-anaf-'));
  const folder = join(directory, 'kept');
  const switches = { refreshGraceSeconds: 3600 };
  try {
    const first = await startPractice({ folder, switches });
    const before = await anafDriver(first);
    const blocked = await before.pair();
    await first.control.revokeTokens();
    const old = await before.pair();
    const newest = pairOf(await before.refresh(old.refresh_token));
    const { path } = await first.control.issue('production', 'no-role', 'x', 'anaf');
    expect(path).toContain('no-role');
    const key = await first.control.keys();
    await first.control.deleteApplication('anaf');
    await first.stop();

    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    for (const { parentPath, name } of files) {
      const content = await readFile(join(parentPath, name), 'utf8');
      for (const token of [old.access_token, old.refresh_token, newest.access_token, newest.refresh_token]) {
        expect(content.includes(token.split('.')[2] ?? '')).toBe(false);
        const { jti } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { jti: string };
        expect(content.includes(jti)).toBe(false);
      }
    }

    const second = await startPractice({ folder, switches });
    try {
      const after = await anafDriver(second);
      expect(after.post).toEqual(before.post);
      expect(await second.control.keys()).toEqual(key);
      expect((await after.api(hello, newest.access_token)).status).toBe(401);
      await second.control.restoreApplication('anaf');
      expect((await after.api(hello, newest.access_token)).status).toBe(200);
      expect((await after.api(hello, blocked.access_token)).status).toBe(401);
      expect(pairOf(await after.refresh(old.refresh_token))).toEqual(newest);
      expect((await after.refresh(newest.refresh_token)).status).toBe(200);
      expect((await after.refresh(old.refresh_token)).status).toBe(400);
      expect((await after.refresh(blocked.refresh_token)).status).toBe(400);
    } finally {
      await second.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
});
