import { describe, expect, it } from 'vitest';
import { profileView } from '../../electron/accounts/views.ts';
import { anaf } from '../../electron/authorities/anaf.ts';
import { proposedMeans, routesFor, waysWithoutFile } from '../../renderer/features/sign-in/sign-in-start.ts';
import { accountView, certificateView, orgProfile, perProfile } from '../fixtures/renderer-views.ts';

const atAnaf = profileView(anaf);
const imported = certificateView({ id: 'imported' });
const onToken = certificateView({ id: 'on-token', key: 'on-device' });

describe('what is proposed to sign in with', () => {
  it('at ANAF the token, as its page teaches, until something is imported (R11, R12)', () => {
    expect(waysWithoutFile(atAnaf)).toEqual(['device-window', 'browser']);
    expect(proposedMeans(atAnaf, null, {})).toEqual({ route: 'device-window' });
    expect(proposedMeans(atAnaf, null, { onToken })).toEqual({ route: 'device-window' });
    expect(proposedMeans(atAnaf, null, { imported, onToken })).toEqual({ certificateId: 'imported' });
  });

  it('nothing, where several are imported', () => {
    expect(proposedMeans(atAnaf, null, { imported, other: { ...imported, id: 'other' } })).toBeNull();
  });

  it('for an account what it signed in with last', () => {
    const account = accountView({ certificateId: 'on-token', route: 'device-window' });
    expect(proposedMeans(atAnaf, account, { imported, onToken })).toEqual({ route: 'device-window' });
    const other = accountView({ certificateId: 'imported', route: 'window' });
    expect(proposedMeans(atAnaf, other, { imported, onToken })).toEqual({ certificateId: 'imported' });
    expect(proposedMeans(atAnaf, accountView({ certificateId: null, route: null }), {})).toBeNull();
  });

  it('at Skatteverket a file, or no certificate at all', () => {
    expect(proposedMeans(orgProfile, null, { onToken })).toBeNull();
    expect(proposedMeans(perProfile, null, {})).toEqual({ route: 'browser' });
  });
});

it('a certificate on a device goes by its own window alone', () => {
  expect(routesFor(atAnaf, { route: 'device-window' })).toEqual(['device-window']);
  expect(routesFor(atAnaf, { certificateId: 'imported' })).toEqual(['window']);
});
