import type { Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import type { Activity } from './activity.ts';
import { activityCsv, isoTime } from './csv.ts';
import type { Notes } from './notes.ts';

/** Asks where and saves there, for the owner alone; false when the dialog was closed. */
export type SaveFile = (suggestedName: string, bytes: Uint8Array) => Promise<boolean>;

export function activityCalls(deps: {
  readonly notes: Notes;
  readonly saveFile: SaveFile;
  readonly now: () => number;
}): Pick<Handlers, 'activity.list' | 'activity.export'> {
  const { notes, saveFile, now } = deps;
  const activity = (): Activity => notes.activity() ?? fail({ code: 'vault-not-ready', state: 'closed' });

  return {
    async 'activity.list'(query) {
      const { rows, next } = await activity().list(query);
      return { rows: [...rows], next };
    },
    async 'activity.export'() {
      const { rows } = await activity().list({ accountId: null, before: null, limit: Number.POSITIVE_INFINITY });
      const name = `taxpass-activity-${isoTime(now()).slice(0, 'yyyy-mm-dd'.length)}.csv`;
      const isSaved = await saveFile(name, activityCsv(rows.toReversed()));
      if (isSaved) {
        const nobody = { profile: null, accountId: null, name: '', authorityError: null };
        await notes.note({ ...nobody, act: 'activity-export', who: 'person', result: 'ok' });
      }
      return { isSaved };
    },
  };
}
