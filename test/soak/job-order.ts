/** What opens the vault of a job. */
export type SoakOpener =
  { readonly by: 'keychain' } | { readonly by: 'passphrase' | 'new-passphrase'; readonly passphrase: string };

/** A change of what opens a vault. */
export type KeyChange =
  | { readonly act: 'use-passphrase'; readonly passphrase: string }
  | { readonly act: 'use-keychain' }
  /** Null removes it. */
  | { readonly act: 'set-recovery'; readonly passphrase: string | null };

type Act =
  | { readonly job: 'export'; readonly path: string; readonly accountIds: readonly string[] }
  /** `start`: plans a backup in `folder` and makes the first; `due`: makes that of the day, for the plan there is. */
  | { readonly job: 'backup'; readonly act: 'start' | 'due'; readonly folder: string }
  | { readonly job: 'import'; readonly path: string; readonly importedAs: 'here' | 'only-looking' }
  | { readonly job: 'keys'; readonly change: KeyChange };

/** What a process that is to be killed is told to do: one act over one vault. */
export type JobOrder = Act & {
  readonly vaultFolder: string;
  readonly opener: SoakOpener;
  /** Of the file that is written or read. */
  readonly passphrase: string;
  /** The time it is, epoch ms. */
  readonly now: number;
};

/** What it tells, a line of JSON each. */
export type JobEvent =
  /** The vault is open, the act is about to begin. */
  | { readonly kind: 'begun' }
  /** The act is done, and took so many ms. */
  | { readonly kind: 'done'; readonly ms: number };
