/** The record of a sign-in that somebody can be sent. */
export const support = {
  open: 'Record for support…',
  title: 'Record of this sign-in',
  what: 'For whoever has to find out how a sign-in went: which hosts answered, what, and when. It holds no secrets, tokens, codes or PINs, no values of what was sent, and nothing of a certificate but who issued it and the kind of its key. Of the authority’s own error text it holds up to 200 characters, without what Taxpass knows to be secret or personal.',
  look: 'This is all of it. Nothing is sent by itself: read it first, and do not pass it on if it holds something that it should not.',
  text: 'The record',
  where: 'Give it to whoever maintains your Taxpass, or attach it to the issue you report.',
  copy: 'Copy',
  save: 'Save…',
  copied: 'The record is on the clipboard.',
  saved: 'The record is saved.',
} as const;
