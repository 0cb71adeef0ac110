import { lazy, Suspense, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useTranslation } from '../../i18n/use-translation.ts';
import { EnvironmentTag } from '../../ui/environment-tag.tsx';
import { Overview } from './overview.tsx';
import { StateWord } from './state-word.tsx';
import { useAccountName, useAccountState, useApplication, useCertificate, useProfile } from './use-account.ts';
import type { AccountView } from '../../../electron/contract/snapshot.ts';

const ClaimsTab = lazy(async () => ({ default: (await import('../claims/claims-tab.tsx')).ClaimsTab }));
const RequestsTab = lazy(async () => ({ default: (await import('../requests/requests-tab.tsx')).RequestsTab }));
const ActivityLog = lazy(async () => ({ default: (await import('../activity/activity-log.tsx')).ActivityLog }));

/** The chosen account. Its first tab is there at once; the others are read when they are first wanted. */
export function AccountPage({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const application = useApplication(account);
  const profile = useProfile(account);
  const { name, under: all } = useAccountName(account);
  const state = useAccountState(account);
  // What was typed there stays while another tab is shown; until it was opened there is nothing to keep.
  const [isRequestsOpened, setIsRequestsOpened] = useState(false);
  const number = useCertificate(account)?.organisationNumber ?? null;
  const authority = profile === undefined ? null : t(`authorities.${profile.authority}.name`);
  const under = all.filter((words) => words !== authority);
  const how = under.length === 0 && profile !== undefined ? t(`profiles.${profile.id}.how`) : null;
  const facts = [authority, number, ...under, how];
  return (
    <div className="page">
      <div className="account-head">
        <h1>{name}</h1>
        <StateWord state={state} />
        <p className="account-what">
          <span>{facts.filter((fact) => fact !== null).join('\u00a0· ')}</span>
          {application !== undefined && <EnvironmentTag application={application} />}
        </p>
      </div>
      <Tabs className="tabs" onSelectionChange={(tab) => tab === 'requests' && setIsRequestsOpened(true)}>
        <TabList className="tab-list" aria-label={t('accounts.tabs')}>
          <Tab id="overview" className="tab">
            {t('accounts.overview')}
          </Tab>
          <Tab id="claims" className="tab">
            {t('accounts.claims')}
          </Tab>
          <Tab id="requests" className="tab">
            {t('accounts.requests')}
          </Tab>
          <Tab id="activity" className="tab">
            {t('activity.heading')}
          </Tab>
        </TabList>
        <TabPanel id="overview" className="tab-panel">
          <Overview account={account} />
        </TabPanel>
        <TabPanel id="claims" className="tab-panel">
          <Suspense>
            <ClaimsTab key={account.accessToken?.obtainedAt ?? 0} account={account} />
          </Suspense>
        </TabPanel>
        <TabPanel id="requests" className="tab-panel" shouldForceMount>
          <Suspense>{isRequestsOpened && <RequestsTab account={account} />}</Suspense>
        </TabPanel>
        <TabPanel id="activity" className="tab-panel">
          <Suspense>
            <ActivityLog accountId={account.id} />
          </Suspense>
        </TabPanel>
      </Tabs>
    </div>
  );
}
