const LONGEST = 40;

/** A name for one line of words: cut at 40 characters as people count them, which is said by an ellipsis. */
export function shortName(name: string): string {
  const characters = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment);
  if (characters.length <= LONGEST) return name;
  return `${characters
    .slice(0, LONGEST - 1)
    .join('')
    .trimEnd()}…`;
}
