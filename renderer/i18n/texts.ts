/** What i18next puts after a key for the forms of a number (CLDR's names). */
type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

type Texts<English, Form extends PluralForm> = English extends string
  ? string
  : {
      readonly [Key in keyof English as Key extends `${infer Base}_${PluralForm}` ? `${Base}_${Form}` : Key]: Texts<
        English[Key],
        Form
      >;
    };

/** A part of the Romanian catalogue: the keys of the English one, with a third form: "2 zile", "20 de zile". */
export type Romanian<English> = Texts<English, 'one' | 'few' | 'other'>;

/** A part of the Swedish catalogue. */
export type Swedish<English> = Texts<English, 'one' | 'other'>;
