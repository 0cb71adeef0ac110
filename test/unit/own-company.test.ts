import type * as React from 'react';
import { createElement } from 'react';
import { expect, test, vi } from 'vitest';
import { MAX_COMPANY_NAME } from '../../electron/contract/limits.ts';
import { OwnCompany, ownCompany } from '../../renderer/features/companies/own-company.tsx';
import { draw } from './drawing.ts';

vi.mock('react', async (original) => ({
  ...(await original<typeof React>()),
  useSyncExternalStore: <T>(_subscribe: unknown, read: () => T): T => read(),
}));

test('the organisation of a certificate is proposed with the number as its authority’s are kept', () => {
  expect(ownCompany({ holder: 'Alfa SRL', organisationNumber: '14399840' }, 'anaf')).toEqual({
    number: '14399840',
    name: 'Alfa SRL',
  });
  expect(ownCompany({ holder: 'Byrån AB', organisationNumber: '5560269986' }, 'skatteverket')?.number).toBe(
    '556026-9986',
  );
});

test.each([
  ['none', null, 'anaf'],
  ['a CUI with a wrong check digit', '14399841', 'anaf'],
  ['a Swedish number at ANAF', '556026-9986', 'anaf'],
  ['a CUI at Skatteverket', '14399840', 'skatteverket'],
] as const)('what names %s is not proposed', (_what, organisationNumber, authority) => {
  expect(ownCompany({ holder: 'Alfa SRL', organisationNumber }, authority)).toBeNull();
});

test('a name that is too long is not proposed', () => {
  const named = (length: number) =>
    ownCompany({ holder: 'W'.repeat(length), organisationNumber: '14399840' }, 'anaf')?.name.length;
  expect(named(MAX_COMPANY_NAME)).toBe(MAX_COMPANY_NAME);
  expect(named(MAX_COMPANY_NAME + 1)).toBeUndefined();
});

test('a name cannot reorder, break or hide the sentence it stands in', () => {
  const company = ownCompany(
    { holder: '\u202eLRS\u2069 Al\u200bfa\n\u0000\u2028 SRL\t', organisationNumber: '14399840' },
    'anaf',
  );
  expect(company).toEqual({ number: '14399840', name: 'LRS Alfa SRL' });
});

test('an organisation without a name is proposed by its number', () => {
  const company = ownCompany({ holder: '\u202e', organisationNumber: '14399840' }, 'anaf') ?? { number: '', name: '-' };
  expect(draw(createElement(OwnCompany, { company, onAdd: () => undefined }))).toContain(
    'Add 14399840, named in the certificate',
  );
});
