import { describe, expect, it } from 'vitest';
import { checkOf } from '../../renderer/features/requests/check-of.ts';
import { fillTyped, withOnlyCompany } from '../../renderer/features/requests/company-fill.ts';
import { isSameAddress, queryValue, withQueryValue } from '../../renderer/features/requests/url-query.ts';
import { applicationView, orgProfile } from '../fixtures/renderer-views.ts';

const preset = 'https://api.anaf.example/test/FCTEL/rest/listaMesajeFactura?zile=60&cif=';

describe('a query parameter that the user fills in', () => {
  it('is set where it stands, and read back', () => {
    const filled = withQueryValue(preset, 'cif', '12345678');
    expect(filled).toBe(`${preset}12345678`);
    expect(queryValue(filled, 'cif')).toBe('12345678');
    expect(withQueryValue(filled, 'cif', '')).toBe(preset);
  });

  it('is empty where it is empty, has no value, or is not there', () => {
    for (const url of [preset, 'https://a.example/?cif', 'https://a.example/', '', 'no url']) {
      expect(queryValue(url, 'cif')).toBe('');
    }
  });

  it('is added where it was taken out, before a fragment', () => {
    expect(withQueryValue('https://a.example/x#part', 'cif', '1')).toBe('https://a.example/x?cif=1#part');
    expect(withQueryValue('https://a.example/x?zile=1', 'cif', '1')).toBe('https://a.example/x?zile=1&cif=1');
  });

  it('cannot end its own value, and leaves the rest as it was typed', () => {
    const url = withQueryValue('https://a.example/x?b=%20+&cif=1&B=2', 'cif', 'a&b=c#d e');
    expect(url).toBe('https://a.example/x?b=%20+&cif=a%26b%3Dc%23d%20e&B=2');
    expect(queryValue(url, 'cif')).toBe('a&b=c#d e');
  });

  it('is shown as it stands while it is encoded badly', () => {
    expect(queryValue('https://a.example/?cif=%E0%A4%A', 'cif')).toBe('%E0%A4%A');
  });
});

describe('a company’s number in a request', () => {
  const dante = { number: '14399840', name: 'Dante SA' };
  const petrom = { number: '1590082', name: '' };

  it('is that of the account’s only company', () => {
    expect(withOnlyCompany(preset, ['cif'], [dante])).toBe(`${preset}14399840`);
    expect(withOnlyCompany(preset, ['cif'], [dante, petrom])).toBe(preset);
    expect(withOnlyCompany(preset, ['cif'], [])).toBe(preset);
    expect(withOnlyCompany('https://a.example/', [], [dante])).toBe('https://a.example/');
    expect(withOnlyCompany(`${preset}1`, ['cif'], [dante])).toBe(`${preset}1`);
  });

  it('is typed as it stands on paper, and sent without blanks and RO', () => {
    expect(fillTyped('cif', ' RO 14 399 840 ')).toBe('14399840');
    expect(fillTyped('cif', 'ro14399840')).toBe('14399840');
    expect(fillTyped('name', ' RO a ')).toBe('RO a');
  });
});

describe('the address of a preset', () => {
  it('stays the same whatever the query', () => {
    expect(isSameAddress(withQueryValue(preset, 'cif', '1'), preset)).toBe(true);
    expect(isSameAddress('https://api.anaf.example/TestOauth/jaxrs/hello', preset)).toBe(false);
  });
});

describe('the request that shows whether a token works', () => {
  const ping = { id: 'ping', method: 'GET' as const, url: 'https://api.example/ping', scope: 'agd', fill: [] };
  const write = { ...ping, id: 'write', method: 'POST' as const, scope: null };
  const asked = { ...ping, id: 'asked', scope: null, fill: ['cif'] };
  const profile = {
    ...orgProfile,
    environments: [
      { name: 'test' as const, apiOrigin: 'https://api.example', presets: [write, asked, ping] },
      { name: 'production' as const, apiOrigin: 'https://api.example', presets: [] },
    ],
  };
  const of = (scopes: string[], environment: 'test' | 'production' = 'test') =>
    checkOf(profile, applicationView(profile, { scopes, environment }))?.id;

  it('changes nothing, asks the user nothing, and is within the scopes', () => {
    expect(of(['agd'])).toBe('ping');
    expect(of(['skattekonto'])).toBeUndefined();
    expect(of(['agd'], 'production')).toBeUndefined();
  });
});
