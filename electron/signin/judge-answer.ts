import { explainAnswer } from '../authorities/explain.ts';
import type { Profile } from '../authorities/schema.ts';
import type { Failure } from '../contract/failure.ts';
import { blotter } from '../network/blot.ts';
import { refusal } from '../tokens/token-answer.ts';

/** What the authority answered where a redirect could have come; `text` is its body, or what of a page can be read. */
export type AuthorityPage = { readonly url: URL; readonly status: number; readonly text: string };

/** Says what a page of the sign-in window ends the attempt with; null where the person can go on from there. */
export type JudgeAnswer = (page: AuthorityPage & { readonly leadsOn: boolean }) => Failure | null;

/**
 * The judge of an attempt's pages. An OAuth error as JSON ends it, and a page that a row of the profile names. Any other
 * page of an error ends it only when nothing on it leads on: a login page may well have status 401.
 * @param start the attempt's first address, whose state is blotted out of the authority's words
 */
export function answerJudge(profile: Profile, start: URL): JudgeAnswer {
  return ({ leadsOn, ...page }) => {
    const failure = endedElsewhere(profile, start, page);
    const isNamed = failure.code !== 'signin-ended-elsewhere' || failure.explanation !== null;
    return isNamed || (page.status >= 400 && !leadsOn) ? failure : null;
  };
}

/** Names the end of a sign-in at which the authority answered with a page or an error of its own. */
export function endedElsewhere(
  profile: Profile,
  start: URL,
  { url, status, text }: AuthorityPage,
): Extract<Failure, { code: 'authority-refused' | 'signin-ended-elsewhere' | 'signin-redirect-nowhere' }> {
  const oauth = oauthError(text);
  if (oauth) {
    const blot = blotter([start.searchParams.get('state') ?? '']);
    return refusal(profile, 'authorize', status, blot(oauth.error), blot(oauth.description));
  }
  const explanation = explainAnswer(profile, {
    stage: 'authorize',
    status,
    error: '',
    text: `${url.pathname}\n${text}`,
  });
  // Whoever could follow it has done so.
  const isRedirect = status >= 300 && status <= 399;
  if (isRedirect && explanation === null) return { code: 'signin-redirect-nowhere', host: url.host, status };
  return { code: 'signin-ended-elsewhere', host: url.host, status, explanation };
}

/** An OAuth error in JSON (RFC 6749, section 5.2, which authorities use at the authorize address too). */
function oauthError(text: string): { error: string; description: string } | null {
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json !== 'object' || json === null || !('error' in json) || typeof json.error !== 'string') return null;
    const description = 'error_description' in json ? json.error_description : '';
    return { error: json.error, description: typeof description === 'string' ? description : '' };
  } catch {
    return null;
  }
}
