import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { ConfirmRemoval } from '../../ui/confirm.tsx';

/** Asks before an account is removed, and says so when it is, with the token files that were left and where. */
export function RemoveAccount(props: {
  readonly account: AccountView;
  readonly profile: ProfileView | undefined;
  readonly onClose: () => void;
}) {
  const { account, profile, onClose } = props;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const filesLeft = useRef<readonly string[]>([]);

  function sayDone(): void {
    const paths = filesLeft.current.join(', ');
    announce(paths === '' ? t('accounts.remove.done') : t('handOver.removedButFilesLeft', { paths }));
  }

  return (
    <ConfirmRemoval
      title={t('accounts.remove.title')}
      confirm={t('accounts.remove.confirm')}
      onConfirm={async () => {
        const answer = await bridge.call('accounts.remove', { accountId: account.id });
        if (answer.ok) filesLeft.current = answer.value.filesLeft;
        return answer;
      }}
      onDone={sayDone}
      onClose={onClose}
    >
      {profile === undefined
        ? t('accounts.remove.text')
        : t(`profiles.${profile.id}.remove`, { holder: account.holder })}
    </ConfirmRemoval>
  );
}
