import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AccountView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { AttemptProgress } from '../sign-in/attempt-progress.tsx';
import { RemoveAccount } from './remove-account.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { useAttempt, useIsFetching } from './use-account.ts';

type Asked = 'remove' | 'revoke' | null;

/** What can be done with an account. One whose application is gone can only be removed. */
export function Acts({
  account,
  profile,
}: {
  readonly account: AccountView;
  readonly profile: ProfileView | undefined;
}) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const [asked, setAsked] = useState<Asked>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function copyCurl(): Promise<void> {
    const answer = await bridge.call('accounts.copySignInAsCurl', { accountId: account.id });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) announce(t('accounts.curlCopied'));
  }

  return (
    <>
      <div className="acts">
        {profile !== undefined && <RenewButton account={account} profile={profile} />}
        {(account.route ?? profile?.routes[0]) === 'direct' && (
          <Button onPress={() => void copyCurl()}>{t('accounts.copyCurl')}</Button>
        )}
        {profile?.canRevoke === true && (
          <Button onPress={() => setAsked('revoke')}>
            {t('accounts.revoke.open', { authority: t(`authorities.${profile.authority}.name`) })}
          </Button>
        )}
        <Button look="quiet" onPress={() => setAsked('remove')}>
          {t('common.removeFromThisComputer')}
        </Button>
      </div>
      {profile !== undefined && <Progress account={account} profile={profile} />}
      {failure !== null && <FailureNote failure={failure} />}
      {asked === 'revoke' && profile !== undefined && (
        <RevokeDialog
          account={account}
          profile={profile}
          onRemove={() => setAsked('remove')}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'remove' && <RemoveAccount account={account} profile={profile} onClose={() => setAsked(null)} />}
    </>
  );
}

/** The one button, by how this authority gives a new access token; none where another computer renews the account. */
export function RenewButton({ account, profile }: { readonly account: AccountView; readonly profile: ProfileView }) {
  const { t } = useTranslation();
  const { fetches } = useDesk();
  const isFetching = useIsFetching(account);
  if (account.standing !== 'here') return null;
  return (
    <Button look="primary" isPending={isFetching} onPress={() => fetches.fetch(account.id)}>
      {t(`accounts.renewal.${profile.renewal}.${isFetching ? 'acting' : 'act'}`)}
    </Button>
  );
}

function Progress({ account, profile }: { readonly account: AccountView; readonly profile: ProfileView }) {
  const isFetching = useIsFetching(account);
  const own = useAttempt(account.applicationId, account.id);
  // An attempt of an account that never had a token does not name it yet.
  const attempt = own !== null && (own.accountId === account.id || isFetching) ? own : null;
  if (!isFetching && attempt === null) return null;
  return <AttemptProgress attempt={attempt} profile={profile} isRenewal={profile.renewal === 'refresh-token'} />;
}
