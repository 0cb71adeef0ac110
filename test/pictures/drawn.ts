import type { Locator } from 'playwright';
import { ProfileId } from '../../electron/contract/profile-id.ts';
import type { Stage, Words } from './stage.ts';

/** How a dialog or page is known: by the kind of element that names it, and its name, one of several where it has more. */
type Known = {
  readonly by: 'dialog' | 'page' | 'tabs' | 'topics' | 'back';
  readonly names: (words: Words) => readonly string[];
};

const profiles = ProfileId.options;
/** A sentence with its places for values left as they are. */
const raw = { skipInterpolation: true } as const;

/**
 * Every file below renderer/features that draws a whole dialog or page, with what it is known by. A test holds the list
 * against the files there are, and its names against what each file says.
 */
export const drawn = {
  'accounts/account-page.tsx': { by: 'tabs', names: (words) => [words('accounts.tabs')] },
  'accounts/revoke-dialog.tsx': {
    by: 'dialog',
    names: (words) => [words('accounts.revoke.title', raw), words('accounts.revoke.answered', raw)],
  },
  'activity/activity-page.tsx': { by: 'page', names: (words) => [words('activity.heading')] },
  'applications/application-dialog.tsx': {
    by: 'dialog',
    names: (words) => [words('applications.newTitle'), words('applications.editTitle')],
  },
  'applications/applications-page.tsx': { by: 'page', names: (words) => [words('applications.heading')] },
  'certificates/certificates-page.tsx': { by: 'page', names: (words) => [words('certificates.heading')] },
  'certificates/import-dialog.tsx': { by: 'dialog', names: (words) => [words('certificates.importTitle')] },
  'claims/read-page.tsx': { by: 'page', names: (words) => [words('reading.heading')] },
  'companies/companies-dialog.tsx': { by: 'dialog', names: (words) => [words('companies.dialog.title')] },
  'compromised/compromised-dialog.tsx': { by: 'dialog', names: (words) => [words('compromised.title', raw)] },
  'first-run/keys-dialog.tsx': { by: 'dialog', names: (words) => [words('firstRun.keys.title', raw)] },
  'hand-over/files-left-dialog.tsx': { by: 'dialog', names: (words) => [words('handOver.filesLeftTitle')] },
  'hand-over/hand-over-dialog.tsx': { by: 'dialog', names: (words) => [words('handOver.dialog.title')] },
  'hand-over/stop-dialog.tsx': {
    by: 'dialog',
    names: (words) => [words('handOver.stopping.title', raw), words('handOver.stopping.delistTitle', raw)],
  },
  'help/help-page.tsx': { by: 'topics', names: (words) => [words('help.topics')] },
  'holders/holder-page.tsx': { by: 'back', names: (words) => [words('holders.back')] },
  'practice/practice-post-dialog.tsx': { by: 'dialog', names: (words) => [words('practice.postTitle')] },
  'settings/settings-page.tsx': { by: 'page', names: (words) => [words('settings.heading')] },
  'sign-in/sign-in-dialog.tsx': {
    by: 'dialog',
    names: (words) => profiles.map((profile) => words(`profiles.${profile}.title`)),
  },
  'support/record-dialog.tsx': { by: 'dialog', names: (words) => [words('support.title')] },
  'take-over/other-copy-dialog.tsx': { by: 'dialog', names: (words) => [words('takeOver.otherCopy.title')] },
  'take-over/take-over-dialog.tsx': { by: 'dialog', names: (words) => [words('takeOver.title')] },
  'transfer/backup-dialog.tsx': { by: 'dialog', names: (words) => [words('transfer.backup.title')] },
  'transfer/export-dialog.tsx': { by: 'dialog', names: (words) => [words('transfer.export.title')] },
  'transfer/import-dialog.tsx': { by: 'dialog', names: (words) => [words('transfer.import.title')] },
  'vault/vault-page.tsx': {
    by: 'page',
    names: (words) => [
      words('vault.opening'),
      words('vault.disk.title'),
      words('vault.unavailable.title'),
      words('vault.corrupt.title'),
      words('vault.backend-changed.title'),
      words('vault.wrong-key.title'),
      words('vault.in-use.title'),
      words('vault.newer-version.title'),
      words('vault.no-vault-yet.title'),
      words('vault.locked.title'),
      words('vault.locked.windowTitle'),
    ],
  },
} as const satisfies Readonly<Record<string, Known>>;

/** A dialog or page, by the file that draws it, below renderer/features. */
export type Drawn = keyof typeof drawn;

/** What names a dialog or page while it is open. */
export function whatNames({ window, words }: Stage, file: Drawn): Locator {
  const { by, names }: Known = drawn[file];
  const name = new RegExp(`^(?:${names(words).map(pattern).join('|')})$`);
  switch (by) {
    case 'dialog':
      return window.locator('[role="dialog"], [role="alertdialog"]').getByRole('heading', { level: 2, name });
    case 'page':
      return window.getByRole('main').getByRole('heading', { level: 1, name });
    case 'tabs':
      return window.getByRole('main').getByRole('tablist', { name });
    case 'topics':
      return window.getByRole('main').getByRole('navigation', { name });
    case 'back':
      return window.getByRole('main').getByRole('button', { name });
  }
}

/** A sentence as it may stand on the page: anything at all in the places of its values. */
function pattern(sentence: string): string {
  return sentence
    .split(/\{\{[^}]*\}\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.+');
}
