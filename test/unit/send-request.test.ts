import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { realProfiles } from '../../electron/authorities/authorities.ts';
import { skatteverketOrg } from '../../electron/authorities/skatteverket.ts';
import type { HttpsClient } from '../../electron/network/https-client.ts';
import { sendApiRequest } from '../../electron/requests/send-request.ts';

const accessToken = randomBytes(600).toString('base64url');

function answering(body: Buffer, headers: ReadonlyArray<readonly [string, string]> = []): HttpsClient {
  return {
    send: () => Promise.resolve({ status: 200, headers, body, elapsedMs: 1 }),
    forget: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

async function sent(https: HttpsClient) {
  const profile = realProfiles.find(({ id }) => id === 'anaf');
  const environment = profile?.environments[0];
  if (!profile || !environment) throw new Error('no profile');
  const keys = { apigwClientId: '', apigwClientSecret: '', otherSecrets: [] };
  const request = { method: 'GET', url: `${environment.api}/test/x`, body: '', contentType: '' };
  return sendApiRequest(
    https,
    { profile, environment, accessToken, ...keys, ...request },
    new AbortController().signal,
  );
}

test('of a long answer only the beginning comes, whose whole length is told', async () => {
  const answer = await sent(answering(Buffer.alloc(20 * 1024 * 1024, 'x')));
  expect(answer.bodyBytes).toBe(20 * 1024 * 1024);
  expect(answer.body.length).toBeLessThanOrEqual(2 * 1024 * 1024);
  expect(answer.body.length).toBeGreaterThan(1024 * 1024);
  const short = await sent(answering(Buffer.from('whole')));
  expect(short).toMatchObject({ body: 'whole', bodyBytes: 5 });
});

test('no part of a secret stands at the cut, however many were blotted before it', async () => {
  const half = accessToken.slice(0, accessToken.length / 2);
  const cut = 2 * 1024 * 1024;
  // Blotted ones make the text shorter than the limit.
  const before = `${accessToken} `.repeat(100);
  const body = before + '.'.repeat(cut - before.length - half.length) + accessToken + '.'.repeat(1000);
  const answer = await sent(answering(Buffer.from(body)));
  expect(answer.body).toContain('••••••');
  expect(answer.body).not.toContain(half.slice(0, 20));
});

test('a cookie that the answer sets does not come back', async () => {
  const headers = [
    ['set-cookie', 'MRHSession=0123456789abcdef; path=/; secure'],
    ['content-type', 'text/plain'],
  ] as const;
  const { headers: shown } = await sent(answering(Buffer.from(''), headers));
  expect(shown).toEqual([
    ['set-cookie', '••••••'],
    ['content-type', 'text/plain'],
  ]);
});

test('the correlation id goes by the name that the API gives it (S2)', async () => {
  const [preset] = skatteverketOrg.presets;
  const [environment] = skatteverketOrg.environments;
  if (!preset || !environment) throw new Error('no preset');
  const profile = { ...skatteverketOrg, presets: [{ ...preset, correlationIdHeader: 'skv_correlation_id' }] };
  const keys = { apigwClientId: 'id', apigwClientSecret: 'secret', otherSecrets: [] };
  const namesFor = async (path: string): Promise<string[]> => {
    const request = { method: 'GET', url: environment.api + path, body: '', contentType: '' };
    const input = { profile, environment, accessToken, ...keys, ...request };
    return (await sendApiRequest(answering(Buffer.from('')), input, new AbortController().signal)).sentHeaderNames;
  };
  expect(await namesFor(preset.path)).toContain('skv_correlation_id');
  expect(await namesFor(preset.path)).not.toContain('skv_client_correlation_id');
  expect(await namesFor('/another/api')).toContain('skv_client_correlation_id');
});
