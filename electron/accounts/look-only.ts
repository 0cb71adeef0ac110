import type { Vault } from '../vault/vault.ts';
import { accountKind, backupPlanKind } from './records.ts';

/**
 * Says of every account that is `here` that it is only to be looked at: the vault is a copy, and the computer it was
 * copied from renews them. The daily backup ends as well, since it would replace that computer's newer files. Resolves
 * once that is durable, with whether it could be said of all: what cannot be read now stays as it is.
 *
 * @throws VaultError as `Vault.write`
 */
export async function lookOnly(vault: Vault): Promise<boolean> {
  const here = vault.list(accountKind).filter(({ value }) => value.standing === 'here');
  await Promise.all([
    ...here.map(({ id }) =>
      vault.update(accountKind, id, (account) => ({ ...account, standing: 'only-looking' as const })),
    ),
    ...vault.list(backupPlanKind).map(({ id }) => vault.remove(backupPlanKind, id)),
  ]);
  const silenced: readonly string[] = [accountKind.name, backupPlanKind.name];
  return !vault.unreadable.some(({ kind, usedPrevious }) => silenced.includes(kind) && !usedPrevious);
}
