import type { HelpTopic } from './topics.ts';

/** A step of a guide: what to do, and what one has then; empty where that is plain. */
type Step = { readonly do: string; readonly gives: string };

/** A paragraph, or something with a form of its own. `code` is a line to be typed, `address` a page to be opened. */
export type Block =
  | string
  | { readonly steps: readonly Step[] }
  | { readonly list: readonly string[] }
  | { readonly terms: ReadonlyArray<{ readonly term: string; readonly is: string }> }
  | { readonly code: string }
  | { readonly address: string }
  | { readonly part: 'shortcuts' | 'practice' };

/** A topic of Help. A part without a heading opens it. */
export type Article = {
  readonly title: string;
  readonly parts: ReadonlyArray<{ readonly heading: string; readonly blocks: readonly Block[] }>;
};

export type Articles = Readonly<Record<HelpTopic, Article>>;

/** The same articles in another language: as many parts, steps and items, with other words. */
export type InOtherWords<English> = English extends string
  ? string
  : { readonly [Key in keyof English]: Key extends 'part' ? English[Key] : InOtherWords<English[Key]> };

/** A piece of a sentence: words, what the window calls something (a key of its catalogue), or something to be typed. */
export type Piece =
  | { readonly kind: 'words' | 'code'; readonly text: string }
  | { readonly kind: 'button'; readonly key: string; readonly authority: string | null };

/**
 * The pieces of a sentence of Help. `{{button:takeOver.open}}` is what the window calls it, so that the two never
 * differ; `{{button:accounts.revoke.open ANAF}}` fills in the authority's name; `` `…` `` is to be typed.
 */
export function piecesOf(sentence: string): readonly Piece[] {
  return sentence
    .split(/(\{\{button:[^}]+\}\}|`[^`]+`)/)
    .filter((text) => text !== '')
    .map((text) => {
      const [, key, authority] = /^\{\{button:([\w.-]+)(?: (\w+))?\}\}$/.exec(text) ?? [];
      if (key !== undefined) return { kind: 'button', key, authority: authority ?? null };
      return text.startsWith('`') ? { kind: 'code', text: text.slice(1, -1) } : { kind: 'words', text };
    });
}
