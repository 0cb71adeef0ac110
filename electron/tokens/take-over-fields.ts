/** What a piece of a text is, by the name that stands before it. `token`: a token, whichever. */
export type FieldName = 'accessToken' | 'refreshToken' | 'token' | 'clientId' | 'clientSecret' | 'callbackUrl';

/** A value and what it is called; `owner` is what else the name says, as `anaf` in `ANAF_ACCESS_TOKEN`. */
export type Field = { readonly name: FieldName; readonly owner: string; readonly value: string };

/** Fields that stand together: in one object, one list of keys and values, or one text. */
export type Group = readonly Field[];

/** By how a name ends, once only its letters and digits are left; null is a name that must not be taken for another. */
const endings: ReadonlyArray<readonly [string, FieldName | null]> = [
  ['autorefreshtoken', null],
  ['refreshtoken', 'refreshToken'],
  ['tokenrefresh', 'refreshToken'],
  ['tokendereimprospatare', 'refreshToken'],
  ['tokenreimprospatare', 'refreshToken'],
  ['accesstoken', 'accessToken'],
  ['tokenaccess', 'accessToken'],
  ['tokendeacces', 'accessToken'],
  ['tokenacces', 'accessToken'],
  ['clientid', 'clientId'],
  ['clientsecret', 'clientSecret'],
  ['callbackurl', 'callbackUrl'],
  ['redirecturi', 'callbackUrl'],
  ['redirecturl', 'callbackUrl'],
  ['idtoken', null],
  ['authorization', 'token'],
  ['token', 'token'],
  ['jwt', 'token'],
  ['bearer', 'token'],
];

/** Longer than any name of a field, so that no time is spent on what is none. */
const LONGEST_NAME = 120;

/** What a name says its value is; null where it says nothing of use here. */
export function fieldOf(label: string): Pick<Field, 'name' | 'owner'> | null {
  if (label.length > LONGEST_NAME) return null;
  const letters = label
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  if (letters === 'access') return { name: 'accessToken', owner: '' };
  if (letters === 'refresh') return { name: 'refreshToken', owner: '' };
  const found = endings.find(([ending]) => letters.endsWith(ending));
  if (found === undefined || found[1] === null) return null;
  return { name: found[1], owner: letters.slice(0, -found[0].length) };
}
