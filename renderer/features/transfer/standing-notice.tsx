import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmRemoval } from '../../ui/confirm.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Says that an account is renewed elsewhere, and offers to renew it here again; nothing where it is renewed here. */
export function StandingNotice({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const [isAsking, setAsking] = useState(false);
  const { standing } = account;
  if (standing === 'here') return null;
  return (
    <Notice kind="info" title={t(`transfer.standing.${standing}Title`)}>
      <div className="stack">
        <p>{t(`transfer.standing.${standing}Text`)}</p>
        <div>
          <Button onPress={() => setAsking(true)}>{t('transfer.standing.bringBack')}</Button>
        </div>
      </div>
      {isAsking && (
        <ConfirmRemoval
          title={t('transfer.standing.question')}
          confirm={t('transfer.standing.confirm')}
          onConfirm={() => bridge.call('transfer.bringBack', { accountId: account.id })}
          onDone={() => announce(t('transfer.standing.done'))}
          onClose={() => setAsking(false)}
        >
          {t('transfer.standing.questionText')}
        </ConfirmRemoval>
      )}
    </Notice>
  );
}
