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
});
