import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AccountView, ProfileView } from '../../../electron/contract/snapshot.ts';
import type { TokenReading } from '../../../electron/contract/token-reading.ts';
import { useDesk } from '../../state/context.ts';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useProfile } from '../accounts/use-account.ts';
import { JwtReading } from './jwt-reading.tsx';

/** What is in the account's access token. It is read in main when this is first shown, and again for each new token. */
export function ClaimsTab({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const profile = useProfile(account);
  const [reading, setReading] = useState<TokenReading | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { id } = account;
  const hasToken = account.accessToken !== null;

  useEffect(() => {
    if (!hasToken) return;
    let isShown = true;
    void bridge.call('accounts.readClaims', { accountId: id }).then((answer) => {
      if (!isShown) return;
      if (answer.ok) setReading(answer.value);
      else setFailure(answer.failure);
    });
    return () => {
      isShown = false;
    };
  }, [bridge, id, hasToken]);

  if (!hasToken || profile === undefined) return <p>{t('claims.none')}</p>;
  if (failure !== null) return <FailureNote failure={failure} />;
  if (reading === null) return <p role="status">{t('claims.reading')}</p>;
  return <Reading reading={reading} profile={profile} account={account} />;
}

function Reading(props: {
  readonly reading: TokenReading;
  readonly profile: ProfileView;
  readonly account: AccountView;
}) {
  const { reading, profile, account } = props;
  const { t } = useTranslation();
  const authority = t(`authorities.${profile.authority}.name`);
  switch (reading.form) {
    case 'jwt':
      return <JwtReading reading={reading} authority={authority} account={account} />;
    case 'opaque':
      return (
        <Notice kind={profile.tokenForm === 'jwt' ? 'warning' : 'info'} title={t('claims.opaque.title')}>
          <p>{t(`claims.opaque.${reading.shape}`, { length: reading.length, authority })}</p>
          {profile.tokenForm === 'jwt' && <p>{t('claims.opaque.expectedJwt', { authority })}</p>}
        </Notice>
      );
    case 'malformed':
      return (
        <Notice kind="warning" title={t('claims.malformed.title')}>
          <p>{t(`claims.malformed.problems.${reading.problem}`)}</p>
          {reading.part !== null && (
            <p>{t('claims.malformed.part', { part: t(`claims.malformed.parts.${reading.part}`) })}</p>
          )}
          <p>{t('claims.malformed.now')}</p>
        </Notice>
      );
  }
}
