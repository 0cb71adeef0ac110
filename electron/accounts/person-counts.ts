import { mayBeOne, type Person } from './person.ts';

/** A named person, and what is counted of hers. */
type Entry = { readonly person: Person; readonly count: number };

/**
 * What the persons have who {@link mayBeOne} with a given one: the same as asking of each, for named persons only, but in
 * time that grows with those who share a word, not with all. `entries` are different persons.
 */
export function sumsBySamePerson(entries: readonly Entry[]): (person: Person) => number {
  const numbered = entries.filter(({ person }) => person.number !== null);
  const unnumbered = entries.filter(({ person }) => person.number === null);
  const byNumber = grouped(numbered, ({ person }) => [person.number ?? '']);
  const numberedLike = alikeInWords(numbered);
  const unnumberedLike = alikeInWords(unnumbered);
  const ofUnnumbered = total(unnumbered);
  const ofNumbersAlone = total(numbered.filter(({ person }) => person.words.length === 0));
  return (person) => {
    if (person.number === null) return ofNumbersAlone + total(unnumberedLike(person)) + total(numberedLike(person));
    const named = person.words.length === 0 ? ofUnnumbered : total(unnumberedLike(person));
    return named + total(byNumber.get(person.number) ?? []);
  };
}

/**
 * Finds those who may be one with a person by their words: one of the two has all words of the other, so also the rarest.
 * An initial is taken for each word it begins, so it is the rarest only where there is no other word.
 */
function alikeInWords(entries: readonly Entry[]): (person: Person) => readonly Entry[] {
  const byWord = grouped(entries, ({ person }) => person.words);
  const rarity = (word: string): number => (isInitial(word) ? Infinity : (byWord.get(word)?.length ?? 0));
  const rarest = ({ words }: Person): string[] =>
    words.length === 0 ? [] : [words.reduce((best, word) => (rarity(word) < rarity(best) ? word : best))];
  const byLetter = grouped(entries, ({ person }) => lettersOf(person.words));
  const byRarest = grouped(entries, ({ person }) => rarest(person));
  const byRarestLetter = grouped(entries, ({ person }) => lettersOf(rarest(person)));

  return (person) => {
    const hasAllOfMine = rarest(person).flatMap((word) => alike(word, byWord, byLetter));
    const hasNoneButMine = person.words.flatMap((word) => alike(word, byRarest, byRarestLetter));
    return [...new Set([...hasAllOfMine, ...hasNoneButMine])].filter((other) => mayBeOne(person, other.person));
  };
}

type Groups = ReadonlyMap<string, readonly Entry[]>;

/** Those whose words in these groups are the word, its initial, or begin with it if it is one. */
function alike(word: string, byWord: Groups, byLetter: Groups): readonly Entry[] {
  if (isInitial(word)) return byLetter.get(word) ?? [];
  return [...(byWord.get(word) ?? []), ...(byWord.get(word.charAt(0)) ?? [])];
}

function isInitial(word: string): boolean {
  return word.length === 1;
}

function lettersOf(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => word.charAt(0)))];
}

function grouped(entries: readonly Entry[], keysOf: (entry: Entry) => readonly string[]): Groups {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}

function total(entries: readonly Entry[]): number {
  return entries.reduce((sum, { count }) => sum + count, 0);
}
