import { bodyText, header } from '../network/https-client.ts';
import { basicAuthorization, type TokenRequester } from './token-request.ts';

/** How the authority took it; see `accounts.revoke` of the contract. */
export type RevokeOutcome = { readonly outcome: 'accepted' | 'not-accepted'; readonly status: number };

/**
 * Asks the authority to revoke a token. ANAF's page gives the address alone, no method and no fields (R3); what is sent
 * is RFC 7009's form with the client's Basic authentication. A redirect or a page is not a yes.
 */
export async function revokeToken(
  { https, profile, environment, credentials, signal }: TokenRequester,
  address: string,
  token: string,
): Promise<RevokeOutcome> {
  const answer = await https.send({
    method: 'POST',
    url: new URL(address),
    headers: [
      basicAuthorization(credentials),
      ['Content-Type', profile.tokenContentType],
      ['Accept', 'application/json'],
    ],
    body: new URLSearchParams({ token }).toString(),
    clientCertificate: null,
    trustedCa: environment.trustedCa,
    signal,
  });
  const isPage = /html/i.test(header(answer, 'content-type') ?? '') || /<html/i.test(bodyText(answer).slice(0, 500));
  return { outcome: answer.status === 200 && !isPage ? 'accepted' : 'not-accepted', status: answer.status };
}
