import type { Profile } from '../authorities/schema.ts';
import { fail } from '../contract/failure.ts';
import type { Change, Snapshot } from '../contract/snapshot.ts';
import type { VaultView } from '../contract/vault-view.ts';
import type { VaultOpening } from '../vault/vault.ts';
import type { Attempts } from './attempts.ts';
import { createStore, type Store } from './store.ts';
import { accountView, applicationView, certificateView, profileView } from './views.ts';

/** The vault as it stands, and what the window is shown of it. */
export type Workspace = {
  /** The open store; fails with `vault-not-ready` in every other state. */
  store(): Store;
  isReady(): boolean;
  /** Takes in how opening the vault ended. */
  settle(opening: VaultOpening): void;
  /** The part of the snapshot that comes from the vault. */
  view(
    profiles: readonly Profile[],
    attempts: Attempts,
  ): Pick<Snapshot, 'vault' | 'profiles' | 'certificates' | 'applications' | 'accounts' | 'attempts'>;
};

/** @param folder the vault's folder, shown where its files cannot be read */
export function createWorkspace(
  folder: string,
  announce: (changes: readonly Change[]) => void,
  isRenewing: (accountId: string) => boolean,
): Workspace {
  let vault: VaultView = { state: 'opening' };
  let store: Store | null = null;

  return {
    store: () => store ?? fail({ code: 'vault-not-ready', state: vault.state }),
    isReady: () => store !== null,
    settle(opening) {
      vault = vaultView(opening, folder);
      store = opening.state === 'ready' ? createStore(opening.vault, announce, isRenewing) : null;
      announce([{ kind: 'everything' }]);
    },
    view: (profiles, attempts) => ({
      vault,
      profiles: profiles.map(profileView),
      certificates: byId(store?.certificates().map(certificateView)),
      applications: byId(store?.applications().map(applicationView)),
      accounts: byId(accountViews(store, isRenewing)),
      attempts: byId(attempts.views()),
    }),
  };
}

function accountViews(store: Store | null, isRenewing: (accountId: string) => boolean) {
  return store?.accounts().map((record) => accountView(record, store, isRenewing));
}

function byId<T extends { id: string }>(values: readonly T[] = []): Record<string, T> {
  return Object.fromEntries(values.map((value) => [value.id, value]));
}

function vaultView(opening: VaultOpening, folder: string): VaultView {
  switch (opening.state) {
    case 'ready':
      return { state: 'ready', damaged: opening.vault.unreadable.map(({ file, why }) => `${file}: ${why}`) };
    case 'corrupt':
      return { state: 'corrupt', problems: opening.problems.map(({ file, why }) => `${file}: ${why}`), folder };
    default:
      return opening;
  }
}
