/** What a parameter of a URL's query is set to; empty where it is not there. */
export function queryValue(url: string, name: string): string {
  const part = splitUrl(url).parts.find((one) => nameOf(one) === name);
  return part === undefined ? '' : decoded(part.slice(part.indexOf('=') + 1 || part.length));
}

/** The URL with that parameter set, all else being left as it was typed; the URL need not be whole. */
export function withQueryValue(url: string, name: string, value: string): string {
  const { address, parts, fragment } = splitUrl(url);
  const set = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  const isThere = parts.some((one) => nameOf(one) === name);
  const changed = isThere ? parts.map((one) => (nameOf(one) === name ? set : one)) : [...parts, set];
  return `${address}?${changed.join('&')}${fragment}`;
}

/** Whether two URLs ask the same of a server but for the query. */
export function isSameAddress(url: string, other: string): boolean {
  return splitUrl(url).address === splitUrl(other).address;
}

function splitUrl(url: string): {
  readonly address: string;
  readonly parts: readonly string[];
  readonly fragment: string;
} {
  const hash = url.indexOf('#');
  const [before, fragment] = hash === -1 ? [url, ''] : [url.slice(0, hash), url.slice(hash)];
  const mark = before.indexOf('?');
  const query = mark === -1 ? '' : before.slice(mark + 1);
  return {
    address: mark === -1 ? before : before.slice(0, mark),
    parts: query === '' ? [] : query.split('&'),
    fragment,
  };
}

function nameOf(part: string): string {
  return decoded(part.split('=')[0] ?? '');
}

/** As it stands where it is encoded badly: somebody is typing in it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
