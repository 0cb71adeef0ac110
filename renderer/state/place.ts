/** A screen at the right of the window, and where in it. */
export type Place =
  /** `accountId`: the account to choose; without it the one chosen before. */
  | { readonly view: 'account'; readonly accountId?: string }
  | { readonly view: 'certificates' | 'applications' | 'activity' | 'read-token' | 'help' | 'settings' };
