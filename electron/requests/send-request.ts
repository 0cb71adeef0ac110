import { randomUUID } from 'node:crypto';
import { explainApiAnswer } from '../authorities/explain.ts';
import type { Environment, Profile } from '../authorities/schema.ts';
import { fail } from '../contract/failure.ts';
import type { ApiAnswer } from '../contract/contract.ts';
import { blotter, MARK } from '../network/blot.ts';
import { bodyText, sentHeaderNames, type HttpsClient, type HttpsRequest } from '../network/https-client.ts';

/**
 * How much of an answer is searched for secrets and shown, bytes: searching takes time, and all of the program waits.
 * What is beyond is cut off, and with it the last {@link TAIL_CHARACTERS} of what is searched: half a secret may stand
 * there, which nothing would know.
 */
const MOST_BYTES = 2 * 1024 * 1024;
/** Longer than any secret here, however it is escaped. */
const TAIL_CHARACTERS = 128 * 1024;

export type ApiRequestInput = {
  readonly profile: Profile;
  readonly environment: Environment;
  readonly accessToken: string;
  /** The API gateway's key pair (S16). */
  readonly apigwClientId: string;
  readonly apigwClientSecret: string;
  /** What must not come back from main either, should an answer hold it. */
  readonly otherSecrets: readonly string[];
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly contentType: string;
};

/**
 * Tries an API with the account's token. Sends exactly the documented headers and what HTTP itself needs: an
 * undocumented one gets the caller blocked (S15). The token goes in a header, never in the URL. Secrets that the answer
 * echoes are blotted out before anything leaves this function, and cookies it sets: they are a session of their own.
 * Fails with `request-origin-refused` for any other host.
 */
export async function sendApiRequest(
  https: HttpsClient,
  input: ApiRequestInput,
  signal: AbortSignal,
): Promise<ApiAnswer> {
  const { profile, environment } = input;
  const url = URL.canParse(input.url) ? new URL(input.url) : null;
  if (url?.protocol !== 'https:' || url.origin !== environment.api || url.username !== '' || url.password !== '') {
    return fail({ code: 'request-origin-refused', origin: url?.origin ?? '' });
  }
  url.hash = '';
  const correlationId = randomUUID();
  const hasBody = input.method !== 'GET' && input.body !== '';
  const generated = {
    'apigw-client-id': input.apigwClientId,
    'apigw-client-secret': input.apigwClientSecret,
    'correlation-id': correlationId,
  };
  const headers: Array<readonly [string, string]> = [
    ['Authorization', `Bearer ${input.accessToken}`],
    ...profile.apiHeaders.map(
      ({ name, value }) =>
        [value === 'correlation-id' ? correlationIdHeader(profile, url, name) : name, generated[value]] as const,
    ),
    ...(hasBody ? [['Content-Type', input.contentType] as const] : []),
  ];
  const request: HttpsRequest = {
    method: input.method,
    url,
    headers,
    body: hasBody ? input.body : undefined,
    clientCertificate: null,
    trustedCa: environment.trustedCa,
    signal,
  };
  const answer = await https.send(request);
  const blot = blotter([input.accessToken, input.apigwClientSecret, ...input.otherSecrets]);
  const isCut = answer.body.length > MOST_BYTES;
  const text = bodyText(isCut ? { ...answer, body: answer.body.subarray(0, MOST_BYTES) } : answer);
  const blotted = blot(text);
  return {
    status: answer.status,
    headers: answer.headers.map(([name, value]) => [blot(name), /^set-cookie2?$/i.test(name) ? MARK : blot(value)]),
    body: isCut ? blotted.slice(0, -TAIL_CHARACTERS) : blotted,
    bodyBytes: answer.body.length,
    elapsedMs: answer.elapsedMs,
    correlationId: profile.apiHeaders.some(({ value }) => value === 'correlation-id') ? correlationId : null,
    explanation: explainApiAnswer(profile, { status: answer.status, headers: answer.headers, text }),
    sentHeaderNames: sentHeaderNames(request),
  };
}

/** What the API at that address calls the correlation id: its parameter exists in several versions (S2). */
function correlationIdHeader({ presets }: Profile, { pathname }: URL, usual: string): string {
  const preset = presets.find(({ path }) => new URL(path, 'https://api.invalid').pathname === pathname);
  return preset?.correlationIdHeader ?? usual;
}
