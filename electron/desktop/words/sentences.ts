import type { Forms, Words } from './texts.ts';

type Values = Readonly<Record<string, string>>;

/** A text with its values; none of them can bring in another. */
export function filled(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** A text for a number of things, in the form that number takes: "3 accounts". `{count}` is the number. */
export function counted({ locale }: Pick<Words, 'locale'>, forms: Forms, count: number, values: Values = {}): string {
  const form = forms[new Intl.PluralRules(locale).select(count) as keyof Forms] ?? forms.other;
  return filled(form, { ...values, count: new Intl.NumberFormat(locale).format(count) });
}

/** The day of an ISO date such as `2030-01-31`, as the language writes it. */
export function dayOf({ locale }: Pick<Words, 'locale'>, isoDay: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(isoDay));
}
