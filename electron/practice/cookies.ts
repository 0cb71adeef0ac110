import { headerValues } from './https-server.ts';
import type { PracticeRequest } from './https-server.ts';

/** The cookies a request carries, by name; of two with one name the last. */
export function cookiesOf(request: PracticeRequest): ReadonlyMap<string, string> {
  const pairs = headerValues(request.rawHeaders, 'cookie').flatMap((value) => value.split(';'));
  return new Map(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const;
    }),
  );
}
