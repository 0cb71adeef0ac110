import { describe, expect, test } from 'vitest';
import { anaf } from '../../electron/authorities/anaf.ts';
import { environmentOfIssuer, realProfiles } from '../../electron/authorities/authorities.ts';
import { skatteverketOrg, skatteverketPer } from '../../electron/authorities/skatteverket.ts';
import { Profile } from '../../electron/authorities/schema.ts';

const addresses = (profile: Profile) =>
  profile.environments.map(({ name, authorize, token, refresh, revoke }) => ({
    name,
    authorize,
    token,
    refresh,
    revoke,
  }));

/** Skatteverket's addresses differ from flow to flow and from environment to environment in these two parts alone. */
const skatteverketAddresses = (flow: string) =>
  (['test', 'production'] as const).map((name) => {
    const base = `https://${flow}oauth2.${name === 'test' ? 'test.' : ''}skatteverket.se/oauth2/v1/${flow}`;
    const token = `${base}/token`;
    return { name, authorize: `${base}/authorize`, token, refresh: token, revoke: null };
  });

test.each(realProfiles)('what is written of $id keeps the form that a profile has', (profile) => {
  expect(Profile.parse(profile)).toEqual(profile);
});

describe('the addresses', () => {
  test('of ANAF are those of its page; refresh has a field of its own with the token address (R3, R10)', () => {
    const base = 'https://logincert.anaf.ro/anaf-oauth2/v1';
    const token = `${base}/token`;
    expect(addresses(anaf)).toEqual([
      { name: 'production', authorize: `${base}/authorize`, token, refresh: token, revoke: `${base}/revoke` },
    ]);
  });

  test('of Skatteverket are the seed’s in both environments; production’s have no .test (S4, S9, S17)', () => {
    expect(addresses(skatteverketOrg)).toEqual(skatteverketAddresses('org'));
    expect(addresses(skatteverketPer)).toEqual(skatteverketAddresses('per'));
  });

  test('are the only ones a certificate is shown to or the window goes to', () => {
    for (const { environments, certificateShownAt } of realProfiles) {
      for (const { authorize, token, certificateOrigins, signInOrigins } of environments) {
        const stages = { authorize: authorize ?? token, token };
        const shownTo = certificateShownAt.map((stage) => new URL(stages[stage]).origin);
        expect(certificateOrigins).toEqual([...new Set(shownTo)]);
        expect(signInOrigins).toEqual([new URL(stages.authorize).origin]);
      }
    }
    // ANAF's token endpoint has the same origin; what keeps the certificate from it is the stage.
    expect(anaf.certificateShownAt).toEqual(['authorize']);
    expect(skatteverketPer.certificateShownAt).toEqual([]);
  });
});

test('an issuer says for which environment a certificate is, and an unknown one says nothing (S4)', () => {
  expect(environmentOfIssuer(skatteverketOrg, 'Expisoft Test Issuing CA')).toBe('test');
  expect(environmentOfIssuer(skatteverketOrg, 'ExpiTrust EID CA v4, Expisoft AB')).toBe('production');
  expect(environmentOfIssuer(skatteverketOrg, 'certSIGN Qualified CA')).toBeNull();
  expect(environmentOfIssuer(anaf, 'certSIGN Qualified CA')).toBeNull();
});
