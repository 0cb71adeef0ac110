import { describe, expect, it, test } from 'vitest';
import { readCompanies } from '../../electron/accounts/company-lists.ts';
import { readNumber } from '../../electron/contract/company-numbers.ts';

// Numbers that are printed on every page of their owners: OMV Petrom, Dante International; AB Volvo, Spotify AB.
const PETROM = '1590082';
const DANTE = '14399840';
const VOLVO = '556012-5790';
const SPOTIFY = '556703-7485';
/** Made up, with right check digits. */
const CNP = '1850101221145';
const PERSONNUMMER = '850709-9805';

const anaf = (text: string) => readCompanies(text, 'anaf');
const skatteverket = (text: string) => readCompanies(text, 'skatteverket');
const pairs = ({ companies }: ReturnType<typeof readCompanies>) => companies.map(({ number, name }) => [number, name]);

describe('a CUI', () => {
  it.each([
    PETROM,
    DANTE,
    `RO${DANTE}`,
    `ro ${DANTE}`,
    '14 399 840',
    '14.399.840',
    '14399840',
    '0014399840',
    ` ${DANTE}\u00a0`,
  ])('is read as people write it: %s', (text) =>
    expect(readNumber(text, 'anaf')).toEqual({ number: text === PETROM ? PETROM : DANTE, isPersonal: false }),
  );
  it('is refused with any other check digit', () => {
    for (let step = 1; step < 10; step++) {
      const mistyped = `${DANTE.slice(0, -1)}${(Number(DANTE.at(-1)) + step) % 10}`;
      expect(readNumber(mistyped, 'anaf')).toEqual({ problem: 'check-digit' });
    }
  });
  it('is no Swedish number and none of 11 digits; a CNP is a person’s', () => {
    expect(readNumber(VOLVO, 'anaf')).toEqual({ problem: 'check-digit' });
    expect(readNumber('12345678901', 'anaf')).toEqual({ problem: 'length' });
    expect(readNumber(CNP, 'anaf')).toEqual({ number: CNP, isPersonal: true });
    expect(readNumber('1850101221144', 'anaf')).toEqual({ problem: 'check-digit' });
    expect(readNumber('ALFA 2000', 'anaf')).toBeNull();
    expect(readNumber('RO', 'anaf')).toBeNull();
  });
});

describe('an organisation number', () => {
  it.each([VOLVO, '5560125790', '16556012-5790', '165560125790', 'SE556012579001', '556012 5790', '556012–5790'])(
    'is read as people write it: %s',
    (text) => expect(readNumber(text, 'skatteverket')).toEqual({ number: VOLVO, isPersonal: false }),
  );
  it('may be a person’s, which is said; its check digit counts too', () => {
    expect(readNumber(PERSONNUMMER, 'skatteverket')).toEqual({ number: PERSONNUMMER, isPersonal: true });
    expect(readNumber('198507099805', 'skatteverket')).toEqual({ number: `19${PERSONNUMMER}`, isPersonal: true });
    expect(readNumber('168507099805', 'skatteverket')).toEqual({ problem: 'length' });
    expect(readNumber('556012-5791', 'skatteverket')).toEqual({ problem: 'check-digit' });
    expect(readNumber(DANTE, 'skatteverket')).toEqual({ problem: 'length' });
  });
});

describe('a pasted list', () => {
  it.each([
    ['tabs', `${DANTE}\tDante International SA`],
    ['tabs, the other way round', `Dante International SA\tRO ${DANTE}`],
    ['semicolons', `${DANTE};Dante International SA`],
    ['commas', `Dante International SA,${DANTE}`],
    ['blanks', `${DANTE}   Dante International SA`],
    ['one blank', `${DANTE} Dante International SA`],
    ['one blank, the other way round', `Dante International SA RO ${DANTE}`],
    ['a dash', `${DANTE} - Dante International SA`],
    ['a colon', `Dante International SA: ${DANTE}`],
    ['a row number', `12\t${DANTE}\tDante International SA`],
    ['a number in groups', `14 399 840 Dante International SA`],
  ])('takes number and name between %s', (_what, text) => {
    expect(anaf(text)).toEqual({
      companies: [{ line: 1, number: DANTE, name: 'Dante International SA', isPersonal: false }],
      problems: [],
      repeated: [],
      heading: null,
    });
  });

  it.each([
    'Dante SRL (CUI 18547290)',
    'Dante SRL (18547290)',
    'Dante SRL [C.U.I.: RO 18547290]',
    'Dante SRL, CIF 18547290',
    'Dante SRL, cod fiscal RO18547290',
    'Dante SRL - CUI/CIF: 18547290',
    'CUI 18547290 Dante SRL',
    'CUI;18547290;Dante SRL',
    'Dante SRL\tCUI\t18547290',
    '(CUI 18547290) Dante SRL',
  ])('takes the number without its brackets and its word: %s', (row) => {
    expect(pairs(anaf(row))).toEqual([['18547290', 'Dante SRL']]);
  });

  it('takes them off a Swedish number too, and leaves a name that only looks so', () => {
    for (const word of ['org.nr', 'orgnr', 'Org. nr:', 'organisationsnummer']) {
      expect(pairs(skatteverket(`AB Volvo (${word} ${VOLVO})`))).toEqual([[VOLVO, 'AB Volvo']]);
    }
    expect(pairs(anaf(`Recif 2000 SRL\t${DANTE}`))).toEqual([[DANTE, 'Recif 2000 SRL']]);
    expect(pairs(anaf(`ALFA (2000) SRL\t${DANTE}`))).toEqual([[DANTE, 'ALFA (2000) SRL']]);
    expect(anaf('Dante SRL (CUI 18547291)').problems).toMatchObject([{ problem: 'check-digit' }]);
  });

  test('is read line by line, each of them accounted for', () => {
    const reading = anaf(
      [
        '\ufeffCUI\tDenumire firmă',
        `${DANTE}\tDante International SA`,
        '',
        `RO${PETROM}\t`,
        `14399841\tMistyped SRL`,
        'Just words',
        `${PETROM}\tOMV Petrom SA`,
        `${DANTE}\tAnother name`,
        `${CNP}\tPopescu Ana PFA`,
        '123456789012\tToo long SRL',
      ].join('\r\n'),
    );
    expect(reading).toEqual({
      heading: 'CUI Denumire firmă',
      companies: [
        { line: 2, number: DANTE, name: 'Dante International SA', isPersonal: false },
        { line: 4, number: PETROM, name: 'OMV Petrom SA', isPersonal: false },
        { line: 9, number: CNP, name: 'Popescu Ana PFA', isPersonal: true },
      ],
      problems: [
        { line: 5, text: '14399841 Mistyped SRL', problem: 'check-digit' },
        { line: 6, text: 'Just words', problem: 'no-number' },
        { line: 10, text: '123456789012 Too long SRL', problem: 'length' },
      ],
      repeated: [
        { line: 7, number: PETROM, firstLine: 4 },
        { line: 8, number: DANTE, firstLine: 2 },
      ],
    });
  });

  test('loses no first line that is no heading, and skips none but the first', () => {
    expect(anaf('ALFA SRL').problems).toMatchObject([{ line: 1, problem: 'no-number' }]);
    expect(anaf(`${DANTE}\tA\nCUI\tNume`).problems).toMatchObject([{ line: 2, problem: 'no-number' }]);
    expect(skatteverket(`Företag;Orgnr\nVolvo;${VOLVO}`)).toMatchObject({ heading: 'Företag;Orgnr', problems: [] });
  });

  test('takes no row number, nor a part of a mistyped number, for a company', () => {
    // 19 is a CUI by its check digit.
    expect(readNumber('19', 'anaf')).toEqual({ number: '19', isPersonal: false });
    for (const row of ['19\t14399841\tALFA SRL', '19 547 291 ALFA SRL', '19,547,291', '19\t2\tALFA SRL']) {
      expect(anaf(row)).toMatchObject({ companies: [], problems: [{ line: 1 }] });
    }
    expect(pairs(anaf(`19\t${DANTE}\tALFA SRL`))).toEqual([[DANTE, 'ALFA SRL']]);
    expect(pairs(anaf('19\tALFA SRL'))).toEqual([['19', 'ALFA SRL']]);
  });

  test.each([
    `${DANTE}\tALFA SRL\tCluj`,
    `3\t${DANTE}\t ALFA SRL\t Cluj\t071234`,
    `${DANTE};ALFA SRL; Cluj`,
    `${DANTE},ALFA SRL,Cluj`,
    `ALFA SRL\t2000\tRO ${DANTE}`,
    `RO\t${DANTE}\tALFA SRL`,
  ])('takes the first column of text for the name, and no further one: %s', (row) => {
    expect(pairs(anaf(row))).toEqual([[DANTE, 'ALFA SRL']]);
  });

  test('keeps a name whole: quotes, separators in them, digits', () => {
    expect(pairs(anaf(`"ALFA, BETA ""și"" FIII SRL",${DANTE}`))).toEqual([[DANTE, 'ALFA, BETA "și" FIII SRL']]);
    expect(pairs(anaf(`ALFA, BETA SRL ${DANTE}`))).toEqual([[DANTE, 'ALFA, BETA SRL']]);
    expect(pairs(anaf(`${DANTE}, ALFA, BETA SRL`))).toEqual([[DANTE, 'ALFA, BETA SRL']]);
    expect(pairs(anaf(`ALFA 2000 ${DANTE}`))).toEqual([[DANTE, 'ALFA 2000']]);
    expect(pairs(anaf(`${DANTE} 3 BRAZI SRL`))).toEqual([[DANTE, '3 BRAZI SRL']]);
    expect(pairs(anaf(`365\t${DANTE}`))).toEqual([[DANTE, '365']]);
    expect(anaf(`${DANTE}\t${'A'.repeat(201)}`).problems).toMatchObject([{ problem: 'name-too-long' }]);
    expect(anaf('A'.repeat(501)).problems).toEqual([{ line: 1, problem: 'line-too-long', text: `${'A'.repeat(80)}…` }]);
  });

  test('joins a Swedish person with and without the century, and no two others', () => {
    const reading = skatteverket(`19${PERSONNUMMER} Anna\n${PERSONNUMMER}\n${VOLVO} Volvo\n${SPOTIFY} Spotify`);
    expect(reading.companies.map(({ isPersonal }) => isPersonal)).toEqual([true, false, false]);
    expect(reading.repeated).toEqual([{ line: 2, number: `19${PERSONNUMMER}`, firstLine: 1 }]);
  });

  test('stays quick with the longest and the most awkward text there may be', () => {
    const awkward = ['" "" ', '19 ', ', ', '- ', '1,', '\t"', 'RO ', '0 0-', '(1 ', 'CUI ', 'CUI 1', '(CUI 1 '];
    for (const piece of awkward) {
      const row = piece.repeat(Math.floor(499 / piece.length));
      const text = Array.from({ length: 400 }, () => row).join('\n');
      const before = performance.now();
      readCompanies(text, 'anaf');
      expect(performance.now() - before).toBeLessThan(3000);
    }
    const many = Array.from({ length: 66_000 }, () => '19').join('\n');
    expect(anaf(many).repeated).toHaveLength(65_999);
  });
});
