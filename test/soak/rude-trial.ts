import { randomBytes } from 'node:crypto';
import { skatteverketOrg } from '../../electron/authorities/skatteverket.ts';
import { FailureError, type Failure } from '../../electron/contract/failure.ts';
import type { HttpsClient } from '../../electron/network/https-client.ts';
import { acceptCallback, type Attempt } from '../../electron/signin/attempt.ts';
import { walkDirectRoute } from '../../electron/signin/direct-route.ts';
import { RUDE_ARRIVAL, type RudeAuthority, type RudeKind } from './rude-authority.ts';

/** How a sign-in ended: with a code, or by name. */
export type RudeEnd = { readonly authorizationCode: string } | { readonly failure: Failure };

/** Walks the direct route at a rude authority, as a sign-in does, and judges the callback it brings. */
export async function signInDirectly(https: HttpsClient, rude: RudeAuthority, address: string): Promise<RudeEnd> {
  const state = randomBytes(32).toString('base64url');
  const start = new URL(address);
  start.searchParams.set('state', state);
  const attempt: Attempt = {
    id: 'rude',
    state,
    codeVerifier: null,
    route: 'direct',
    redirectUri: RUDE_ARRIVAL,
    arrivalUri: RUDE_ARRIVAL,
    scopes: [],
    startedAt: 0,
    deadline: 0,
  };
  const [real] = skatteverketOrg.environments;
  if (!real) throw new Error('the profile has no environment');
  const { login, signInOrigins, clientCertificate, caPem } = rude;
  const environment = {
    ...real,
    signInOrigins: [...signInOrigins],
    certificateOrigins: [login],
    trustedCa: caPem,
  };
  try {
    const input = { profile: skatteverketOrg, environment, clientCertificate, start, arrivalUri: RUDE_ARRIVAL };
    const callback = await walkDirectRoute(https, input, new AbortController().signal);
    return { authorizationCode: acceptCallback(skatteverketOrg, attempt, callback) };
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    if (JSON.stringify(error.failure).includes(state)) throw new Error('the failure shows the state', { cause: error });
    return { failure: error.failure };
  }
}

/** Tries one kind on the direct route; gives what was wrong, or null. */
export async function rudeTrial(https: HttpsClient, rude: RudeAuthority, kind: RudeKind): Promise<string | null> {
  const started = performance.now();
  try {
    const end = await signInDirectly(https, rude, kind.start(rude));
    const tookMs = Math.round(performance.now() - started);
    if (!('failure' in end)) return `${kind.name}: a code was accepted`;
    const { code } = end.failure;
    if (!kind.codes.includes(code)) return `${kind.name}: ended with ${code}, not ${kind.codes.join(' or ')}`;
    return tookMs > kind.withinMs ? `${kind.name}: took ${tookMs} ms` : null;
  } catch (error) {
    return `${kind.name}: ${error instanceof Error ? error.message : 'threw something'}`;
  }
}

/** What no kind may bring about, whatever it ends with; none is good. */
export function rudeHarm({ shownElsewhere, strayRequests }: RudeAuthority): string[] {
  return [
    ...shownElsewhere.map(() => 'the certificate was shown to a server that may not have it'),
    ...strayRequests.map((address) => `something was sent where nothing may be sent: ${address}`),
  ];
}
