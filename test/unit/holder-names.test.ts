import type * as React from 'react';
import { createElement } from 'react';
import { expect, test, vi } from 'vitest';
import type { AccountView } from '../../electron/contract/snapshot.ts';
import { useNames } from '../../renderer/features/holders/use-names.ts';
import { accountView, anafProfile, applicationView, certificateView } from '../fixtures/renderer-views.ts';
import { draw } from './drawing.ts';

vi.mock('react', async (original) => ({
  ...(await original<typeof React>()),
  useSyncExternalStore: <T>(_subscribe: unknown, read: () => T): T => read(),
}));

const alfa = { number: '14399840', name: 'Alfa' };
const account = (id: string, part: Partial<AccountView>) =>
  accountView({ id, applicationId: 'one', certificateId: null, companies: [alfa], ...part });
const hers = account('hers', { certificateId: 'ana' });
const certificates = { ana: certificateView({ id: 'ana', holder: 'POPESCU ANA' }) };
const applications = { one: applicationView(anafProfile, { id: 'one', name: 'Facturare' }) };

/** What the account is called on Ana's page. */
function called(named: AccountView): string {
  function Name() {
    const names = useNames({
      certificate: certificates.ana,
      serial: '34',
      accounts: [{ account: hers, application: applications.one, certificate: certificates.ana, profile: anafProfile }],
      companies: [],
      copies: [],
    });
    return names.accountName(named);
  }
  return draw(createElement(Name), { applications, certificates, accounts: { [named.id]: named } }).trim();
}

test('her own account is called by its companies alone, or by its application', () => {
  expect(called(hers)).toBe('Alfa');
  expect(called({ ...hers, companies: [] })).toBe('Facturare');
});

test('those of others name their holder, whether companies are entered or not', () => {
  expect(called(account('his', { holder: 'IONESCU ION' }))).toBe('Alfa, IONESCU ION, Facturare');
  expect(called(account('hers too', { holder: 'MARIA' }))).toBe('Alfa, MARIA, Facturare');
  expect(called(account('none', { holder: 'IONESCU ION', companies: [] }))).toBe('IONESCU ION, Facturare');
});

test('a holder that is not known, or that the company’s name says, is not said', () => {
  expect(called(account('unknown', { holder: '' }))).toBe('Alfa, Facturare');
  expect(called(account('own', { holder: 'Alfa' }))).toBe('Alfa, Facturare');
});
