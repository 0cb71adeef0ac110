import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AccountView, ApplicationView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { missingParts } from '../../i18n/failure-sentences.ts';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { EnvironmentTag } from '../../ui/environment-tag.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Notice } from '../../ui/notice.tsx';
import { shownSerial } from '../../ui/shown-serial.ts';
import { accountState, certificateEnd, missingNext, needsSignIn } from '../../state/lifetime.ts';
import { companiesOf } from '../../state/sorted-accounts.ts';
import { ApplicationDialog } from '../applications/application-dialog.tsx';
import { KnownNames } from '../applications/known-names.tsx';
import { RedirectUriFacts } from '../applications/redirect-uri-facts.tsx';
import { useApplicationName, useFirstFew } from '../applications/telling-apart.ts';
import { BytePairs } from '../certificates/byte-pairs.tsx';
import { AccountCompanies } from '../companies/account-companies.tsx';
import { HandOverSection } from '../hand-over/hand-over-section.tsx';
import { liesInApplication } from '../sign-in/application-failures.ts';
import { AnswerLostNote } from '../renewals/answer-lost-note.tsx';
import { OtherCopyNotice } from '../renewals/other-copy-notice.tsx';
import { EarlierTokens } from '../take-over/earlier-tokens.tsx';
import { CheckThatItWorks } from '../requests/check-that-it-works.tsx';
import { KeysMissing } from '../requests/keys-missing.tsx';
import { RecordButton } from '../support/record-button.tsx';
import { StandingNotice } from '../transfer/standing-notice.tsx';
import { AccessTokenFacts } from './access-token-facts.tsx';
import { Acts, SeldomActs } from './acts.tsx';
import { Deadlines } from './deadlines.tsx';
import { SignedInBy } from './signed-in-by.tsx';
import {
  useAccountName,
  useApplication,
  useCertificate,
  useCompanyNames,
  useIsAnswerLost,
  useIsFetching,
  useProfile,
} from './use-account.ts';

/** Who signed in, with which application, and how the tokens stand. */
export function Overview({ account }: { readonly account: AccountView }) {
  const application = useApplication(account);
  const profile = useProfile(account);
  const { shown } = useLastFailure(account);
  const isIncomplete = useClock(
    (now) => account.standing === 'here' && missingNext(account, application?.missing ?? [], now).length > 0,
  );
  return (
    <div className="stack">
      {profile !== undefined && <CertificateNotice account={account} profile={profile} />}
      <StandingNotice account={account} />
      <OtherCopyNotice account={account} />
      <LastFailure account={account} />
      {needsSignIn(account) && <EarlierTokens account={account} />}
      {isIncomplete && application !== undefined && profile !== undefined && (
        <KeysMissing account={account} application={application} profile={profile} isMain={shown === null} />
      )}
      {profile !== undefined && <Acts account={account} profile={profile} isMain={shown === null && !isIncomplete} />}
      {!isIncomplete && application !== undefined && profile !== undefined && (
        <CheckThatItWorks account={account} application={application} profile={profile} />
      )}
      {profile !== undefined && (
        <>
          <Deadlines account={account} profile={profile} />
          <AccessTokenFacts account={account} profile={profile} />
          {!profile.needsCertificate && profile.hasRedirectUris && (
            <SignedInBy key={account.person} account={account} profile={profile} />
          )}
          <HandOverSection account={account} profile={profile} />
          {!needsSignIn(account) && <EarlierTokens account={account} />}
          {profile.needsCertificate && <Holder account={account} />}
          <Companies account={account} />
        </>
      )}
      {application !== undefined && profile !== undefined && (
        <Application application={application} profile={profile} />
      )}
      <SeldomActs account={account} profile={profile} />
    </div>
  );
}

/** Says that the certificate has ended or soon will; in red only where that is what now needs a person. */
function CertificateNotice({ account, profile }: { readonly account: AccountView; readonly profile: ProfileView }) {
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  const application = useApplication(account);
  const certificate = useCertificate(account);
  const end = useClock((now) => (certificate === undefined ? 'far' : certificateEnd(certificate, now)));
  const state = useClock((now) => accountState({ account, application, certificate, profile }, now));
  if (certificate === undefined || end === 'far') return null;
  const title = t(`accounts.certificateNotice.${end}`, {
    time: formats.date(certificate.notAfter),
    relative: formats.relative(certificate.notAfter, clock.now()),
  });
  const isDue = state === 'certificateEnded' || state === 'certificateEnding';
  return (
    <Notice kind={isDue ? 'trouble' : 'warning'} title={title}>
      <p>{t(`profiles.${profile.id}.deadlines.${end === 'ended' ? 'certificateEnded' : 'certificateEnding'}`)}</p>
    </Notice>
  );
}

/**
 * The failure of the fetch just pressed, else the one that is kept with the account. `shown` is the one whose note has
 * the page's main button; null while there is none, or only a lost answer is told.
 */
function useLastFailure(account: AccountView) {
  const { fetches } = useDesk();
  const fresh = useSyncExternalStore(fetches.subscribe, () => fetches.failure(account.id));
  const isFetching = useIsFetching(account);
  const isLost = useIsAnswerLost(account);
  const isTold = !isFetching && account.standing === 'here';
  const failure = fresh ?? account.lastFailure?.failure ?? null;
  return { failure, shown: isTold && !isLost ? failure : null, isFresh: fresh !== null, isLost: isTold && isLost };
}

function LastFailure({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const { fetches, formats, clock } = useDesk();
  const { failure: last, shown: failure, isFresh, isLost } = useLastFailure(account);
  const application = useApplication(account);
  const [isEditing, setEditing] = useState(false);
  if (isLost) return <AnswerLostNote account={account} failure={last} isFresh={isFresh} />;
  if (failure === null) return null;
  const at = account.lastFailure?.at;
  const isOfApplication = liesInApplication(failure) && application !== undefined;
  const look = isOfApplication ? 'plain' : 'primary';
  return (
    <FailureNote
      failure={failure}
      about={{ ...account, accountId: account.id }}
      isFresh={isFresh}
      heading={
        !isFresh &&
        at !== undefined && (
          <Instant time={at}>{t('accounts.lastFailure', { time: formats.clock(at, clock.now()) })}</Instant>
        )
      }
    >
      {isOfApplication && (
        <Button look="primary" onPress={() => setEditing(true)}>
          {t('applications.edit')}
        </Button>
      )}
      {needsSignIn(account) ? (
        <Button look={look} onPress={() => fetches.signInAgain(account.id, failure)}>
          {t('accounts.signInAgain')}
        </Button>
      ) : (
        <Button look={look} onPress={() => fetches.fetch(account.id)}>
          {t('common.tryAgain')}
        </Button>
      )}
      <RecordButton applicationId={account.applicationId} accountId={account.id} since={at ?? 0} />
      {isUnknownClient(failure) && <SameApplication account={account} />}
      {isEditing && application !== undefined && (
        <ApplicationDialog application={application} onClose={() => setEditing(false)} />
      )}
    </FailureNote>
  );
}

/** The authority does not know the application (any more): then it is the same for every account under it (R2). */
function isUnknownClient(failure: Failure): boolean {
  return failure.code === 'authority-refused' && failure.error === 'invalid_client';
}

function SameApplication({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const firstFew = useFirstFew();
  const accounts = useSnapshot((snapshot) => snapshot.accounts);
  const names = Object.values(accounts)
    .filter(({ applicationId }) => applicationId === account.applicationId)
    .map(
      (one) =>
        companiesOf(one)?.first ??
        (one.holder || (one.certificateSerial === null ? one.id : shownSerial(one.certificateSerial))),
    );
  return names.length > 1 && <p>{t('accounts.sameApplication', { accounts: firstFew([...new Set(names)]) })}</p>;
}

/** The companies it is used for, all of them where its name has room for the first only. */
function Companies({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const { whole } = useAccountName(account);
  const names = useCompanyNames(account);
  return (
    <section className="block" aria-labelledby="companies-heading">
      <h2 id="companies-heading">{t('companies.heading')}</h2>
      {account.companies.length > 1 && <p className="account-companies">{names}</p>}
      <AccountCompanies account={account} accountName={whole} />
    </section>
  );
}

function Holder({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  const certificate = useCertificate(account);
  return (
    <section className="block">
      <h2>{t('accounts.holder.heading')}</h2>
      {certificate === undefined ? (
        <p>
          {account.certificateSerial === null
            ? t('accounts.holder.gone')
            : t('accounts.holder.onlySerial', { serial: shownSerial(account.certificateSerial) })}
        </p>
      ) : (
        <Facts>
          <Fact name={t('accounts.holder.name')}>{certificate.holder}</Fact>
          {certificate.organisationNumber !== null && (
            <Fact name={t('accounts.holder.organisationNumber')}>{certificate.organisationNumber}</Fact>
          )}
          <Fact name={t('accounts.holder.issuer')}>{certificate.issuer}</Fact>
          <Fact name={t('accounts.holder.serialNumber')} isCode>
            <BytePairs digits={certificate.serialNumber} />
          </Fact>
          <Fact name={t('accounts.holder.validUntil')}>
            <Instant time={certificate.notAfter}>
              {t('time.inBrackets', {
                time: formats.date(certificate.notAfter),
                relative: formats.relative(certificate.notAfter, clock.now()),
              })}
            </Instant>
          </Fact>
          <Fact name={t('accounts.holder.key')}>{t(`accounts.holder.keys.${certificate.key}`)}</Fact>
        </Facts>
      )}
    </section>
  );
}

function Application(props: { readonly application: ApplicationView; readonly profile: ProfileView }) {
  const { application, profile } = props;
  const { t } = useTranslation();
  const { formats } = useDesk();
  const nameOf = useApplicationName();
  return (
    <section className="block">
      <h2>{t('accounts.application.heading')}</h2>
      <Facts>
        <Fact name={t('accounts.application.name')}>{nameOf(application)}</Fact>
        {profile.environments.length > 1 && (
          <Fact name={t('accounts.application.environment')}>
            <EnvironmentTag application={application} />
          </Fact>
        )}
        <RedirectUriFacts application={application} />
        {profile.knownServices.length > 0 && (
          <Fact name={t('accounts.application.services')}>
            <KnownNames kind="services" names={application.services} />
          </Fact>
        )}
        {profile.scope === 'list' && (
          <Fact name={t('accounts.application.scopes')}>
            <KnownNames kind="scopes" names={application.scopes} />
          </Fact>
        )}
        {application.clientId !== '' && (
          <Fact name={t(`profiles.${profile.id}.application.clientId`)} isCode>
            {application.clientId}
          </Fact>
        )}
        {application.missing.length > 0 && (
          <Fact name={t('accounts.application.missing')}>{missingParts(application.missing, profile, t, formats)}</Fact>
        )}
      </Facts>
    </section>
  );
}
