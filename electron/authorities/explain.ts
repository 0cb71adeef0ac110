import type { Stage } from '../contract/failure.ts';
import type { Profile } from './schema.ts';

export type AuthorityAnswer = { stage: Stage; status: number | null; error: string; text: string };

/**
 * The explanation the profile has for an answer of its authority, or null.
 * @param answer `text` is whatever the authority wrote: a description or the start of a page.
 */
export function explainAnswer(profile: Profile, answer: AuthorityAnswer): string | null {
  const text = answer.text.toLowerCase();
  const row = profile.errorRows.find(
    (candidate) =>
      (candidate.stage === undefined || candidate.stage === answer.stage) &&
      (candidate.status === undefined || candidate.status === answer.status) &&
      (candidate.error === undefined || candidate.error === answer.error) &&
      (candidate.includes === undefined || text.includes(candidate.includes.toLowerCase())),
  );
  return row?.explanation ?? null;
}
