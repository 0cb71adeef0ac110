import { authorizeUrl, type Attempt } from '../signin/attempt.ts';
import { walkDirectRoute } from '../signin/direct-route.ts';
import { answerJudge, type JudgeAnswer } from '../signin/judge-answer.ts';
import type { Trace } from '../signin/trace.ts';
import type { ClientCertificate, HttpsClient } from '../network/https-client.ts';
import type { RunningAttempt } from './attempts.ts';
import type { DeviceAsks, DeviceCallback, OpenDeviceWindow } from './device-route.ts';
import { walkBrowserRoute, type BrowserRouteDeps } from './browser-route.ts';
import type { Place } from './place.ts';

/** Where a sign-in window starts, what it may do, and how it ends. */
export type SignInPages = {
  /** The attempt's first address, at one of `origins`. */
  readonly start: URL;
  /** Where the callback must arrive; nothing is ever sent there. */
  readonly arrivalUri: string;
  /** The https origins the sign-in may lead to: authorize, token and the profile's login hosts. */
  readonly origins: readonly string[];
  /** Those that get the client certificate when they ask for it. */
  readonly certificateOrigins: readonly string[];
  /** PEM of the only CA that counts for the authority; null for the usual roots. */
  readonly trustedCa: string | null;
  /** Schemes of other programs that a page may start after a click, with their colon. */
  readonly externalSchemes: readonly string[];
  /** Hears of every page of the authority; what it makes of one, if anything, is what the window then ends with. */
  readonly judgeAnswer: JudgeAnswer;
  /** The record of the sign-in. */
  readonly trace: Trace;
  /** Cancels or ends by its deadline; its reason is what the window then ends with. */
  readonly signal: AbortSignal;
};

/** {@link SignInPages}, and the imported certificate they may ask for. */
export type SignInWindowInput = SignInPages & { readonly clientCertificate: ClientCertificate | null };

/** Opens the app's own sign-in window; resolves with the callback's URL, unjudged. */
export type OpenSignInWindow = (input: SignInWindowInput) => Promise<URL>;

export type RouteDeps = BrowserRouteDeps & {
  readonly https: HttpsClient;
  readonly openSignInWindow: OpenSignInWindow;
  readonly openDeviceWindow: OpenDeviceWindow;
};

/**
 * Sends the person, or the program, to the authority by the attempt's route and brings the callback's URL home, with the
 * certificate of a device where one was shown.
 */
export async function fetchCallback(
  deps: RouteDeps,
  input: {
    readonly place: Place;
    readonly attempt: Attempt;
    readonly clientId: string;
    readonly clientCertificate: ClientCertificate | null;
    /** Its page is open in the browser already. */
    readonly resumed: boolean;
    readonly running: RunningAttempt;
    readonly ask: DeviceAsks;
    readonly trace: Trace;
  },
  signal: AbortSignal,
): Promise<DeviceCallback> {
  const { place, attempt, clientId, clientCertificate, resumed, running, ask, trace } = input;
  const { profile, environment } = place;
  const { signInOrigins: origins, certificateOrigins, trustedCa } = environment;
  const { arrivalUri } = attempt;
  const start = authorizeUrl(profile, environment, clientId, attempt);
  const judgeAnswer = answerJudge(profile, start);
  const { externalSchemes } = profile;
  const pages = {
    start,
    arrivalUri,
    origins,
    certificateOrigins,
    trustedCa,
    externalSchemes,
    judgeAnswer,
    trace,
    signal,
  };
  switch (attempt.route) {
    case 'direct':
      return alone(walkDirectRoute(deps.https, { profile, environment, clientCertificate, start, arrivalUri }, signal));
    case 'window':
      return alone(deps.openSignInWindow({ ...pages, clientCertificate }));
    case 'device-window':
      return deps.openDeviceWindow({ ...pages, ask });
    case 'browser':
      return alone(walkBrowserRoute(deps, { attempt, start, resumed, running }, signal));
    case 'client-credentials':
      throw new Error('this route brings no callback here');
  }
}

async function alone(callback: Promise<URL>): Promise<DeviceCallback> {
  return { callback: await callback, certPem: null };
}
