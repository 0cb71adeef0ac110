import { Nothing, type Calls } from './call-parts.ts';

/** The vault's states and the ways out of them. */
export const vaultCalls = {
  'vault.retry': { input: Nothing, output: Nothing, errors: [] },
} as const satisfies Calls;
