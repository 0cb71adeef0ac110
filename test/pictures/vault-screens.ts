import type { VaultView } from '../../electron/contract/vault-view.ts';
import { openDetails } from './places.ts';
import type { Screen } from './screen.ts';
import type { Stage, Words } from './stage.ts';

const folder = '/home/anna/.config/Taxpass/vault';

/** Each state of the storage that is not "ready". Most take another computer, or a broken one, so main's word is given. */
export const vaultScreens: readonly Screen[] = [
  state('opening', { state: 'opening' }, (words) => words('vault.opening')),
  state('no-vault-yet', { state: 'no-vault-yet', reason: 'no-keychain' }, (words) => words('vault.no-vault-yet.title')),
  {
    name: 'vault-no-vault-yet-help',
    async open(stage) {
      await tell(stage, { state: 'no-vault-yet', reason: 'no-keychain' });
      await openDetails(stage.window.getByRole('main'), stage.words('help.about.storage'));
    },
    sign: ({ window }) => window.locator('.vault-page .help-in-place[open]').getByRole('heading'),
  },
  state('locked', { state: 'locked', what: 'storage' }, (words) => words('vault.locked.title')),
  state('window-locked', { state: 'locked', what: 'window' }, (words) => words('vault.locked.windowTitle')),
  state('unavailable', { state: 'unavailable', reason: 'keychain-refused', hasRecovery: true }, (words) =>
    words('vault.unavailable.title'),
  ),
  state('disk-full', { state: 'unavailable', reason: 'disk-full', hasRecovery: false }, (words) =>
    words('vault.disk.title'),
  ),
  state('corrupt', { state: 'corrupt', problems: ['key.json'], folder }, (words) => words('vault.corrupt.title')),
  state(
    'backend-changed',
    { state: 'backend-changed', was: 'gnome_libsecret', is: 'kwallet6', hasRecovery: false },
    (words) => words('vault.backend-changed.title'),
  ),
  state('wrong-key', { state: 'wrong-key', against: 'key-file', hasRecovery: true, folder }, (words) =>
    words('vault.wrong-key.title'),
  ),
  state(
    'in-use',
    {
      state: 'in-use',
      host: 'birou-2',
      pid: 4711,
      isElsewhere: true,
      file: 'writer-0123456789abcdef.lock',
      folder,
    },
    (words) => words('vault.in-use.title'),
  ),
  {
    name: 'vault-other-computer',
    open: (stage) => tell(stage, { state: 'other-computer' }),
    sign: titled((words) => words('vault.other-computer.title')),
  },
  state('newer-version', { state: 'newer-version', version: 9 }, (words) => words('vault.newer-version.title')),
];

function state(name: string, value: VaultView, title: (words: Words) => string): Screen {
  return {
    name: `vault-${name}`,
    open: (stage) => tell(stage, value),
    shows: 'vault/vault-page.tsx',
    sign: titled(title),
  };
}

function titled(title: (words: Words) => string): NonNullable<Screen['sign']> {
  return ({ window, words }) => window.getByRole('heading', { level: 1, name: title(words), exact: true });
}

async function tell({ tell: say, window }: Stage, value: VaultView): Promise<void> {
  await say([{ kind: 'vault', value }]);
  await window.getByRole('navigation').waitFor({ state: 'detached' });
}
