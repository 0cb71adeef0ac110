import type { Profile } from '../authorities/schema.ts';
import { fail } from '../contract/failure.ts';
import type { Change, Snapshot } from '../contract/snapshot.ts';
import type { VaultView } from '../contract/vault-view.ts';
import type { VaultOpening } from '../vault/vault.ts';
import type { WriterLock } from '../vault/writer-lock.ts';
import type { Attempts } from './attempts.ts';
import { refreshTokensHad } from './refresh-count.ts';
import { createStore, type Store } from './store.ts';
import { accountView, applicationView, backupView, certificateView, profileView, type Live } from './views.ts';

/**
 * How a try to open the vault ended, that another program has it, or that it was opened and was last used on another
 * computer: until somebody has said what that means, nobody gets at what it holds.
 */
export type VaultState = VaultOpening | Extract<WriterLock, { state: 'in-use' }> | { readonly state: 'other-computer' };

/** The vault as it stands, and what the window is shown of it. */
export type Workspace = {
  /** The open store; fails with `vault-not-ready` in every other state. */
  store(): Store;
  isReady(): boolean;
  /** Takes in how opening the vault ended. */
  settle(state: VaultState): void;
  /** The part of the snapshot that comes from the vault. */
  view(
    profiles: readonly Profile[],
    attempts: Attempts,
  ): Pick<Snapshot, 'vault' | 'profiles' | 'certificates' | 'applications' | 'accounts' | 'attempts' | 'backup'>;
};

/** @param folder the vault's folder, shown where its files cannot be read */
export function createWorkspace(folder: string, announce: (changes: readonly Change[]) => void, live: Live): Workspace {
  let vault: VaultView = { state: 'opening' };
  let store: Store | null = null;

  return {
    store: () => store ?? fail({ code: 'vault-not-ready', state: vault.state }),
    isReady: () => store !== null,
    settle(opening) {
      vault = vaultView(opening, folder);
      store = opening.state === 'ready' ? createStore(opening.vault, announce, live) : null;
      announce([{ kind: 'everything' }]);
    },
    view: (profiles, attempts) => ({
      vault,
      profiles: profiles.map(profileView),
      certificates: byId(store?.certificates().map(certificateView)),
      applications: byId(store?.applications().map(applicationView)),
      accounts: byId(accountViews(store, live)),
      attempts: byId(attempts.views()),
      backup: backupView(store?.backupPlan() ?? null),
    }),
  };
}

function accountViews(store: Store | null, live: Live) {
  if (store === null) return [];
  const had = refreshTokensHad(store, live.now());
  return store.accounts().map((record) => accountView(record, store, live, had));
}

function byId<T extends { id: string }>(values: readonly T[] = []): Record<string, T> {
  return Object.fromEntries(values.map((value) => [value.id, value]));
}

function vaultView(opening: VaultState, folder: string): VaultView {
  switch (opening.state) {
    case 'ready':
      return { state: 'ready', damaged: opening.vault.unreadable.map(({ file, why }) => `${file}: ${why}`) };
    case 'corrupt':
      return { state: 'corrupt', problems: opening.problems.map(({ file, why }) => `${file}: ${why}`), folder };
    case 'wrong-key':
    case 'in-use':
      return { ...opening, folder };
    case 'locked':
      return { state: 'locked', what: 'storage' };
    default:
      return opening;
  }
}
