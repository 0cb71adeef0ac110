import { failureTexts } from '../failure-texts.ts';

/** The explanations that the profiles' error rows name. */
export const explanations = failureTexts({
  'skv-certificate-refused': {
    what: 'Skatteverket does not accept the certificate.',
    why: 'It is missing, blocked, expired, not yet valid, or belongs to the other environment (test or production).',
    now: 'Check the certificate’s dates and that it belongs to the application’s environment.',
  },
  'skv-client-id-unknown': {
    what: 'Skatteverket does not know the OAuth2 client ID.',
    why: 'It is mistyped, belongs to the other environment, or is the APIgw client ID.',
    now: 'Compare it with the letter marked OAuth2. If the pairs are swapped, press “Swap the two pairs” in the application.',
  },
  'skv-client-secret-wrong': {
    what: 'The OAuth2 client secret is wrong.',
    why: 'Skatteverket knows the client ID, but the secret does not fit it.',
    now: 'Enter the secret marked OAuth2 again. If the pairs are swapped, press “Swap the two pairs” in the application.',
  },
  'skv-keys-for-another-flow': {
    what: 'The keys are made for another way of signing in.',
    why: 'Skatteverket ties each pair of keys to one flow; these are not for sign-in with an organisation certificate.',
    now: 'Order keys for the authorization code flow with organisation certificate.',
  },
  'skv-registration-fault': {
    what: 'The registration at Skatteverket has a fault.',
    why: 'Skatteverket’s server takes the sign-in for another kind than it is.',
    now: 'Ask Skatteverket’s developer support and send them the details below.',
  },
  'skv-redirect-uri': {
    what: 'The redirect URI is not the registered one.',
    why: 'It must be the same character for character, upper and lower case and a final slash included.',
    now: 'Copy the redirect URI from the registration into the application.',
  },
  'skv-token-limit': {
    what: 'Too many access tokens have been fetched.',
    why: 'Skatteverket limits how many may live at once and asks that each is used for its whole life.',
    now: 'Use the token you have, or wait until older ones have ended (at most an hour).',
  },
  'skv-code-spent': {
    what: 'The authorization code was no longer valid.',
    why: 'A code lives five minutes and works once.',
    now: 'Sign in again.',
  },
  'skv-scope-unknown': {
    what: 'Skatteverket does not give one of the scopes.',
    why: 'A scope is mistyped, or the registration does not include it.',
    now: 'Compare the application’s scopes with the registration.',
  },
  'skv-gateway-keys': {
    what: 'The API does not accept the APIgw keys.',
    why: 'The pair marked APIgw is wrong, belongs to the other environment, or is swapped with the OAuth2 pair.',
    now: 'Compare it with the letter marked APIgw. If the pairs are swapped, press “Swap the two pairs” in the application.',
  },
  'skv-scope-missing': {
    what: 'The access token lacks the scope this API needs.',
    why: 'The scope was not asked for when the token was fetched, or not given.',
    now: 'Add the scope to the application and fetch a new access token.',
  },
  'skv-blocked': {
    what: 'Skatteverket’s firewall stopped the request.',
    why: 'Something in its address, headers or body looked wrong to it.',
    now: 'Check the URL and body. The support ID is in the answer.',
  },
  'skv-token-invalid': {
    what: 'The API does not accept the access token.',
    why: 'It has ended, or Skatteverket has withdrawn it.',
    now: 'Fetch a new access token and send again.',
  },
  'skv-rate': {
    what: 'Too many calls in a short time.',
    why: 'Skatteverket limits the number of calls a second.',
    now: 'Wait a moment and send again.',
  },
  'skv-session-lost': {
    what: 'Skatteverket’s server lost the sign-in.',
    why: 'Its session ended on the way.',
    now: 'Sign in again.',
  },
  'skv-per-refresh-ended': {
    what: 'The session at Skatteverket is over.',
    why: 'A refresh token of the personal flow lives 65 minutes and can be used once; this one has ended.',
    now: 'Sign in with e-ID again when you need to.',
  },
  'skv-pkce-refused': {
    what: 'Skatteverket did not accept the proof key (PKCE).',
    why: 'With a redirect URI on a scheme of its own Taxpass sends one, so that no other program can use the code.',
    now: 'Choose an https redirect URI for this sign-in; there the address is pasted and no proof key is sent.',
  },
  'anaf-access-denied': {
    what: 'ANAF did not let the certificate in.',
    why: 'Likely causes: no certificate was presented, or the wrong one of several; it has expired; it was renewed and not enrolled again at anaf.ro/reinnoire; its holder has no role SPV PJ.',
    now: 'Check the certificate’s dates and its role in SPV. After a renewal, enrol it at anaf.ro/reinnoire; ANAF may need a day to know it.',
  },
  'anaf-invalid-client': {
    what: 'ANAF does not accept the application.',
    why: 'The client ID or client secret is wrong, or the application was deleted in “Profil OAuth”: then every account under it is dead.',
    now: 'Compare both with “Client ID-uri OAuth existente”. If the application is gone, register it again, enter its new keys and sign in again with each account.',
  },
  'anaf-redirect-uri': {
    what: 'ANAF does not accept the callback URL.',
    why: 'The one of the application here is not among those registered on ANAF’s page “Profil OAuth”. It must be the same character for character, upper and lower case and a final slash included.',
    now: 'Compare the two. Edit the application here, or register this callback URL there.',
  },
  'anaf-session-ended': {
    what: 'ANAF ended the sign-in on its way.',
    why: 'Its server lost the session, or too much time passed between two pages.',
    now: 'Sign in again.',
  },
  'anaf-refresh-ended': {
    what: 'The refresh token no longer works.',
    why: 'It has ended, or another program has used it already: each use replaces it.',
    now: 'Sign in with the certificate again.',
  },
  'anaf-code-spent': {
    what: 'The authorization code was no longer valid.',
    why: 'ANAF’s code lives 60 seconds and works once.',
    now: 'Sign in again.',
  },
  'anaf-portal-page': {
    what: 'ANAF answered with a page of its portal instead of data.',
    why: 'The request landed at its gateway: the session had ended, the service is closed for maintenance, or the address is not served.',
    now: 'Try again in a few minutes. If it lasts, ANAF’s service may be down.',
  },
  'anaf-255': {
    what: 'ANAF refused because several tokens were asked for at the same time (error 255).',
    why: 'It gives one token at a time to one person; another program may be signing in with the same certificate.',
    now: 'Wait a minute, then try again, in one program only.',
  },
  'anaf-rate': {
    what: 'Too many calls.',
    why: 'ANAF limits the calls a minute, and for some services those a day.',
    now: 'Wait and send again; a limit for the day ends at midnight in Bucharest.',
  },
  'anaf-no-right': {
    what: 'The certificate’s holder has no right in SPV for this company.',
    why: 'The token is good, but SPV knows no right of that certificate for the CIF. After a renewal a certificate has to be enrolled again.',
    now: 'Check the CIF, and the holder’s rights in SPV. After a renewal, enrol the certificate at anaf.ro/reinnoire.',
  },
  'anaf-token-invalid': {
    what: 'The API does not accept the access token.',
    why: 'It has ended, was changed on its way, or ANAF has blocked it.',
    now: 'Renew the token and send again.',
  },
  'anaf-forbidden': {
    what: 'ANAF does not allow this call.',
    why: 'The application was not registered for this service (“Serviciu”), or the address is wrong.',
    now: 'Compare the address, and the roles of the token under Claims.',
  },
  'anaf-blocked': {
    what: 'ANAF’s firewall stopped the request.',
    why: 'Something in its address, headers or body looked wrong to it.',
    now: 'Check the URL and body. The support ID is in the answer.',
  },
  'anaf-token-not-jwt': {
    what: 'ANAF gave an opaque token instead of a JWT.',
    why: 'The type JWT was asked for at both addresses, but the answer was a plain reference.',
    now: 'Sign in again. If it lasts, tell ANAF’s support the details below.',
  },
});
