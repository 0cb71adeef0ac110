import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AccountView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { useClock, useDesk } from '../../state/context.ts';
import { leadsToSignIn, needsSignIn } from '../../state/lifetime.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { HandOverDialog } from '../hand-over/hand-over-dialog.tsx';
import { AttemptProgress } from '../sign-in/attempt-progress.tsx';
import { RecordButton } from '../support/record-button.tsx';
import { RemoveAccount } from './remove-account.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { useAttempt, useIsFetching } from './use-account.ts';

/**
 * What an account is opened for: a new access token, and copying it for a program.
 * @param isMain whether renewing is what the page is about; not where something else has to be put right first
 */
export function Acts(props: {
  readonly account: AccountView;
  readonly profile: ProfileView;
  readonly isMain: boolean;
}) {
  const { account, profile, isMain } = props;
  return (
    <>
      <div className="acts">
        {/* Where a failure is told that only a sign-in mends, its note has that button. */}
        {(isMain || !needsSignIn(account)) && (
          <RenewButton account={account} profile={profile} look={isMain ? 'primary' : 'plain'} />
        )}
        <CopyToken account={account} />
        <Renewing account={account} profile={profile} />
      </div>
      <Progress account={account} profile={profile} />
    </>
  );
}

/** The one button, by how this authority gives a new access token; none where another computer renews the account. */
export function RenewButton(props: {
  readonly account: AccountView;
  readonly profile: ProfileView;
  readonly look?: 'primary' | 'plain';
}) {
  const { account, profile, look = 'primary' } = props;
  const { t } = useTranslation();
  const { fetches } = useDesk();
  const isFetching = useIsFetching(account);
  const isSignIn = useClock((now) => leadsToSignIn(account, profile, now)) && !isFetching;
  if (account.standing !== 'here') return null;
  return (
    <Button look={look} isPending={isFetching} onPress={() => fetches.fetch(account.id)}>
      {isSignIn ? t('accounts.signInAgain') : t(`accounts.renewal.${profile.renewal}.${isFetching ? 'acting' : 'act'}`)}
    </Button>
  );
}

/** The way of the access token into another program; main asks, and copies or writes it (R17, S14). */
function CopyToken({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const isLiving = useClock((now) => account.accessToken !== null && account.accessToken.expiresAt > now);
  return (
    <>
      <Button isDisabled={!isLiving} onPress={() => setOpen(true)}>
        {t('handOver.open')}
      </Button>
      {!isLiving && <p className="hint">{t('handOver.needsToken')}</p>}
      {isOpen && <HandOverDialog account={account} again={null} onClose={() => setOpen(false)} />}
    </>
  );
}

/**
 * What is seldom wanted, at the end of the page: the record for support, what ends the account, and the line for an
 * integrator. One whose application is gone can only be removed.
 */
export function SeldomActs(props: { readonly account: AccountView; readonly profile: ProfileView | undefined }) {
  const { account, profile } = props;
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'remove' | 'revoke' | null>(null);
  return (
    <>
      <div className="acts">
        {account.lastFailure === null && (
          <RecordButton
            applicationId={account.applicationId}
            accountId={account.id}
            since={account.accessToken?.obtainedAt ?? 0}
          />
        )}
        {profile?.canRevoke === true && (
          <Button look="quiet" onPress={() => setAsked('revoke')}>
            {t('accounts.revoke.open', { authority: t(`authorities.${profile.authority}.name`) })}
          </Button>
        )}
        <Button look="quiet" onPress={() => setAsked('remove')}>
          {t('common.removeFromThisComputer')}
        </Button>
      </div>
      {(account.route ?? profile?.routes[0]) === 'direct' && <SignInAsCurl account={account} />}
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

function SignInAsCurl({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const [failure, setFailure] = useState<Failure | null>(null);

  async function copyCurl(): Promise<void> {
    const answer = await bridge.call('accounts.copySignInAsCurl', { accountId: account.id });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) announce(t('accounts.curlCopied'));
  }

  return (
    <details className="quiet-details">
      <summary>{t('accounts.forIntegrators')}</summary>
      <div className="stack">
        <div>
          <Button onPress={() => void copyCurl()}>{t('accounts.copyCurl')}</Button>
        </div>
        {failure !== null && <FailureNote failure={failure} />}
      </div>
    </details>
  );
}

function Progress({ account, profile }: { readonly account: AccountView; readonly profile: ProfileView }) {
  const isFetching = useIsFetching(account);
  const attempt = useAttempt(account);
  if (attempt === null && (!isFetching || profile.renewal === 'refresh-token')) return null;
  return <AttemptProgress attempt={attempt} profile={profile} />;
}

/** Says that a renewal is under way, beside the buttons: it comes and goes by itself, and nothing may move for it. */
function Renewing({ account, profile }: { readonly account: AccountView; readonly profile: ProfileView }) {
  const { t } = useTranslation();
  const isFetching = useIsFetching(account);
  if (!isFetching || profile.renewal !== 'refresh-token') return null;
  return (
    <p role="status" className="hint">
      {t('accounts.phase.renewing')}
    </p>
  );
}
