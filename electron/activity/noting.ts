import { ActivityEntry } from '../contract/activity-entry.ts';
import { FailureError, type FailureCode } from '../contract/failure.ts';
import { maskPersonalNumbers } from '../contract/personal-numbers.ts';

type OmitEach<T, Key extends string> = T extends unknown ? Omit<T, Key> : never;

/** An act that is to be noted, before it is known how it ended; texts as they are, see {@link entryOf}. */
export type Unended = OmitEach<ActivityEntry, 'at' | 'result' | 'authorityError'>;

/** How an act ended. */
export type Ending = {
  readonly result: 'ok' | FailureCode;
  /** The authority's own code, as it came; null where it gave none. */
  readonly authorityError: string | null;
};

/** An act as those who do it tell of it. */
export type Noting = Unended & Ending;

export const done: Ending = { result: 'ok', authorityError: null };

/** How an act ended that threw `error`. Of an error that is no failure of ours nothing is told, not even its message. */
export function endingOf(error: unknown): Ending {
  if (!(error instanceof FailureError)) return { result: 'unexpected', authorityError: null };
  const { failure } = error;
  return { result: failure.code, authorityError: failure.code === 'authority-refused' ? failure.error : null };
}

const LONGEST = 200;

/** As long as the shortest token or key there is. Words that long, of small letters alone, are only words. */
const asLongAsASecret = /[\w.~+=%-]{40,}/g;

/** A text as the log may hold it. Masked before it is cut, so that no part of a number is left. */
function tidied(text: string): string {
  const masked = maskPersonalNumbers(text)
    .replace(asLongAsASecret, (run) => (/[0-9A-Z]/.test(run) ? '…' : run))
    .trim();
  return masked.length <= LONGEST ? masked : `${masked.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The form of an error code; what has another is free text, and left out. */
const errorCode = /^(?:[a-z_]{1,40}|[0-9]{1,4})$/;

/**
 * The entry of an act at `at` (epoch ms): personal numbers masked, what is as long as a secret left out, texts cut at
 * 200 characters. Throws only where a caller gave what no entry can hold.
 */
export function entryOf(noting: Noting, at: number): ActivityEntry {
  const { authorityError } = noting;
  const isCode = authorityError !== null && errorCode.test(authorityError);
  const texts = Object.entries<unknown>(noting).map(([key, value]) => [
    key,
    typeof value === 'string' && isText(key) ? tidied(value) : value,
  ]);
  return ActivityEntry.parse({ ...Object.fromEntries(texts), at, authorityError: isCode ? authorityError : null });
}

function isText(key: string): boolean {
  return key === 'name' || key === 'recipient' || key === 'host' || key === 'path';
}
