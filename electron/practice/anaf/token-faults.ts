import { html, oauthError, refused, reset, scripted, silence } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Switches } from '../switches.ts';

const endpoint = 'token';

/** What the switches have the gateway answer before anything is looked at, or null. Nothing is spent. */
export function faultAtGateway(switches: Switches): Answer | null {
  const { resetBeforeCommit, token502Html, tokenHtml, retryAfterSeconds } = switches;
  const page = (status: number, reason: string) =>
    refused(html(endpoint, status, 'Error', 'The service is not available.'), null, reason);
  if (resetBeforeCommit) return reset(endpoint, null, 'reset by a switch, nothing is spent');
  if (token502Html) return page(502, 'status 502 by a switch');
  if (tokenHtml) return page(200, 'HTML by a switch');
  if (retryAfterSeconds === null) return null;
  const answer = json429();
  return { ...answer, headers: [...answer.headers, ['Retry-After', String(retryAfterSeconds)]] };
}

/** What the switches answer in place of a pair, or null. A code is spent by then, a refresh token is not. */
export function faultInPlace({ tokenStatus500, tokenError, tokenAnswer }: Switches): Answer | null {
  if (tokenAnswer !== null) return scripted(endpoint, tokenAnswer);
  if (tokenStatus500) return refused(html(endpoint, 500, 'Error', 'Internal error.'), null, 'status 500 by a switch');
  if (tokenError === null) return null;
  return oauthError(endpoint, tokenError.error, tokenError.error_description, 'refused by a switch');
}

/** The answer that gives a pair out, or what the switches make of it. The pair counts all the same. */
export function faultAfter({ hangToken, resetAfterCommit, answerCutAfterBytes }: Switches, answer: Answer): Answer {
  if (hangToken) return silence(endpoint);
  if (resetAfterCommit) return reset(endpoint, null, 'reset by a switch, after the pair was given out');
  if (answerCutAfterBytes === null) return answer;
  const reason = `cut by a switch after ${answerCutAfterBytes} bytes`;
  return { ...refused(answer, null, reason), resetAfterBytes: answerCutAfterBytes };
}

function json429(): Answer {
  const page = html(endpoint, 429, 'Too Many Requests', 'Too many requests.');
  return refused(page, 'rate_limited', 'status 429 by a switch');
}
