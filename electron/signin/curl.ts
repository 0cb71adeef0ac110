/**
 * The authority's own curl line for this sign-in (S6), for somebody who wants to try it outside the app. What is secret
 * stands as a placeholder: the path and PIN code of the P12 are for the reader to fill in.
 */
export function signInAsCurl(authorize: string, query: ReadonlyArray<readonly [string, string]>): string {
  const parameters = query.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `curl -c "cookies.txt" -L --request GET --cert <PATH-TO-P12>:<PIN-CODE> --cert-type P12 "${authorize}?${parameters}" -v`;
}
