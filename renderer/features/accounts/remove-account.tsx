import { useTranslation } from '../../i18n/use-translation.ts';
import type { AccountView, ProfileView } from '../../../electron/contract/snapshot.ts';
import type { CallOutput } from '../../../electron/contract/contract.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ConfirmRemoval } from '../../ui/confirm.tsx';
import { useShowFilesLeft } from '../hand-over/files-left.tsx';

/**
 * Says what goes with an account before main asks whether to remove it; says so when it is gone, and names the token
 * files that were left, until somebody closes that.
 */
export function RemoveAccount(props: {
  readonly account: AccountView;
  readonly profile: ProfileView | undefined;
  readonly onClose: () => void;
}) {
  const { account, profile, onClose } = props;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const showFilesLeft = useShowFilesLeft();

  function sayEnding({ outcome, filesLeft }: CallOutput<'accounts.remove'>): void {
    if (outcome === 'declined') {
      announce(t('accounts.declined'));
      onClose();
      return;
    }
    announce(t('accounts.remove.done'));
    if (filesLeft.length > 0) showFilesLeft(filesLeft);
  }

  return (
    <ConfirmRemoval
      title={t('accounts.remove.title')}
      confirm={t('accounts.remove.confirm')}
      onConfirm={() => bridge.call('accounts.remove', { accountId: account.id })}
      onDone={sayEnding}
      onClose={onClose}
    >
      {profile === undefined
        ? t('accounts.remove.text')
        : t(`profiles.${profile.id}.remove`, { holder: account.holder })}
    </ConfirmRemoval>
  );
}
