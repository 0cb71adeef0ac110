import { randomUUID } from 'node:crypto';
import { fail } from '../contract/failure.ts';
import type { TransferHeader } from '../transfer/transfer-file.ts';
import type { TransferContents } from './transfer-contents.ts';

/** A chosen transfer file on its way in, and what opening it gave. */
type TransferDraft = {
  readonly bytes: Uint8Array;
  readonly header: TransferHeader;
  contents: TransferContents | null;
};

export type TransferDrafts = {
  /** Keeps the file for {@link DRAFT_LIFE_MS} and gives a handle. */
  add(bytes: Uint8Array, header: TransferHeader): string;
  /** Fails with `not-found` once it is gone. */
  get(transferId: string): TransferDraft;
  discard(transferId: string): void;
};

/** How long a chosen file waits to be taken in, ms. */
const DRAFT_LIFE_MS = 10 * 60_000;

/** The transfer file chosen last, in memory alone. */
export function createTransferDrafts(): TransferDrafts {
  let draft: (TransferDraft & { readonly id: string; readonly timer: NodeJS.Timeout }) | null = null;

  function discard(transferId: string): void {
    if (draft?.id !== transferId) return;
    clearTimeout(draft.timer);
    draft.contents = null;
    draft = null;
  }

  return {
    add(bytes, header) {
      if (draft !== null) discard(draft.id);
      const id = randomUUID();
      const timer = setTimeout(() => discard(id), DRAFT_LIFE_MS);
      timer.unref();
      draft = { id, bytes, header, contents: null, timer };
      return id;
    },
    get: (transferId) => (draft?.id === transferId ? draft : fail({ code: 'not-found', what: 'draft' })),
    discard,
  };
}
