/** Reporting access tokens that got into wrong hands (R19). */
export const compromised = {
  open: 'A token got into the wrong hands…',
  title: 'Report compromised tokens to {{authority}}',
  what: 'An access token works until it ends, for whoever has it. A renewal does not end the ones before: they are listed here too.',
  tokens: 'Access tokens that still work',
  none: 'No access token of this account still works. There is nothing to report; a refresh token in the wrong hands is ended by deleting the application.',
  which: 'Token',
  current: 'In use',
  replaced: 'Replaced',
  gone: 'Removed',
  issued: 'Issued',
  ends: 'Works until',
  serial: 'Certificate',
  fingerprint: 'Fingerprint',
  notSaid: 'not said',
  steps: {
    label: 'What to do, in this order',
    save: 'Save the file for {{authority}}. It holds these access tokens, the client ID, the certificate’s serial number and the dates; no refresh token and no secret.',
    send: 'Send it to {{authority}}: its page asks that compromised tokens be sent to it, so that it blocks them. The page gives no address; use the contact form on its portal to ask how to send it safely.',
    delete: 'End the access of the application as well:',
    remove:
      'Delete the saved file. Then remove the account from this computer: the tokens that are listed here are kept sealed until they end, only to be reported, and no program gets them any more.',
    anew: 'Register the application again and sign in with it.',
  },
  /** Of accounts that were removed. */
  removed: {
    heading: 'Tokens of removed accounts that still work',
    what: 'These accounts were removed from this computer, and whoever holds one of their access tokens can use it until it ends. They are kept sealed here until then, only to be reported to {{authority}} as compromised.',
    title: '{{holder}}, {{application}}',
    named: '{{account}} (removed {{time}})',
    saveFor: 'Save the file for {{account}}…',
  },
  save: 'Save the file…',
  asking: 'The question is in a window of its own.',
  saved: 'The file was written. Delete it once {{authority}} has it.',
  declined: 'No file was written.',
  signInAnew: 'Sign in anew…',
} as const;
