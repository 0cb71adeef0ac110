import { useEffect, useState } from 'react';
import type { ActivityRow } from '../../../electron/contract/activity-entry.ts';
import type { Bridge, Result } from '../../../electron/contract/client.ts';
import type { CallOutput } from '../../../electron/contract/contract.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { useDesk } from '../../state/context.ts';

const FIRST_ROWS = 100;
/** The most that one call gives. */
const MOST_ROWS = 200;
/** How long the window waits for more before it reads the log again, ms: many accounts are renewed at once. */
const GATHER_MS = 250;

type Log = {
  /** The newest first; null until the log was read. */
  readonly rows: readonly ActivityRow[] | null;
  readonly hasMore: boolean;
  readonly failure: Failure | null;
};

/**
 * The newest rows of the log, of one account or (null) of all. It is read again as it grows, `showMore` shows older
 * ones too.
 */
export function useActivity(accountId: string | null): Log & { readonly showMore: () => void } {
  const { bridge } = useDesk();
  const [log, setLog] = useState<Log>({ rows: null, hasMore: false, failure: null });
  const [wanted, setWanted] = useState(FIRST_ROWS);
  const [growth, setGrowth] = useState(0);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = bridge.onChanges((changes) => {
      if (!changes.some(({ kind }) => kind === 'activity' || kind === 'everything')) return;
      timer ??= setTimeout(() => {
        timer = null;
        setGrowth((count) => count + 1);
      }, GATHER_MS);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [bridge]);

  useEffect(() => {
    let isOver = false;
    void readLog(bridge, accountId, wanted).then((read) => {
      if (!isOver) setLog(read);
    });
    return () => void (isOver = true);
  }, [bridge, accountId, wanted, growth]);

  return { ...log, showMore: () => setWanted((count) => count + FIRST_ROWS) };
}

async function readLog(bridge: Bridge, accountId: string | null, wanted: number): Promise<Log> {
  const rows: ActivityRow[] = [];
  let before: number | null = null;
  do {
    const limit = Math.min(MOST_ROWS, wanted - rows.length);
    const answer: Result<CallOutput<'activity.list'>> = await bridge.call('activity.list', {
      accountId,
      before,
      limit,
    });
    if (!answer.ok) return { rows, hasMore: false, failure: answer.failure };
    rows.push(...answer.value.rows);
    before = answer.value.next;
  } while (before !== null && rows.length < wanted);
  return { rows, hasMore: before !== null, failure: null };
}
