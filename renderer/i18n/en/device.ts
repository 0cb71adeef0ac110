/** What a sign-in with a certificate on a hardware token, or in the system's store, asks while it goes on. */
export const device = {
  certificate: {
    legend: 'Which certificate is shown to {{host}}?',
    issued: '{{issuer}} · valid until {{time}}',
    serial: 'Serial number {{serialNumber}}',
    unfit: {
      expired: 'Expired: it cannot be used any more.',
      'not-yet-valid': 'Not yet valid: it can be used from {{time}}.',
      'not-offered': 'Not offered: it is not on the token that is inserted, or {{host}} does not take it.',
    },
    hint: 'Missing one? Cancel, insert its token, and sign in again.',
    show: 'Sign in with this certificate',
  },
  pin: {
    intro: 'The token “{{tokenName}}” asks for its PIN.',
    label: 'PIN of the token',
    empty: 'Type the PIN of the token.',
    wrong: 'That PIN was wrong.',
    triesLeft_one: 'One try is left before this sign-in ends. A token locks itself after a few wrong PINs.',
    triesLeft_other: '{{count}} tries are left before this sign-in ends. A token locks itself after a few wrong PINs.',
    staysOpen:
      'The PIN is handed to the token and not kept. The token then stays open for Taxpass until it is pulled out or Taxpass ends.',
    skip: 'Not this token',
    unlock: 'Unlock token',
  },
  /** What was asked before this window was there. */
  waits: {
    title: 'A sign-in at {{authority}} with “{{application}}” waits for an answer.',
    answer: 'Answer…',
  },
} as const;
