import { describe, expect, it } from 'vitest';
import type { ApplicationView } from '../../electron/contract/snapshot.ts';
import {
  clientIdTail,
  countedNames,
  flowThatDiffers,
  markOf,
  numbersOfAlike,
  sameRegistration,
} from '../../renderer/features/applications/telling-apart.ts';
import { accountView, anafProfile, applicationView, orgProfile, perProfile } from '../fixtures/renderer-views.ts';

const by = (...list: ApplicationView[]) => Object.fromEntries(list.map((one) => [one.id, one]));
const org = (id: string, part: Partial<ApplicationView> = {}) =>
  applicationView(orgProfile, { id, environment: 'test', clientId: 'client-000001', ...part });

describe('applications of one name', () => {
  it('are told apart by their client IDs, then by their addresses, then by number', () => {
    const a = org('a', { redirectUris: ['https://a.example/'] });
    const other = org('b', { clientId: 'client-000002' });
    expect(markOf(a, by(a, other))).toEqual({ by: 'clientId', text: '…000001' });
    const address = org('b', { redirectUris: ['https://b.example/'] });
    expect(markOf(a, by(a, address))).toEqual({ by: 'redirectUri', text: 'https://a.example/' });
    const same = org('b', { redirectUris: ['https://a.example/'] });
    expect([markOf(a, by(a, same)), markOf(same, by(a, same))]).toEqual([
      { by: 'number', number: 1 },
      { by: 'number', number: 2 },
    ]);
  });

  it('need no mark where the name, the environment or the sign-in differs', () => {
    const a = org('a');
    for (const other of [
      org('b', { name: 'Other' }),
      org('b', { environment: 'production' }),
      applicationView(anafProfile, { id: 'b', environment: 'test' }),
    ]) {
      expect(markOf(a, by(a, other))).toBeNull();
    }
  });

  it('are not told apart by a client ID that is not there yet', () => {
    const a = org('a', { clientId: '', redirectUris: ['https://a.example/'] });
    const b = org('b', { redirectUris: ['https://b.example/'] });
    expect(markOf(a, by(a, b))).toEqual({ by: 'redirectUri', text: 'https://a.example/' });
  });

  it('show a short client ID whole', () => {
    expect([clientIdTail('12345678'), clientIdTail('123456789')]).toEqual(['12345678', '…456789']);
  });
});

describe('who uses an application', () => {
  it('is named once, with the number of accounts', () => {
    expect(countedNames(['Ana', 'Bogdan', 'Ana'])).toEqual([
      { name: 'Ana', count: 2 },
      { name: 'Bogdan', count: 1 },
    ]);
  });
});

describe('a registration that is there already', () => {
  const there = org('a');
  const draft = { id: null, profile: there.profile, environment: there.environment, clientId: ' client-000001 ' };

  it('is found by sign-in, environment and client ID', () => {
    expect(sameRegistration(draft, by(there))).toBe(there);
    expect(sameRegistration({ ...draft, environment: 'production' }, by(there))).toBeUndefined();
    expect(sameRegistration({ ...draft, profile: 'skatteverket-per' }, by(there))).toBeUndefined();
    expect(sameRegistration({ ...draft, clientId: 'client-000002' }, by(there))).toBeUndefined();
  });

  it('is neither the one being edited nor one without a client ID', () => {
    expect(sameRegistration({ ...draft, id: 'a' }, by(there))).toBeUndefined();
    const empty = org('b', { clientId: '' });
    expect(sameRegistration({ ...draft, clientId: '' }, by(empty))).toBeUndefined();
  });
});

it('applications of one name that sign in by different ways are told apart by the way', () => {
  const profiles = [anafProfile, orgProfile, perProfile];
  const flow = (...all: ApplicationView[]) => flowThatDiffers({ applications: by(...all), profiles }, all[0]);
  const a = org('a', { name: 'Moms' });
  expect(flow(a, applicationView(perProfile, { id: 'b', name: ' Moms ' }))).toBe('skatteverket-org');
  expect(flow(a, org('b', { name: 'Moms' }))).toBeNull();
  expect(flow(a, applicationView(anafProfile, { id: 'b', name: 'Moms' }))).toBeNull();
});

it('accounts that look alike are numbered, and no others', () => {
  const company = { number: '7', name: 'Alfa SRL' };
  const accounts = [
    accountView({ id: 'b', companies: [company] }),
    accountView({ id: 'a', companies: [company, { number: '8', name: '' }] }),
    accountView({ id: 'c', companies: [{ ...company, number: '9' }] }),
    accountView({ id: 'd', companies: [company], holder: 'IONESCU ION' }),
    accountView({ id: 'e', companies: [company], applicationId: 'another' }),
  ];
  expect([...numbersOfAlike(Object.fromEntries(accounts.map((account) => [account.id, account])))]).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
});
