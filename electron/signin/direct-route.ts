import { CookieJar } from 'tough-cookie';
import type { Environment, Profile } from '../authorities/schema.ts';
import { fail } from '../contract/failure.ts';
import {
  bodyText,
  header,
  type ClientCertificate,
  type HttpsAnswer,
  type HttpsClient,
} from '../network/https-client.ts';
import { isArrival } from './callback.ts';
import { endedElsewhere } from './judge-answer.ts';

/** Redirects followed before an authority is taken to run in circles. */
const MAX_REDIRECTS = 20;

/**
 * The direct route: does what the seed's curl line does (S6). Follows redirects with a cookie jar and stops at the
 * Location that is the arrival URI, to which nothing is sent. The client certificate is shown to the profile's origins
 * alone, whatever a redirect names; only https is followed.
 * @returns the callback's URL, unjudged
 */
export async function walkDirectRoute(
  https: HttpsClient,
  input: {
    readonly profile: Profile;
    readonly environment: Environment;
    readonly clientCertificate: ClientCertificate | null;
    readonly start: URL;
    readonly arrivalUri: string;
  },
  signal: AbortSignal,
): Promise<URL> {
  const { profile, environment, arrivalUri } = input;
  const jar = new CookieJar(undefined, { rejectPublicSuffixes: false });
  let url = input.start;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const answer = await https.send({
      method: 'GET',
      url,
      headers: await requestHeaders(jar, url),
      clientCertificate: environment.certificateOrigins.includes(url.origin) ? input.clientCertificate : null,
      // A stand-in's CA counts for its own hosts alone.
      trustedCa: environment.signInOrigins.includes(url.origin) ? environment.trustedCa : null,
      signal,
    });
    await keepCookies(jar, url, answer);
    const location = header(answer, 'location');
    if (answer.status < 300 || answer.status > 399 || location === null) {
      return fail(endedElsewhere(profile, input.start, { url, status: answer.status, text: bodyText(answer) }));
    }
    const next = resolveLocation(location, url);
    if (next !== null && isArrival(next, arrivalUri)) return next;
    if (next?.protocol !== 'https:') return fail({ code: 'signin-insecure-redirect', location: schemeAndHost(next) });
    url = next;
  }
  return fail({ code: 'signin-too-many-redirects', count: MAX_REDIRECTS });
}

async function requestHeaders(jar: CookieJar, url: URL): Promise<Array<readonly [string, string]>> {
  const cookies = await jar.getCookieString(url.href);
  const accept = ['Accept', '*/*'] as const;
  return cookies === '' ? [accept] : [accept, ['Cookie', cookies]];
}

async function keepCookies(jar: CookieJar, url: URL, answer: HttpsAnswer): Promise<void> {
  for (const [name, value] of answer.headers) {
    if (name === 'set-cookie') await jar.setCookie(value, url.href, { ignoreError: true });
  }
}

function resolveLocation(location: string, base: URL): URL | null {
  return URL.canParse(location, base.href) ? new URL(location, base.href) : null;
}

/** What of a refused Location may be shown: never its query, which can hold a code. */
function schemeAndHost(url: URL | null): string {
  return url === null ? '' : `${url.protocol}//${url.host}`;
}
