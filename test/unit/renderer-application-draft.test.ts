import { describe, expect, it } from 'vitest';
import type { Claim } from '../../electron/contract/token-reading.ts';
import { draftOf, inputOf, isComplete, newDraft } from '../../renderer/features/applications/application-draft.ts';
import { lacksScheme } from '../../renderer/features/applications/redirect-uri-fields.tsx';
import { missingServices } from '../../renderer/features/claims/missing-services.ts';
import { chosenAmong } from '../../renderer/features/sign-in/redirect-choice.tsx';
import { missingToSignIn } from '../../renderer/state/lifetime.ts';
import { anafProfile, applicationView, orgProfile, perProfile } from '../fixtures/renderer-views.ts';

describe('what is typed of an application', () => {
  it('is saved without empty lines, doubled addresses, and blanks around an address', () => {
    const draft = {
      ...newDraft(anafProfile, 'A'),
      redirectUris: [' https://a.example/cb ', '', 'https://a.example/cb'],
    };
    expect(inputOf(draft, '', '').redirectUris).toEqual(['https://a.example/cb']);
  });

  it('keeps services and scopes that the profile does not know, through an edit and back', () => {
    const services = ['E-Factura', 'Alt serviciu'];
    const scopes = ['agd', 'own-scope'];
    const input = inputOf(draftOf(applicationView(orgProfile, { scopes }), orgProfile), '', '');
    expect(input.scopes).toEqual(scopes);
    expect(inputOf(draftOf(applicationView(anafProfile, { services }), anafProfile), '', '').services).toEqual(
      services,
    );
  });

  it('takes other scopes apart at blanks and commas', () => {
    const draft = { ...newDraft(orgProfile, 'A'), otherScopes: ' ska, moms,agd  hus ' };
    expect(inputOf(draft, '', '').scopes).toEqual(['ska', 'moms', 'agd', 'hus']);
  });

  it('keeps a stored secret where nothing was typed', () => {
    const input = inputOf(draftOf(applicationView(anafProfile), anafProfile), '', '');
    expect([input.clientSecret, input.apigwClientSecret]).toEqual([null, null]);
  });

  it('is complete by what the profile needs', () => {
    const typed = { ...newDraft(anafProfile, 'A'), clientId: 'id' };
    expect(isComplete(inputOf(typed, 'secret', ''), null, anafProfile)).toBe(true);
    expect(isComplete(inputOf(typed, '', ''), null, anafProfile)).toBe(false);
    expect(isComplete(inputOf({ ...typed, redirectUris: [''] }, 'secret', ''), null, anafProfile)).toBe(false);
    const skatteverket = { ...newDraft(perProfile, 'A'), clientId: 'id', apigwClientId: 'gw', chosenScopes: ['agd'] };
    expect(isComplete(inputOf(skatteverket, 'a', 'b'), null, perProfile)).toBe(true);
    expect(isComplete(inputOf({ ...skatteverket, apigwClientId: '' }, 'a', ''), null, perProfile)).toBe(true);
    expect(isComplete(inputOf(skatteverket, '', 'b'), null, perProfile)).toBe(false);
    expect(isComplete(inputOf({ ...skatteverket, chosenScopes: [] }, 'a', 'b'), null, perProfile)).toBe(false);
  });
});

describe('what keeps an application from signing in', () => {
  it('is never the APIgw pair, which only calls to the APIs need (S16)', () => {
    expect(missingToSignIn(['clientSecret', 'apigwClientId', 'apigwClientSecret'])).toEqual(['clientSecret']);
  });
});

describe('the redirect URI of a sign-in', () => {
  it('is seen to lack its https:// and nothing else', () => {
    const lacking = ['localhost/test', 'localhost:9002/callback', 'example.se'];
    expect(lacking.filter((uri) => !lacksScheme(uri))).toEqual([]);
    const whole = ['', 'https://localhost/test', 'taxpass-practice://oauth/callback', 'se.firma.app:/callback'];
    expect(whole.filter(lacksScheme)).toEqual([]);
  });

  it('is the first until another of them is chosen', () => {
    expect(chosenAmong(['a', 'b'], null)).toBe('a');
    expect(chosenAmong(['a', 'b'], 'b')).toBe('b');
    expect(chosenAmong(['a'], 'b')).toBe('a');
    expect(chosenAmong([], null)).toBeNull();
  });
});

describe('services the token does not open (R18)', () => {
  const roles = (items: string[]): Claim[] => [
    { name: 'role', kind: 'list', value: items, items, explanation: 'role', secret: false },
  ];

  it('names those without a role, however they are spelt', () => {
    expect(missingServices(['E-Factura', 'E-Transport'], roles(['HELLO', 'EFACTURA']))).toEqual(['E-Transport']);
    expect(missingServices(['E-Factura'], roles(['HELLO', 'EFACTURA', 'SRV_EFACTURA']))).toEqual([]);
  });

  it('says nothing where the token lists no roles', () => {
    expect(missingServices(['E-Factura'], [])).toEqual([]);
  });
});
