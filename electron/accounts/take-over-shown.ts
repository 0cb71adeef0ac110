import { blotter } from '../network/blot.ts';
import type { FoundTokens } from '../tokens/take-over.ts';

/** The longest text of somebody else's that is shown, UTF-16 units. */
const LONGEST_SHOWN = 300;
/** Two parts of a JWT are enough to read it by, whoever's it is. */
const likeToken = /eyJ[\w-]{8,}(?:\.[\w-]*)*/g;

/**
 * What the window may see of a text that stood in tokens or beside them: whoever wrote it may have put a token or a
 * secret into a name, by mistake or to have it shown.
 */
export function shownText(found: readonly FoundTokens[]): (text: string) => string {
  const secrets = found.flatMap(({ accessToken, refreshToken, clientSecret }) =>
    [accessToken, refreshToken, clientSecret].filter((secret) => secret !== null),
  );
  const blot = blotter([...new Set(secrets)]);
  return (text) => blot(text).replace(likeToken, '••••••').slice(0, LONGEST_SHOWN);
}
