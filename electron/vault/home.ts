import { z } from 'zod';
import type { Vault } from './contents.ts';
import { kind } from './kind.ts';

/** The computer a vault lives on; there is one, so its record needs no id of its own. */
export const homeKind = kind('home', z.strictObject({ computer: z.string() }));

const HOME = 'computer';

/**
 * Whether the vault was last used on another computer: then this folder may be a copy, and the one it was copied from
 * may still be in use. Not so where this computer's id is unknown, or the vault has no home yet. A home that cannot be
 * read counts as another.
 */
export function isFromElsewhere(vault: Vault, computerId: string | null): boolean {
  if (computerId === null) return false;
  const home = vault.read(homeKind, HOME);
  if (home !== undefined) return home.computer !== computerId;
  return vault.unreadable.some(({ kind: name }) => name === homeKind.name);
}

/**
 * Makes this computer the vault's home; resolves once that is durable. Where its id is unknown nothing is written.
 *
 * @throws VaultError as `Vault.write`
 */
export async function makeHome(vault: Vault, computerId: string | null): Promise<void> {
  if (computerId === null || vault.read(homeKind, HOME)?.computer === computerId) return;
  if (vault.unreadable.some(({ kind: name, usedPrevious }) => name === homeKind.name && !usedPrevious)) {
    await vault.remove(homeKind, HOME);
  }
  await vault.write(homeKind, HOME, { computer: computerId });
}
