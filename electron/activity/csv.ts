import type { ActivityEntry, ActivityRow } from '../contract/activity-entry.ts';

/** The columns, in their order. Codes, not sentences: what is exported is read by programs and in any language. */
const columns = [
  'number',
  'numberTo',
  'time',
  'epochMs',
  'who',
  'act',
  'profile',
  'accountId',
  'name',
  'result',
  'authorityError',
  'recipient',
  'means',
  'accounts',
  'isAccepted',
  'isAutomatic',
  'method',
  'host',
  'path',
  'status',
  'correlationId',
] as const;

type Column = (typeof columns)[number];
type Cells = Partial<Record<Column, string | number | boolean | null>>;

/** What a spreadsheet takes for a formula (OWASP, CSV injection), full-width signs among them. */
const formula = /^\s*[=+\-@＝＋－＠]/;

/**
 * What begins another line or cell in a spreadsheet: many countries' take a semicolon for the separator, whatever is
 * quoted, and what follows it would be a cell of its own.
 */
const breaks = /[\p{Cc}\p{Zl}\p{Zp};]/gu;

/** A cell after RFC 4180, on one line. A text that a spreadsheet would run begins with an apostrophe instead. */
function cell(value: string | number | boolean | null | undefined): string {
  const line = typeof value === 'string' ? value.replace(breaks, ' ') : String(value ?? '');
  const text = typeof value === 'string' && formula.test(line) ? `'${line}` : line;
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A time as ISO 8601 with its distance from UTC: `2026-11-22T09:33:26+02:00`.
 * @param offsetMinutes east of Greenwich; this computer's at that time unless told
 */
export function isoTime(epochMs: number, offsetMinutes = -new Date(epochMs).getTimezoneOffset()): string {
  const local = new Date(epochMs + offsetMinutes * 60_000).toISOString().slice(0, -'.000Z'.length);
  const size = Math.abs(offsetMinutes);
  const [hours, minutes] = [Math.floor(size / 60), size % 60].map((part) => String(part).padStart(2, '0'));
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${hours ?? ''}:${minutes ?? ''}`;
}

function entryCells(number: number, entry: ActivityEntry): Cells {
  const { at, ...fields } = entry;
  return { ...fields, number, time: isoTime(at), epochMs: at };
}

function cellsOf(row: ActivityRow): Cells {
  if (row.kind === 'entry') return entryCells(row.number, row.entry);
  return { number: row.from, numberTo: row.to, act: 'missing-or-unreadable' };
}

/** The rows as CSV after RFC 4180, in UTF-8 with a byte order mark, without which Excel misreads it. */
export function activityCsv(rows: readonly ActivityRow[]): Uint8Array {
  const lines = rows.map((row) => {
    const cells = cellsOf(row);
    return columns.map((column) => cell(cells[column])).join(',');
  });
  return Buffer.from(`\uFEFF${[columns.join(','), ...lines].join('\r\n')}\r\n`, 'utf8');
}
