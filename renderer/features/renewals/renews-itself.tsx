import { useTranslation } from '../../i18n/use-translation.ts';
import type { AccountView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { useClock, useDesk } from '../../state/context.ts';
import { renewableUntil } from '../../state/lifetime.ts';
import { renewalStart } from './renewal-start.ts';

/** When the program renews an account by itself, or why it does not; nothing where the deadlines say it already. */
export function RenewsItself({ account, profile }: { readonly account: AccountView; readonly profile: ProfileView }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const { standing, hasOtherCopy, renewsItselfAt } = account;
  const until = renewableUntil(account);
  const words = useClock((now) => {
    if (standing !== 'here' || until === null || until <= now) return null;
    if (hasOtherCopy) return t('renewals.byItself.otherCopy');
    if (renewsItselfAt === null) return profile.needsCertificate ? null : t('renewals.byItself.whileInUse');
    if (renewsItselfAt <= now) return t('renewals.byItself.due');
    const start = renewalStart(account);
    if (start === null) return t('renewals.byItself.from', { time: formats.clock(renewsItselfAt, now) });
    return start <= now
      ? t('renewals.byItself.withinADay')
      : t('renewals.byItself.from', { time: formats.date(start) });
  });
  if (words === null) return null;
  return <p title={renewsItselfAt === null ? undefined : formats.exact(renewsItselfAt)}>{words}</p>;
}
