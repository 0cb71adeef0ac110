import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileView, Snapshot } from '../../../electron/contract/snapshot.ts';
import { useClock, useSnapshot } from '../../state/context.ts';
import { accountState, attentionRank } from '../../state/lifetime.ts';
import { AccountRow } from './account-row.tsx';

const MINUTE_MS = 60_000;

/** The accounts, grouped by authority; who needs a person comes first. */
export function AccountList(props: { readonly chosen: string | null; readonly onChoose: (id: string) => void }) {
  const { t } = useTranslation();
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  const authorities = [...new Set(profiles.map(({ authority }) => authority))];
  return authorities.map((authority) => (
    <section key={authority} aria-label={t(`common.authority.${authority}`)}>
      <h2 className="group-name">{t(`common.authority.${authority}`)}</h2>
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

/** The ids in their order: drawn again only when that changes. Certificates end by the day, so a minute is often enough. */
function useSortedAccounts(authority: ProfileView['authority']): readonly string[] {
  const { i18n } = useTranslation();
  const minute = useClock((now) => Math.floor(now / MINUTE_MS) * MINUTE_MS);
  const order = useSnapshot((snapshot) => sortedIds(snapshot, authority, minute, i18n.language).join(' '));
  return order === '' ? [] : order.split(' ');
}

/** All accounts of an authority, those that need a person first, then by holder and application. */
export function sortedIds(
  snapshot: Snapshot,
  authority: ProfileView['authority'],
  now: number,
  language: string,
): readonly string[] {
  const collator = new Intl.Collator(language, { numeric: true });
  const authorityOf = new Map(snapshot.profiles.map((profile) => [profile.id, profile.authority]));
  return Object.values(snapshot.accounts)
    .map((account) => {
      const application = snapshot.applications[account.applicationId];
      const certificate = snapshot.certificates[account.certificateId];
      const rank = attentionRank(accountState(account, application, certificate, now));
      return { id: account.id, holder: account.holder, application, rank };
    })
    .filter(({ application }) => application === undefined || authorityOf.get(application.profile) === authority)
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        collator.compare(a.holder, b.holder) ||
        collator.compare(a.application?.name ?? '', b.application?.name ?? '') ||
        collator.compare(a.id, b.id),
    )
    .map(({ id }) => id);
}
