/** The three short texts every failure has: what happened, why, and what to do now. */
export type FailureTexts = { readonly what: string; readonly why: string; readonly now: string };
