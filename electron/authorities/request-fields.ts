import type { RequestField } from './schema.ts';

/** What the fields of one request may take their values from. */
export type FieldValues = Partial<Record<Extract<RequestField, string>, string>>;

/**
 * The fields of a request in the profile's order, nothing else.
 * @throws Error if a listed field has no value: the caller forgot it, and an authority must never see half a request.
 */
export function fillFields(fields: readonly RequestField[], values: FieldValues): Array<readonly [string, string]> {
  return fields.map((field) => {
    if (typeof field === 'object') return [field.name, field.value] as const;
    const value = values[field];
    if (value === undefined) throw new Error(`no value for the field ${field}`);
    return [field, value] as const;
  });
}

/** As a query: percent-encoded, a blank as %20, because not every gateway reads "+" as a blank there. */
export function queryString(fields: ReadonlyArray<readonly [string, string]>): string {
  return fields.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}

/** As an `application/x-www-form-urlencoded` body. */
export function formBody(fields: ReadonlyArray<readonly [string, string]>): string {
  return new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString();
}
