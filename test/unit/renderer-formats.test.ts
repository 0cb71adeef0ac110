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
});

describe('distances and spans', () => {
  it.each([
    [59 * SECOND, 'in 59 seconds'],
    [42 * MINUTE, 'in 42 minutes'],
    [47 * HOUR, 'in 47 hours'],
    [56 * DAY, 'in 56 days'],
    [-3 * DAY, '3 days ago'],
  ])('%d ms is %s', (distance, words) => {
    expect(bucharest.relative(10 * DAY + distance, 10 * DAY)).toBe(words);
  });

  it('never shows a span below nothing', () => {
    expect(bucharest.span(-5 * MINUTE)).toBe(bucharest.span(0));
  });

  it('gives a span in its two largest units', () => {
    expect(bucharest.span(41 * MINUTE + 12 * SECOND)).toMatch(/^41\D+12\D+$/);
    expect(bucharest.span(79 * DAY + 23 * HOUR + 59 * MINUTE)).toMatch(/^79\D+23\D+$/);
  });

  it('writes bytes out', () => {
    expect(createFormats('en-GB', 'UTC').bytes(33)).toBe('33 bytes');
  });
});
