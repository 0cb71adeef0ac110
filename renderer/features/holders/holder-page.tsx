import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { BytePairs } from '../certificates/byte-pairs.tsx';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { EnvironmentTag } from '../../ui/environment-tag.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Instant } from '../../ui/instant.tsx';
import { renewableUntil, type AccountFacts } from '../../state/lifetime.ts';
import { StateWord } from '../accounts/state-word.tsx';
import { useAccountState } from '../accounts/use-account.ts';
import { useUntilWords } from '../accounts/use-until-words.ts';
import { useApplicationName } from '../applications/telling-apart.ts';
import { AccountCompanies } from '../companies/account-companies.tsx';
import { newerOf } from './checklists.ts';
import { DayChecklist } from './day-checklist.tsx';
import { EndingsTable } from './endings-table.tsx';
import { holderFacts, type HolderFacts, type HolderKey } from './holder-facts.ts';
import { RecipientsTable } from './recipients-table.tsx';
import { useNames } from './use-names.ts';
import './holders.css';

/** So many accounts are shown before the rest is asked for. */
const FIRST = 5;

/** Everything that hangs on one person's certificate, and what to do when that person leaves or renews it. */
export function HolderPage({ holderKey, onBack }: { readonly holderKey: HolderKey; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const snapshot = useSnapshot((whole) => whole);
  const holder = holderFacts(snapshot, holderKey);
  const page = useRef<HTMLDivElement>(null);
  // The list it was opened from may have been scrolled far down.
  useLayoutEffect(() => page.current?.scrollIntoView(), []);
  return (
    <div className="page" ref={page}>
      <div>
        <Button look="quiet" onPress={onBack} autoFocus>
          {t('holders.back')}
        </Button>
      </div>
      {holder === null ? <p className="lead">{t('holders.gone')}</p> : <Holder holder={holder} />}
    </div>
  );
}

function Holder({ holder }: { readonly holder: HolderFacts }) {
  const { t } = useTranslation();
  const { certificate, serial, accounts, companies, copies } = holder;
  const [showsAll, setShowsAll] = useState(false);
  const isRenewed = useSnapshot((snapshot) => newerOf(snapshot, certificate).length > 0);
  return (
    <>
      <h1>{certificate?.holder ?? t('holders.unknown.title', { serial })}</h1>
      <CertificatePart holder={holder} />
      <section className="block" aria-labelledby="holder-accounts">
        <h2 id="holder-accounts">{t('holders.accounts.heading')}</h2>
        {accounts.length === 0 ? (
          <p>{t('holders.accounts.none')}</p>
        ) : (
          <>
            <ul className="holder-accounts">
              {(showsAll ? accounts : accounts.slice(0, FIRST)).map((facts) => (
                <AccountItem key={facts.account.id} facts={facts} holder={holder} />
              ))}
            </ul>
            {accounts.length > FIRST && (
              <div>
                <Button look="quiet" onPress={() => setShowsAll(!showsAll)}>
                  {showsAll ? t('notices.showFewer') : t('notices.showAll', { count: accounts.length })}
                </Button>
              </div>
            )}
          </>
        )}
      </section>
      {accounts.length > 0 && (
        <>
          <section className="block" aria-labelledby="holder-companies">
            <h2 id="holder-companies">{t('holders.companies.heading')}</h2>
            {companies.length === 0 ? (
              <p className="hint">{t('holders.companies.none')}</p>
            ) : (
              <>
                <p>{t('holders.companies.count', { count: companies.length })}</p>
                <ul className="holder-companies">
                  {companies.map(({ number, name }) => (
                    <li key={number}>{name === '' ? number : t('holders.company', { number, name })}</li>
                  ))}
                </ul>
              </>
            )}
          </section>
          <section className="block" aria-labelledby="holder-recipients">
            <h2 id="holder-recipients">{t('holders.recipients.heading')}</h2>
            {copies.length === 0 ? (
              <p className="hint">{t('holders.recipients.none')}</p>
            ) : (
              <RecipientsTable holder={holder} />
            )}
          </section>
          <section className="block" aria-labelledby="holder-endings">
            <h2 id="holder-endings">{t(`holders.endings.${isRenewed ? 'stillThere' : 'heading'}`)}</h2>
            {isRenewed && <p className="hint">{t('holders.endings.renewed')}</p>}
            <EndingsTable holder={holder} />
          </section>
          <p className="hint">{t('holders.note')}</p>
          <DayChecklist holder={holder} day="leaving" />
          <DayChecklist holder={holder} day="renewal" />
        </>
      )}
    </>
  );
}

function CertificatePart({ holder }: { readonly holder: HolderFacts }) {
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  const { certificate, serial } = holder;
  return (
    <section className="block" aria-labelledby="holder-certificate">
      <h2 id="holder-certificate">{t('holders.certificate')}</h2>
      {certificate === undefined && <p>{t('holders.unknown.hint')}</p>}
      <Facts>
        {certificate !== undefined && certificate.organisationNumber !== null && (
          <Fact name={t('certificates.organisationNumber')}>{certificate.organisationNumber}</Fact>
        )}
        {certificate !== undefined && <Fact name={t('certificates.issuer')}>{certificate.issuer}</Fact>}
        <Fact name={t('certificates.serialNumber')} isCode>
          <span className="selectable">
            <BytePairs digits={serial} />
          </span>
        </Fact>
        {certificate !== undefined && (
          <Fact name={t('accounts.holder.validUntil')}>
            <Instant time={certificate.notAfter}>
              {t('time.inBrackets', {
                time: formats.date(certificate.notAfter),
                relative: formats.relative(certificate.notAfter, clock.now()),
              })}
            </Instant>
          </Fact>
        )}
      </Facts>
    </section>
  );
}

function AccountItem({ facts, holder }: { readonly facts: AccountFacts; readonly holder: HolderFacts }) {
  const { t } = useTranslation();
  const nameOf = useApplicationName();
  const { accountName } = useNames(holder);
  const { account, application, profile } = facts;
  const state = useAccountState(account);
  const name = accountName(account);
  const until = renewableUntil(account);
  return (
    <li>
      <div className="card-head">
        <h3>
          {name} {application !== undefined && <EnvironmentTag application={application} />}
        </h3>
        <StateWord state={state} />
      </div>
      <Facts>
        {profile !== undefined && (
          <>
            <Fact name={t('holders.accounts.under')}>{t(`authorities.${profile.authority}.name`)}</Fact>
            {account.companies.length > 0 && (
              <Fact name={t('accounts.application.heading')}>{nameOf(application)}</Fact>
            )}
            <Fact name={t('accounts.deadlines.programs')}>
              {account.accessToken === null ? (
                t('accounts.token.noneYet')
              ) : (
                <Until at={account.accessToken.expiresAt} />
              )}
            </Fact>
            {profile.renewal === 'refresh-token' && (
              <Fact name={t(`profiles.${profile.id}.deadlines.person`)}>
                {until === null ? t(`profiles.${profile.id}.deadlines.personNeeded`) : <Until at={until} />}
              </Fact>
            )}
            <Fact name={t('companies.heading')}>
              <AccountCompanies account={account} accountName={name} isNamed />
            </Fact>
          </>
        )}
      </Facts>
    </li>
  );
}

function Until({ at }: { readonly at: number }) {
  const words = useUntilWords(at);
  return <Instant time={at}>{words}</Instant>;
}
