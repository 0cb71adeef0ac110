import { randomBytes } from 'node:crypto';
import { html, oauthError, redirect, refused } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { readFields, withQuery } from '../form-fields.ts';
import type { PracticeRequest } from '../https-server.ts';
import type { AnafFlow, AuthorizeOrder } from './anaf-flow.ts';

/** The answer to whatever the gateway does not know: an address, a method, a token request without a body. */
export function elsewhere(endpoint: string, reason: string): Answer {
  return refused(redirect(endpoint, '/my.policy'), 'not_found', reason);
}

/** `/vdesk/hangup.php3`, the page of an ended session. */
export function hangup(): Answer {
  const page = html('hangup', 200, 'Session expired', 'Your session has expired or could not be established.');
  return refused(page, 'no_session', 'session expired');
}

/** GET `/my.policy`: judges the certificate, then serves a page whose script goes on. */
export function policy(flow: AnafFlow, request: PracticeRequest): Answer {
  const endpoint = 'policy';
  if (flow.switches().redirectLoop) return redirect(endpoint, '/my.policy');
  const found = flow.sessions.take(request);
  if (request.method !== 'GET' || found === null) return noSession(endpoint);
  const { order } = found.session;
  const verdict = flow.certSign.judge(request.clientCertificate);
  if (!verdict.ok) return callback(flow, endpoint, order, { error: 'access_denied' }, verdict.reason);
  const nonce = randomBytes(16).toString('hex');
  const page = { nonce, holder: verdict.holder };
  return scriptedPage(endpoint, nonce, flow.sessions.open({ order, page }, found.expiresAt));
}

/** POST `/my.policy_nonce`, the page's form: on to the callback with a code. */
export function policyNonce(flow: AnafFlow, request: PracticeRequest): Answer {
  const endpoint = 'policy-nonce';
  const found = flow.sessions.take(request);
  if (request.method !== 'POST' || found === null || found.session.page === null) return noSession(endpoint);
  const { order, page } = found.session;
  const fields = readFields(request.body, { required: ['nonce'], allowed: [] });
  if (!fields.ok || fields.values.get('nonce') !== page.nonce) {
    return refused(redirect(endpoint, '/vdesk/hangup.php3'), 'no_session', 'nonce is not what the script makes it');
  }
  const verdict = flow.certSign.judge(request.clientCertificate);
  if (!verdict.ok || verdict.holder.fingerprint !== page.holder.fingerprint) {
    const reason = verdict.ok ? 'certificate changed on the way' : verdict.reason;
    return callback(flow, endpoint, order, { error: 'access_denied' }, reason);
  }
  const { authorizeError } = flow.switches();
  if (authorizeError !== null) return callback(flow, endpoint, order, authorizeError, 'refused by a switch');
  const { clientId, redirectUri, jwt } = order;
  const code = flow.codes.issue({ clientId, redirectUri, jwt, holder: page.holder });
  return callback(flow, endpoint, order, { code }, null);
}

function noSession(endpoint: string): Answer {
  return refused(redirect(endpoint, '/vdesk/hangup.php3'), 'no_session', 'no living session with its cookies');
}

function callback(
  flow: AnafFlow,
  endpoint: string,
  order: AuthorizeOrder,
  pairs: Readonly<Record<string, string>>,
  reason: string | null,
): Answer {
  if (!flow.application.knows(order.clientId)) {
    return oauthError(endpoint, 'invalid_client', 'Invalid client_id', 'the application was deleted on the way');
  }
  const { dropState, wrongState } = flow.switches();
  const state = order.state === null || dropState ? [] : [['state', order.state + (wrongState ? '0' : '')] as const];
  const location = withQuery(order.redirectUri, [...Object.entries(pairs), ...state]);
  const answer = redirect(endpoint, location);
  return reason === null ? answer : refused(answer, pairs['error'] ?? null, reason);
}

/** A page that only a browser gets by: its script turns the nonce round and sends the form. */
function scriptedPage(endpoint: string, nonce: string, cookies: ReadonlyArray<string>): Answer {
  const turned = Buffer.from(nonce).reverse().toString();
  const body = `<!DOCTYPE html>
<html lang="ro"><head><meta charset="utf-8"><title>ANAF (exersare)</title></head><body>
<p>Se verifică certificatul digital…</p>
<noscript><p>Pagina are nevoie de JavaScript.</p></noscript>
<form id="policy" method="post" action="/my.policy_nonce"><input type="hidden" id="turned" name="nonce" value="${turned}"></form>
<script>
var field = document.getElementById('turned');
field.value = field.value.split('').reverse().join('');
document.getElementById('policy').submit();
</script>
</body></html>
`;
  const page = html(endpoint, 200, '', '');
  const setCookies = cookies.map((cookie) => ['Set-Cookie', cookie] as const);
  return {
    ...page,
    body,
    headers: [['Server', 'BigIP'], ...page.headers, ['Cache-Control', 'no-store'], ...setCookies],
  };
}
