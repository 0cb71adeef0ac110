/** What stands around the explanation of a failure. */
export const explained = {
  causes: 'Likely causes, the most likely first:',
  moreCauses_one: 'One more cause',
  moreCauses_other: '{{count}} more causes',
  /** What the program knows that speaks for a cause. */
  because: {
    certificateEnded: 'Likely here: this certificate has ended.',
    certificateNotYet: 'Likely here: by this computer’s clock it is not valid yet.',
    newerCertificate: 'Likely here: there is another certificate of the same holder, valid for longer.',
    certificateIsNew: 'Likely here: this certificate is less than 30 days old.',
    certificateEnding: 'Likely here: this certificate ends within 30 days, so that its holder may have a new one.',
    clientIdOfApigw: 'Likely here: the same client ID is entered as one of an APIgw pair.',
    clientIdOfOtherFlow: 'Likely here: an application of another flow has the same client ID.',
    clientIdOfOtherEnvironment: 'Likely here: an application of the other environment has the same client ID.',
    otherCopy: 'Likely here: these tokens were taken over from another program.',
    tokenEnded: 'Likely here: by this computer’s clock it has.',
    workedBefore: 'Likely here: these keys have worked before.',
  },
  redirectUri: {
    heading: 'Compare them character for character',
    sent: 'What Taxpass sent',
    registered: 'What is registered (paste it here)',
    hint: 'It is only compared, and neither sent nor kept.',
    same: 'They are the same in every character. Then the cause is another one.',
    differ: 'They part after “{{same}}”: {{sent}} was sent, {{registered}} is registered.',
    quoted: '“{{text}}”',
    nothing: 'nothing more',
  },
} as const;
