/** The last resort when a screen cannot be drawn. */
export const crash = {
  title: 'This screen could not be shown',
  text: 'A fault in Taxpass. Accounts, certificates and tokens are not affected.',
  reload: 'Show it again',
} as const;
