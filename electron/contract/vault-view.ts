import { z } from 'zod';

/** Whether the recovery passphrase can open it. */
const hasRecovery = z.boolean();

/** The vault as it stands: each state is a screen. */
export const VaultView = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('ready'), damaged: z.array(z.string()) }),
  /** Nothing is stored yet, and the keychain cannot keep a key: a passphrase can. */
  z.strictObject({ state: z.literal('no-vault-yet'), reason: z.string() }),
  /**
   * A passphrase is asked: `storage` is sealed until then and nothing renews; of the `window` only the sight is barred,
   * and renewal goes on.
   */
  z.strictObject({ state: z.literal('locked'), what: z.enum(['storage', 'window']) }),
  z.strictObject({ state: z.literal('unavailable'), reason: z.string(), hasRecovery }),
  z.strictObject({ state: z.literal('corrupt'), problems: z.array(z.string()), folder: z.string() }),
  /** Still being opened: the first thing a window sees. */
  z.strictObject({ state: z.literal('opening') }),
  z.strictObject({ state: z.literal('backend-changed'), was: z.string(), is: z.string(), hasRecovery }),
  /** The keychain's key is not the key file's, or the key file's not the records'. */
  z.strictObject({
    state: z.literal('wrong-key'),
    against: z.enum(['key-file', 'records']),
    hasRecovery,
    folder: z.string(),
  }),
  /** Another program writes to it; `file` is its lock in `folder`, `isElsewhere` that it runs on another computer. */
  z.strictObject({
    state: z.literal('in-use'),
    host: z.string(),
    pid: z.number(),
    isElsewhere: z.boolean(),
    file: z.string(),
    folder: z.string(),
  }),
  /** It was last used on another computer, and nobody has said yet what that means: nothing renews until then. */
  z.strictObject({ state: z.literal('other-computer') }),
  z.strictObject({ state: z.literal('newer-version'), version: z.number() }),
]);
export type VaultView = z.infer<typeof VaultView>;
