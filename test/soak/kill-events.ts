/** What the renewing process tells its killer, a line of JSON each, written before it goes on. Times are ms of its own clock. */
export type KillEvent =
  /** The vault is about to be opened. */
  | { readonly kind: 'opening' }
  /** The vault is open; what it holds of each account. */
  | { readonly kind: 'open'; readonly accounts: readonly StoredAccount[]; readonly unreadable: number }
  | { readonly kind: 'not-open'; readonly state: string }
  /** The request with the account's refresh token is about to be written to the socket. */
  | { readonly kind: 'sent'; readonly id: string; readonly at: number }
  | { readonly kind: 'answered'; readonly id: string; readonly status: number }
  /** The account's record has just become durable: the folder's fsync has returned. */
  | { readonly kind: 'durable'; readonly id: string; readonly at: number }
  /** The window was shown tokens fetched at that time, epoch ms. */
  | { readonly kind: 'shown'; readonly id: string; readonly obtainedAt: number }
  /** The window was told that the account is gone. */
  | { readonly kind: 'gone'; readonly id: string }
  /** The window's call ended well. */
  | { readonly kind: 'renewed'; readonly id: string }
  /** The window's call failed again and again; the code of the last failure, and its reason. */
  | { readonly kind: 'refused'; readonly id: string; readonly code: string }
  /** Each account that was to be renewed before the others has been. */
  | { readonly kind: 'settled' }
  /** A `verify` run has renewed every account. */
  | { readonly kind: 'done' };

export type StoredAccount = { readonly id: string; readonly obtainedAt: number };

/** What the renewing process is started with, in a file. */
export type KillOrder = {
  readonly vaultFolder: string;
  /** Profiles are data and cross as JSON. */
  readonly profiles: unknown;
  /** Accounts to renew before the others: those whose renewal was under way when the last process was killed. */
  readonly first: readonly string[];
  /** Accounts to leave alone: they are lost and known to be. */
  readonly without: readonly string[];
  readonly seed: number;
  /** `loop`: renew until killed. `verify`: renew each once, then end. */
  readonly mode: 'loop' | 'verify';
  readonly atOnce: number;
  /** Token files are kept fresh, as of a user whose home this is. */
  readonly home?: string;
};
