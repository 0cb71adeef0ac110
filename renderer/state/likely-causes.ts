import type { en } from '../i18n/en/index.ts';
import type { FailureFacts } from './failure-facts.ts';

/** Why a cause is likely in this very case. */
export type Hint = keyof typeof en.explained.because;

const NEAR_MS = 30 * 86_400_000;

/** Facts that speak for a cause, the strongest first. `cause` is a name that the explanations give their causes. */
export const pointers: ReadonlyArray<{
  readonly cause: string;
  readonly hint: Hint;
  readonly speaks: (facts: FailureFacts) => boolean;
}> = [
  {
    cause: 'ended',
    hint: 'certificateEnded',
    speaks: ({ certificate, now }) => certificate !== null && certificate.notAfter <= now,
  },
  {
    cause: 'not-yet',
    hint: 'certificateNotYet',
    speaks: ({ certificate, now }) => certificate !== null && certificate.notBefore > now,
  },
  {
    cause: 'wrong-of-several',
    hint: 'newerCertificate',
    speaks: ({ certificate, sameHolder }) =>
      certificate !== null && sameHolder.some(({ notAfter }) => notAfter > certificate.notAfter),
  },
  {
    cause: 'renewed',
    hint: 'certificateIsNew',
    speaks: ({ certificate, sameHolder, hasWorked, hasWorkedWithCertificate, now }) =>
      certificate !== null &&
      now - certificate.notBefore < NEAR_MS &&
      !hasWorkedWithCertificate &&
      (hasWorked || sameHolder.length > 0),
  },
  {
    cause: 'renewed',
    hint: 'certificateEnding',
    speaks: ({ certificate, now }) => certificate !== null && certificate.notAfter - now < NEAR_MS,
  },
  { cause: 'swapped', hint: 'clientIdOfApigw', speaks: ({ clientIdIs }) => clientIdIs === 'apigw' },
  { cause: 'other-flow', hint: 'clientIdOfOtherFlow', speaks: ({ clientIdIs }) => clientIdIs === 'of-other-flow' },
  {
    cause: 'other-environment',
    hint: 'clientIdOfOtherEnvironment',
    speaks: ({ clientIdIs }) => clientIdIs === 'of-other-environment',
  },
  { cause: 'used-elsewhere', hint: 'otherCopy', speaks: ({ hasOtherCopy }) => hasOtherCopy },
  {
    cause: 'token-ended',
    hint: 'tokenEnded',
    speaks: ({ accessTokenEnd, now }) => accessTokenEnd !== null && accessTokenEnd <= now,
  },
  {
    cause: 'past-end',
    hint: 'tokenEnded',
    speaks: ({ refreshTokenEnd, now }) => refreshTokenEnd !== null && refreshTokenEnd <= now,
  },
  { cause: 'deleted', hint: 'workedBefore', speaks: ({ hasWorked }) => hasWorked },
];

/**
 * Causes there cannot be: a certificate or token has not ended whose end is still to come; an imported certificate is on
 * no USB token; and the app's window is no browser.
 */
function isRuledOut(
  cause: string,
  { now, certificate, accessTokenEnd, refreshTokenEnd, route, hasWorked }: FailureFacts,
): boolean {
  if (cause === 'ended') return certificate !== null && certificate.notAfter > now;
  if (cause === 'not-yet') return certificate !== null && certificate.notBefore <= now;
  // What never worked may be mistyped; that it was there and is gone nobody can know.
  if (cause === 'deleted') return !hasWorked;
  if (cause === 'token-ended') return accessTokenEnd !== null && accessTokenEnd > now;
  if (cause === 'past-end') return refreshTokenEnd !== null && refreshTokenEnd > now;
  const ofBrowser = ['never-asked', 'firefox', 'cookies'];
  if (route === null || route === 'browser') return false;
  return ofBrowser.includes(cause) || (route !== 'device-window' && ['no-token', 'hung-handshake'].includes(cause));
}

/**
 * The causes of an explanation in the order in which they are worth looking at: those that a fact speaks for first, then
 * as listed, without those that cannot be. Never empty where `causes` is not.
 * @param facts null where nothing is known
 */
export function likelyCauses(
  causes: readonly string[],
  facts: FailureFacts | null,
): ReadonlyArray<{ readonly cause: string; readonly hint: Hint | null }> {
  if (facts === null) return causes.map((cause) => ({ cause, hint: null }));
  const possible = causes.filter((cause) => !isRuledOut(cause, facts));
  const left = possible.length === 0 ? causes : possible;
  const pointed = new Map<string, Hint>();
  for (const { cause, hint, speaks } of pointers) {
    if (left.includes(cause) && !pointed.has(cause) && speaks(facts)) pointed.set(cause, hint);
  }
  return [
    ...[...pointed].map(([cause, hint]) => ({ cause, hint })),
    ...left.filter((cause) => !pointed.has(cause)).map((cause) => ({ cause, hint: null })),
  ];
}
