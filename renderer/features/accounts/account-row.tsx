import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { missingParts } from '../../i18n/failure-sentences.ts';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { missingNext, renewableUntil, type AccountState } from '../../state/lifetime.ts';
import { Button } from '../../ui/button.tsx';
import { EnvironmentTag } from '../../ui/environment-tag.tsx';
import { Instant } from '../../ui/instant.tsx';
import { LifetimeBar } from '../../ui/lifetime-bar.tsx';
import { StateWord } from './state-word.tsx';
import {
  useAccountName,
  useAccountState,
  useApplication,
  useCertificate,
  useCompanyNames,
  useProfile,
} from './use-account.ts';
import { useUntilWords } from './use-until-words.ts';

/** One account in the left column; draws again only when something it shows has changed. */
export const AccountRow = memo(function AccountRow(props: {
  readonly accountId: string;
  readonly isChosen: boolean;
  readonly onChoose: (id: string) => void;
}) {
  const account = useSnapshot((snapshot) => snapshot.accounts[props.accountId]);
  return account === undefined ? null : <Row {...props} account={account} />;
});

function Row(props: {
  readonly account: AccountView;
  readonly isChosen: boolean;
  readonly onChoose: (id: string) => void;
}) {
  const { account, isChosen, onChoose } = props;
  const application = useApplication(account);
  const profile = useProfile(account);
  const { name, under } = useAccountName(account);
  const companies = useCompanyNames(account);
  const number = useCertificate(account)?.organisationNumber ?? null;
  const state = useAccountState(account);
  return (
    <li className={isChosen ? 'account-row account-row-chosen' : 'account-row'}>
      <button
        type="button"
        className="account-choose"
        aria-current={isChosen ? 'page' : undefined}
        onClick={() => onChoose(account.id)}
      >
        <span className="account-line">
          <span className="account-holder" title={companies || name}>
            {name}
          </span>
          <StateWord state={state} />
        </span>
        <span className="account-line account-what">
          {number !== null && <span className="account-number">{number}</span>}
          <Under profile={profile} names={under} />
          {application !== undefined && <EnvironmentTag application={application} />}
        </span>
      </button>
      {profile !== undefined && <Deadlines account={account} profile={profile} state={state} />}
    </li>
  );
}

/** Holder and application, or how the account signs in where its name has said both already. */
function Under({ profile, names }: { readonly profile: ProfileView | undefined; readonly names: readonly string[] }) {
  const { t } = useTranslation();
  const words = names.length > 0 || profile === undefined ? names.join(' · ') : t(`profiles.${profile.id}.how`);
  return (
    <span className="account-application" title={words}>
      {words}
    </span>
  );
}

/** Both deadlines while they run; an account at rest has a word and no bar. */
function Deadlines(props: {
  readonly account: AccountView;
  readonly profile: ProfileView;
  readonly state: AccountState;
}) {
  const { account, profile, state } = props;
  const { t } = useTranslation();
  const { fetches } = useDesk();
  const { whole } = useAccountName(account);
  const token = account.accessToken;
  const until = renewableUntil(account);
  const lives = useClock((now) => token !== null && token.expiresAt > now);
  const renews = useClock((now) => until !== null && until > now);
  const words =
    state === 'signInNeeded'
      ? t('accounts.signInAgain')
      : t(`accounts.renewal.${profile.renewal}.${state === 'working' ? 'acting' : 'act'}`);
  return (
    <>
      {lives && token !== null && (
        <RowDeadline name={t('accounts.deadlines.programs')} from={token.obtainedAt} until={token.expiresAt} />
      )}
      {renews && until !== null && (lives || profile.needsCertificate) && (
        <RowDeadline
          name={t(`profiles.${profile.id}.deadlines.person`)}
          from={token?.obtainedAt ?? null}
          until={until}
        />
      )}
      <div className="account-line account-foot">
        <RestWords account={account} profile={profile} state={state} lives={lives} renews={renews} />
        {account.standing === 'here' && (
          <Button
            look="quiet"
            label={
              state === 'signInNeeded'
                ? t('accounts.signInAgainFor', { account: whole })
                : t(`accounts.renewal.${profile.renewal}.actFor`, { account: whole })
            }
            isPending={state === 'working'}
            onPress={() => fetches.fetch(account.id)}
          >
            {words}
          </Button>
        )}
      </div>
    </>
  );
}

function RowDeadline(props: { readonly name: string; readonly from: number | null; readonly until: number }) {
  const { name, from, until } = props;
  const words = useUntilWords(until);
  return (
    <div className="row-deadline">
      <p className="account-line account-remaining">
        <span>{name}</span>
        <Instant time={until}>{words}</Instant>
      </p>
      {from !== null && <LifetimeBar name={name} from={from} until={until} />}
    </div>
  );
}

/** What is said where a deadline has passed, or where the account is not renewed as usual. */
function RestWords(props: {
  readonly account: AccountView;
  readonly profile: ProfileView;
  readonly state: AccountState;
  readonly lives: boolean;
  readonly renews: boolean;
}) {
  const { account, profile, state, lives, renews } = props;
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  const missing = missingNext(account, useApplication(account)?.missing ?? [], clock.now());
  const until = renewableUntil(account);
  const words =
    state === 'certificateEnded'
      ? t('accounts.row.certificateEnded')
      : state === 'signInNeeded'
        ? t(`profiles.${profile.id}.row.resting`)
        : state === 'signInSoon' && !lives && until !== null && !account.hasOtherCopy
          ? t('accounts.row.signInSoon', { time: formats.shortDate(until) })
          : state === 'moved' || state === 'onlyLooking'
            ? t('accounts.row.elsewhere')
            : state === 'answerLost'
              ? t('accounts.row.answerLost')
              : state === 'incomplete'
                ? t('applications.waitingFor', { parts: missingParts(missing, profile, t, formats) })
                : account.hasOtherCopy
                  ? t('accounts.row.otherCopy')
                  : lives
                    ? ''
                    : account.accessToken === null && (profile.renewal === 'sign-in' || !profile.needsCertificate)
                      ? t('accounts.row.noToken')
                      : t(`profiles.${profile.id}.row.${renews ? 'ended' : 'resting'}`);
  return <span className="account-remaining">{words}</span>;
}
