import { randomUUID } from 'node:crypto';
import { fail } from '../contract/failure.ts';
import type { TransferHeader } from '../transfer/transfer-file.ts';
import type { TransferContents } from './transfer-contents.ts';

/** A chosen transfer file on its way in, and what opening it gave. */
export type TransferDraft = {
  readonly bytes: Uint8Array;
  readonly header: TransferHeader;
  contents: TransferContents | null;
};

/** A place that was chosen for a file, and what stood there in that moment, which the dialog asked about. */
export type TransferTarget = { readonly path: string; readonly stood: string | null };

/** One thing that was chosen in a dialog and not used yet, in memory alone. */
type Kept<T> = {
  /** Keeps it for {@link DRAFT_LIFE_MS} in place of the last, and gives a handle. */
  keep(value: T): string;
  /** Fails with `not-found` once it is gone. */
  get(id: string): T;
  discard(id: string): void;
  discardAll(): void;
};

export type TransferDrafts = {
  readonly files: Kept<TransferDraft>;
  readonly targets: Kept<TransferTarget>;
  /** Folders for backups. */
  readonly folders: Kept<string>;
  discard(id: string): void;
  discardAll(): void;
};

/** How long what was chosen waits to be used, ms. */
const DRAFT_LIFE_MS = 10 * 60_000;

export function createTransferDrafts(): TransferDrafts {
  const files = createKept<TransferDraft>((draft) => (draft.contents = null));
  const targets = createKept<TransferTarget>();
  const folders = createKept<string>();
  const all = [files, targets, folders];
  return {
    files,
    targets,
    folders,
    discard: (id) => all.forEach((kept) => kept.discard(id)),
    discardAll: () => all.forEach((kept) => kept.discardAll()),
  };
}

function createKept<T>(forget: (value: T) => void = () => undefined): Kept<T> {
  let kept: { readonly id: string; readonly value: T; readonly timer: NodeJS.Timeout } | null = null;

  function discardAll(): void {
    if (kept === null) return;
    clearTimeout(kept.timer);
    forget(kept.value);
    kept = null;
  }

  function discard(id: string): void {
    if (kept?.id === id) discardAll();
  }

  return {
    keep(value) {
      discardAll();
      const id = randomUUID();
      const timer = setTimeout(() => discard(id), DRAFT_LIFE_MS);
      timer.unref();
      kept = { id, value, timer };
      return id;
    },
    get: (id) => (kept?.id === id ? kept.value : fail({ code: 'not-found', what: 'draft' })),
    discard,
    discardAll,
  };
}
