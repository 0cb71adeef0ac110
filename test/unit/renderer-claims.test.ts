import type * as React from 'react';
import { createElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { TokenReading } from '../../electron/contract/token-reading.ts';
import { tokenDifference } from '../../electron/tokens/claim-difference.ts';
import { readToken } from '../../electron/tokens/claims.ts';
import { ClaimTable } from '../../renderer/features/claims/claim-table.tsx';
import { Difference } from '../../renderer/features/claims/difference.tsx';
import { Services } from '../../renderer/features/claims/services.tsx';
import { en } from '../../renderer/i18n/en/index.ts';
import { anafHeader, anafPayload, anafToken, encodeToken } from '../fixtures/anaf-token.ts';
import { draw, markupOf } from './drawing.ts';

vi.mock('react', async (original) => ({
  ...(await original<typeof React>()),
  useSyncExternalStore: <T>(_subscribe: unknown, read: () => T): T => read(),
}));

type Jwt = Extract<TokenReading, { form: 'jwt' }>;

function jwt(payload: object = anafPayload, header: object = anafHeader): Jwt {
  const reading = readToken(encodeToken(JSON.stringify(header), JSON.stringify(payload)));
  if (reading.form !== 'jwt') throw new Error('the fixture is no JWT');
  return reading;
}

const { services: ofServices, difference: ofDifference } = en.reading;

/** Seconds. */
const DAY = 86_400;

/** A sentence of the catalogue with its values. */
function said(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? '');
}

/** The rows of the table in a screen, each as the texts of its cells. */
function rowsOf(markup: string): readonly (readonly string[])[] {
  const body = /<tbody>(.*)<\/tbody>/s.exec(markup)?.[1] ?? '';
  return [...body.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) =>
      cell
        .replaceAll(/<\/li>|<\/p>/g, ' ')
        .replaceAll(/<[^>]*>/g, '')
        .trim(),
    ),
  );
}

describe('services asked for beside roles given (R18)', () => {
  const { payload } = jwt();
  const services = (asked: readonly string[], of = payload) => createElement(Services, { asked, payload: of });

  it('say of each service whether the token has a role for it, and which roles it has besides', () => {
    const markup = markupOf(services(['E-Factura', 'Alt serviciu']));
    expect(rowsOf(markup)).toEqual([
      ['E-Factura', said(ofServices.given, { role: 'EFACTURA' })],
      ['Alt serviciu', ofServices.missing],
    ]);
    // By more than colour: the words stand in the cell, as a state that asks for somebody.
    expect(markup).toContain(`<td><span class="state state-attention">${ofServices.missing}</span></td>`);
    expect(draw(services(['E-Factura', 'Alt serviciu']))).toContain(
      said(ofServices.further, { roles: 'HELLO, ETRANSPORT and SRV_EFACTURA' }),
    );
  });

  it('say that nothing was missed where every role was asked for', () => {
    const text = draw(services(['HELLO', 'E-Factura', 'E-Transport', 'SRV_EFACTURA']));
    expect(text).not.toContain(ofServices.missing);
    expect(text).not.toContain('SRV_EFACTURA and');
    expect(text).toContain(said(ofServices.given, { role: 'ETRANSPORT' }));
  });

  it('give the roles alone where the application does not say what was asked for', () => {
    const text = draw(services([]));
    expect(text).toContain(ofServices.unasked);
    expect(text).toContain(said(ofServices.roles, { roles: 'HELLO, EFACTURA, ETRANSPORT and SRV_EFACTURA' }));
    expect(text).not.toContain(ofServices.missing);
  });

  it('say nothing of a token without roles', () => {
    expect(draw(services(['E-Factura'], jwt({ iss: 'https://logincert.anaf.ro' }).payload)).trim()).toBe('');
  });
});

describe('what changed with the last renewal', () => {
  const { hello, ...withoutHello } = anafPayload;
  const after = { ...withoutHello, serial: '35:00', nou: 'x', iat: anafPayload.iat + DAY, exp: anafPayload.exp + DAY };
  const difference = tokenDifference(jwt({ ...anafPayload, hello }), jwt(after, { ...anafHeader, kid: 'anaf_2025' }));
  const markup = markupOf(createElement(Difference, { difference }));

  it('names each claim that is new, gone or another, with both values', () => {
    const { kinds, absent, parts } = ofDifference;
    expect(new Set(Object.values(kinds)).size).toBe(3);
    expect(rowsOf(markup)).toEqual([
      [said(parts.header, { name: 'kid' }), kinds.changed, 'anaf_2023_2024', 'anaf_2025'],
      ['serial', kinds.changed, '34:00:00:25:69:...', '35:00'],
      ['nou', kinds.added, absent, 'x'],
      ['hello', kinds.gone, 'HELLO', absent],
    ]);
  });

  it('says of roles which came and which went, by more than colour', () => {
    const fewer = tokenDifference(
      jwt({ ...anafPayload, role: 'HELLO, EFACTURA' }),
      jwt({ ...anafPayload, role: 'HELLO, NOU' }),
    );
    const html = markupOf(createElement(Difference, { difference: fewer }));
    expect(rowsOf(html)).toEqual([['role', ofDifference.kinds.changed, 'HELLO EFACTURA', 'HELLO NOU']]);
    expect([...html.matchAll(/<strong>(.*?)<\/strong>/g)].map(([, text]) => text)).toEqual(['EFACTURA', 'NOU']);
  });

  it('names a row of scope_data by where it stands, and an empty value as one', () => {
    const rows = anafPayload.scope_data.map((row) => (row.id === 'issuer' ? { ...row, value: '' } : row));
    const within = tokenDifference(jwt(), jwt({ ...anafPayload, scope_data: rows }));
    expect(rowsOf(markupOf(createElement(Difference, { difference: within })))).toEqual([
      [
        said(en.claims.within, { name: 'issuer', list: 'scope_data' }),
        ofDifference.kinds.changed,
        'Anaf',
        en.claims.empty,
      ],
    ]);
  });

  it('gives both periods, and says where nothing else changed and where there is nothing to compare with', () => {
    const day = '19 Oct 2023';
    const end = '17 Jan 2024';
    expect(draw(createElement(Difference, { difference }))).toContain(
      said(ofDifference.period, { from: '20 Oct 2023', until: '18 Jan 2024', beforeFrom: day, beforeUntil: end }),
    );
    const same = tokenDifference(jwt(), jwt({ ...anafPayload, iat: anafPayload.iat + 60 }));
    expect(draw(createElement(Difference, { difference: same }))).toContain(ofDifference.onlyPeriod);
    expect(draw(createElement(Difference, { difference: null }))).toContain(ofDifference.nothingYet);
  });
});

describe('the table of claims', () => {
  const table = (payload: object) => createElement(ClaimTable, { heading: 'Payload', claims: jwt(payload).payload });

  it('explains e-Transport’s services in either spelling (R13)', () => {
    const { etrasport, ...rest } = anafPayload;
    const meaningOf = (name: string, payload: object): string | undefined =>
      rowsOf(markupOf(table(payload))).find(([own]) => own === name)?.[2];
    const misspelt = meaningOf('etrasport', { ...rest, etrasport });
    expect(misspelt).toBe(en.claims.explanations.etransport);
    expect(meaningOf('etransport', { ...rest, etransport: etrasport })).toBe(misspelt);
    expect(meaningOf('etransprot', { ...rest, etransprot: etrasport })).toBe(en.claims.explanations.unknown);
  });

  it('says of a time how far it is away and by which number the token has it, in one sentence', () => {
    const [value] = rowsOf(markupOf(table(anafPayload))).flatMap(([name, shown]) => (name === 'exp' ? [shown] : []));
    const note = said(en.claims.timeNote, { relative: '895 days ago', number: '1705509635' });
    expect(value).toBe(`17 Jan 2024 16:40:35 +00:00${note}`);
  });

  it('shows no jti', () => {
    const reading = readToken(anafToken({ ...anafPayload, jti: 'dd5f4a3c2b1a0987dd5f4a3c2b1a0987' }));
    if (reading.form !== 'jwt') throw new Error('the fixture is no JWT');
    const screen = createElement(ClaimTable, { heading: 'Payload', claims: reading.payload });
    expect(draw(screen)).toContain('jti');
    expect(draw(screen)).not.toContain('dd5f4a3c2b1a0987dd5f4a3c2b1a0987');
  });
});
