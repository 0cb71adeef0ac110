import type { Article } from '../../features/help/article.ts';

/** The articles of Help on what comes before the first token. */
export const signingIn = {
  'register-anaf': {
    title: 'Register an application at ANAF',
    parts: [
      {
        heading: '',
        blocks: [
          'ANAF gives tokens to a program only once it is registered as an application, on the page “Profil OAuth”. That is done once; the application then serves any number of accounts. The names in quotation marks are those of ANAF’s pages.',
        ],
      },
      {
        heading: 'Before you begin',
        blocks: [
          {
            list: [
              'A qualified digital certificate, enrolled in SPV (“Spațiul Privat Virtual”) with the role SPV PJ: as legal representative, delegate or agent (“împuternicit”) of a company. Without the role ANAF refuses the sign-in with access_denied.',
              'A renewed certificate has a new serial number and has to be enrolled again, at anaf.ro/reinnoire. ANAF may take a day to recognise it.',
            ],
          },
        ],
      },
      {
        heading: 'Step by step',
        blocks: [
          {
            steps: [
              {
                do: 'On anaf.ro open “Servicii Online”, “Înregistrare utilizatori”; there, under “Dezvoltatori aplicații”, “Înregistrare pentru API-uri”. The address is below.',
                gives: 'a user account for the portal; the activation link comes by e-mail.',
              },
              {
                do: 'Sign in under “Autentificare utilizator” and open “Editare profil Oauth”, then “Gestionare aplicații”.',
                gives: 'the page “Profil OAuth”.',
              },
              { do: 'Enter a name of your own under “Denumire aplicație”.', gives: '' },
              {
                do: 'Enter an address under “Callback URL 1”, character for character; “+” adds another line. Which address to enter is said below.',
                gives: 'the addresses, and no others, to which ANAF sends a sign-in back.',
              },
              {
                do: 'Choose E-Factura, E-Transport or both under “Serviciu”.',
                gives: 'the services that the tokens will open, and no others.',
              },
              {
                do: 'Press “Generare Client ID”.',
                gives:
                  'in the table “Client ID-uri OAuth existente pentru contul dvs.” a Client ID and a Client Secret. Treat the secret like a key: enter it in Taxpass and keep it nowhere else.',
              },
              {
                do: 'In Taxpass, press {{button:board.add}}, then {{button:profiles.anaf.add}}, and enter all of it.',
                gives: 'an account with an access token for 90 days and a refresh token for 365 days.',
              },
            ],
          },
          { address: 'https://www.anaf.ro/InregOauth/index.xhtml' },
        ],
      },
      {
        heading: 'Which Callback URL',
        blocks: [
          {
            terms: [
              {
                term: 'https://localhost:9002/callback',
                is: 'Choose this one. It works in Taxpass’s own window, where it is caught before anything is sent, and with your own browser, for which Taxpass listens there while you sign in.',
              },
              {
                term: 'https://oauth.pstmn.io/v1/callback',
                is: 'The one in ANAF’s Postman example. If you have it already, keep it: Taxpass’s own window catches it before anything is sent to Postman. Not with your own browser.',
              },
            ],
          },
          'ANAF accepts https addresses only: neither http:// nor an app’s own scheme. What is registered and what is entered here must be the same, with port, capitals and slashes.',
        ],
      },
      {
        heading: 'What ends everything',
        blocks: [
          '“Șterge aplicația” deletes the application and revokes its Client ID. Every account under it ends, in every program and on every computer.',
        ],
      },
    ],
  },
  'register-skatteverket': {
    title: 'Get keys from Skatteverket',
    parts: [
      {
        heading: '',
        blocks: [
          'Skatteverket gives two pairs of API keys: one marked OAuth2, by which access tokens are fetched, and one marked APIgw, by which its APIs are called. Without the APIgw keys you get an access token but can call no API. They come in parts, on different days. Most flows also need an organisation certificate (“organisationslegitimation”).',
        ],
      },
      {
        heading: 'Step by step',
        blocks: [
          {
            steps: [
              {
                do: 'On “Utvecklarportalen” find the API you need. Its description says which flow, which way to sign in and which scope it has: these cannot be chosen freely.',
                gives: 'the flow and the scopes.',
              },
              {
                do: 'Ask for access with Skatteverket’s form: “kompletta testtjänster” need no agreement, “driftsatta tjänster” do. Name the redirect URI there, as below.',
                gives: 'a registration for one environment, test or production.',
              },
              {
                do: 'Order the “organisationslegitimation” from Expisoft, the only issuer Skatteverket takes; for tests, a test certificate. Sign-in with e-ID needs none.',
                gives: 'a .p12 file and, separately, its “PIN-kod”.',
              },
              {
                do: 'Enter each part as it comes; {{button:firstRun.saveForLater}} keeps what there is.',
                gives:
                  'OAuth2 client ID and OAuth2 client secret, APIgw client ID and APIgw client secret. What is still missing is listed on the first page and under {{button:applications.heading}}.',
              },
              {
                do: 'Press {{button:board.add}}, then {{button:profiles.skatteverket-org.add}}, choose the .p12 and type its PIN.',
                gives: 'an access token for one hour. One click fetches the next.',
              },
            ],
          },
          { address: 'https://www7.skatteverket.se/portal/apier-och-oppna-data/utvecklarportalen' },
        ],
      },
      {
        heading: 'Which redirect URI',
        blocks: [
          {
            terms: [
              {
                term: 'https://localhost/test',
                is: 'With the organisation certificate: the example of Skatteverket’s guide. Nothing has to listen there; Taxpass follows the sign-in itself and stops at this address.',
              },
              {
                term: 'taxpass://oauth/callback',
                is: 'With e-ID: the browser hands the sign-in over to Taxpass by itself.',
              },
              {
                term: 'https://localhost/my-redirect-uri',
                is: 'With e-ID, where only https is taken: you paste the address at which the browser stopped.',
              },
            ],
          },
          'It must be entered exactly as it was registered, character for character.',
        ],
      },
      {
        heading: 'What often goes wrong',
        blocks: [
          {
            list: [
              'Keys and certificates of the test environment do not work in production, nor the other way round.',
              'The two pairs are in each other’s place: {{button:applications.swap}}.',
              'The keys were made for another flow: then Skatteverket has to give others.',
            ],
          },
        ],
      },
    ],
  },
  'usb-token': {
    title: 'Sign in with a USB token',
    parts: [
      {
        heading: '',
        blocks: [
          'The key never leaves the token. Taxpass opens ANAF’s page in a window of its own; the certificate is shown to ANAF’s sign-in address alone. Renewing needs neither token nor PIN.',
          {
            steps: [
              { do: 'Insert the token before you sign in.', gives: '' },
              {
                do: 'Press {{button:board.add}}, then {{button:profiles.anaf.add}} Choose {{button:signIn.ways.device-window.name}}, then the application.',
                gives: '',
              },
              {
                do: 'Type the token’s PIN where it is asked: on Linux in Taxpass, elsewhere in the system’s own window.',
                gives: '',
              },
              {
                do: 'Choose the certificate: {{button:device.certificate.show}}. Nothing is chosen for you.',
                gives:
                  'an account; the certificate is listed under {{button:certificates.heading}}, and its end is watched.',
              },
            ],
          },
        ],
      },
      {
        heading: 'Windows',
        blocks: [
          'Install the driver of the token’s maker. Its certificates then appear in the Windows certificate store (“certmgr.msc”, Personal). The driver asks for the PIN.',
        ],
      },
      {
        heading: 'macOS',
        blocks: [
          'Install the driver of the token’s maker (CryptoTokenKit). Its certificates then appear in the keychain. macOS asks for the PIN.',
        ],
      },
      {
        heading: 'Linux',
        blocks: [
          'Make the PKCS#11 library (.so) of the token’s maker known, once, with your own path:',
          { code: 'modutil -dbdir sql:$HOME/.pki/nssdb -add "my token" -libfile /path/to/library.so' },
          'The command is in the package `libnss3-tools`. If the folder is not there yet, this makes it:',
          { code: 'certutil -N -d sql:$HOME/.pki/nssdb' },
          'Taxpass hands a PIN on at most three times in one sign-in, because tokens lock themselves after a few wrong ones. It is not kept.',
        ],
      },
      {
        heading: 'When nothing is offered',
        blocks: [
          {
            list: [
              'Is the token inserted? One that was pulled out may be seen again only after a restart of Taxpass.',
              'Does the program of the token’s maker see the certificate? If not, the driver is missing.',
              'A certificate that has expired or is not valid yet cannot be used.',
              'Several tokens may each ask for a PIN: {{button:device.pin.skip}} passes to the next.',
              'A certificate in the cloud works where its provider’s driver puts it into the same places. Approve each request on your phone.',
              'Where it has worked in your browser so far, sign in there: {{button:signIn.ways.browser.name}}.',
            ],
          },
          'If ANAF answers access_denied, the certificate was seen and not accepted: it has no role SPV PJ, or was renewed and not enrolled again in SPV.',
        ],
      },
    ],
  },
  p12: {
    title: 'Sign in with a .p12 file',
    parts: [
      {
        heading: '',
        blocks: [
          'A .p12 or .pfx file holds a certificate with its key, protected by a PIN or a password.',
          {
            steps: [
              { do: '{{button:certificates.chooseFile}} Or drop the file anywhere on the window.', gives: '' },
              {
                do: 'Type its PIN. It opens the file now and is not stored.',
                gives: 'the certificate on the screen: holder, issuer, validity.',
              },
              {
                do: 'Decide whether the key may be kept. Ticked, it is sealed on this computer and tokens can be fetched without asking. Otherwise the PIN is asked at each sign-in, and nothing that needs the certificate happens by itself.',
                gives: '',
              },
              { do: '{{button:certificates.import}}', gives: 'the certificate under {{button:certificates.heading}}.' },
            ],
          },
        ],
      },
      {
        heading: 'At ANAF',
        blocks: [
          'Pages of ANAF open in a window of Taxpass, which shows the certificate when they ask for it. It needs the role SPV PJ.',
        ],
      },
      {
        heading: 'At Skatteverket',
        blocks: [
          'Taxpass goes through the sign-in by itself; no window opens. {{button:accounts.copyCurl}} gives the same as a line of Skatteverket’s guide, with placeholders for file and PIN.',
        ],
      },
      {
        heading: 'When the file does not open',
        blocks: [
          {
            list: [
              'The PIN came separately from the file, and is not that of your bank card or phone. A space counts like any other character.',
              'A .cer, .crt or .pem file has no key in it. Ask the issuer for the .p12, or export it with its private key.',
              'Old protection is no obstacle: Taxpass opens files that Windows or browsers refuse, and says what is weak about them.',
            ],
          },
        ],
      },
    ],
  },
} as const satisfies Record<string, Article>;
