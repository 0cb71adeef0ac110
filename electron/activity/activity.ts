import type { ActivityEntry, ActivityRow } from '../contract/activity-entry.ts';
import { diskErrorCodeOf, VaultError } from '../vault/errors.ts';
import type { Sealer } from '../vault/seal.ts';
import type { Turns } from '../vault/turns.ts';
import { openBlock, readBlock, readHead, writeBlock, writeHead } from './block.ts';
import type { LogFiles } from './log-files.ts';
import { entryOf, type Noting } from './noting.ts';

export type Page = {
  /** The newest first. */
  readonly rows: readonly ActivityRow[];
  /** What to ask for `before` next; null where this page ends the log. */
  readonly next: number | null;
};

/** The activity log: who did what when, and how it ended. Entries are only ever added. */
export type Activity = {
  /**
   * Notes an act; resolves once the entry would survive a power cut. Those noted while another is being written go to
   * the disk together.
   *
   * @throws VaultError `disk-full`, `no-permission` or `disk-error`: whether the entry is there is not known; if it is
   * not, a gap will tell of it. What was done stays done: whoever notes must not fail for it.
   */
  note(noting: Noting): Promise<void>;
  /** The rows before the entry numbered `before` (null: from the end), of one account or of all. */
  list(query: {
    readonly accountId: string | null;
    readonly before: number | null;
    readonly limit: number;
  }): Promise<Page>;
};

/** Where the log stands. */
type State = {
  /** The number of the last entry that was given one, whether or not it reached the disk. */
  last: number;
  /** The month whose file is being added to. */
  month: string;
};

type Waiting = {
  readonly entry: ActivityEntry;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
};

/**
 * The log in a folder of its own: a file a month, in UTC, with a sealed block an entry (block.ts). Entries are numbered
 * through all months, and month and number are sealed with each: one that was cut out, moved or changed leaves a gap
 * in the numbers, which is told of. `activity-head` holds the last number, so that cutting the end is noticed too; if
 * it is taken away, one number is left out for good. Whoever takes the whole folder, or puts an older one in its
 * place, takes the log: against that nothing in the same place helps.
 *
 * Adding costs the same however many entries and accounts there are. The folder is read at the first use.
 *
 * @param now wall clock, epoch ms. A clock that was set back adds to the newest month there is.
 */
export function openActivity(options: {
  readonly files: LogFiles;
  readonly sealer: Sealer;
  /** The same for every log over these files: when the vault is opened again, the one before may still be writing. */
  readonly turns: Turns;
  readonly now: () => number;
}): Activity {
  const { files, sealer, turns, now } = options;
  const waiting: Waiting[] = [];
  let state: State | null = null;
  /** The last number on the disk where the head does not say it yet. */
  let owed: number | null = null;

  /** Finds out where the log stands; only within a turn, so that it is done once. */
  async function begin(): Promise<State> {
    const months = await files.months();
    const head = readHead(sealer, await files.readHead());
    const found = await lastReadable(months);
    const last = Math.max(head ?? 0, found ?? 0) + (head === null && months.length > 0 ? 1 : 0);
    if (head !== last) await files.writeHead(writeHead(sealer, last));
    return { last, month: months.at(-1) ?? '' };
  }

  async function lastReadable(months: readonly string[]): Promise<number | null> {
    for (const month of months.toReversed()) {
      for await (const text of files.linesFromEnd(month)) {
        const block = readBlock(text);
        if (block !== null && openBlock(sealer, month, block) !== null) return block.number;
      }
    }
    return null;
  }

  /** The number of the last entry, when no write is under way. */
  const lastNumber = (): Promise<number> => turns('write', async () => (state ??= await begin()).last);

  /** The entries are safe; a head that stays behind only notices less. */
  async function payHead(): Promise<void> {
    if (owed === null) return;
    try {
      await files.writeHead(writeHead(sealer, owed));
      owed = null;
    } catch {
      // The next one says this too.
    }
  }

  /** Writes all that wait. A number is never given twice: one whose writing failed may be on the disk all the same. */
  async function writeWaiting(): Promise<void> {
    const batch = waiting.splice(0);
    if (batch.length === 0) return;
    try {
      const log = (state ??= await begin());
      const monthNow = new Date(now()).toISOString().slice(0, 7);
      const month = monthNow > log.month ? monthNow : log.month;
      const first = log.last + 1;
      log.last += batch.length;
      const blocks = batch.map(({ entry }, index) => writeBlock(sealer, month, first + index, entry));
      await files.append(month, blocks.join(''));
      log.month = month;
      owed = log.last;
      // Where more wait, their head will do.
      if (waiting.length === 0) await payHead();
    } catch (error) {
      await payHead();
      const told = error instanceof VaultError ? error : new VaultError(diskErrorCodeOf(error), 'activity', error);
      for (const { reject } of batch) reject(told);
      return;
    }
    for (const { resolve } of batch) resolve();
  }

  /** All rows from `from` downwards. What stands out of order is left out, which leaves its number missing. */
  async function* rowsFrom(from: number): AsyncGenerator<ActivityRow> {
    let next = from;
    for (const month of (await files.months()).toReversed()) {
      for await (const text of files.linesFromEnd(month)) {
        const block = readBlock(text);
        if (block === null || block.number > next) continue;
        const entry = openBlock(sealer, month, block);
        if (entry === null) continue;
        if (block.number < next) yield { kind: 'gap', from: block.number + 1, to: next };
        yield { kind: 'entry', number: block.number, entry };
        next = block.number - 1;
        if (next === 0) return;
      }
    }
    if (next > 0) yield { kind: 'gap', from: 1, to: next };
  }

  return {
    async note(noting) {
      const entry = entryOf(noting, now());
      await new Promise<void>((resolve, reject) => {
        waiting.push({ entry, resolve, reject });
        void turns('write', writeWaiting);
      });
    },
    async list({ accountId, before, limit }) {
      const last = await lastNumber();
      const rows: ActivityRow[] = [];
      for await (const row of rowsFrom(before === null ? last : Math.min(last, before - 1))) {
        if (row.kind === 'entry' && accountId !== null && row.entry.accountId !== accountId) continue;
        if (rows.length === limit) return { rows, next: lowest(rows) };
        rows.push(row);
      }
      return { rows, next: null };
    },
  };
}

/** The lowest number that the rows tell of. */
function lowest(rows: readonly ActivityRow[]): number | null {
  const row = rows.at(-1);
  return row === undefined ? null : row.kind === 'entry' ? row.number : row.from;
}
