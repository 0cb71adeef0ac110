import { explanationTexts } from '../explanation-texts.ts';
import { skatteverketExplanations } from './explanations-skatteverket.ts';

const signInAgain = 'Go through these in order, then sign in again.';

const noToken = {
  is: 'The USB token is not plugged in, or its driver is missing.',
  cure: 'Plug the token in before you sign in, install the driver of its maker, and check that its own program shows the certificate.',
};
const wrongOfSeveral = {
  is: 'Another certificate was chosen than the one that is known in SPV.',
  cure: 'Choose by serial number and end date: an older certificate of the same holder has the same name.',
};
const ended = {
  is: 'The certificate has ended.',
  cure: 'Renew it at its issuer, enrol the new one at https://www.anaf.ro/reinnoire/ and choose the new one here.',
};
const renewed = {
  is: 'The certificate was renewed, and ANAF does not know the new one yet.',
  cure: 'Enrol it at https://www.anaf.ro/reinnoire/. ANAF may need up to 24 hours to know it.',
};
const noRole = {
  is: 'The certificate’s holder has no role SPV PJ (legal person).',
  cure: 'Sign in to SPV with the same certificate and check the rights there. Without the role, ask for it by form 150.',
};
const neverAsked = {
  is: 'The browser did not ask for a certificate: it remembers an earlier choice.',
  cure: 'Close all windows of the browser, in the background too, and try again, or use a private window.',
};
const firefox = {
  is: 'The browser is Firefox, which needs the token’s PKCS#11 module and may refuse what ANAF’s server does.',
  cure: 'Use Chrome or Edge, or sign in in the window of Taxpass.',
};
const cookies = {
  is: 'The browser blocks cookies, or keeps those of an earlier try.',
  cure: 'Allow cookies of logincert.anaf.ro, remove the old ones, and try again.',
};
const mistyped = {
  is: 'The client ID or client secret is mistyped or cut short.',
  cure: 'Copy both again from “Client ID-uri OAuth existente”, without spaces around them.',
};
const deleted = {
  is: 'The application was deleted in “Profil OAuth”: then every account under it is dead.',
  cure: 'Register it again, enter its new keys here, and sign in again with each account.',
};
const codeLate = {
  is: 'More than 60 seconds passed between ANAF’s page and the exchange: ANAF’s code lives that long, and then it resets the connection.',
  cure: 'Start again and, where you paste the address, paste it at once.',
};
const tokenEnded = {
  is: 'The access token has ended.',
  cure: 'Renew the account; the certificate is not needed for that.',
};
const wrongPath = {
  is: 'The address is wrong: the part /prod/FCTEL/rest/ or /test/FCTEL/rest/ is missing or misspelled.',
  cure: 'Start from one of the examples, or compare the address letter by letter with ANAF’s description.',
};
const notTicked = {
  is: 'The application was registered without this service (“Serviciu”): E-Factura and E-Transport are ticked one by one.',
  cure: 'Compare the roles of the token under Claims. Tick the service in “Profil OAuth”, then sign in again for a token that has it.',
};
const atItsGateway = {
  is: 'Something in the address, headers or body looked like an attack to it.',
  cure: 'Check the address for stray characters and the body for scripts. Tell ANAF the support ID of its page, if it shows one.',
};
const maintenance = {
  is: 'The service is closed for maintenance, or down.',
  cure: 'Try again in a few minutes; ANAF announces longer pauses on its page.',
};

/** The explanations that the profiles' error rows name. */
export const explanations = {
  ...explanationTexts({
    'anaf-access-denied': {
      what: 'ANAF did not let the certificate in.',
      causes: {
        'no-token': noToken,
        'wrong-of-several': wrongOfSeveral,
        ended,
        renewed,
        'no-role': noRole,
        'never-asked': neverAsked,
        firefox,
        cookies,
      },
      now: signInAgain,
    },
    'anaf-not-finished': {
      what: 'The sign-in at ANAF was not finished in time.',
      causes: {
        'never-asked': neverAsked,
        'no-token': noToken,
        firefox,
        cookies,
        'hung-handshake': {
          is: 'The certificate is kept in the cloud, and its confirmation on the phone was not given or hung.',
          cure: 'Have the phone at hand and confirm at once; if nothing comes, cancel and start again.',
        },
      },
      now: signInAgain,
    },
    'anaf-invalid-client': {
      what: 'ANAF does not accept the application.',
      causes: {
        mistyped,
        deleted,
        'other-flow': {
          is: 'The keys are those of another authority or another program.',
          cure: 'Take those that “Client ID-uri OAuth existente” shows beside this application’s name.',
        },
      },
      now: 'Go through these in order, then try again.',
    },
    'anaf-redirect-uri': {
      what: 'ANAF does not accept the callback URL.',
      causes: {
        differs: {
          is: 'It is not, character for character, among those registered on ANAF’s page “Profil OAuth”: upper and lower case, the port and a slash at the end count.',
          cure: 'Compare the two. Edit the application here, or register this callback URL there.',
        },
        mistyped: {
          is: 'The client ID is that of another application, which has other callback URLs.',
          cure: 'Compare the client ID with “Client ID-uri OAuth existente”.',
        },
      },
      now: signInAgain,
    },
    'anaf-request-form': {
      what: 'ANAF does not take the form of this request.',
      causes: {
        changed: {
          is: 'ANAF changed its interface, or this version of Taxpass has a fault.',
          cure: 'Look for a newer version. If there is none, report it with the details below.',
        },
      },
      now: 'Nothing of the account was changed.',
    },
    'anaf-session-ended': {
      what: 'ANAF ended the sign-in on its way.',
      causes: {
        slow: {
          is: 'Too much time passed between two of its pages.',
          cure: 'Start again and choose the certificate without a longer pause.',
        },
        'no-token': {
          is: 'No certificate arrived: the token was not plugged in or its PIN not given.',
          cure: noToken.cure,
        },
        cookies,
      },
      now: signInAgain,
    },
    'anaf-refresh-ended': {
      what: 'The refresh token no longer works.',
      causes: {
        'used-elsewhere': {
          is: 'Another program has used it: each use replaces it.',
          cure: 'Let only one program renew this account.',
        },
        'past-end': { is: 'It has ended.', cure: 'From now on renew earlier, or let Taxpass do it.' },
        deleted,
      },
      now: 'Sign in with the certificate again.',
    },
    'anaf-code-spent': {
      what: 'The authorization code was no longer valid.',
      causes: {
        'code-late': { is: 'ANAF’s code lives 60 seconds and works once.', cure: codeLate.cure },
        'used-elsewhere': {
          is: 'Another program, or a page at the callback URL, has used it.',
          cure: 'Paste the address only here.',
        },
      },
      now: 'Sign in again.',
    },
    'anaf-code-late': {
      what: 'ANAF broke the connection in place of giving a token.',
      causes: {
        'code-late': codeLate,
        network: {
          is: 'The connection broke on its own.',
          cure: 'Check the network; a code that was sent once cannot be sent again.',
        },
      },
      now: 'Sign in again.',
    },
    'anaf-portal-page': {
      what: 'ANAF answered with a page of its portal instead of data.',
      causes: {
        maintenance,
        'wrong-path': { is: 'The address is not served, and the request landed at its gateway.', cure: wrongPath.cure },
      },
      now: 'Try again in a few minutes.',
    },
    'anaf-255': {
      what: 'ANAF refused because several tokens were asked for at the same time (error 255).',
      causes: {
        'used-elsewhere': {
          is: 'Another program, or another computer, is signing in with the same certificate.',
          cure: 'Let it finish, and sign in from one program only.',
        },
        pressed: {
          is: 'A page of ANAF’s was sent twice, or signed in to again too soon.',
          cure: 'Wait a minute before you try again.',
        },
      },
      now: 'Wait a minute, then try again.',
    },
    'anaf-rate': {
      what: 'Too many calls.',
      causes: {
        minute: {
          is: 'ANAF takes at most 1,000 calls a minute (100 by its older description), all programs together.',
          cure: 'Wait a minute. Who goes on regardless may be blocked.',
        },
      },
      now: 'Wait and send again.',
    },
    'anaf-day-limit': {
      what: 'ANAF’s limit for the day is reached.',
      causes: {
        'day-limit': {
          is: 'A day has, for each company, 1,500 simple lists, 100,000 pages of the paged list and 1,000 buyer’s messages (RASP); for each message, 100 questions for its state and 10 downloads.',
          cure: 'Keep what was downloaded instead of asking again, and look for a program that asks too often.',
        },
      },
      now: 'Send again after midnight in Bucharest. Who goes on regardless may be blocked.',
    },
    'anaf-no-messages': {
      what: 'There are no messages.',
      causes: {
        none: {
          is: 'Nothing went wrong: token and rights are good, and ANAF has no messages for this company in the days asked for.',
          cure: 'Ask for more days (60 at most), or for another company.',
        },
      },
      now: 'There is nothing to mend.',
    },
    'anaf-no-right': {
      what: 'The certificate’s holder has no right in SPV for this company.',
      causes: {
        'wrong-cif': {
          is: 'The CIF is mistyped, or is another company’s.',
          cure: 'Compare it; it is written without RO.',
        },
        renewed: {
          is: 'The certificate was renewed: SPV gives rights to a certificate’s serial number, and the new one has none yet.',
          cure: renewed.cure,
        },
        'no-role': {
          is: 'The holder was never given a right for this company, or it was taken away.',
          cure: 'Look at the rights in SPV with the same certificate; without one, hand in form 150 for the company.',
        },
        'wrong-of-several': {
          is: 'The token belongs to another certificate than you think.',
          cure: 'Compare the serial number under Claims with the certificate’s.',
        },
      },
      now: 'The token itself is good: go through these in order, then send again.',
    },
    'anaf-token-invalid': {
      what: 'The API does not accept the access token.',
      causes: {
        'token-ended': tokenEnded,
        deleted,
        blocked: {
          is: 'ANAF has blocked the token, or the rights behind it changed.',
          cure: 'Sign in with the certificate again.',
        },
      },
      now: 'Renew the token and send again.',
    },
    'anaf-forbidden': {
      what: 'ANAF does not allow this call.',
      causes: { 'wrong-path': wrongPath, 'not-ticked': notTicked },
      now: 'Go through these in order, then send again.',
    },
    'anaf-not-served': {
      what: 'There is nothing at this address.',
      causes: {
        'wrong-path': wrongPath,
        'only-production': {
          is: 'Some services, such as validation and PDF, are served under /prod/ alone.',
          cure: 'Send it to /prod/; both of these change nothing.',
        },
      },
      now: 'Go through these in order, then send again.',
    },
    'anaf-bad-request': {
      what: 'ANAF does not take this request as it is.',
      causes: {
        parameter: {
          is: 'A parameter is missing, empty or not allowed; the “message” of the answer names it.',
          cure: 'Fill in every parameter of the address: cif without RO, zile from 1 to 60.',
        },
        clock: {
          is: 'A time lies in the future or too far back: ANAF judges it by its own clock, and a second counts.',
          cure: 'For the paged list end a minute before now, and start at most 60 days back.',
        },
      },
      now: 'Go through these in order, then send again.',
    },
    'anaf-too-large': {
      what: 'The document is too large.',
      causes: {
        size: {
          is: 'ANAF takes up to 10 MB (5 MB by its older description).',
          cure: 'Make attachments smaller or leave them out.',
        },
      },
      now: 'Mend that, then send again.',
    },
    'anaf-document-refused': {
      what: 'ANAF has read the document and refuses it.',
      causes: {
        content: {
          is: 'Its content breaks the rules; the answer below says which, one by one.',
          cure: 'Mend the document in the program that made it, and validate it before it is sent again.',
        },
        standard: {
          is: 'The document is of another kind than the address says (UBL, CN, CII, RASP).',
          cure: 'Compare the parameter “standard” with the document.',
        },
      },
      now: 'Token and rights are good. A document that was refused does not count as sent.',
    },
    'anaf-said-no': {
      what: 'ANAF’s API refuses the call in words of its own.',
      causes: {
        parameter: {
          is: 'A parameter has a value it does not take; “eroare” in the answer below says which.',
          cure: 'Compare it: cif without RO, zile from 1 to 60, filtru one of E, T, P and R.',
        },
      },
      now: 'The token itself is good: mend the address, then send again.',
    },
    'anaf-server-trouble': {
      what: 'ANAF’s server failed.',
      causes: {
        maintenance,
        busy: {
          is: 'It is overloaded, as happens around the 25th of a month.',
          cure: 'Try again later. An upload may have arrived all the same: look at its state before you send it twice.',
        },
      },
      now: 'Try again. Where a sign-in was under way, start it again: its code is used up.',
    },
    'anaf-blocked': {
      what: 'ANAF’s firewall stopped the request.',
      causes: {
        request: atItsGateway,
        'too-often': {
          is: 'Too much came from this network in a short time.',
          cure: 'Wait some minutes; ask whoever runs the network whether another program sends without pause.',
        },
      },
      now: 'Go through these in order, then try again.',
    },
    'anaf-token-not-jwt': {
      what: 'ANAF gave an opaque token instead of a JWT.',
      causes: {
        changed: {
          is: 'The type JWT was asked for at both addresses, but the answer was a plain reference.',
          cure: 'If it lasts, tell ANAF’s support the details below.',
        },
      },
      now: 'Sign in again.',
    },
  }),
  ...skatteverketExplanations,
} as const;
