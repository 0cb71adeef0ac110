import type { Article } from '../../features/help/article.ts';

/** The articles of Help on what comes after the first token, and on Taxpass itself. */
export const keeping = {
  renew: {
    title: 'Renew tokens',
    parts: [
      {
        heading: 'Two deadlines',
        blocks: [
          {
            terms: [
              {
                term: '{{button:accounts.deadlines.programs}}',
                is: 'The end of the access token: 90 days at ANAF, one hour at Skatteverket. Until then programs that hold it go on.',
              },
              {
                term: '{{button:profiles.anaf.deadlines.person}}',
                is: 'The end of the refresh token: 365 days at ANAF; 65 minutes at Skatteverket with e-ID. Until then a renewal needs nobody. What the token itself says counts more than these numbers.',
              },
            ],
          },
        ],
      },
      {
        heading: 'What happens by itself',
        blocks: [
          {
            list: [
              'ANAF: the tokens are renewed from 14 days before the access token ends.',
              'Skatteverket with e-ID: while the token is in use, at most ten times after one sign-in.',
              'Skatteverket with an organisation certificate or as a system: the account rests, and a token is fetched when it is needed. That is normal.',
              'Only while Taxpass runs. See {{button:settings.heading}}: {{button:notices.settings.staysInTray}}; {{button:notices.settings.startsAtLogin}}.',
              'Where a passphrase opens the storage, nothing is renewed after a restart until it is typed.',
            ],
          },
        ],
      },
      {
        heading: 'What needs a person',
        blocks: [
          {
            list: [
              'At ANAF a sign-in with the certificate, once the refresh token has ended: {{button:accounts.signInAgain}} Notices come 60, 30, 14, 7 and 1 days before.',
              'A certificate that ends. The tokens go on; the next sign-in needs the new certificate, at ANAF enrolled again in SPV.',
              'Tokens taken over from another program: before the first renewal Taxpass asks, because it ends that program’s copy.',
            ],
          },
        ],
      },
      {
        heading: 'By hand',
        blocks: [
          '{{button:accounts.renewal.refresh-token.act}} on the account, or {{button:notices.act.renewDue}}. If an answer is lost on the way, the account says so, keeps the old tokens and tries once more.',
        ],
      },
    ],
  },
  'renew-certificate': {
    title: 'When your certificate is renewed',
    parts: [
      {
        heading: 'What goes on by itself',
        blocks: [
          'The tokens there are go on to their own end, and renewing them by refresh token needs no certificate. A sign-in needs one that is valid, and with an organisation certificate each new access token is a sign-in.',
        ],
      },
      {
        heading: 'Step by step',
        blocks: [
          {
            steps: [
              {
                do: 'Have the issuer renew it before it ends.',
                gives: 'a new file, or a new certificate on the USB token. Its serial number is another.',
              },
              {
                do: 'At ANAF, enrol the new one in SPV, at anaf.ro/reinnoire.',
                gives: 'a certificate that ANAF knows. This can take a day; until then ANAF refuses the sign-in.',
              },
              {
                do: 'If it is a file, under {{button:certificates.heading}}: {{button:certificates.importButton}}',
                gives: 'the new one beside the old one. One on a USB token is listed after the first sign-in with it.',
              },
              {
                do: 'When an account asks for a sign-in, choose the new certificate in the first step.',
                gives: 'new tokens in the same account; its companies and programs stay.',
              },
              {
                do: 'Copy the new token for programs that have a copy by the clipboard: {{button:handOver.open}} A file that is kept up to date is written by itself.',
                gives: '',
              },
              {
                do: 'When no account uses the old certificate any more, remove it under {{button:certificates.heading}}.',
                gives: '',
              },
            ],
          },
        ],
      },
    ],
  },
  'hand-over': {
    title: 'Give a token to a program',
    parts: [
      {
        heading: '',
        blocks: [
          'Whoever has an access token can act with it until it ends. Give it only to a program that needs it.',
          {
            steps: [
              { do: 'On the account, {{button:handOver.open}}', gives: '' },
              {
                do: 'Name the program and choose a way: {{button:handOver.dialog.clipboard}}, or {{button:handOver.dialog.file}}.',
                gives: '',
              },
              {
                do: 'Answer the system’s question.',
                gives: 'a copy there, and on the account who has it and until when that copy works.',
              },
            ],
          },
        ],
      },
      {
        heading: 'Clipboard or file',
        blocks: [
          {
            list: [
              'The clipboard is cleared after a minute if it still holds the token. Each new access token has to be copied again.',
              'The file gets each new access token, is readable by you alone, and deleted when you stop. It is not encrypted. Folders that are synchronised, shared or open to others are refused where they are recognised.',
            ],
          },
        ],
      },
      {
        heading: 'When the program wants a new token',
        blocks: [
          {
            steps: [
              {
                do: 'On the account: {{button:accounts.renewal.sign-in.act}} or {{button:accounts.renewal.refresh-token.act}}',
                gives: '',
              },
              { do: 'Beside the program’s name: {{button:handOver.again}}', gives: '' },
              { do: 'Paste it there within a minute. A file that is kept up to date has it already.', gives: '' },
            ],
          },
          'At Skatteverket an access token lives for one hour, so this is done whenever the program asks. Those of ANAF are renewed automatically: then only the last two steps are left.',
        ],
      },
      {
        heading: 'What is never given',
        blocks: [
          'The refresh token, a secret or a key. A program that renews by itself needs a sign-in of its own: two that renew with one refresh token end each other’s access.',
        ],
      },
    ],
  },
  move: {
    title: 'Another computer, backup, passphrase',
    parts: [
      {
        heading: 'Move to another computer',
        blocks: [
          {
            steps: [
              {
                do: 'On the old computer, under {{button:settings.heading}}: {{button:transfer.move.open}}',
                gives: 'a file that only your passphrase opens. The old computer no longer renews these accounts.',
              },
              {
                do: 'On the new one: {{button:firstRun.elsewhere.open}} or, under {{button:settings.heading}}, {{button:transfer.restore.open}}',
                gives: 'the accounts there, with applications and certificates.',
              },
              { do: 'Delete the file. With the passphrase it is as good as the tokens.', gives: '' },
            ],
          },
          'Never let two computers renew one account: each ends the other’s tokens.',
        ],
      },
      {
        heading: 'Backup',
        blocks: [
          '{{button:transfer.backup.setUp}} writes a sealed copy of everything once a day, when something changed; the last 14 are kept. A backup is first opened for viewing only: its tokens may have been renewed since, and old ones can end the newer.',
        ],
      },
      {
        heading: 'Passphrase',
        blocks: [
          {
            list: [
              'Usually the system’s keychain opens the storage. {{button:vault.protection.usePassphrase}} lets a passphrase do so at each start; until it is typed, nothing is renewed.',
              '{{button:vault.protection.setRecovery}} Do this in any case: it opens the storage where the keychain or the passphrase is lost.',
              'Nobody can restore a lost passphrase, and nobody else has one. Write it down and keep it away from this computer.',
              'With a passphrase the window locks when the computer has not been touched for a quarter of an hour; renewal goes on. {{button:vault.protection.lock}} does it at once.',
            ],
          },
        ],
      },
    ],
  },
  revoke: {
    title: 'End access, report a token',
    parts: [
      {
        heading: 'Remove from this computer',
        blocks: [
          'Deletes the account here. The authority is not told; a copy that a program holds works until it ends.',
        ],
      },
      {
        heading: 'Revoke at ANAF',
        blocks: [
          '{{button:accounts.revoke.open ANAF}} sends the token to ANAF’s address for revoking. ANAF documents only the address, not what it does: do not rely on it. The sure way is “Șterge aplicația” on the page “Profil OAuth”; it ends every account under that application.',
        ],
      },
      {
        heading: 'A token got into the wrong hands',
        blocks: [
          {
            steps: [
              {
                do: 'On the account, {{button:compromised.open}}',
                gives: 'a list of every access token of it that still works, replaced ones too.',
              },
              {
                do: '{{button:compromised.save}}',
                gives: 'a file with these tokens for ANAF, which asks for them so that it can block them.',
              },
              {
                do: 'Send it to ANAF. Its page names no address: use the contact form on its portal to ask how to send it safely.',
                gives: '',
              },
              {
                do: 'Delete the application with “Șterge aplicația”, then the file, and register it again.',
                gives: '',
              },
            ],
          },
          'Replaced access tokens are kept sealed until they end, for this alone.',
        ],
      },
      {
        heading: 'At Skatteverket',
        blocks: [
          'There is no way to revoke a token; it ends within an hour. If keys got into the wrong hands, have them withdrawn by Skatteverket.',
        ],
      },
    ],
  },
  limits: {
    title: 'Limits',
    parts: [
      {
        heading: 'ANAF',
        blocks: [
          {
            list: [
              'Access token 90 days, refresh token 365 days. What the token itself says counts.',
              'Several sign-ins or renewals of one person at once are answered with “255”. Taxpass does one at a time for each certificate.',
              'The code that comes back from a sign-in has to be exchanged at once; Taxpass does it.',
              'The APIs have limits for each day and company, “S-au facut deja … in cursul zilei”. Wait until the next day.',
              'One token covers every company for which the holder of the certificate has rights in SPV.',
            ],
          },
        ],
      },
      {
        heading: 'Skatteverket',
        blocks: [
          {
            list: [
              'Access token one hour. Use it for its whole life; do not fetch one for each call.',
              'Refresh token (e-ID only) 65 minutes, and at most ten of them for one person during a session, whichever accounts they go to.',
              'The code that comes back from a sign-in is valid for five minutes.',
              'Only the headers that the service documents may be sent; otherwise the call may be blocked. Taxpass sends those alone.',
            ],
          },
        ],
      },
      {
        heading: 'Taxpass',
        blocks: [
          {
            list: [
              'A certificate file may be up to 10 MB, a text with tokens up to 1 MB.',
              'Where an authority asks to wait, Taxpass waits, and says until when.',
            ],
          },
        ],
      },
    ],
  },
  keyboard: {
    title: 'Keyboard',
    parts: [{ heading: '', blocks: ['Everything can be done by keyboard.', { part: 'shortcuts' }] }],
  },
  storage: {
    title: 'What Taxpass keeps, and where',
    parts: [
      {
        heading: '',
        blocks: [
          'Everything is kept on this computer, in the folder `Taxpass` (in practice `Taxpass Practice`) where the system keeps programs’ data. Nothing is sent anywhere but to the authority you sign in at, and its APIs when you send a request.',
          {
            terms: [
              {
                term: 'Keys, secrets, tokens',
                is: 'Sealed (AES-256-GCM). The key to them is kept by the system’s keychain, or opened by your passphrase.',
              },
              {
                term: '{{button:activity.heading}}',
                is: 'What was done and when; no token, no secret, personal numbers masked. Sealed too.',
              },
              { term: '{{button:settings.heading}}', is: 'Language, theme, window. Nothing secret, and not sealed.' },
              {
                term: 'What you send elsewhere',
                is: 'Backups and moved accounts: sealed by your passphrase. A token file for a program and the report of compromised tokens: not encrypted, readable by you alone.',
              },
            ],
          },
        ],
      },
      {
        heading: 'Never stored',
        blocks: ['A PIN, a passphrase. The window itself is given no token, no secret and no key.'],
      },
      {
        heading: 'What protects it, and what does not',
        blocks: [
          {
            list: [
              'Whoever can use your user account while Taxpass is open can use what it holds. Treat the computer like the certificate.',
              'Without a keychain and without a passphrase nothing is stored.',
              'The client secrets are on this computer: your firm uses its own keys and its own certificate; none come with the program.',
              'What cannot be read is never overwritten. The program says what is wrong and where it is.',
            ],
          },
        ],
      },
    ],
  },
  practice: {
    title: 'Practice',
    parts: [
      {
        heading: '',
        blocks: [
          'In practice mode a practice ANAF and a practice Skatteverket run on this computer, and nothing leaves it. It has its own data and a banner that never goes away; nothing of it counts in real use.',
          { part: 'practice' },
        ],
      },
    ],
  },
  glossary: {
    title: 'Glossary',
    parts: [
      {
        heading: '',
        blocks: [
          {
            terms: [
              {
                term: 'access token',
                is: 'The pass a program shows with each call. It ends soon; whoever has it can use it.',
              },
              {
                term: 'refresh token',
                is: 'What new tokens are fetched with, without a person. It works once and never leaves Taxpass.',
              },
              {
                term: 'application',
                is: 'The registration at an authority: name, addresses, services or scopes, keys.',
              },
              { term: 'account', is: 'An application together with the one who signed in, and the tokens.' },
              { term: 'client ID, client secret', is: 'The name and the key of an application.' },
              {
                term: 'OAuth2, APIgw',
                is: 'The labels on Skatteverket’s two pairs of keys: for tokens, and for calls.',
              },
              { term: 'Callback URL, redirect URI', is: 'The registered address to which a sign-in comes back.' },
              { term: 'scope', is: 'What a Skatteverket token opens. ANAF has services (“Serviciu”) instead.' },
              { term: 'claim', is: 'One statement in an ANAF token, such as its roles or its end.' },
              { term: 'SPV, SPV PJ', is: '“Spațiul Privat Virtual”, ANAF’s portal; the role for legal persons in it.' },
              {
                term: 'organisationslegitimation',
                is: 'The certificate of a Swedish organisation, issued by Expisoft.',
              },
              { term: 'holder', is: 'Whose certificate it is.' },
              {
                term: 'test, production',
                is: 'Skatteverket’s two environments, with keys and certificates of their own.',
              },
              { term: 'take over', is: 'Bring tokens that another program fetched; no certificate is needed.' },
              { term: 'revoke', is: 'Have the authority end a token before its time.' },
              { term: 'vault', is: 'Where Taxpass keeps keys, certificates and tokens, sealed on this computer.' },
            ],
          },
        ],
      },
    ],
  },
} as const satisfies Record<string, Article>;
