/** Letters that are drawn as nothing, though Unicode counts them among letters and signs. */
const UNSEEN = '\\u034f\\u115f\\u1160\\u2800\\u3164\\uffa0';
const blanks = new RegExp(`[\\p{C}\\p{Z}${UNSEEN}]+`, 'gu');

/**
 * A name from outside, of a holder, a program or a file, as it may stand between quotation marks in a text of ours: one
 * line without other directions of writing, runs of blanks, invisible parts, or quotation marks that would end its own.
 */
export function plainName(name: string): string {
  return name
    .replace(blanks, ' ')
    .replace(/["“”„«»]/gu, '’')
    .trim();
}
