/** A likely cause, and its cure as something to do. */
export type CauseTexts = { readonly is: string; readonly cure: string };

/**
 * The texts of an explanation: what happened, its causes, the most likely first, each with its own cure, and what to do
 * when that is done. Causes are named, so that what the program knows can put one of them first.
 */
export type ExplanationTexts = {
  readonly what: string;
  readonly causes: Readonly<Record<string, CauseTexts>>;
  readonly now: string;
};

/** A catalogue part of explanations: its keys are known, its sentences free. */
export function explanationTexts<Key extends string>(
  texts: Readonly<Record<Key, ExplanationTexts>>,
): Readonly<Record<Key, ExplanationTexts>> {
  return texts;
}
