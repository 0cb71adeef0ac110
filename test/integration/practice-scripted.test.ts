import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anaf as anafProfile } from '../../electron/authorities/anaf.ts';
import { explainApiAnswer } from '../../electron/authorities/explain.ts';
import { skatteverketOrg } from '../../electron/authorities/skatteverket.ts';
import { defaultSwitches } from '../../electron/practice/switches.ts';
import { anafDriver, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';
import { orgDriver, type OrgDriver, type RawAnswer } from '../fixtures/practice-requests.ts';

let practice: RunningPractice;
let anaf: AnafDriver;
let org: OrgDriver;
let anafToken: string;
let orgToken: string;

beforeAll(async () => {
  practice = await startPractice();
  anaf = await anafDriver(practice);
  org = await orgDriver(practice, 'test');
  anafToken = (await anaf.pair()).access_token;
  orgToken = await org.accessToken('momsdeklaration');
});
afterAll(() => practice.stop());
beforeEach(() => practice.control.setSwitches(defaultSwitches));

const parts = ({ status, headers, body }: RawAnswer) => ({
  status,
  headers: Object.entries(headers).map(([name, value]) => [name, String(value)] as const),
  text: body,
});
const limit = { eroare: 'S-au facut deja 1500 de interogari in cursul zilei', titlu: 'Lista Mesaje' };
const notFound = { error: 'id_not_found', error_description: 'refresh token is not found' };

describe('an authority answers in the words of a switch', () => {
  it('at its API, whatever the call carries', async () => {
    const apiAnswer = { status: 200, headers: [['Content-Type', 'application/json'] as [string, string]] };
    await practice.control.setSwitches({ apiAnswer: { ...apiAnswer, body: JSON.stringify(limit) } });
    const answer = await anaf.api('/prod/FCTEL/rest/listaMesajeFactura?zile=1&cif=8000000000', anafToken);
    expect([answer.status, answer.headers['content-type'], JSON.parse(answer.body)]).toEqual([
      200,
      'application/json',
      limit,
    ]);
    expect(explainApiAnswer(anafProfile, parts(answer))).toBe('anaf-day-limit');

    const enforced = {
      status: 401,
      headers: [['WWW-Authenticate', 'Client-ID-Enforcement'] as [string, string]],
      body: '',
    };
    await practice.control.setSwitches({ apiAnswer: enforced });
    const refused = await org.ping(org.apiHeaders(orgToken));
    expect([refused.status, refused.body]).toEqual([401, '']);
    expect(explainApiAnswer(skatteverketOrg, parts(refused))).toBe('skv-gateway-keys');
  });

  it('at authorize, in place of what follows', async () => {
    const authorizeAnswer = { status: 404, headers: [], body: JSON.stringify(notFound) };
    await practice.control.setSwitches({ authorizeAnswer });
    const answer = await anaf.send(anaf.authorizeUrl());
    expect([answer.status, answer.body]).toEqual([404, authorizeAnswer.body]);
  });

  it('at the token address, and a refresh token lives on', async () => {
    const pair = await anaf.pair();
    await practice.control.setSwitches({ tokenAnswer: { status: 404, headers: [], body: JSON.stringify(notFound) } });
    const answer = await anaf.refresh(pair.refresh_token);
    expect([answer.status, JSON.parse(answer.body)]).toEqual([404, notFound]);
    await practice.control.setSwitches({ tokenAnswer: null });
    expect((await anaf.refresh(pair.refresh_token)).status).toBe(200);
  });

  it('only in an answer that HTTP has', async () => {
    const odd = { apiAnswer: { status: 42, headers: [], body: '' } };
    await expect(practice.control.setSwitches(odd)).rejects.toThrow();
  });
});
