import { randomUUID } from 'node:crypto';
import { fail } from '../contract/failure.ts';
import type { FoundTokens } from '../tokens/take-over.ts';

export type TakeOverDrafts = {
  /** Keeps what was found for {@link DRAFT_LIFE_MS} and gives a handle. */
  add(found: readonly FoundTokens[]): string;
  /** Fails with `not-found` once the draft is gone, or has no candidate of that number. */
  get(draftId: string, candidate: number): FoundTokens;
  /** All of a draft; empty once it is gone. */
  all(draftId: string): readonly FoundTokens[];
  discard(draftId: string): void;
  discardAll(): void;
};

/** How long tokens that were read wait to be taken over, ms. */
const DRAFT_LIFE_MS = 10 * 60_000;

/** Tokens read but not yet taken over. They live in memory alone. */
export function createTakeOverDrafts(): TakeOverDrafts {
  const drafts = new Map<string, { readonly found: readonly FoundTokens[]; readonly timer: NodeJS.Timeout }>();

  function discard(draftId: string): void {
    clearTimeout(drafts.get(draftId)?.timer);
    drafts.delete(draftId);
  }

  return {
    add(found) {
      // One at a time: whoever reads another text is done with the last.
      [...drafts.keys()].forEach(discard);
      const draftId = randomUUID();
      const timer = setTimeout(() => discard(draftId), DRAFT_LIFE_MS);
      timer.unref();
      drafts.set(draftId, { found, timer });
      return draftId;
    },
    get: (draftId, candidate) => drafts.get(draftId)?.found[candidate] ?? fail({ code: 'not-found', what: 'draft' }),
    all: (draftId) => drafts.get(draftId)?.found ?? [],
    discard,
    discardAll: () => [...drafts.keys()].forEach(discard),
  };
}
