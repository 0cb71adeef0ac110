/** Where two texts part: what both begin with, and how each goes on. */
export type FirstDifference = { readonly same: string; readonly sent: string; readonly registered: string };

/** The first difference of two texts, to the character; null where there is none. */
export function firstDifference(sent: string, registered: string): FirstDifference | null {
  if (sent === registered) return null;
  const [left, right] = [Array.from(sent), Array.from(registered)];
  const found = left.findIndex((character, index) => character !== right[index]);
  const at = found === -1 ? left.length : found;
  return {
    same: left.slice(0, at).join(''),
    sent: left.slice(at).join(''),
    registered: right.slice(at).join(''),
  };
}
