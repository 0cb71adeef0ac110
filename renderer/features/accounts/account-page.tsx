import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useTranslation } from 'react-i18next';
import { EnvironmentTag } from '../../ui/environment-tag.tsx';
import { ActivityLog } from '../activity/activity-log.tsx';
import { ClaimsTab } from '../claims/claims-tab.tsx';
import { RequestsTab } from '../requests/requests-tab.tsx';
import { Overview } from './overview.tsx';
import { StateWord } from './state-word.tsx';
import { useAccountName, useAccountState, useApplication, useCertificate, useProfile } from './use-account.ts';
import type { AccountView } from '../../../electron/contract/snapshot.ts';

/** The chosen account. */
export function AccountPage({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const application = useApplication(account);
  const profile = useProfile(account);
  const { name, under } = useAccountName(account);
  const state = useAccountState(account);
  const number = useCertificate(account)?.organisationNumber ?? null;
  return (
    <div className="page">
      <div className="account-head">
        <h1>{name}</h1>
        <StateWord state={state} />
        <p className="account-what">
          {profile !== undefined && <span>{t(`authorities.${profile.authority}.name`)}</span>}
          {number !== null && <span className="account-number">{number}</span>}
          {under.map((words) => (
            <span key={words}>{words}</span>
          ))}
          {under.length === 0 && profile !== undefined && <span>{t(`profiles.${profile.id}.how`)}</span>}
          {application !== undefined && <EnvironmentTag application={application} />}
        </p>
      </div>
      <Tabs className="tabs">
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
          <ClaimsTab key={account.accessToken?.obtainedAt ?? 0} account={account} />
        </TabPanel>
        <TabPanel id="requests" className="tab-panel" shouldForceMount>
          <RequestsTab account={account} />
        </TabPanel>
        <TabPanel id="activity" className="tab-panel">
          <ActivityLog accountId={account.id} />
        </TabPanel>
      </Tabs>
    </div>
  );
}
