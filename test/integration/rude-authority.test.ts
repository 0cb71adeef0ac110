import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHttpsClient, type HttpsClient } from '../../electron/network/https-client.ts';
import { rudeKinds, startRudeAuthority, type RudeAuthority } from '../soak/rude-authority.ts';
import { rudeHarm, rudeTrial, signInDirectly } from '../soak/rude-trial.ts';

// The direct route, with its real deadlines: most of the time here is waiting, so all kinds wait at once.

let rude: RudeAuthority;
let https: HttpsClient;

beforeAll(async () => {
  rude = await startRudeAuthority();
  https = createHttpsClient();
});
afterAll(async () => {
  await https.close();
  await rude.close();
});

describe('each has a name of its own, in time', () => {
  test.concurrent.for(rudeKinds)('$name', { timeout: 60_000 }, async (kind, { expect: expectHere }) => {
    expectHere(await rudeTrial(https, rude, kind)).toBeNull();
  });
});

test('and a good one brings its code', async () => {
  expect(await signInDirectly(https, rude, `${rude.login}/good`)).toEqual({ authorizationCode: 'good' });
});

test('no other server saw the certificate, and nothing was sent where nothing may be sent', () => {
  expect(rudeHarm(rude)).toEqual([]);
});
