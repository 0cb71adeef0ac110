import { describe, expect, it } from 'vitest';
import { createFormats } from '../../renderer/i18n/formats.ts';

const bucharest = createFormats('en-GB', 'Europe/Bucharest');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('exact times', () => {
  it('gives the times of ANAF’s page as it shows them (R14)', () => {
    expect(bucharest.exact(1_697_733_635_000)).toBe('19 Oct 2023 19:40:35 +03:00');
    expect(bucharest.exact(1_705_509_635_000)).toBe('17 Jan 2024 18:40:35 +02:00');
  });

  it('writes midnight as 00 and no offset as +00:00', () => {
    expect(createFormats('en-GB', 'UTC').exact(0)).toBe('1 Jan 1970 00:00:00 +00:00');
  });

  it('keeps an offset west of Greenwich and one of half an hour', () => {
    expect(createFormats('en-GB', 'America/New_York').exact(1_705_509_635_000)).toMatch(/11:40:35 -05:00$/);
    expect(createFormats('en-GB', 'Asia/Kolkata').exact(1_705_509_635_000)).toMatch(/22:10:35 \+05:30$/);
  });
});

describe('the hour, with the day where it is another', () => {
  const evening = Date.UTC(2024, 0, 17, 21, 30);

  it('asks for the day in the time zone of the formats, not in UTC', () => {
    const afterMidnightThere = Date.UTC(2024, 0, 17, 22, 10);
    expect(bucharest.clock(evening, evening)).toBe('23:30');
    expect(bucharest.clock(afterMidnightThere, evening)).toBe('18 January 2024 at 00:10');
    expect(createFormats('en-GB', 'UTC').clock(afterMidnightThere, evening)).toBe('22:10');
  });

  it('gives of an end the hour on its last day, before that the day', () => {
    expect(bucharest.end(evening + 5 * MINUTE, evening)).toBe('23:35');
    expect(bucharest.end(evening + DAY - MINUTE, evening)).toBe('18 January 2024 at 23:29');
    expect(bucharest.end(evening + DAY, evening)).toBe('18 Jan 2024');
  });
});

describe('a day that is near', () => {
  const evening = Date.UTC(2024, 0, 17, 18, 30);

  it('is today or tomorrow with its hour, in each language; further off, the day alone', () => {
    const [soon, tomorrow, far] = [evening + HOUR, evening + DAY - MINUTE, evening + DAY];
    const says = (locale: string) =>
      [soon, tomorrow, far].map((time) => createFormats(locale, 'Europe/Bucharest').day(time, evening));
    expect(says('en-GB')).toEqual(['today at 21:30', 'tomorrow at 20:29', '18 January 2024']);
    expect(says('ro')).toEqual(['azi la 21:30', 'mâine la 20:29', '18 ianuarie 2024']);
    expect(says('sv')).toEqual(['i dag kl. 21:30', 'i morgon kl. 20:29', '18 januari 2024']);
    expect(bucharest.day(evening - HOUR, evening)).toBe('17 January 2024');
  });

  it('is counted in days of the calendar: over a day of 23 hours, 24 hours reach the day after tomorrow', () => {
    const beforeSummerTime = Date.UTC(2026, 2, 28, 22, 30);
    const says = (locale: string, time: number, from: number) =>
      createFormats(locale, 'Europe/Stockholm').day(time, from);
    const monday = Date.UTC(2026, 2, 29, 22, 24);
    expect(says('sv', monday, beforeSummerTime)).toBe('i övermorgon kl. 00:24');
    expect(says('ro', monday, beforeSummerTime)).toBe('poimâine la 00:24');
    expect(says('en-GB', monday, beforeSummerTime)).toBe('in 2 days at 00:24');
    expect(says('en-GB', monday - 30 * MINUTE, beforeSummerTime)).toBe('tomorrow at 23:54');
    const longDay = Date.UTC(2026, 9, 24, 22, 5);
    expect(says('en-GB', longDay + 23.9 * HOUR, longDay)).toBe('today at 22:59');
    expect(says('en-GB', Date.UTC(2027, 0, 1, 9), Date.UTC(2026, 11, 31, 20))).toBe('tomorrow at 10:00');
  });
});

describe('days, hours and numbers', () => {
  // 31 January 2026, 23:30 in Bucharest, 22:30 in Stockholm.
  const evening = Date.UTC(2026, 0, 31, 21, 30);
  const summer = Date.UTC(2026, 6, 1, 12, 0, 5);
  const cases = {
    ro: { formats: createFormats('ro-RO', 'Europe/Bucharest'), day: '31 ianuarie 2026', shortDay: '31 ian. 2026' },
    sv: { formats: createFormats('sv-SE', 'Europe/Stockholm'), day: '31 januari 2026', shortDay: '31 jan. 2026' },
  };

  it.each([cases.ro, cases.sv])('gives the day, long and in short: $day', ({ formats, day, shortDay }) => {
    expect(formats.date(evening)).toBe(day);
    expect(formats.shortDate(evening)).toBe(shortDay);
  });

  it('gives all of an instant', () => {
    expect(cases.ro.formats.exact(evening)).toBe('31 ian. 2026 23:30:00 +02:00');
    expect(cases.ro.formats.exact(summer)).toBe('1 iul. 2026 15:00:05 +03:00');
    expect(cases.sv.formats.exact(evening)).toBe('31 jan. 2026 22:30:00 +01:00');
    expect(cases.sv.formats.exact(summer)).toBe('1 juli 2026 14:00:05 +02:00');
  });

  it('gives of an end the hour, the day with its hour, or the day', () => {
    const ends = ({ formats }: (typeof cases)['ro']): readonly string[] =>
      [5 * MINUTE, DAY - MINUTE, DAY].map((left) => formats.end(evening + left, evening));
    expect(ends(cases.ro)).toEqual(['23:35', '1 februarie 2026 la 23:29', '1 feb. 2026']);
    expect(ends(cases.sv)).toEqual(['22:35', '1 februari 2026 kl. 22:29', '1 feb. 2026']);
  });

  it('sets the separators of whole numbers', () => {
    expect([0, 999, 1000, 1234567].map((value) => cases.ro.formats.number(value))).toEqual([
      '0',
      '999',
      '1.000',
      '1.234.567',
    ]);
    expect([0, 999, 1000, 1234567].map((value) => cases.sv.formats.number(value))).toEqual([
      '0',
      '999',
      '1\u00a0000',
      '1\u00a0234\u00a0567',
    ]);
  });
});

describe('distances and spans', () => {
  it.each([
    [500, 'now'],
    [1 * SECOND, 'in 1 second'],
    [MINUTE - 1, 'in 59 seconds'],
    [MINUTE, 'in 1 minute'],
    [HOUR - 1, 'in 59 minutes'],
    [HOUR, 'in 1 hour'],
    [65 * MINUTE - 1, 'in 1 hour 4 minutes'],
    [65 * MINUTE, 'in 1 hour 5 minutes'],
    [DAY - 1, 'in 23 hours 59 minutes'],
    [DAY, 'in 1 day'],
    [47 * HOUR, 'in 1 day 23 hours'],
    [7 * DAY - 1, 'in 6 days 23 hours'],
    [7 * DAY, 'in 7 days'],
    [7.5 * DAY - 1, 'in 7 days'],
    [7.5 * DAY, 'in 8 days'],
    [90 * DAY - MINUTE, 'in 90 days'],
    [89.5 * DAY - 1, 'in 89 days'],
    [365 * DAY - SECOND, 'in 365 days'],
    [0, 'now'],
    [-999, 'now'],
    [-59 * SECOND, '59 seconds ago'],
    [-65 * MINUTE, '1 hour ago'],
    [-47 * HOUR, '47 hours ago'],
    [-3 * DAY - 23 * HOUR, '3 days ago'],
  ])('%d ms is %s', (distance, words) => {
    expect(bucharest.relative(1000 * DAY + distance, 1000 * DAY)).toBe(words);
  });

  it('never says that less than a week is more than it is', () => {
    const lengths = { second: SECOND, minute: MINUTE, hour: HOUR, day: DAY };
    for (let distance = SECOND; distance < 7 * DAY; distance += 3599 * SECOND + 1) {
      const words = bucharest.relative(distance, 0);
      const said = [...words.matchAll(/(\d+) (second|minute|hour|day)s?/g)].reduce(
        (sum, [, number, unit]) => sum + Number(number) * lengths[unit as keyof typeof lengths],
        0,
      );
      expect(said, words).toBeLessThanOrEqual(distance);
      expect(distance - said, words).toBeLessThan(distance < DAY ? MINUTE : HOUR);
    }
  });

  it.each([
    ['ro', 20 * HOUR + 21 * MINUTE, 'în 20 de ore, 21 de minute'],
    ['ro', 20 * DAY, 'în 20 de zile'],
    ['ro', 42 * MINUTE, 'în 42 de minute'],
    ['ro', -20 * DAY, 'acum 20 de zile'],
    ['sv', 6 * DAY + HOUR, 'om 6 dagar 1 timme'],
    ['sv', -6 * DAY, 'för 6 dagar sedan'],
  ])('takes its words and plurals from the language: %s %d', (locale, distance, words) => {
    expect(createFormats(locale, 'UTC').relative(1000 * DAY + distance, 1000 * DAY)).toBe(words);
  });

  it('never shows a span below nothing', () => {
    expect(bucharest.span(-5 * MINUTE)).toBe(bucharest.span(0));
  });

  it('gives a span in its two largest units', () => {
    expect(bucharest.span(41 * MINUTE + 12 * SECOND)).toMatch(/^41\D+12\D+$/);
    expect(bucharest.span(79 * DAY + 23 * HOUR + 59 * MINUTE)).toMatch(/^79\D+23\D+$/);
  });

  it('keeps the “de” of Romanian numbers in a span', () => {
    const ro = createFormats('ro-RO', 'UTC');
    expect(ro.span(89 * DAY + 23 * HOUR)).toBe('89 de zile, 23 de ore');
    expect(ro.span(MINUTE + 2 * SECOND)).toBe('1 minut, 2 secunde');
  });

  it('writes bytes out', () => {
    expect(createFormats('en-GB', 'UTC').bytes(33)).toBe('33 bytes');
  });
});
