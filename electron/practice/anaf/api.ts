import { randomBytes } from 'node:crypto';
import { html, json, refused, scripted } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { parseForm } from '../form-fields.ts';
import { headerOnce } from '../https-server.ts';
import type { PracticeRequest } from '../https-server.ts';
import type { AnafFlow } from './anaf-flow.ts';
import { badRequest, listMessages } from './messages.ts';

/** `api.anaf.ro`: verifies the token (R16), then Hello or the list of messages. */
export function api(flow: AnafFlow, request: PracticeRequest): Answer {
  const endpoint = `api:${request.path}`;
  const { apiAnswer } = flow.switches();
  if (apiAnswer !== null) return scripted(endpoint, apiAnswer);
  if (flow.switches().apiFirewall) return refused(firewallPage(endpoint), null, 'firewall page by a switch');
  const service = serviceAt(request.path);
  if (service === null) return forbidden(endpoint, 'no such API');
  if (request.method !== 'GET') {
    const answer = json(endpoint, 405, { status: 405, error: 'Method Not Allowed' });
    return refused({ ...answer, headers: [...answer.headers, ['Allow', 'GET']] }, 'method_not_allowed', 'not a GET');
  }
  const token = readToken(request);
  if (!token.ok) return unauthorized(endpoint, token.reason);
  const verdict = flow.families.judgeAccessToken(token.value);
  if (!verdict.ok) return unauthorized(endpoint, verdict.reason);
  if (flow.application.isDeleted()) return unauthorized(endpoint, 'the application was deleted');
  if (!verdict.roles.includes(service)) return forbidden(endpoint, `token has no role ${service}`);
  return service === 'HELLO'
    ? hello(flow, endpoint, request, verdict.serial)
    : listMessages(endpoint, request, verdict.serial, flow.now());
}

type TokenRead = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly reason: string };

/** The role that an address wants of a token, or null where there is nothing. */
function serviceAt(path: string): 'HELLO' | 'EFACTURA' | null {
  if (path === '/TestOauth/jaxrs/hello') return 'HELLO';
  return /^\/(test|prod)\/FCTEL\/rest\/listaMesajeFactura$/.test(path) ? 'EFACTURA' : null;
}

function readToken(request: PracticeRequest): TokenRead {
  const inAddress = parseForm(request.rawQuery ?? '').some(
    ([name, value]) => /token|bearer|authorization/i.test(name) || /^ey[\w-]+\.[\w-]+\.[\w-]+$/.test(value),
  );
  if (inAddress) return { ok: false, reason: 'a token in the address' };
  const value = /^Bearer (\S+)$/.exec(headerOnce(request, 'authorization') ?? '')?.[1];
  return value === undefined ? { ok: false, reason: 'no bearer token' } : { ok: true, value };
}

/** The text of the real one: it tells what reached it, the bearer included. */
function hello(flow: AnafFlow, endpoint: string, request: PracticeRequest, serial: string): Answer {
  const [name, ...more] = parseForm(request.rawQuery ?? '');
  if (name === undefined || name[0] !== 'name' || more.length > 0) {
    return badRequest(endpoint, 'name is wanted, and nothing else', flow.now());
  }
  const sent = request.rawHeaders.flatMap((key, index) =>
    index % 2 === 0 ? [[key.toLowerCase(), request.rawHeaders[index + 1] ?? ''] as const] : [],
  );
  const added = [
    ['issuer', 'Anaf'],
    ['serial_certificate', serial],
    ['session-id', randomBytes(4).toString('hex')],
  ] as const;
  const headers = [...sent, ...added].map(([key, value]) => `key=${key} val=[${value}]`).join(' ');
  return {
    ...html(endpoint, 200, '', ''),
    headers: [['Content-Type', 'text/plain; charset=utf-8']],
    body: `Hello, ${name[1]}! headers=${headers}`,
  };
}

function unauthorized(endpoint: string, reason: string): Answer {
  const answer = { ...html(endpoint, 401, '', ''), headers: [['WWW-Authenticate', 'Bearer'] as const], body: '' };
  return refused(answer, 'invalid_token', reason);
}

function forbidden(endpoint: string, reason: string): Answer {
  return refused(html(endpoint, 403, 'Forbidden', 'Access is denied.'), 'forbidden', reason);
}

function firewallPage(endpoint: string): Answer {
  const supportId = BigInt(`0x${randomBytes(8).toString('hex')}`);
  const text = `The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: ${supportId}`;
  return html(endpoint, 200, 'Request Rejected', text);
}
