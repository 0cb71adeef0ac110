import { oauthError, redirect, refused, scripted } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { readFields } from '../form-fields.ts';
import type { PracticeRequest } from '../https-server.ts';
import type { AnafFlow, AuthorizeOrder } from './anaf-flow.ts';
import { elsewhere } from './login-gateway.ts';

const endpoint = 'authorize';
/** R6: no scope, nor any other field; state by R7; without token_content_type the token will be opaque (R8). */
const rules = {
  required: ['response_type', 'client_id', 'redirect_uri'],
  allowed: ['token_content_type', 'state'],
};

/** GET authorize: judges the query, then begins a session at the gateway, which asks for the certificate. */
export function authorize(flow: AnafFlow, request: PracticeRequest): Answer {
  if (request.method !== 'GET') return elsewhere(endpoint, `${request.method} is not supported`);
  const order = readOrder(flow, request.rawQuery ?? '');
  if (!order.ok) return order.answer;
  const { redirectTo, authorizeAnswer } = flow.switches();
  if (authorizeAnswer !== null) return scripted(endpoint, authorizeAnswer);
  if (redirectTo !== null) return refused(redirect(endpoint, redirectTo), null, 'redirected by a switch');
  return redirect(endpoint, '/my.policy', flow.sessions.open({ order: order.value, page: null }));
}

type OrderRead =
  { readonly ok: true; readonly value: AuthorizeOrder } | { readonly ok: false; readonly answer: Answer };

function readOrder(flow: AnafFlow, rawQuery: string): OrderRead {
  const refuse = (error: string, description: string): OrderRead => {
    return { ok: false, answer: oauthError(endpoint, error, description) };
  };
  const fields = readFields(rawQuery, rules);
  if (!fields.ok) return refuse('invalid_request', `The request is malformed: ${fields.reason}`);
  const value = (name: string) => fields.values.get(name) ?? '';
  if (!flow.application.knows(value('client_id'))) return refuse('invalid_client', 'Invalid client_id');
  if (!flow.application.redirectUris().includes(value('redirect_uri'))) {
    return refuse('invalid_request', 'Redirect-URI does not match');
  }
  if (value('response_type') !== 'code') {
    return refuse('unsupported_response_type', 'The requested response_type is not supported');
  }
  const contentType = fields.values.get('token_content_type');
  if (contentType !== undefined && contentType !== 'jwt') {
    return refuse('invalid_request', 'The request is malformed: token_content_type must be jwt');
  }
  return {
    ok: true,
    value: {
      clientId: value('client_id'),
      redirectUri: value('redirect_uri'),
      state: fields.values.get('state') ?? null,
      jwt: contentType === 'jwt',
    },
  };
}
