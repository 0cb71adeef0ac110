import { randomUUID } from 'node:crypto';
import { fail } from '../contract/failure.ts';

/** The one token that was pasted to be read, while its page is open. It lives in memory alone. */
export type PastedToken = {
  /** Keeps the token for {@link PASTED_LIFE_MS}, in place of the one before, and gives a handle. */
  keep(token: string): string;
  /** Fails with `not-found` once it is gone. */
  get(draftId: string): string;
  discard(draftId: string): void;
  discardAll(): void;
};

/** How long a pasted token waits to be verified, ms. */
export const PASTED_LIFE_MS = 10 * 60_000;

export function createPastedToken(): PastedToken {
  let pasted: { readonly id: string; readonly token: string; readonly timer: NodeJS.Timeout } | null = null;

  function discardAll(): void {
    clearTimeout(pasted?.timer);
    pasted = null;
  }

  return {
    keep(token) {
      discardAll();
      const timer = setTimeout(discardAll, PASTED_LIFE_MS);
      timer.unref();
      pasted = { id: randomUUID(), token, timer };
      return pasted.id;
    },
    get: (draftId) => (pasted?.id === draftId ? pasted.token : fail({ code: 'not-found', what: 'draft' })),
    discard(draftId) {
      if (pasted?.id === draftId) discardAll();
    },
    discardAll,
  };
}
