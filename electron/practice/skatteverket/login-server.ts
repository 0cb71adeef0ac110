import { redirect } from '../answer.ts';
import type { Answer } from '../answer.ts';
import { cookiesOf } from '../cookies.ts';
import { readFields } from '../form-fields.ts';
import type { PracticeRequest } from '../https-server.ts';
import type { Switches } from '../switches.ts';
import type { AuthorizationCodes } from './authorization-codes.ts';
import { codeCallback, errorCallback } from './callback.ts';
import { choiceField, choices, consentPage, loginPage, problemPage } from './login-pages.ts';
import { persons } from './login-persons.ts';
import type { LoginSession, LoginSessions } from './login-sessions.ts';

/** What the login pages work with. */
export interface LoginParts {
  readonly sessions: LoginSessions;
  readonly codes: AuthorizationCodes;
  /** The registered program's name, as the consent page shows it. */
  readonly programName: string;
  readonly switches: () => Switches;
}

/** One request for a page of one session. */
interface PageCall {
  readonly endpoint: 'login' | 'consent';
  readonly id: string;
  readonly session: LoginSession;
}

const root = '/inloggning';
const cookieName = 'inloggning';
const rules = { required: ['csrf', choiceField], allowed: [] };

/** The address of a session's first page, below the login host's origin. */
export function loginPath(id: string): string {
  return `${root}/${id}`;
}

function consentPath(id: string): string {
  return `${loginPath(id)}/medgivande`;
}

/** The login pages (S17): page 1 signs a person in, page 2 asks her consent; then back to the program. */
export function createLoginPages(parts: LoginParts): (request: PracticeRequest) => Answer {
  return (request) => {
    const [, id, consent] = /^\/inloggning\/([0-9a-f]{32})(\/medgivande)?$/.exec(request.path) ?? [];
    if (id === undefined) return problemPage('unknown', 404, 'Sidan finns inte.', 'not_found', 'no such page');
    const endpoint = consent === undefined ? 'login' : 'consent';
    if (request.method !== 'GET' && request.method !== 'POST') {
      const answer = problemPage(endpoint, 405, 'Så kan sidan inte anropas.', 'method_not_allowed', 'not GET or POST');
      return { ...answer, headers: [...answer.headers, ['Allow', 'GET, POST']] };
    }
    const fresh = endpoint === 'login' && request.method === 'GET' ? parts.sessions.bind(id) : null;
    const session = parts.sessions.find(id, fresh ?? cookiesOf(request).get(cookieName));
    if (session === null) return ended(endpoint);
    const call = { endpoint, id, session } as const;
    if (request.method === 'GET') return show(parts, call, fresh);

    const fields = readFields(request.body, rules);
    if (!fields.ok || fields.values.get('csrf') !== session.csrf) {
      const reason = fields.ok ? 'wrong csrf token' : fields.reason;
      return problemPage(endpoint, 403, 'Formuläret kom inte från den här sidan.', 'forbidden', reason);
    }
    const choice = fields.values.get(choiceField) ?? '';
    return endpoint === 'login' ? identify(parts, call, choice) : decide(parts, call, choice);
  };
}

function show(parts: LoginParts, { endpoint, id, session }: PageCall, freshCookie: string | null): Answer {
  const { csrf, person, request } = session;
  if (endpoint === 'login') {
    const attributes = `Path=${loginPath(id)}; Secure; HttpOnly; SameSite=Lax`;
    return loginPage(loginPath(id), csrf, freshCookie === null ? [] : [`${cookieName}=${freshCookie}; ${attributes}`]);
  }
  if (person === null) return redirect(endpoint, loginPath(id));
  return consentPage(consentPath(id), csrf, person, parts.programName, request.scope);
}

function identify(parts: LoginParts, call: PageCall, choice: string): Answer {
  if (choice === choices.cancel) return decline(parts, call, 'Authentication was cancelled by the user');
  const person = persons.find(({ id }) => id === choice);
  if (person === undefined) return unknownChoice(call);
  parts.sessions.identify(call.id, person);
  return redirect(call.endpoint, consentPath(call.id));
}

function decide(parts: LoginParts, call: PageCall, choice: string): Answer {
  const { person, request } = call.session;
  if (person === null) return redirect(call.endpoint, loginPath(call.id));
  if (choice === choices.deny) return decline(parts, call, 'The resource owner denied the request');
  if (choice !== choices.approve) return unknownChoice(call);
  parts.sessions.end(call.id);
  const { clientId, redirectUri, scope, codeChallenge } = request;
  const grant = { clientId, redirectUri, holder: person.id, scope, codeChallenge };
  return codeCallback(call.endpoint, parts.switches(), request, () => parts.codes.issue(grant));
}

function decline(parts: LoginParts, { endpoint, id, session }: PageCall, description: string): Answer {
  parts.sessions.end(id);
  const refusal = { error: 'access_denied', description };
  return errorCallback(endpoint, parts.switches(), session.request, refusal, description);
}

function unknownChoice({ endpoint }: PageCall): Answer {
  return problemPage(endpoint, 400, 'Valet finns inte.', 'invalid_request', 'no such button');
}

function ended(endpoint: string): Answer {
  const paragraph = 'Inloggningen gäller inte längre, eller började i en annan webbläsare. Börja om i programmet.';
  return problemPage(endpoint, 403, paragraph, 'no_session', 'no living session with its cookie');
}
