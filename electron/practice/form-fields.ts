/** A name and a value of a query or a form body, decoded. */
export type FormField = readonly [name: string, value: string];

/** The fields one endpoint takes; every field may come once at most and may not be empty. */
export interface FieldRules {
  readonly required: ReadonlyArray<string>;
  readonly allowed: ReadonlyArray<string>;
}

/** Either the values by name, or why the fields are refused. */
export type FieldsRead =
  { readonly ok: true; readonly values: ReadonlyMap<string, string> } | { readonly ok: false; readonly reason: string };

/** Every pair of an `application/x-www-form-urlencoded` text in order; what cannot be decoded stays as it is. */
export function parseForm(text: string): ReadonlyArray<FormField> {
  if (text === '') return [];
  return text.split('&').map((pair): FormField => {
    const at = pair.indexOf('=');
    return at < 0 ? [decode(pair), ''] : [decode(pair.slice(0, at)), decode(pair.slice(at + 1))];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** Reads fields strictly: unknown, repeated, empty and missing ones are refused, and so is what is not form-encoded. */
export function readFields(text: string, rules: FieldRules): FieldsRead {
  if (/%(?![0-9a-f]{2})/i.test(text)) return { ok: false, reason: 'not form-encoded' };
  const values = new Map<string, string>();
  for (const [name, value] of parseForm(text)) {
    if (!rules.required.includes(name) && !rules.allowed.includes(name)) {
      return { ok: false, reason: `unknown parameter: ${name}` };
    }
    if (values.has(name)) return { ok: false, reason: `repeated parameter: ${name}` };
    if (value === '') return { ok: false, reason: `empty parameter: ${name}` };
    values.set(name, value);
  }
  const missing = rules.required.find((name) => !values.has(name));
  return missing === undefined ? { ok: true, values } : { ok: false, reason: `missing parameter: ${missing}` };
}

/** An address with more in its query; the address itself stays as it is, character for character. */
export function withQuery(address: string, pairs: ReadonlyArray<FormField>): string {
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${address}${address.includes('?') ? '&' : '?'}${query}`;
}
