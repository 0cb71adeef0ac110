import { describe, expect, it } from 'vitest';
import { maskPersonalNumbers } from '../../electron/contract/personal-numbers.ts';

// Written anew here, from the definitions and not from the code under test.
function cnpOf(body: string): string {
  const sum = Array.from('279146358279').reduce(
    (total, weight, index) => total + Number(weight) * Number(body[index]),
    0,
  );
  return body + String(sum % 11 === 10 ? 1 : sum % 11);
}
function luhnDigit(nine: string): string {
  const digits = Array.from(nine).flatMap((digit, index) => Array.from(String(Number(digit) * (2 - (index % 2)))));
  return String((10 - (digits.reduce((total, digit) => total + Number(digit), 0) % 10)) % 10);
}
const withLuhn = (nine: string): string => nine + luhnDigit(nine);
const two = (value: number): string => String(value).padStart(2, '0');

/** Numbers that repeat from run to run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
function randomCnp(next: (below: number) => number): string {
  const body = `${1 + next(9)}${two(next(100))}${two(1 + next(12))}${two(1 + next(28))}${two(1 + next(52))}`;
  return cnpOf(body + String(next(1000)).padStart(3, '0'));
}
function randomTen(next: (below: number) => number): string {
  const day = 1 + next(28) + (next(5) === 0 ? 60 : 0);
  return withLuhn(`${two(next(100))}${two(1 + next(12))}${two(day)}${String(next(1000)).padStart(3, '0')}`);
}

const surroundings: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => `SERIALNUMBER=${number}, CN=POPESCU ANA`,
  (number) => `PNORO-${number}`,
  (number) => `serialNumber=PNOSE-${number}+O=Bolag`,
  (number) => `/momsdeklaration/v1/utkast/${number}/202611`,
  (number) => `CNP: ${number}. CUI RO14399840`,
  (number) => `a${number}b`,
];

describe('personal numbers', () => {
  it('masks known ones, all but two digits at each end', () => {
    expect(maskPersonalNumbers(cnpOf('185010112345'))).toMatch(/^18•{9}\d\d$/);
    expect(maskPersonalNumbers('850709-9805')).toBe('85••••-••05');
    expect(maskPersonalNumbers('19850709-9805')).toBe('19••••••-••05');
    expect(maskPersonalNumbers('198507099805')).toBe('19••••••••05');
    expect(maskPersonalNumbers('8507099805')).toBe('85••••••05');
    expect(maskPersonalNumbers(`${withLuhn('180101123').slice(0, 6)}+${withLuhn('180101123').slice(6)}`)).toMatch(
      /^18•{4}\+/,
    );
    // Skatteverket's own example of a samordningsnummer.
    expect(maskPersonalNumbers('701063-2391')).toBe('70••••-••91');
    expect(maskPersonalNumbers('850709–9805')).toBe('85••••–••05');
  });

  it('masks any CNP wherever it stands', () => {
    const next = numbers(1);
    for (let round = 0; round < 3000; round += 1) {
      const cnp = randomCnp(next);
      const around = surroundings[round % surroundings.length] ?? String;
      const masked = maskPersonalNumbers(around(cnp));
      expect(masked, cnp).toBe(around(`${cnp.slice(0, 2)}•••••••••${cnp.slice(-2)}`));
    }
  });

  it('masks any personnummer and samordningsnummer, in every way of writing', () => {
    const next = numbers(2);
    for (let round = 0; round < 3000; round += 1) {
      const ten = randomTen(next);
      const century = Number(ten.slice(2, 4)) === 2 ? '20' : ['18', '19', '20'][next(3)];
      const whole = `${century ?? ''}${ten}`;
      const around = surroundings[round % surroundings.length] ?? String;
      for (const written of [
        ten,
        whole,
        `${ten.slice(0, 6)}-${ten.slice(6)}`,
        `${whole.slice(0, 8)}-${whole.slice(8)}`,
      ]) {
        const masked = maskPersonalNumbers(around(written));
        expect(masked, written).not.toContain(written);
        expect(masked).not.toContain(written.slice(2, -2));
      }
    }
  });

  it('leaves organisation numbers, with and without 16 before them', () => {
    const next = numbers(3);
    for (let round = 0; round < 2000; round += 1) {
      const group = String(next(10_000_000)).padStart(7, '0').slice(1);
      const orgnr = withLuhn(`${1 + next(9)}${next(10)}${2 + next(8)}${group}`);
      for (const written of [orgnr, `16${orgnr}`, `${orgnr.slice(0, 6)}-${orgnr.slice(6)}`]) {
        expect(maskPersonalNumbers(`Bolag ${written} AB`)).toBe(`Bolag ${written} AB`);
      }
    }
    expect(maskPersonalNumbers('202100-5489 556677-8899')).toBe('202100-5489 556677-8899');
  });

  it('leaves what has a wrong check digit', () => {
    const next = numbers(4);
    for (let round = 0; round < 2000; round += 1) {
      for (const good of [randomCnp(next), randomTen(next), `19${randomTen(next)}`]) {
        const last = Number(good.slice(-1));
        const bad = good.slice(0, -1) + String((last + 1 + next(9)) % 10);
        expect(maskPersonalNumbers(bad), good).toBe(bad);
      }
    }
  });

  it('leaves dates that never were', () => {
    for (const body of ['185023012345', '185133212345', '185000112345', '501022912345'])
      expect(maskPersonalNumbers(cnpOf(body))).toBe(cnpOf(body));
    for (const nine of ['851332123', '850230123', '850700123'])
      expect(maskPersonalNumbers(withLuhn(nine))).toBe(withLuhn(nine));
    // 29 February was in 2000 and in 1904, not in 1900.
    expect(maskPersonalNumbers(cnpOf('500022912345'))).not.toBe(cnpOf('500022912345'));
    expect(maskPersonalNumbers(cnpOf('100022912345'))).toBe(cnpOf('100022912345'));
  });

  it('leaves companies’ tax numbers, times and parts of longer numbers', () => {
    const cnp = cnpOf('185010112345');
    for (const text of [
      'CUI 14399840',
      'RO8507099805',
      'cif ro8507099805',
      '556012-5790 556012 5790 5560-12-57-90',
      '850709 9806 850709 - 9806 1985-07-09-9806',
      'rows 850709\n9805 and 850709   9805',
      String(Date.UTC(2026, 10, 22)),
      '2026-11-22T09:33:26+02:00',
      `1${cnp}`,
      `${cnp}0`,
      '•'.repeat(20),
    ])
      expect(maskPersonalNumbers(text)).toBe(text);
  });

  it.each([
    ['850709 9805', '85•••• ••05'],
    ['850709\u00a09805', '85••••\u00a0••05'],
    ['19850709 9805', '19•••••• ••05'],
    ['850709 - 9805', '85•••• - ••05'],
    ['850709 – 9805', '85•••• – ••05'],
    ['850709- 9805', '85••••- ••05'],
    ['1985-07-09-9805', '19••-••-••-••05'],
    ['nro8507099805', 'nro85••••••05'],
    ['EURO8507099805', 'EURO85••••••05'],
    ['1850101 123451', '18••••• ••••51'],
    ['1 850101 123451', '1 •••••• ••••51'],
    ['1\u00a0850101\u00a0123451', '1\u00a0••••••\u00a0••••51'],
    // Each after digits that would have made another candidate with its first ones.
    ['850709 1985-07-09-9805', '850709 19••-••-••-••05'],
    ['7 850709 850709 9805', '7 850709 85•••• ••05'],
    ['123456 850709-9805', '123456 85••••-••05'],
  ])('masks %s', (written, expected) => {
    expect(maskPersonalNumbers(written)).toBe(expected);
    expect(maskPersonalNumbers(`Namn: ${written}, x`)).toBe(`Namn: ${expected}, x`);
  });

  it('is done at once when done twice', () => {
    const next = numbers(5);
    for (let round = 0; round < 500; round += 1) {
      const once = maskPersonalNumbers(`${randomCnp(next)} ${randomTen(next)}`);
      expect(maskPersonalNumbers(once)).toBe(once);
    }
  });

  it('takes time in proportion to the text: in proportion to its square it would take an hour', () => {
    const texts = [
      ...['1'.repeat(2_000_000), '850709-'.repeat(300_000), '850709 '.repeat(200_000), '1 '.repeat(200_000)],
      ...['850709 - '.repeat(200_000), '1985-07-09-'.repeat(200_000), ' '.repeat(200_000), 'ro'.repeat(200_000)],
      `${cnpOf('185010112345')} `.repeat(100_000),
    ];
    for (const text of texts) {
      const start = performance.now();
      maskPersonalNumbers(text);
      expect(performance.now() - start).toBeLessThan(10_000);
    }
  });
});
