import type { Failure } from '../../electron/contract/failure.ts';
import type { ProfileView } from '../../electron/contract/snapshot.ts';
import type { en } from '../i18n/en/index.ts';

export type Explanation = keyof typeof en.explanations;

type Authority = ProfileView['authority'];

/** Failures without words of the authority that still mean something of their own at one of them. */
const silent: ReadonlyArray<{
  readonly authority: Authority;
  readonly explanation: Explanation;
  readonly fits: (failure: Failure) => boolean;
}> = [
  { authority: 'anaf', explanation: 'anaf-not-finished', fits: ({ code }) => code === 'signin-timed-out' },
  { authority: 'anaf', explanation: 'anaf-access-denied', fits: refusesCertificate },
  { authority: 'skatteverket', explanation: 'skv-certificate-refused', fits: refusesCertificate },
  {
    authority: 'anaf',
    explanation: 'anaf-server-trouble',
    fits: (failure) => failure.code === 'answer-not-json' && failure.status >= 500,
  },
];

function refusesCertificate({ code }: Failure): boolean {
  return code === 'authority-refused-certificate';
}

/** The explanation that came with a failure, or that it has at `authority`; null without one. */
export function explanationOf(failure: Failure, authority: Authority | null): string | null {
  if ('explanation' in failure && failure.explanation !== null) return failure.explanation;
  const row = silent.find((candidate) => candidate.authority === authority && candidate.fits(failure));
  return row?.explanation ?? null;
}

/** Explanations of a redirect URI that is not the registered one: there the two can be compared. */
export function isOfRedirectUri(explanation: string | null): boolean {
  return explanation === 'anaf-redirect-uri' || explanation === 'skv-redirect-uri';
}

/** Explanations of answers by which nothing went wrong. */
export function isBenign(explanation: string | null): boolean {
  return explanation === 'anaf-no-messages';
}
