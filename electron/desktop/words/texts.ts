import type { Language } from '../../contract/language.ts';
import type { en } from './en.ts';

/** The forms of a text that goes with a number, by CLDR’s names: "1 cont", "2 conturi", "20 de conturi". */
export type Forms = { readonly one: string; readonly few?: string; readonly other: string };

/** The keys of the English words: texts as texts, numbered ones with the forms of their language. */
type Texts<English, Form extends keyof Forms> = English extends string
  ? string
  : English extends Forms
    ? Readonly<Record<Form, string>>
    : { readonly [Key in keyof English]: Texts<English[Key], Form> };

type InLanguage<Form extends keyof Forms> = Omit<Texts<typeof en, Form>, 'language'> & { readonly language: Language };

/** The words of whichever language the user reads. */
export type Words = InLanguage<'one' | 'other'>;

export type Romanian = InLanguage<'one' | 'few' | 'other'>;
export type Swedish = InLanguage<'one' | 'other'>;
