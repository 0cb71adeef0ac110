import type { CertificateFacts } from '../certificates/describe.ts';

/** What may stand before the last four digits. */
const SET_OFF = '[-+ \\u00a0\\u2010-\\u2015\\u2212]?';

/** A number as the Swedes write a person's or an organisation's, and behind a prefix such as `PNOSE-`. */
const numbers = new RegExp(`(?<!\\d)(?:\\d{2})?\\d{6}${SET_OFF}\\d{4}(?!\\d)`, 'g');

/**
 * A personal number with or without the century, as `19800101-1234`; a coordination number has 60 added to the day. In an
 * organisation's the third and fourth digit are 20 or more, so that they are no month; its "century" is 16.
 */
const personalNumber = new RegExp(
  `(?<!\\d)(?:18|19|20)?(\\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\\d|[39][01]))${SET_OFF}(\\d{4})(?!\\d)`,
);

/** Who somebody is, as far as a certificate or a typed name says it; with neither number nor words it may be anybody. */
export type Person = {
  /** Ten digits of a personal number (`YYMMDDNNNN`); null where none is said. */
  readonly number: string | null;
  /** The words of the name, plain letters and digits; none where nobody is named. */
  readonly words: readonly string[];
};

/** The person a text names, such as a typed name or personal number. */
export function personNamed(text: string): Person {
  const words = text
    .replace(numbers, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return { number: numberIn(text), words: [...new Set(words)].sort() };
}

/** The person a certificate names; nobody where it is an organisation's. */
export function personOf({ personName, commonName, organisationNumber, ...facts }: CertificateFacts): Person {
  if (personName === null && (organisationNumber !== null || facts.organisation !== null)) return personNamed('');
  const { words } = personNamed(personName ?? commonName ?? '');
  return { number: numberIn(facts.subjectSerialNumber ?? ''), words };
}

/**
 * Whether two may be one person: unless two personal numbers differ, or two names of which neither has all words of the
 * other, in any order; an initial is taken for each word it begins. A nickname is beyond it.
 */
export function mayBeOne(one: Person, other: Person): boolean {
  if (one.number !== null && other.number !== null) return one.number === other.number;
  return hasWordsOf(one, other) || hasWordsOf(other, one);
}

function hasWordsOf({ words }: Person, other: Person): boolean {
  return other.words.every((word) => words.some((own) => isSameWord(own, word)));
}

function isSameWord(one: string, other: string): boolean {
  if (one.length === 1 || other.length === 1) return one.startsWith(other) || other.startsWith(one);
  return one === other;
}

function numberIn(text: string): string | null {
  return personalNumber.exec(text)?.slice(1).join('') ?? null;
}
