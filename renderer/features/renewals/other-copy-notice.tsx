import { useTranslation } from '../../i18n/use-translation.ts';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import { Notice } from '../../ui/notice.tsx';

/** Says that another program may hold the same refresh token, and what the first renewal here means for it (R21). */
export function OtherCopyNotice({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const { hasOtherCopy, answerLost, standing, refreshToken } = account;
  if (!hasOtherCopy || answerLost || standing !== 'here' || refreshToken === null) return null;
  return (
    <Notice kind="info" title={t('renewals.otherCopy.title')}>
      <p>{t('renewals.otherCopy.text')}</p>
    </Notice>
  );
}
