import { fieldOf, type Field, type Group } from './take-over-fields.ts';

/** Names that say nothing by themselves: what stands around them does, as in `{ "access": { "token": … } }`. */
const plainNames: ReadonlySet<string> = new Set(['token', 'value', 'jwt']);

/** What names a row such as Postman's `{ "key": "clientId", "value": … }`. */
const rowNames = ['key', 'name', 'id'] as const;

/**
 * The groups of fields in a JSON text at whatever depth, or in the JSON that stands within a text (an HTTP answer, say);
 * null where there is none.
 */
export function groupsInJson(text: string): Group[] | null {
  const root = parse(text) ?? parse(innerJson(text));
  if (root === null) return null;
  const groups: Group[] = [];
  // A stack of our own: the depth is the sender's to choose.
  const waiting: Array<{ readonly label: string; readonly value: object }> = [{ label: '', value: root }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { label, value } = next;
    const members = Object.entries(value as Record<string, unknown>);
    const group = Array.isArray(value)
      ? value.flatMap(rowField)
      : members.flatMap(([name, each]) => memberField(label, name, each));
    if (group.length > 0) groups.push(group);
    for (const [name, each] of members.reverse()) {
      // Members of a list go by the name of the list.
      if (isObject(each)) waiting.push({ label: Array.isArray(value) ? label : name, value: each });
    }
  }
  return groups;
}

function memberField(label: string, name: string, value: unknown): Field[] {
  if (typeof value !== 'string') return [];
  const field = plainNames.has(name.toLowerCase()) ? (fieldOf(`${label}_token`) ?? fieldOf(name)) : fieldOf(name);
  return field === null ? [] : [{ ...field, value }];
}

function rowField(row: unknown): Field[] {
  if (!isObject(row)) return [];
  const members: ReadonlyMap<string, unknown> = new Map(Object.entries(row));
  const name = rowNames.map((each) => members.get(each)).find((each) => typeof each === 'string');
  const value = members.get('value');
  const field = typeof name === 'string' ? fieldOf(name) : null;
  return field === null || typeof value !== 'string' ? [] : [{ ...field, value }];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function innerJson(text: string): string {
  const start = text.search(/[{[]/);
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  return start === -1 ? '' : text.slice(start, end + 1);
}

function parse(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
