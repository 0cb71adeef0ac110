import type { CookieJar } from 'tough-cookie';
import type { Environment, Profile } from '../authorities/schema.ts';
import { fail, FailureError } from '../contract/failure.ts';
import { header, type ClientCertificate, type HttpsAnswer, type HttpsClient } from '../network/https-client.ts';
import { deadlineWithin } from './answer-deadline.ts';
import { isArrival } from './callback.ts';
import { certificateWithheld } from './certificate-withheld.ts';
import { endedElsewhere } from './judge-answer.ts';
import { passingForm } from './page-form.ts';
import { pageText } from './page-text.ts';

/** Redirects and passed-on forms that are followed before an authority is taken to run in circles. */
const MAX_REDIRECTS = 20;
/** One answer must have come in full by then, ms; the attempt's own deadline covers them all. */
const ANSWER_DEADLINE_MS = 30_000;
/** The longest headers of an answer that are read, bytes (undici's own limit). */
const MAX_HEADER_BYTES = 16 * 1024;

export type DirectRouteInput = {
  readonly profile: Profile;
  readonly environment: Environment;
  readonly clientCertificate: ClientCertificate | null;
  readonly start: URL;
  readonly arrivalUri: string;
};

/** One request on the way; `form` is what a page had to be posted. */
type Step = {
  readonly url: URL;
  readonly form: { readonly body: string; readonly from: string } | null;
};

/**
 * The direct route: does what the seed's curl line does (S6). Follows redirects with a cookie jar, and forms that a page
 * posts by itself, and stops at the Location that is the arrival URI, to which nothing is sent. The client certificate is
 * shown to the profile's origins alone, whatever a redirect names; only https is followed, and a form's fields go to the
 * sign-in's origins alone.
 * @returns the callback's URL, unjudged
 * @throws FailureError `signin-too-many-redirects`, `signin-insecure-redirect`, `signin-redirect-nowhere`,
 * `signin-origin-refused`, `signin-certificate-withheld`, `signin-ended-elsewhere`, `authority-refused`, a network code,
 * or the signal's reason
 */
export async function walkDirectRoute(https: HttpsClient, input: DirectRouteInput, signal: AbortSignal): Promise<URL> {
  // Read when it is wanted: its list of domains would hold up every start.
  const { CookieJar } = await import('tough-cookie');
  const jar = new CookieJar(undefined, { rejectPublicSuffixes: false });
  let step: Step = { url: input.start, form: null };
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const answer = await send(https, input, step, jar, signal);
    const location = header(answer, 'location');
    const isRedirect = answer.status >= 300 && answer.status <= 399 && location !== null;
    const next = isRedirect ? redirected(step, answer.status, location) : await passedOn(input, step, answer);
    if (next.form === null && isArrival(next.url, input.arrivalUri)) return next.url;
    refuseAstray(input.environment, next);
    step = next;
  }
  return fail({ code: 'signin-too-many-redirects', count: MAX_REDIRECTS });
}

async function send(
  https: HttpsClient,
  { environment, clientCertificate }: DirectRouteInput,
  { url, form }: Step,
  jar: CookieJar,
  signal: AbortSignal,
): Promise<HttpsAnswer> {
  const shown = environment.certificateOrigins.includes(url.origin) ? clientCertificate : null;
  const cookies = await jar.getCookieString(url.href);
  const headers: Array<readonly [string, string]> = [['Accept', '*/*']];
  if (cookies !== '') headers.push(['Cookie', cookies]);
  if (form !== null) headers.push(['Content-Type', 'application/x-www-form-urlencoded'], ['Origin', form.from]);
  const deadline = deadlineWithin(signal, ANSWER_DEADLINE_MS);
  try {
    const answer = await https.send({
      method: form === null ? 'GET' : 'POST',
      url,
      headers,
      body: form?.body,
      clientCertificate: shown,
      // A stand-in's CA counts for its own hosts alone.
      trustedCa: environment.signInOrigins.includes(url.origin) ? environment.trustedCa : null,
      signal: deadline.signal,
    });
    for (const [name, value] of answer.headers) {
      if (name === 'set-cookie') await jar.setCookie(value, url.href, { ignoreError: true });
    }
    return answer;
  } catch (error) {
    throw error instanceof FailureError ? namedBetter(certificateWithheld(error, shown !== null)) : error;
  } finally {
    deadline.end();
  }
}

function namedBetter(error: FailureError): FailureError {
  const { failure } = error;
  if (failure.code !== 'authority-unreachable' || !failure.detail.includes('HEADERS_OVERFLOW')) return error;
  return new FailureError({ code: 'answer-too-large', host: failure.host, limitBytes: MAX_HEADER_BYTES }, error);
}

/** Where a redirect leads. A form goes with it only where the method may not change (RFC 9110, sections 15.4.8, 15.4.9). */
function redirected({ url, form }: Step, status: number, location: string): Step {
  if (!URL.canParse(location, url.href)) return fail({ code: 'signin-redirect-nowhere', host: url.host, status });
  return { url: new URL(location, url.href), form: status === 307 || status === 308 ? form : null };
}

/** Where a page leads by itself; fails with what the authority says in place of it. */
async function passedOn({ profile, start }: DirectRouteInput, { url }: Step, answer: HttpsAnswer): Promise<Step> {
  const text = await pageText(answer, url.host);
  const ended = endedElsewhere(profile, start, { url, status: answer.status, text });
  const isNamed = ended.code !== 'signin-ended-elsewhere' || ended.explanation !== null;
  const form = answer.status === 200 && !isNamed ? passingForm(text, url) : null;
  if (form === null) return fail(ended);
  return { url: form.action, form: { body: form.body, from: url.origin } };
}

function refuseAstray({ signInOrigins }: Environment, { url, form }: Step): void {
  // What of a refused address may be shown: never its query, which can hold a code.
  const location = `${url.protocol}//${url.host}`;
  if (url.protocol !== 'https:') fail({ code: 'signin-insecure-redirect', location });
  if (form !== null && !signInOrigins.includes(url.origin)) fail({ code: 'signin-origin-refused', origin: url.origin });
}
