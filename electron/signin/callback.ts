/** What is amiss: a parameter that comes twice or is far too long, both a code and an error, or neither. */
export type CallbackProblem = 'twice-or-too-long' | 'both' | 'neither';

/** What came home to the arrival URI. */
export type Callback =
  | { readonly kind: 'code'; readonly authorizationCode: string; readonly state: string | null }
  | {
      readonly kind: 'error';
      readonly error: string;
      readonly description: string;
      readonly state: string | null;
    }
  | { readonly kind: 'malformed'; readonly problem: CallbackProblem };

/** Longest values taken from a callback, characters: far beyond any authority's, short of harm. */
const LONGEST = 4096;

/**
 * Whether `url` is the arrival URI: same scheme, host, port and path, exactly; the query apart. A registered URI that
 * has a query of its own must be there with it (RFC 6749, section 3.1.2).
 */
export function isArrival(url: URL, arrivalUri: string): boolean {
  const expected = new URL(arrivalUri);
  return (
    url.protocol === expected.protocol &&
    url.host === expected.host &&
    url.pathname === expected.pathname &&
    url.username === '' &&
    url.password === '' &&
    [...expected.searchParams].every(([name, value]) => url.searchParams.get(name) === value)
  );
}

/**
 * Reads a callback that {@link isArrival} (RFC 6749, sections 4.1.2 and 4.1.2.1). A parameter that comes twice, or both
 * a code and an error, is malformed: somebody may be mixing answers.
 */
export function readCallback(url: URL): Callback {
  const single = (name: string): string | null | undefined => {
    const values = url.searchParams.getAll(name);
    if (values.length > 1 || (values[0]?.length ?? 0) > LONGEST) return undefined;
    return values[0] ?? null;
  };
  const code = single('code');
  const error = single('error');
  const state = single('state');
  const description = single('error_description');
  if (code === undefined || error === undefined || state === undefined || description === undefined) {
    return { kind: 'malformed', problem: 'twice-or-too-long' };
  }
  if (code !== null && error !== null) return { kind: 'malformed', problem: 'both' };
  if (error !== null && error !== '') return { kind: 'error', error, description: description ?? '', state };
  if (code !== null && code !== '') return { kind: 'code', authorizationCode: code, state };
  return { kind: 'malformed', problem: 'neither' };
}
