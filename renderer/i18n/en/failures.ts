import type { FailureCode } from '../../../electron/contract/failure.ts';
import type { FailureTexts } from '../failure-texts.ts';

/** What happened, why, and what to do now: for every failure there is. */
export const failures: Readonly<Record<FailureCode, FailureTexts>> = {
  unexpected: {
    what: 'Something went wrong inside Taxpass.',
    why: 'This is a fault of the program, not of yours. It is in the log under {{reference}}.',
    now: 'Try again. If it happens again, report it with that reference.',
  },
  'input-refused': {
    what: 'An entry cannot be used.',
    why: 'Its form is not allowed, or it is too long. The details name its field.',
    now: 'Check the entry and try again.',
  },
  'vault-not-ready': {
    what: 'The sealed storage is not open.',
    why: '{{state}} Without it no key or token can be read or stored.',
    now: 'Wait a moment, or follow what the window says about the storage. Then try again.',
  },
  'vault-write-failed': {
    what: 'It could not be saved.',
    why: '{{reason}}',
    now: 'Mend that and try again. What was stored before is unchanged.',
  },
  'passphrase-wrong': {
    what: 'The passphrase does not open the sealed storage.',
    why: 'It is not the one that was set. Upper and lower case and spaces count.',
    now: 'Check the keyboard’s language and Caps Lock, then type it again. Nothing was changed.',
  },
  'passphrase-busy': {
    what: 'Another passphrase is being tried.',
    why: 'Only one at a time is tried; this one was not.',
    now: 'Wait a moment, then type it again.',
  },
  'change-declined': {
    what: 'Nothing was changed.',
    why: 'The question about it was not answered with a yes.',
    now: 'Try again if you want it after all.',
  },
  'passphrase-too-short': {
    what: 'The passphrase is too short.',
    why: 'Whoever gets hold of the files can try short ones until one fits. It needs at least {{minimum}} characters.',
    now: 'Take several words that have nothing to do with each other.',
  },
  'passphrase-needed': {
    what: 'The window cannot be locked.',
    why: 'There is no passphrase to unlock it with.',
    now: 'Set a recovery passphrase in the settings first.',
  },
  'keychain-refused': {
    what: 'The keychain did not take the key.',
    why: '{{reason}} The passphrase still opens the storage.',
    now: 'Unlock the keychain of your system, then try again.',
  },
  'not-found': {
    what: '{{thing}}',
    why: 'It was removed, or it waited too long.',
    now: 'Close this and start again from the list.',
  },
  'in-use': {
    what: '{{thing}}',
    why: 'These accounts need it: {{accounts}}.',
    now: 'Sign in to those accounts with another one, or remove them.',
  },
  'file-unreadable': {
    what: 'The file could not be read.',
    why: '{{reason}}',
    now: 'Choose the file again, or copy it to a folder of your own and choose it there.',
  },
  'p12-not-p12': {
    what: 'This is not a P12 file.',
    why: 'A certificate with its key comes as a file that ends in .p12 or .pfx.',
    now: 'Choose the file from the certificate’s issuer.',
  },
  'p12-damaged': {
    what: 'The file is damaged.',
    why: 'It begins like a P12 file but cannot be read to its end, perhaps because it was not copied in full.',
    now: 'Fetch or copy the file again.',
  },
  'p12-wrong-password': {
    what: 'The PIN does not open the file.',
    why: 'The PIN or password is wrong. Upper and lower case count.',
    now: 'Try again with the PIN from the issuer’s letter. The file is still here.',
  },
  'p12-no-key': {
    what: 'The file holds no key.',
    why: 'Only a certificate was exported, without its private key.',
    now: 'Choose the file with the key, or export it again with the key included.',
  },
  'p12-no-certificate': {
    what: 'The file holds no certificate.',
    why: 'There is a key in it but nothing that says whose it is.',
    now: 'Choose the file as it came from the issuer.',
  },
  'p12-no-matching-pair': {
    what: 'Key and certificate do not belong together.',
    why: 'No certificate in the file fits a key in it.',
    now: 'Choose the file as it came from the issuer.',
  },
  'p12-several-identities': {
    what: 'The file holds several certificates with keys.',
    why: 'Only one of them can sign in for an account.',
    now: 'Choose one of them and enter the PIN again.',
  },
  'p12-too-expensive': {
    what: 'Opening this file would take far too much work.',
    why: 'Its protection asks for more computing than any issuer’s file does; that can be an attack.',
    now: 'Fetch the file again from its issuer.',
  },
  'p12-too-large': {
    what: 'The file is too large.',
    why: 'A P12 file has some kilobytes; the limit is {{limit}}.',
    now: 'Choose the .p12 file itself.',
  },
  'p12-unsupported': {
    what: 'The file uses a protection that Taxpass does not know.',
    why: 'Its algorithm is {{algorithm}}.',
    now: 'Import it into your system and export it again, or ask the issuer for a usual P12.',
  },
  'p12-took-too-long': {
    what: 'Opening the file took too long.',
    why: 'It was stopped after {{seconds}} seconds.',
    now: 'Try again when the computer is less busy, or fetch the file again from its issuer.',
  },
  'p12-interrupted': {
    what: 'The file could not be opened this time.',
    why: 'The part of Taxpass that opens it did not start or ended too early, perhaps because the computer is short of memory. That says nothing about the file or the PIN.',
    now: 'Try again. If it happens again, close other programs or restart Taxpass first.',
  },
  'certificate-expired': {
    what: 'The certificate has expired.',
    why: 'It was valid until {{notAfter}}. Authorities refuse expired certificates.',
    now: 'Order a new certificate from its issuer, import it, and sign in with it.',
  },
  'certificate-not-yet-valid': {
    what: 'The certificate is not valid yet.',
    why: 'It begins on {{notBefore}}.',
    now: 'Wait until then, or check this computer’s clock.',
  },
  'certificate-wrong-environment': {
    what: 'The certificate belongs to the other environment.',
    why: 'It was issued by {{issuer}}; the application is for {{environment}}. Test and production certificates do not work in each other’s place. Nothing was sent.',
    now: 'Choose the certificate or the application of the same environment.',
  },
  'pin-needed': {
    what: 'The PIN is needed.',
    why: 'The certificate’s key is not kept on this computer.',
    now: 'Enter the PIN of the P12.',
  },
  'application-incomplete': {
    what: 'The application is not complete.',
    why: 'It still needs {{missing}}.',
    now: 'Enter the rest under Applications, then try again.',
  },
  'keys-swapped': {
    what: 'The OAuth2 and the APIgw keys seem to be in each other’s place.',
    why: 'A client ID is used elsewhere under the other label, or is the same in both.',
    now: 'Compare with the letters; if they are swapped, press “Swap the two pairs”.',
  },
  'authority-unreachable': {
    what: '{{host}} cannot be reached.',
    why: '{{cause}}',
    now: 'Check the network and try again. If it lasts, the authority may be closed for maintenance.',
  },
  'authority-certificate-untrusted': {
    what: '{{host}} could not prove who it is.',
    why: 'Its certificate comes from somebody this computer does not trust; a proxy or virus scanner that opens traffic does this too. Nothing was sent.',
    now: 'Ask whoever runs your network whether TLS traffic is inspected.',
  },
  'authority-certificate-incomplete': {
    what: 'The server of {{host}} did not send its intermediate certificate.',
    why: 'Its certificate was made by “{{issuer}}”, and what links that to a known root is missing. {{likely}} Nothing was sent.',
    now: 'Try again later. If it lasts, tell the authority’s support, or ask whoever runs your network for the certificate “{{issuer}}” as a file, and add it in the settings under Network.',
  },
  'connection-inspected': {
    what: 'Something on the way opens the connection to {{host}}.',
    why: '{{by}} It would see tokens and what is filed, so the connection was ended. Nothing was sent.',
    now: 'Ask whoever runs your network or your virus scanner to leave {{host}} alone, which is best. Or ask for its CA certificate as a file and add it in the settings under Network.',
  },
  'authority-certificate-wrong-host': {
    what: 'Another server answered in place of {{host}}.',
    why: 'Its certificate is for another name. Nothing was sent.',
    now: 'Try again on another network, and tell whoever runs this one.',
  },
  'authority-certificate-expired': {
    what: 'The certificate of {{host}} has expired.',
    why: 'Either the authority’s server or this computer’s clock is wrong. Nothing was sent.',
    now: 'Check the date and time of this computer, then try again later.',
  },
  'authority-refused-certificate': {
    what: '{{host}} refused the certificate.',
    why: 'It ended the connection when the certificate was shown: it may be expired, blocked, or from another environment.',
    now: 'Check which certificate and environment the application needs.',
  },
  'answer-too-large': {
    what: 'The answer of {{host}} is too large.',
    why: 'It is more than {{limit}} and was cut off.',
    now: 'Ask the API for less, for example for a shorter period.',
  },
  'proxy-unreachable': {
    what: 'The proxy {{proxy}} cannot be reached.',
    why: 'The system’s settings send connections through it. {{cause}} Nothing was sent.',
    now: 'Check that this computer is on the office’s network or its VPN. At home, the system’s proxy settings may have to be switched off.',
  },
  'proxy-needs-password': {
    what: 'The proxy {{proxy}} asks for a user name and a password.',
    why: 'It connects to {{host}} only for people it knows. Nothing was sent to the authority.',
    now: 'Enter them in the settings under Network, then try again. Whoever runs the network has them.',
  },
  'proxy-password-refused': {
    what: 'The proxy {{proxy}} did not accept the user name and password.',
    why: 'They may be mistyped, or the password was changed. They are not sent again, so that no account is locked by too many tries.',
    now: 'Enter them again in the settings under Network.',
  },
  'proxy-login-unsupported': {
    what: 'The proxy {{proxy}} wants a way to log in that Taxpass does not have.',
    why: 'It offers {{schemes}}, and no login with a user name and password alone (Basic). Nothing was sent.',
    now: 'Ask whoever runs the proxy to let this computer reach {{host}} without a login, or to allow Basic. A small local proxy that logs in for you, such as cntlm, helps too.',
  },
  'proxy-refused': {
    what: 'The proxy {{proxy}} did not connect to {{host}}.',
    why: '{{reason}} It answered {{status}}. Nothing was sent.',
    now: 'Ask whoever runs the proxy to allow connections to {{host}}, or try again later.',
  },
  'proxy-kind-unsupported': {
    what: 'The proxy {{proxy}} is of a kind that Taxpass does not know.',
    why: 'The system’s settings name it as {{kind}}. Taxpass knows HTTP, HTTPS and SOCKS 5 proxies.',
    now: 'Set another kind in the system’s proxy settings, or ask whoever runs the network for one.',
  },
  'ca-file-refused': {
    what: 'This file was not added.',
    why: '{{reason}}',
    now: 'Ask for the CA certificate as a PEM or DER file (.pem, .crt or .cer) and choose that.',
  },
  'signin-busy': {
    what: 'A sign-in is already under way.',
    why: 'There is only one at a time for an authority and a holder.',
    now: 'Wait until it has ended, or cancel it.',
  },
  'signin-cancelled': {
    what: 'The sign-in was cancelled.',
    why: 'It was stopped before it ended. Nothing was changed.',
    now: 'Sign in again when you like.',
  },
  'signin-timed-out': {
    what: 'The sign-in took too long.',
    why: 'The authority had not answered after {{seconds}} seconds.',
    now: 'Try again in a moment.',
  },
  'signin-too-many-redirects': {
    what: 'The authority sent the sign-in round in circles.',
    why: 'There were more than {{count}} redirects.',
    now: 'Try again later. If it lasts, tell the authority’s support.',
  },
  'signin-insecure-redirect': {
    what: 'The sign-in was led to an address that is not secure.',
    why: 'The address was {{location}}. It was not followed.',
    now: 'Check the redirect URI of the application: it must be exactly as registered.',
  },
  'signin-origin-refused': {
    what: 'The sign-in was led to an address that is not the authority’s.',
    why: '{{origin}} is not among the addresses known for this sign-in. Nothing was sent there.',
    now: 'Try again. If it lasts, tell us the address: the authority may have a new login page.',
  },
  'signin-redirect-nowhere': {
    what: 'The authority sent the sign-in on without saying where.',
    why: '{{host}} answered with status {{status}}, a redirect, and gave no address that can be followed.',
    now: 'Try again later. If it lasts, tell the authority’s support.',
  },
  'signin-certificate-withheld': {
    what: 'Another server asked for your certificate and did not get it.',
    why: 'The sign-in was led to {{host}}, which is not among the addresses that this authority’s certificate sign-in uses.',
    now: 'Try again. If it lasts, tell us the address: the authority may have a new login page.',
  },
  'signin-ended-elsewhere': {
    what: 'The authority showed a page instead of ending the sign-in.',
    why: '{{host}} answered with status {{status}}.',
    now: 'Check that client ID and redirect URI are exactly as registered, then try again.',
  },
  'callback-malformed': {
    what: 'The authority’s answer to the sign-in cannot be read.',
    why: 'The callback is not as it should be. {{problem}}',
    now: 'Sign in again.',
  },
  'callback-state-missing': {
    what: 'The callback does not say which sign-in it belongs to.',
    why: 'Its state is missing. Somebody could have forged it, so it was not used.',
    now: 'Use the callback of this very sign-in, or sign in again.',
  },
  'callback-state-wrong': {
    what: 'The callback belongs to another sign-in.',
    why: 'Its state is not the one that was sent. Somebody could have forged it, so it was not used.',
    now: 'Use the callback of this very sign-in, or sign in again.',
  },
  'authority-refused': {
    what: 'The authority refused.',
    why: 'It refused at {{stage}}, without a reason that Taxpass knows.',
    now: 'Read its own words in the details; its support can explain them.',
  },
  'answer-not-json': {
    what: 'The authority answered with a page instead of data.',
    why: 'At {{stage}} it sent status {{status}} and the type “{{contentType}}”. It may be closed for maintenance.',
    now: 'Try again later.',
  },
  'answer-incomplete': {
    what: 'The authority’s answer lacks something.',
    why: 'The answer of {{stage}} could not be used: {{problem}}.',
    now: 'Try again later. If it lasts, tell the authority’s support.',
  },
  'token-still-lives': {
    what: 'There is already an access token that is still valid.',
    why: 'It is valid until {{expiresAt}}. The authority asks software to use its whole life.',
    now: 'Use the account you have; a new token can be fetched there.',
  },
  'authority-busy': {
    what: 'The authority asks to wait.',
    why: 'It answered {{status}}: too many requests, or it is overloaded. Nothing was renewed and nothing is lost.',
    now: 'Wait a little; renewals by themselves go on when the authority allows it.',
  },
  'other-copy-ends': {
    what: 'Renewing here ends the copy that the other program holds.',
    why: 'The refresh token was taken over from another program. A refresh token works once: the first renewal here gives Taxpass a new one, and the other program’s stops working.',
    now: 'Renew here if that program no longer renews by itself, or give it a sign-in of its own.',
  },
  'renewal-elsewhere': {
    what: 'This account is not renewed on this computer.',
    why: '{{standing}}',
    now: 'If no other computer renews it any more, choose “Renew here again” on the account.',
  },
  'signin-needed': {
    what: 'A new sign-in is needed.',
    why: '{{reason}}',
    now: 'Press the button again: the sign-in opens.',
  },
  'signin-declined': {
    what: 'You declined on the authority’s page.',
    why: 'The sign-in ended there, as you chose. Nothing was fetched and nothing was changed.',
    now: 'Sign in again if you want to consent after all.',
  },
  'callback-elsewhere': {
    what: 'This is not the address this sign-in waits for.',
    why: 'It must begin with {{arrivalUri}}, exactly.',
    now: 'Copy the whole address at which the browser stopped after your consent, and paste it here.',
  },
  'loopback-port-taken': {
    what: 'Taxpass cannot listen for the browser on this computer.',
    why: 'At port {{port}} another program listens, another sign-in of Taxpass still waits for the browser there, or the system keeps the port for itself. The browser was not opened.',
    now: 'Finish or cancel the other sign-in, or end that program, then try again. If neither helps, sign in another way, or register a callback address with another port.',
  },
  'practice-not-opened': {
    what: 'Practice could not be opened.',
    why: '{{reason}}',
    now: 'Quit Taxpass, start it again and try once more. If that does not help, start practice by the line that stands with the button.',
  },
  'browser-not-opened': {
    what: 'The browser could not be opened.',
    why: 'The system has no browser set for web addresses, or refused to start it.',
    now: 'Set a default browser in the system’s settings, then try again.',
  },
  'device-nothing-offered': {
    what: 'No certificate was found for this sign-in.',
    why: 'The token is not inserted, its driver is not installed, or no certificate on it or in this computer’s store is valid and of an issuer that the authority takes.',
    now: 'Insert the token and check in its own program that the certificate is seen. Then try again.',
  },
  'device-certificate-needed': {
    what: 'No certificate was shown.',
    why: 'The authority’s page cannot be opened without one.',
    now: 'Try again and choose your certificate.',
  },
  'device-pin-refused': {
    what: 'The token did not take the PIN.',
    why: 'Wrong PINs so far: {{tries}}. A token locks itself after a few more.',
    now: 'Look the PIN up before you try again. A locked token is unlocked with its PUK, in the program of its issuer.',
  },
  'device-removed': {
    what: 'The certificate on the token did not get through.',
    why: 'The token was pulled out meanwhile, or it is locked. Some servers break off in the same way over a certificate that they do not take.',
    now: 'Insert the token again, check it in its own program, and try again. Where it is still not seen, restart Taxpass; where it is, choose another certificate.',
  },
  'device-certificate-refused': {
    what: 'The authority did not accept the certificate.',
    why: 'It may be the wrong one of several, of an issuer this authority does not know, or blocked.',
    now: 'Try again and choose another certificate. A renewed certificate must be enrolled before it is known.',
  },
  'device-stalled': {
    what: 'The authority waited in vain for the certificate’s signature.',
    why: 'A certificate whose key is kept by a cloud service needs your approval on the phone each time, and sometimes the service does not answer.',
    now: 'Try again, and approve the request on your phone as soon as it comes.',
  },
  'redirect-uri-astray': {
    what: 'This callback URL cannot be used with the browser.',
    why: 'The browser would bring the authorization code to {{redirectUri}}, a page that belongs to somebody else.',
    now: 'Sign in through Taxpass’s own window, which stops before anything is sent there, or choose another callback URL.',
  },
  'no-access-token': {
    what: 'There is no valid access token.',
    why: 'It has ended, or none was fetched yet.',
    now: 'Fetch or renew it on the account’s Overview, then try again.',
  },
  'take-over-incomplete': {
    what: 'The access token is missing.',
    why: 'Only a refresh token was found. An account is kept with both.',
    now: 'Paste the access token along with it. One that has ended will do.',
  },
  'take-over-ended': {
    what: 'There is nothing left to take over.',
    why: 'The access token has ended, or does not say when it ends, and there is no refresh token that is still valid.',
    now: 'Sign in again with the certificate.',
  },
  'take-over-other-client': {
    what: 'These tokens belong to another application.',
    why: 'They were given to the client ID {{tokenClientId}}; the chosen application has {{applicationClientId}}. With its keys they could not be renewed.',
    now: 'Choose the application with that client ID, or enter it as a new one.',
  },
  'take-over-other-issuer': {
    what: 'These tokens are not from an authority of this mode.',
    why: 'They were issued by {{issuer}}. Real tokens are kept out of practice, and practice tokens out of real use.',
    now: 'Take them over in the other mode.',
  },
  'take-over-older': {
    what: 'The account here holds newer tokens.',
    why: 'What was pasted was issued earlier. Nothing was changed: an older pair never replaces a newer one.',
    now: 'Use the account as it is.',
  },
  'take-over-unreadable': {
    what: 'This file cannot be read for tokens.',
    why: 'It may not be opened, or is larger than 1 MB.',
    now: 'Choose a text file, such as a JSON or .env file, or paste the tokens.',
  },
  'hand-over-place-refused': {
    what: 'The token is not written there.',
    why: '{{reason}}',
    now: 'Choose a folder on this computer that is yours alone, for instance a new one in your home folder.',
  },
  'hand-over-file-failed': {
    what: 'The file was not written.',
    why: '{{reason}}',
    now: 'Choose another name or another folder of your own, then try again.',
  },
  'request-declined': {
    what: 'The request was not sent.',
    why: 'The question about it was not answered with a yes.',
    now: 'Send it again if you want it after all.',
  },
  'request-origin-refused': {
    what: 'The request was not sent.',
    why: 'The token is only sent to the authority’s own API, not to “{{origin}}”.',
    now: 'Use an address that begins with the API’s origin.',
  },
  'transfer-not-ours': {
    what: 'This is not a Taxpass file.',
    why: 'It is not a file that Taxpass wrote to move accounts or as a backup.',
    now: 'Choose a file whose name ends in “.taxpass”.',
  },
  'transfer-damaged': {
    what: 'The file is damaged.',
    why: 'It is incomplete, or was changed after Taxpass wrote it. Nothing was taken from it.',
    now: 'Copy it again from where it came, or use another backup.',
  },
  'transfer-newer': {
    what: 'The file was written by a newer Taxpass.',
    why: 'This program does not know its format; Taxpass {{program}} wrote it.',
    now: 'Install the newest Taxpass on this computer and open the file again.',
  },
  'transfer-too-large': {
    what: 'The file is too large.',
    why: 'A Taxpass file has at most {{limit}}.',
    now: 'Choose another file, or move fewer accounts at a time.',
  },
  'transfer-too-costly': {
    what: 'The file was not opened.',
    why: 'Opening it would take far more memory or time than any file that Taxpass writes.',
    now: 'Use a file that Taxpass wrote. If this one came from a stranger, delete it.',
  },
  'transfer-not-read': {
    what: 'The file could not be read.',
    why: 'It is not there any more, or this computer may not read it.',
    now: 'Choose the file again.',
  },
  'transfer-passphrase-wrong': {
    what: 'This passphrase does not open the file.',
    why: 'The file is whole, but was sealed with another passphrase.',
    now: 'Type the passphrase that was chosen when the file was made. Capital letters count.',
  },
  'transfer-busy': {
    what: 'Nothing was moved: tokens are just being fetched.',
    why: 'A renewal or a sign-in is not finished for: {{accounts}}. Its tokens could be out of date a moment later.',
    now: 'Wait until it has ended, or renew the account once more, then try again.',
  },
  'transfer-write-failed': {
    what: 'The file could not be written, and nothing was moved.',
    why: '{{reason}}',
    now: 'Choose another place and try again. The accounts go on being renewed here.',
  },
  'transfer-target-taken': {
    what: 'Another file stands there by now, and nothing was moved.',
    why: 'It was not there, or was another, when the place was chosen. Taxpass replaces no file that you have not been asked about.',
    now: 'Choose the place again. The accounts go on being renewed here.',
  },
  'transfer-still-moved': {
    what: 'Renewal here stays paused for: {{accounts}}.',
    why: 'Writing the file failed, and it is not certain that no file was left behind, or that the accounts were written again. To be safe they count as moved.',
    now: 'Delete the file if it is there. Then choose “Renew here again” on each account.',
  },
};
