import { memo } from 'react';
import { Text } from 'react-aria-components/Text';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { AccountView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { missingParts } from '../../i18n/failure-sentences.ts';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { leadsToSignIn, missingNext, renewableUntil, type AccountState } from '../../state/lifetime.ts';
import { Button } from '../../ui/button.tsx';
import { EnvironmentTag } from '../../ui/environment-tag.tsx';
import { Instant } from '../../ui/instant.tsx';
import { SeenLifetimeBar } from '../../ui/lifetime-bar.tsx';
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

/** What stands in the row of an account; draws again only when something it shows has changed. */
export const AccountRow = memo(function AccountRow({ accountId }: { readonly accountId: string }) {
  const account = useSnapshot((snapshot) => snapshot.accounts[accountId]);
  return account === undefined ? null : <Row account={account} />;
});

function Row({ account }: { readonly account: AccountView }) {
  const application = useApplication(account);
  const profile = useProfile(account);
  const { name, under, whole } = useAccountName(account);
  const companies = useCompanyNames(account);
  const number = useNumber(account);
  const state = useAccountState(account);
  return (
    <div className="account-cell">
      <div className="account-line account-top">
        <span className="account-holder" title={companies || name}>
          {name}
        </span>
        {profile !== undefined && account.standing === 'here' && (
          <RenewAct account={account} whole={whole} profile={profile} state={state} />
        )}
      </div>
      {/* Read out after the name. */}
      <Text slot="description" elementType="div" className="account-told">
        <div className="account-what">
          <Under profile={profile} number={number} names={under} />
          {application !== undefined && <EnvironmentTag application={application} />}
        </div>
        {profile === undefined ? (
          <StateWord state={state} />
        ) : (
          <Deadlines account={account} profile={profile} state={state} />
        )}
      </Text>
    </div>
  );
}

/** The number that belongs to the name: of its first company, else of the organisation whose certificate it is. */
function useNumber(account: AccountView): string | null {
  const certificate = useCertificate(account);
  const [first] = account.companies;
  if (first !== undefined) return first.name === '' ? null : first.number;
  return certificate?.organisationNumber ?? null;
}

/** Number, holder and application, or how the account signs in where its name has said both already. */
function Under(props: {
  readonly profile: ProfileView | undefined;
  readonly number: string | null;
  readonly names: readonly string[];
}) {
  const { profile, number, names } = props;
  const { t } = useTranslation();
  const words = names.length > 0 || profile === undefined ? names : [t(`profiles.${profile.id}.how`)];
  return (
    <span className="account-application">{[...(number === null ? [] : [number]), ...words].join('\u00a0· ')}</span>
  );
}

/** The row's one button. */
function RenewAct(props: {
  readonly account: AccountView;
  readonly whole: string;
  readonly profile: ProfileView;
  readonly state: AccountState;
}) {
  const { account, whole, profile, state } = props;
  const { t } = useTranslation();
  const { fetches } = useDesk();
  const isSignIn = useClock((now) => leadsToSignIn(account, profile, now)) && state !== 'working';
  return (
    <Button
      look="quiet"
      label={
        isSignIn
          ? t('accounts.signInAgainFor', { account: whole })
          : t(`accounts.renewal.${profile.renewal}.actFor`, { account: whole })
      }
      isPending={state === 'working'}
      onPress={() => fetches.fetch(account.id)}
    >
      {isSignIn
        ? t('accounts.signInAgain')
        : t(state === 'working' ? `accounts.renewal.${profile.renewal}.acting` : `board.act.${profile.renewal}`)}
    </Button>
  );
}

/** The account's state with what else is to be said of it, and both deadlines while they run; at rest it has no bar. */
function Deadlines(props: {
  readonly account: AccountView;
  readonly profile: ProfileView;
  readonly state: AccountState;
}) {
  const { account, profile, state } = props;
  const { t } = useTranslation();
  const token = account.accessToken;
  const until = renewableUntil(account);
  const lives = useClock((now) => token !== null && token.expiresAt > now);
  const renews = useClock((now) => until !== null && until > now);
  return (
    <>
      <p className="account-state">
        <StateWord state={state} />
        <RestWords account={account} profile={profile} state={state} lives={lives} renews={renews} />
      </p>
      {lives && token !== null && (
        <RowDeadline name={t('board.until.programs')} from={token.obtainedAt} until={token.expiresAt} />
      )}
      {renews && until !== null && (lives || profile.needsCertificate) && (
        <RowDeadline
          name={t(profile.needsCertificate ? 'board.until.certificate' : 'board.until.signIn')}
          from={token?.obtainedAt ?? null}
          until={until}
        />
      )}
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
      {/* The words have said it, and are part of the row's name. */}
      {from !== null && <SeenLifetimeBar from={from} until={until} />}
    </div>
  );
}

/** What is said where a deadline has passed, or where the account is not renewed as usual; else nothing. */
function RestWords(props: {
  readonly account: AccountView;
  readonly profile: ProfileView;
  readonly state: AccountState;
  readonly lives: boolean;
  readonly renews: boolean;
}) {
  const words = useRestWords(props);
  return words === '' ? null : <span className="account-remaining">{words}</span>;
}

function useRestWords(props: Parameters<typeof RestWords>[0]): string {
  const { account, profile, state, lives, renews } = props;
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  const missing = missingNext(account, useApplication(account)?.missing ?? [], clock.now());
  const until = renewableUntil(account);
  if (state === 'certificateEnded') return t('accounts.row.certificateEnded');
  if (state === 'signInNeeded') return t(`profiles.${profile.id}.row.resting`);
  if (state === 'signInSoon' && !lives && until !== null && !account.hasOtherCopy) {
    return t('accounts.row.signInSoon', { time: formats.end(until, clock.now()) });
  }
  if (state === 'moved' || state === 'onlyLooking') return t('accounts.row.elsewhere');
  if (state === 'answerLost') return t('accounts.row.answerLost');
  if (state === 'incomplete')
    return t('applications.waitingFor', { parts: missingParts(missing, profile, t, formats) });
  if (account.hasOtherCopy) return t('accounts.row.otherCopy');
  if (lives) return '';
  if (account.accessToken === null && (profile.renewal === 'sign-in' || !profile.needsCertificate)) {
    return t('accounts.row.noToken');
  }
  return t(`profiles.${profile.id}.row.${renews ? 'ended' : 'resting'}`);
}
