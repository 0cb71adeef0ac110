/** Renewal by the program itself, of many accounts at once, and what can come between. */
export const renewals = {
  heading: 'Renewal of all that are due',
  start: 'Renew all due ({{count}})',
  progress: '{{renewed}} of {{total}} renewed',
  progressWithFailures: '{{renewed}} of {{total}} renewed, {{failed}} failed',
  waitsUntil: 'Waiting until {{time}}: the authority asks to wait.',
  cancel: 'Cancel',
  cancelling: 'Stopping…',
  dismiss: 'Dismiss',
  result: {
    none: 'Nothing was due any more.',
    all_one: '{{count}} account was renewed.',
    all_other: 'All {{count}} accounts were renewed.',
    some: '{{renewed}} renewed, {{failed}} could not be renewed.',
    cancelled: 'Stopped: {{renewed}} renewed, {{left}} not tried.',
    cancelledWithFailures: 'Stopped: {{renewed}} renewed, {{failed}} failed, {{left}} not tried.',
  },
  failed: 'Not renewed',
  said: {
    started_one: '{{count}} account is being renewed.',
    started_other: '{{count}} accounts are being renewed.',
  },
  byItself: {
    from: 'While it runs, Taxpass renews the tokens by itself from {{time}}.',
    withinADay: 'While it runs, Taxpass renews the tokens by itself within a day.',
    due: 'Taxpass renews the tokens by itself: they are due now.',
    whileInUse:
      'Fetched when needed: Taxpass renews the access token by itself while it is in use, at most ten times after one sign-in.',
    otherCopy:
      'Taxpass does not renew the tokens by itself as long as another program may hold the same refresh token.',
  },
  otherCopy: {
    title: 'Taken over from another program; not yet renewed here',
    text: 'The first renewal here ends the refresh token that the other program holds; you are asked before. From then on Taxpass renews it by itself.',
  },
  answerLost: {
    what: 'The answer to a renewal was lost.',
    why: 'New tokens were asked for, and no answer arrived, or it could not be stored. The authority may or may not have used up the old refresh token.',
    kept: 'The old refresh token is kept, and Taxpass tries it once more by itself.',
    keptByHand: 'The old refresh token is kept. Taxpass does not try it again by itself.',
    how: 'How the last try ended',
    now: 'Press “Renew the token” to try it now. If the authority no longer accepts it, sign in again.',
  },
} as const;
