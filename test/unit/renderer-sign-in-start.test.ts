import { describe, expect, it } from 'vitest';
import { profileView } from '../../electron/accounts/views.ts';
import { anaf } from '../../electron/authorities/anaf.ts';
import { skatteverketOrg } from '../../electron/authorities/skatteverket.ts';
import type { AccountView, CertificateView, ProfileView } from '../../electron/contract/snapshot.ts';
import {
  offeredCertificates,
  proposedMeans,
  routesFor,
  waysWithoutFile,
} from '../../renderer/features/sign-in/sign-in-start.ts';
import { accountView, certificateView, orgProfile, perProfile } from '../fixtures/renderer-views.ts';

const atAnaf = profileView(anaf);
const imported = certificateView({ id: 'imported' });
const onToken = certificateView({ id: 'on-token', key: 'on-device' });
const atSkatteverket = profileView(skatteverketOrg);
const now = 1000;
const ended = certificateView({ id: 'ended', notAfter: now });
const early = certificateView({ id: 'early', notBefore: now + 1 });
const ofExpisoft = certificateView({ id: 'expisoft', issuer: 'Expisoft EID CA v5' });

function offered(profile: ProfileView, certificates: Readonly<Record<string, CertificateView>>) {
  return offeredCertificates(profile, { profiles: [atAnaf, atSkatteverket, perProfile], certificates }, now);
}

const proposed = (
  profile: ProfileView,
  account: AccountView | null,
  certificates: Readonly<Record<string, CertificateView>>,
) => proposedMeans(profile, account, offered(profile, certificates));

describe('the certificates offered', () => {
  const order = (profile: ProfileView) =>
    offered(profile, { ended, early, imported, ofExpisoft, onToken }).map(({ certificate }) => certificate.id);

  it('begin with those whose issuer fits, and end with those that cannot be used', () => {
    expect(order(atSkatteverket)).toEqual(['expisoft', 'imported', 'ended', 'early']);
    expect(order(atAnaf)).toEqual(['imported', 'expisoft', 'ended', 'early']);
  });

  it('say why they cannot be used', () => {
    expect(offered(atAnaf, { ended, early, imported }).map(({ unfit }) => unfit)).toEqual([
      null,
      'expired',
      'notYetValid',
    ]);
  });
});

describe('what is proposed to sign in with', () => {
  it('at ANAF the token, as its page teaches, until something is imported (R11, R12)', () => {
    expect(waysWithoutFile(atAnaf)).toEqual(['device-window', 'browser']);
    expect(proposed(atAnaf, null, {})).toEqual({ route: 'device-window' });
    expect(proposed(atAnaf, null, { onToken })).toEqual({ route: 'device-window' });
    expect(proposed(atAnaf, null, { imported, onToken })).toEqual({ certificateId: 'imported' });
  });

  it('nothing, where several are imported', () => {
    expect(proposed(atAnaf, null, { imported, other: { ...imported, id: 'other' } })).toBeNull();
  });

  it('never what cannot be used, nor what another authority’s issuer made', () => {
    expect(proposed(atAnaf, null, { imported, ofExpisoft, ended })).toEqual({ certificateId: 'imported' });
    expect(proposed(atAnaf, null, { ofExpisoft })).toEqual({ route: 'device-window' });
    const account = accountView({ certificateId: 'ended', route: 'window' });
    expect(proposed(atAnaf, account, { ended, ofExpisoft })).toBeNull();
    expect(proposed(atSkatteverket, null, { early })).toBeNull();
  });

  it('for an account what it signed in with last', () => {
    const account = accountView({ certificateId: 'on-token', route: 'device-window' });
    expect(proposed(atAnaf, account, { imported, onToken })).toEqual({ route: 'device-window' });
    const other = accountView({ certificateId: 'imported', route: 'window' });
    expect(proposed(atAnaf, other, { imported, onToken })).toEqual({ certificateId: 'imported' });
    expect(proposed(atAnaf, accountView({ certificateId: null, route: null }), {})).toBeNull();
  });

  it('for an account whose certificate cannot be used, or is gone, nobody else’s', () => {
    const account = accountView({ certificateId: 'ended', route: 'window' });
    expect(proposed(atAnaf, account, { ended, imported })).toBeNull();
    expect(proposed(atAnaf, account, { imported })).toBeNull();
    // One whose certificate nothing names may be anybody's.
    expect(proposed(atAnaf, { ...account, certificateId: null }, { imported })).toEqual({ certificateId: 'imported' });
  });

  it('at Skatteverket a file, or no certificate at all', () => {
    expect(proposed(orgProfile, null, { onToken })).toBeNull();
    expect(proposed(perProfile, null, {})).toEqual({ route: 'browser' });
  });
});

it('a certificate on a device goes by its own window alone', () => {
  expect(routesFor(atAnaf, { route: 'device-window' })).toEqual(['device-window']);
  expect(routesFor(atAnaf, { certificateId: 'imported' })).toEqual(['window']);
});
