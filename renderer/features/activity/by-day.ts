import type { ActivityRow } from '../../../electron/contract/activity-entry.ts';

/** Rows of one day, in the order they came; `day` is null before the first entry. */
export type Day = { readonly day: string | null; readonly rows: readonly ActivityRow[] };

/** Groups rows by the day of their entries. A gap, which has no time, stays with what stands before it. */
export function byDay(rows: readonly ActivityRow[], dayOf: (time: number) => string): readonly Day[] {
  const days: { day: string | null; rows: ActivityRow[] }[] = [];
  for (const row of rows) {
    const current = days.at(-1);
    const day = row.kind === 'entry' ? dayOf(row.entry.at) : (current?.day ?? null);
    if (current?.day === day) current.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}
