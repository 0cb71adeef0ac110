import { randomUUID } from 'node:crypto';
import { fail } from '../contract/failure.ts';
import { MAX_FILE_BYTES } from '../contract/limits.ts';
import type { OpenedP12 } from './p12.ts';

/** A chosen file on its way in: the bytes as they came, and what opening them gave. */
type DraftContent = { readonly bytes: Uint8Array; opened: OpenedP12 | null };

export type Drafts = {
  /** Keeps the bytes for {@link DRAFT_LIFE_MS} and gives a handle; fails with `p12-too-large`. */
  add(bytes: Uint8Array): string;
  /** Fails with `not-found` once the draft is gone. */
  get(draftId: string): DraftContent;
  discard(draftId: string): void;
  discardAll(): void;
};

/** How long a chosen file waits to be imported, ms. */
const DRAFT_LIFE_MS = 5 * 60_000;

/** Files chosen but not yet imported. They live in memory alone and are zeroed when they go. */
export function createDrafts(): Drafts {
  const drafts = new Map<string, DraftContent & { readonly timer: NodeJS.Timeout }>();

  function discard(draftId: string): void {
    const draft = drafts.get(draftId);
    if (!draft) return;
    clearTimeout(draft.timer);
    draft.bytes.fill(0);
    drafts.delete(draftId);
  }

  return {
    add(bytes) {
      if (bytes.length > MAX_FILE_BYTES) fail({ code: 'p12-too-large', limitBytes: MAX_FILE_BYTES });
      // One at a time: whoever chooses another file is done with the last.
      [...drafts.keys()].forEach(discard);
      const draftId = randomUUID();
      const timer = setTimeout(() => discard(draftId), DRAFT_LIFE_MS);
      timer.unref();
      // A copy: what crossed the bridge may be a view of something larger.
      drafts.set(draftId, { bytes: Uint8Array.from(bytes), opened: null, timer });
      return draftId;
    },
    get: (draftId) => drafts.get(draftId) ?? fail({ code: 'not-found', what: 'draft' }),
    discard,
    discardAll: () => [...drafts.keys()].forEach(discard),
  };
}
