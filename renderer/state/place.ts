import type { HelpTopic } from '../features/help/topics.ts';

/** A screen at the right of the window, and where in it. */
export type Place =
  /** `accountId`: the account to choose; without it the one chosen before. */
  | { readonly view: 'account'; readonly accountId?: string }
  /** `topic`: the part of the help to open; null, or without it, its beginning. */
  | { readonly view: 'help'; readonly topic?: HelpTopic | null }
  | { readonly view: 'certificates' | 'applications' | 'activity' | 'read-token' | 'settings' };
