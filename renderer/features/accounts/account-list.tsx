import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { useClock, useSnapshot } from '../../state/context.ts';
import { authoritiesOf, sortedIds } from '../../state/sorted-accounts.ts';
import { AccountRow } from './account-row.tsx';

const MINUTE_MS = 60_000;

/** The accounts, grouped by authority; who needs a person comes first. */
export function AccountList(props: { readonly chosen: string | null; readonly onChoose: (id: string) => void }) {
  const { t } = useTranslation();
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  return authoritiesOf(profiles).map((authority) => (
    <section key={authority} aria-label={t(`authorities.${authority}.name`)}>
      <h2 className="group-name">{t(`authorities.${authority}.name`)}</h2>
      <AuthorityList authority={authority} {...props} />
    </section>
  ));
}

const AuthorityList = memo(function AuthorityList(props: {
  readonly authority: ProfileView['authority'];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const { t } = useTranslation();
  const ids = useSortedAccounts(props.authority);
  if (ids.length === 0) return <p className="account-none hint">{t('accounts.noneYet')}</p>;
  return (
    <ul className="account-list">
      {ids.map((id) => (
        <AccountRow key={id} accountId={id} isChosen={id === props.chosen} onChoose={props.onChoose} />
      ))}
    </ul>
  );
});

/** The ids in their order: drawn again only when that changes. Nothing here ends by the second, so a minute is often enough. */
function useSortedAccounts(authority: ProfileView['authority']): readonly string[] {
  const { i18n } = useTranslation();
  const minute = useClock((now) => Math.floor(now / MINUTE_MS) * MINUTE_MS);
  const order = useSnapshot((snapshot) => sortedIds(snapshot, authority, minute, i18n.language).join(' '));
  return order === '' ? [] : order.split(' ');
}
