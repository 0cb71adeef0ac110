import { describe, expect, it } from 'vitest';
import { arrivalOf } from '../../electron/contract/route.ts';
import { flowsOf } from '../../renderer/features/applications/flow-warning.tsx';
import { isOfKnownIssuer } from '../../renderer/features/sign-in/sign-in-start.ts';
import { profileView } from '../../electron/accounts/views.ts';
import { skatteverketOrg } from '../../electron/authorities/skatteverket.ts';
import { skatteverketSys, skatteverketSysorg } from '../../electron/authorities/skatteverket-system.ts';
import { realProfiles } from '../../electron/authorities/authorities.ts';
import { certificateView, orgProfile, perProfile } from '../fixtures/renderer-views.ts';

describe('a callback comes home', () => {
  it.each(['direct', 'window', 'device-window'] as const)('caught on its way, by the route %s', (route) => {
    expect(arrivalOf(route, 'https://oauth.pstmn.io/v1/callback')).toBe('caught');
    expect(arrivalOf(route, 'https://localhost/test')).toBe('caught');
  });

  it.each([
    ['https://localhost/my-redirect-uri', 'pasted'],
    ['https://localhost:443/my-redirect-uri', 'pasted'],
    ['http://localhost:8080/cb', 'pasted'],
    ['https://localhost:9002/callback', 'loopback'],
    ['https://127.0.0.1:9002/callback', 'loopback'],
    ['https://[::1]:9002/callback', 'loopback'],
    ['https://localhost.example.com:9002/callback', 'relayed'],
    ['https://contabil.ro/taxpass', 'relayed'],
    ['taxpass-practice://oauth/callback', 'protocol'],
    ['https://oauth.pstmn.io/v1/callback', 'astray'],
    ['nonsense', 'pasted'],
  ] as const)('from the browser to %s: %s (S8, R11)', (redirectUri, arrival) => {
    expect(arrivalOf('browser', redirectUri)).toBe(arrival);
  });
});

describe('an API is tied to its flows (S1)', () => {
  it('a scope of another flow is warned about before the sign-in, with the flows that serve it', () => {
    const view = profileView(skatteverketOrg);
    expect(flowsOf(view, ['momsdeklaration', 'bilforman'])).toEqual({
      elsewhere: [{ scope: 'bilforman', flows: ['skatteverket-sys'] }],
      unknown: [],
    });
  });

  it('where nobody signs in, a scope of which no page says so is warned about too', () => {
    const view = profileView(skatteverketSys);
    expect(flowsOf(view, ['bilforman', 'agd', 'typed'])).toEqual({ elsewhere: [], unknown: ['agd', 'typed'] });
  });

  it('a flow in which nobody signs in is offered for nothing but what is known to be its own', () => {
    for (const { id, knownScopes, presets, scopeFlows } of [skatteverketSys, skatteverketSysorg]) {
      expect(knownScopes.filter((scope) => scopeFlows[scope]?.includes(id) !== true)).toEqual([]);
      expect(presets.filter(({ scope }) => scopeFlows[scope ?? '']?.includes(id) !== true)).toEqual([]);
      expect(presets.length).toBeGreaterThan(0);
    }
  });

  it('every preset’s scope has its flows, or says that they are not known', () => {
    for (const { presets, scopeFlows } of realProfiles)
      for (const { scope } of presets) expect(scope === null || scope in scopeFlows).toBe(true);
  });
});

it('a certificate of an issuer that the authority’s pages do not name is warned about before the sign-in (S4)', () => {
  expect(isOfKnownIssuer(orgProfile, certificateView({ issuer: 'Expisoft Test CA v2' }))).toBe(true);
  expect(isOfKnownIssuer(orgProfile, certificateView({ issuer: 'certSIGN Qualified CA' }))).toBe(false);
  expect(isOfKnownIssuer(perProfile, certificateView({ issuer: 'certSIGN Qualified CA' }))).toBe(true);
});
