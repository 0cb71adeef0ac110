import { z } from 'zod';

/** The vault as it stands: each state is a screen. */
export const VaultView = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('ready'), damaged: z.array(z.string()) }),
  z.strictObject({ state: z.literal('unavailable'), reason: z.string() }),
  z.strictObject({ state: z.literal('corrupt'), problems: z.array(z.string()), folder: z.string() }),
  /** Still being opened: the first thing a window sees. */
  z.strictObject({ state: z.literal('opening') }),
  z.strictObject({ state: z.literal('backend-changed'), was: z.string(), is: z.string() }),
  z.strictObject({ state: z.literal('newer-version'), version: z.number() }),
]);
export type VaultView = z.infer<typeof VaultView>;
