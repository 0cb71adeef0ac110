import { explanationTexts } from '../explanation-texts.ts';

const swapped = {
  is: 'The two pairs of keys are swapped: this is the client ID of the APIgw pair.',
  cure: 'Press “Swap the two pairs” in the application.',
};
const otherEnvironment = {
  is: 'The keys are those of the other environment: test and production have keys of their own.',
  cure: 'Take the keys of the application’s environment, or change its environment.',
};
const mistyped = {
  is: 'It is mistyped or cut short.',
  cure: 'Copy it again from the letter marked OAuth2, without spaces around it.',
};
const secretReplaced = {
  is: 'Skatteverket has sent a newer secret, and the old one has ended.',
  cure: 'Take the secret of the newest letter; in production one half of it comes by text message.',
};
const scopeMistyped = {
  is: 'A scope is mistyped; some have odd spellings, such as agdredovisningperiod.',
  cure: 'Compare the scopes letter by letter with the service description.',
};
const notOrdered = {
  is: 'The registration does not include this service.',
  cure: 'Order it at Skatteverket for this client ID.',
};
const tokenEnded = { is: 'It has ended: it lives an hour.', cure: 'Fetch a new access token.' };

/** The explanations that the error rows of Skatteverket's profiles name. */
export const skatteverketExplanations = explanationTexts({
  'skv-certificate-refused': {
    what: 'Skatteverket does not accept the certificate.',
    causes: {
      ended: { is: 'The certificate has ended.', cure: 'Order a new one from Expisoft and import it.' },
      'other-environment': {
        is: 'It belongs to the other environment: test certificates count in test alone, and the others in production.',
        cure: 'Choose a certificate of the application’s environment.',
      },
      'wrong-of-several': {
        is: 'It is an older one of the same organisation, and blocked since.',
        cure: 'Choose by serial number and end date.',
      },
      'not-yet': { is: 'It is not valid yet.', cure: 'Look at its first day, and at this computer’s clock.' },
      'bound-to-another': {
        is: 'The keys are tied to another certificate (“utpekad”), or to another organisation’s.',
        cure: 'Take the certificate that the registration names.',
      },
    },
    now: 'Go through these in order, then try again.',
  },
  'skv-client-id-unknown': {
    what: 'Skatteverket does not know the OAuth2 client ID.',
    causes: { mistyped, swapped, 'other-environment': otherEnvironment },
    now: 'Go through these in order, then try again.',
  },
  'skv-client-secret-wrong': {
    what: 'The OAuth2 client secret is wrong.',
    causes: {
      mistyped: {
        is: 'It is mistyped, or only one half of it was entered.',
        cure: 'Enter the secret marked OAuth2 again.',
      },
      swapped: { is: 'It is the secret of the APIgw pair.', cure: swapped.cure },
      replaced: secretReplaced,
    },
    now: 'Go through these in order, then try again.',
  },
  'skv-keys-for-another-flow': {
    what: 'The keys are made for another way of signing in.',
    causes: {
      'other-flow': {
        is: 'Skatteverket ties each pair of keys to one flow (organisation certificate, e-ID, or system), and these are another’s.',
        cure: 'Take the keys of this flow, or order them; which flow an API has is in its description. If they are for signing in with an organisation certificate, choose “Sign in at Skatteverket…” instead.',
      },
      'other-environment': otherEnvironment,
    },
    now: 'Enter those keys in the application, then try again.',
  },
  'skv-registration-fault': {
    what: 'The registration at Skatteverket has a fault.',
    causes: {
      registration: {
        is: 'Skatteverket’s server takes the sign-in for one by password (ROPC), which it is not.',
        cure: 'Only Skatteverket can mend it: send the details below to its developer support.',
      },
    },
    now: 'Try again when it is mended.',
  },
  'skv-redirect-uri': {
    what: 'The redirect URI is not the registered one.',
    causes: {
      differs: {
        is: 'It must be the same character for character: upper and lower case, the port and a slash at the end count.',
        cure: 'Compare the two, and copy the one of the registration into the application.',
      },
      'other-environment': {
        is: 'It is registered for the other environment only.',
        cure: 'Ask Skatteverket to register it for this one too.',
      },
    },
    now: 'Go through these in order, then try again.',
  },
  'skv-request-form': {
    what: 'Skatteverket does not take the form of this request.',
    causes: {
      changed: {
        is: 'Skatteverket changed its interface, or this version of Taxpass has a fault.',
        cure: 'Look for a newer version. If there is none, report it with the details below.',
      },
    },
    now: 'Nothing of the account was changed.',
  },
  'skv-token-limit': {
    what: 'Too many access tokens have been fetched.',
    causes: {
      'fetched-each-time': {
        is: 'A program fetches a new one for each call, though Skatteverket asks that each is used for its whole life.',
        cure: 'Use the token you have until it ends; hand it to the other programs instead of letting each fetch its own.',
      },
    },
    now: 'Wait until older ones have ended, an hour at most.',
  },
  'skv-code-spent': {
    what: 'The authorization code was no longer valid.',
    causes: {
      'code-late': {
        is: 'A code lives five minutes and works once.',
        cure: 'Paste the address without a longer pause.',
      },
      'used-elsewhere': {
        is: 'Another program, or a page at the redirect URI, has used it.',
        cure: 'Paste the address only here.',
      },
    },
    now: 'Sign in again.',
  },
  'skv-scope-unknown': {
    what: 'Skatteverket does not give one of the scopes.',
    causes: { 'scope-mistyped': scopeMistyped, 'not-ordered': notOrdered },
    now: 'Edit the application’s scopes, then try again.',
  },
  'skv-gateway-keys': {
    what: 'The API does not accept the APIgw keys.',
    causes: {
      mistyped: {
        is: 'The pair marked APIgw is mistyped or cut short.',
        cure: 'Copy both again from the letter marked APIgw.',
      },
      swapped: { is: 'The two pairs of keys are swapped: this is the OAuth2 pair.', cure: swapped.cure },
      'other-environment': otherEnvironment,
    },
    now: 'Go through these in order, then send again.',
  },
  'skv-scope-missing': {
    what: 'The access token lacks the scope this API needs.',
    causes: {
      'not-asked': {
        is: 'The scope was not asked for when the token was fetched, or not given.',
        cure: 'Add the scope to the application and fetch a new access token.',
      },
      'not-ordered': {
        is: 'The APIgw keys are not registered for this API.',
        cure: notOrdered.cure,
      },
    },
    now: 'Go through these in order, then send again.',
  },
  'skv-blocked': {
    what: 'Skatteverket’s firewall stopped the request.',
    causes: {
      request: {
        is: 'Something in the address, headers or body looked wrong to it; a header that is not documented is enough.',
        cure: 'Check the address and body. The support ID is in the answer.',
      },
    },
    now: 'Mend that, then send again.',
  },
  'skv-token-invalid': {
    what: 'The API does not accept the access token.',
    causes: {
      'token-ended': tokenEnded,
      'other-environment': {
        is: 'It was given by the other environment.',
        cure: 'Compare the address with the application’s environment.',
      },
    },
    now: 'Fetch a new access token and send again.',
  },
  'skv-token-revoked': {
    what: 'Skatteverket has withdrawn the access token.',
    causes: {
      withdrawn: {
        is: 'A newer token has taken its place, or Skatteverket blocked it.',
        cure: 'Fetch a new one, and let all programs use that.',
      },
    },
    now: 'Fetch a new access token and send again.',
  },
  'skv-no-authority': {
    what: 'You may not act for this taxpayer.',
    causes: {
      'no-ombud': {
        is: 'The person or organisation that signed in has no right as ombud for it, or it has ended.',
        cure: 'Look at “Ombud och behörigheter” at Skatteverket; the taxpayer gives the right there.',
      },
      'wrong-number': {
        is: 'The number in the address is another taxpayer’s.',
        cure: 'Compare it: twelve digits, for a company 16 and its organisation number.',
      },
      'wrong-of-several': {
        is: 'The certificate’s organisation is not the ombud’s.',
        cure: 'Sign in with the certificate of the organisation that was given the right.',
      },
    },
    now: 'The token itself is good: go through these in order, then send again.',
  },
  'skv-tax-account-error': {
    what: 'The API of the tax account refuses the call in words of its own.',
    causes: {
      parameter: {
        is: 'A number or date is not one it takes; “felmeddelande” in the answer below says which.',
        cure: 'Mend the address and send again.',
      },
    },
    now: 'The token itself is good.',
  },
  'skv-checks-failed': {
    what: 'Skatteverket has checked the return and found errors.',
    causes: {
      content: {
        is: 'Figures are missing or contradict each other; the answer below lists them with “typ” ERROR.',
        cure: 'Mend them in the program that made the return. What has “typ” WARNING need not be mended.',
      },
    },
    now: 'The token itself is good.',
  },
  'skv-id-not-found': {
    what: 'There is nothing at this address.',
    causes: {
      'wrong-path': {
        is: 'The path, its version or the number in it is wrong.',
        cure: 'Compare it with the service description; redovisare has twelve digits, period six.',
      },
      'nothing-there': {
        is: 'There is no draft, return or account with this number yet.',
        cure: 'Ask for another period, or save a draft first.',
      },
    },
    now: 'Go through these in order, then send again.',
  },
  'skv-forbidden': {
    what: 'Skatteverket does not allow this call.',
    causes: {
      'not-ordered': notOrdered,
      'not-asked': {
        is: 'The access token was fetched without the scope of this API.',
        cure: 'Add the scope to the application and fetch a new access token.',
      },
      'no-ombud': {
        is: 'A right as ombud is missing.',
        cure: 'Look at “Ombud och behörigheter” at Skatteverket.',
      },
    },
    now: 'Go through these in order, then send again.',
  },
  'skv-accept-missing': {
    what: 'The API wants to be told which kind of answer is wanted.',
    causes: {
      header: {
        is: 'This API documents the header Accept, and it was not sent: Taxpass sends only the headers that all APIs document.',
        cure: 'Call this API from your own program, with the access token from here.',
      },
    },
    now: 'The token itself is good.',
  },
  'skv-rate': {
    what: 'Too many calls in a short time.',
    causes: {
      second: {
        is: 'Skatteverket takes about four calls a second, all programs of this client ID together.',
        cure: 'Wait a second or two; let programs that share the keys take turns.',
      },
    },
    now: 'Wait a moment and send again.',
  },
  'skv-session-lost': {
    what: 'Skatteverket’s server lost the sign-in.',
    causes: {
      slow: { is: 'Its session ended on the way.', cure: 'Start again without a longer pause.' },
      ended: {
        is: 'No valid certificate arrived.',
        cure: 'Look at the certificate’s dates, and whether it is one of this environment.',
      },
    },
    now: 'Sign in again.',
  },
  'skv-per-refresh-ended': {
    what: 'The session at Skatteverket is over.',
    causes: {
      'past-end': {
        is: 'A refresh token of the personal flow lives 65 minutes and can be used once; this one has ended. That is usual.',
        cure: 'Sign in with e-ID again when you need to.',
      },
      'used-elsewhere': {
        is: 'Another program has used it.',
        cure: 'Let only one program renew this account.',
      },
    },
    now: 'Sign in with e-ID again.',
  },
  'skv-per-denied': {
    what: 'Skatteverket does not let this sign-in through.',
    causes: {
      'other-environment': otherEnvironment,
      'person-refused': {
        is: 'The person may not use this service with the e-ID that was chosen.',
        cure: 'Sign in with BankID or Freja eID+; test persons count in test alone.',
      },
    },
    now: 'Go through these in order, then try again.',
  },
  'skv-pkce-refused': {
    what: 'Skatteverket did not accept the proof key (PKCE).',
    causes: {
      'no-pkce': {
        is: 'With a redirect URI on a scheme of its own Taxpass sends one, so that no other program can use the code.',
        cure: 'Choose an https redirect URI for this sign-in; there the address is pasted and no proof key is sent.',
      },
    },
    now: 'Choose another redirect URI, then try again.',
  },
});
