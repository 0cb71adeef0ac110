import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { EnvironmentTag } from '../../ui/environment-tag.tsx';
import type { AccountState } from '../../state/lifetime.ts';
import { LifetimeBar } from '../../ui/lifetime-bar.tsx';
import { StateWord } from './state-word.tsx';
import { useAccountState, useApplication, useApplicationName } from './use-account.ts';

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
  const { t } = useTranslation();
  const { fetches } = useDesk();
  const application = useApplication(account);
  const name = useApplicationName(account);
  const number = useSnapshot((snapshot) => snapshot.certificates[account.certificateId]?.organisationNumber ?? null);
  const state = useAccountState(account);
  const token = account.accessToken;
  const isLiving = useClock((now) => token !== null && token.expiresAt > now);
  return (
    <li className={isChosen ? 'account-row account-row-chosen' : 'account-row'}>
      <button
        type="button"
        className="account-choose"
        aria-current={isChosen ? 'page' : undefined}
        onClick={() => onChoose(account.id)}
      >
        <span className="account-line">
          <span className="account-holder" title={account.holder}>
            {account.holder}
          </span>
          <StateWord state={state} />
        </span>
        <span className="account-line account-what">
          {number !== null && <span className="account-number">{number}</span>}
          <span className="account-application" title={name}>
            {name}
          </span>
          {application !== undefined && <EnvironmentTag environment={application.environment} />}
        </span>
      </button>
      {isLiving && token !== null && <LifetimeBar token={token} />}
      <div className="account-line account-foot">
        <RemainingWords account={account} state={state} />
        <Button
          look="quiet"
          label={t('accounts.fetchFor', { holder: account.holder, application: name })}
          isPending={state === 'working'}
          onPress={() => fetches.fetch(account.id)}
        >
          {state === 'working' ? t('accounts.fetching') : t('accounts.fetch')}
        </Button>
      </div>
    </li>
  );
}

function RemainingWords({ account, state }: { readonly account: AccountView; readonly state: AccountState }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const token = account.accessToken;
  const words = useClock((now) => {
    if (token !== null && token.expiresAt > now) {
      return t('accounts.row.ends', { relative: formats.relative(token.expiresAt, now) });
    }
    if (state === 'certificateEnded' || state === 'incomplete') return t(`accounts.row.${state}`);
    return token === null ? t('accounts.row.noToken') : t('accounts.row.resting');
  });
  return <span className="account-remaining">{words}</span>;
}
