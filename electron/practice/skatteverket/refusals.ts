import { oauthError } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Flow, OAuth2Client, Registry } from './registration.ts';

/** A certificate that is missing, ended, not yet valid or of the other environment. */
export const accessDenied = { error: 'access_denied', description: 'Admin policy denied access' } as const;

/** Either the registration, or the refusal in Skatteverket's own words. */
export type ClientFound =
  { readonly ok: true; readonly client: OAuth2Client } | { readonly ok: false; readonly answer: Answer };

/** Finds the registration a client id means here; keys of another flow are told apart from unknown ones. */
export function findClient(endpoint: string, registry: Registry, flow: Flow, clientId: string): ClientFound {
  const found = registry.find(clientId);
  if (found === undefined) {
    return { ok: false, answer: oauthError(endpoint, 'invalid_client', 'Invalid client_id', 'no such client_id') };
  }
  if (found.environment !== registry.environment) {
    const reason = `keys of the ${found.environment} environment`;
    return { ok: false, answer: oauthError(endpoint, 'invalid_client', 'Invalid client_id', reason) };
  }
  if (found.client.flow === flow) return { ok: true, client: found.client };
  const description = `Client app (id=${clientId}) access is not allowed through this endpoint`;
  return {
    ok: false,
    answer: oauthError(endpoint, 'unauthorized_client', description, `keys of the ${found.client.flow} flow`),
  };
}

/** A redirect URI that is not, character for character, as registered (S5). */
export function redirectUriMismatch(endpoint: string): Answer {
  return oauthError(endpoint, 'invalid_request', 'Redirect-URI does not match');
}

/** The refusal of a scope list that holds anything unregistered or is not single-spaced; null where all is well. */
export function refuseScope(endpoint: string, scope: string, client: OAuth2Client): Answer | null {
  const unknown = scope.split(' ').find((name) => !client.scopes.includes(name));
  if (unknown === undefined) return null;
  return oauthError(endpoint, 'invalid_scope', 'The requested scope is invalid', `scope not registered: ${unknown}`);
}
