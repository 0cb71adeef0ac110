import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useTranslation } from 'react-i18next';
import { useSnapshot } from '../../state/context.ts';
import { EnvironmentTag } from '../../ui/environment-tag.tsx';
import { RequestsTab } from '../requests/requests-tab.tsx';
import { Overview } from './overview.tsx';
import { StateWord } from './state-word.tsx';
import { useAccountState, useApplication, useApplicationName } from './use-account.ts';
import type { AccountView } from '../../../electron/contract/snapshot.ts';

/** The chosen account. */
export function AccountPage({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const application = useApplication(account);
  const name = useApplicationName(account);
  const state = useAccountState(account);
  const number = useSnapshot((snapshot) => snapshot.certificates[account.certificateId]?.organisationNumber ?? null);
  return (
    <div className="page">
      <div className="account-head">
        <h1>{account.holder}</h1>
        <StateWord state={state} />
        <p className="account-what">
          {number !== null && <span className="account-number">{number}</span>}
          <span>{name}</span>
          {application !== undefined && <EnvironmentTag environment={application.environment} />}
        </p>
      </div>
      <Tabs className="tabs">
        <TabList className="tab-list" aria-label={t('accounts.tabs')}>
          <Tab id="overview" className="tab">
            {t('accounts.overview')}
          </Tab>
          <Tab id="requests" className="tab">
            {t('accounts.requests')}
          </Tab>
        </TabList>
        <TabPanel id="overview" className="tab-panel">
          <Overview account={account} />
        </TabPanel>
        <TabPanel id="requests" className="tab-panel" shouldForceMount>
          <RequestsTab account={account} />
        </TabPanel>
      </Tabs>
    </div>
  );
}
