import type { Handlers } from '../contract/contract.ts';
import { fail } from '../contract/failure.ts';
import type { Traces } from './traces.ts';

/** Asks where and saves there, for the owner alone; false when the dialog was closed. */
export type SaveText = (suggestedName: string, bytes: Uint8Array) => Promise<boolean>;

/** Looking at the record of a sign-in, and taking it out of the program. */
export function supportCalls(deps: {
  readonly traces: Traces;
  readonly writeClipboard: (text: string) => void;
  readonly saveText: SaveText;
  /** Epoch ms. */
  readonly now: () => number;
}): Pick<Handlers, 'support.record' | 'support.copy' | 'support.save'> {
  const { traces, writeClipboard, saveText, now } = deps;
  const textOf = (recordId: string): string =>
    traces.find(recordId)?.text ?? fail({ code: 'not-found', what: 'attempt' });

  return {
    'support.record'({ applicationId, accountId }) {
      const last = traces.last(applicationId, accountId);
      return { record: last && { recordId: last.id, text: last.text } };
    },
    'support.copy'({ recordId }) {
      writeClipboard(textOf(recordId));
      return {};
    },
    async 'support.save'({ recordId }) {
      const day = new Date(now()).toISOString().slice(0, 'yyyy-mm-dd'.length);
      const bytes = Buffer.from(textOf(recordId), 'utf8');
      return { isSaved: await saveText(`taxpass-sign-in-record-${day}.txt`, bytes) };
    },
  };
}
