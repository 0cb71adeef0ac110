import { expect, test } from 'vitest';
import { withAnswer } from '../../electron/accounts/grant.ts';
import { freshAccount, type AccountRecord, type ApplicationRecord } from '../../electron/accounts/records.ts';
import { skatteverketPer } from '../../electron/authorities/skatteverket.ts';
import { readTokenAnswer } from '../../electron/tokens/token-answer.ts';

test('a refresh token of the personal flow lives 65 minutes from the request that brought it (S18)', () => {
  const account: AccountRecord = {
    ...freshAccount,
    id: 'account',
    applicationId: 'application',
    certificateId: null,
    redirectUri: 'https://localhost/my-redirect-uri',
    grant: null,
  };
  // The example's answer; nothing in it says when the refresh token ends.
  const body = {
    access_token: '96381c2d9d66464b427897347bc3aeaa8cd560246800dc60e673e417a0b43b18',
    expires_in: 3600,
    token_type: 'Bearer',
    scope: 'foo',
    refresh_token: '08168e505b80fc7454f4ff2a1c74232cf7ff1d012b66c89eb529e6d96c9ca197',
  };
  const application: ApplicationRecord = {
    id: 'application',
    profile: 'skatteverket-per',
    environment: 'test',
    name: '',
    redirectUris: [],
    services: [],
    scopes: ['foo'],
    clientId: 'a client id',
    clientSecret: '',
    apigwClientId: '',
    apigwClientSecret: '',
  };
  const asked = Date.UTC(2026, 6, 1, 12);
  const answer = readTokenAnswer(
    skatteverketPer,
    {
      status: 200,
      headers: [['content-type', 'application/json; charset=UTF-8']],
      body: Buffer.from(JSON.stringify(body)),
      elapsedMs: 1,
    },
    asked,
    (text) => text,
  );
  const { grant } = withAnswer(account, skatteverketPer, answer, {
    application,
    scopeAsked: ['foo'],
    isSignIn: true,
    now: asked + 5000,
  });
  expect(grant?.expiresAt).toBe(asked + 3_600_000);
  expect(grant?.refreshToken).toEqual({
    value: body.refresh_token,
    expiresAt: asked + 65 * 60_000,
    isCertain: false,
    ordinal: 1,
  });
});
