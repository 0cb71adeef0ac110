/** The three short texts every failure has: what happened, why, and what to do now. */
export type FailureTexts = { readonly what: string; readonly why: string; readonly now: string };

/** A catalogue part of such texts: its keys are known, its sentences free, as they take whatever values there are. */
export function failureTexts<Key extends string>(
  texts: Readonly<Record<Key, FailureTexts>>,
): Readonly<Record<Key, FailureTexts>> {
  return texts;
}
