import { z } from 'zod';
import { Nothing, Secret, type Calls } from './call-parts.ts';

/** What protects the open vault. */
export const Protection = z.strictObject({
  /** The keychain's name; null where a passphrase is asked at each start. */
  keychain: z.string().nullable(),
  hasRecovery: z.boolean(),
  /** Whether there is a keychain that could take the place of the passphrase. */
  canUseKeychain: z.boolean(),
  notices: z.array(
    z.enum(['key-file-previous-used', 'key-reseal-failed', 'key-file-not-migrated', 'opened-by-recovery']),
  ),
});
export type Protection = z.infer<typeof Protection>;

/** The vault's states and the ways out of them; passphrases go to main once and never come back. */
export const vaultCalls = {
  'vault.retry': { input: Nothing, output: Nothing, errors: [] },
  /** Makes a vault that a passphrase opens, where there is none yet. */
  'vault.create': { input: z.strictObject({ passphrase: Secret }), output: Nothing, errors: ['passphrase-too-short'] },
  /** Opens a locked vault or window, or with the recovery passphrase one whose keychain is lost. */
  'vault.unlock': {
    input: z.strictObject({ passphrase: Secret }),
    output: Nothing,
    errors: ['passphrase-wrong', 'passphrase-busy'],
  },
  /** Bars the window at once; what a passphrase opens is sealed again as soon as nothing is at stake. */
  'vault.lock': { input: Nothing, output: Nothing, errors: ['passphrase-needed'] },
  /**
   * Answers whether all was moved here from another computer, which then is not used any more, or is only to be looked
   * at: then nothing is renewed here until an account is said to be here. Without a question nothing happens.
   */
  'vault.settleIn': { input: z.strictObject({ as: z.enum(['moved', 'only-looking']) }), output: Nothing, errors: [] },
  'vault.protection': { input: Nothing, output: Protection, errors: [] },
  /**
   * From now on this passphrase opens the vault. `current` is one that opens it so far, the recovery passphrase too;
   * null where there is none: then a native question is asked.
   */
  'vault.usePassphrase': {
    input: z.strictObject({ current: Secret.nullable(), passphrase: Secret }),
    output: Nothing,
    errors: ['passphrase-wrong', 'passphrase-too-short', 'change-declined'],
  },
  /** From now on the keychain opens it. */
  'vault.useKeychain': {
    input: z.strictObject({ current: Secret }),
    output: Nothing,
    errors: ['passphrase-wrong', 'keychain-refused'],
  },
  /**
   * Sets or replaces the recovery passphrase; null removes it, after a native question. `current` as with
   * `vault.usePassphrase`; where the keychain opens the vault it may be null too, for a recovery passphrase that was
   * forgotten: then a native question is asked before it is replaced.
   */
  'vault.setRecovery': {
    input: z.strictObject({ current: Secret.nullable(), passphrase: Secret.nullable() }),
    output: Nothing,
    errors: ['passphrase-wrong', 'passphrase-too-short', 'change-declined'],
  },
} as const satisfies Calls;
