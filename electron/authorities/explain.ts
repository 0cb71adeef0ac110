import type { Stage } from '../contract/failure.ts';
import { faultWords } from './fault-words.ts';
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
      candidate.resetAfterSeconds === undefined &&
      (candidate.stage === undefined || candidate.stage === answer.stage) &&
      (candidate.status === undefined || candidate.status === answer.status) &&
      (candidate.error === undefined || candidate.error === answer.error) &&
      (candidate.includes === undefined ||
        [candidate.includes].flat().some((part) => text.includes(part.toLowerCase()))),
  );
  return row?.explanation ?? null;
}

/** An API's answer, as it came. */
export type ApiAnswerParts = {
  readonly status: number;
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
  /** The body, or as much of it as is read. */
  readonly text: string;
};

/**
 * The explanation of an API's answer, or null. With status 200 only a page and what an answer says of its own failing
 * are looked at, never the data in it.
 */
export function explainApiAnswer(profile: Profile, { status, headers, text }: ApiAnswerParts): string | null {
  const words = faultWords(text);
  const isWhole = status >= 300 || /<html|<!doctype html/i.test(text.slice(0, 200));
  const head = headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  const all = isWhole ? `${head}\n${words ?? ''}\n${text}` : (words ?? '');
  return explainAnswer(profile, { stage: 'api', status, error: '', text: all });
}

/**
 * The explanation of a connection that was reset in place of an answer to an authorization code, or null.
 * @param sinceCodeMs since the code was given out, or came here, whichever is known
 */
export function explainReset(profile: Profile, sinceCodeMs: number): string | null {
  const row = profile.errorRows.find(
    ({ resetAfterSeconds }) => resetAfterSeconds !== undefined && sinceCodeMs >= resetAfterSeconds * 1000,
  );
  return row?.explanation ?? null;
}
