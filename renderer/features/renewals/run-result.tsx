import { useTranslation } from '../../i18n/use-translation.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { RenewalRunView } from '../../../electron/contract/renewal-view.ts';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import { useFailureTexts } from '../../i18n/failure-sentences.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useAccountName } from '../accounts/use-account.ts';

/** How renewing all that were due has ended; each account that could not be renewed by name, with why and the way to it. */
export function RunResult(props: {
  readonly run: RenewalRunView;
  readonly words: string;
  readonly onAccount: (accountId: string) => void;
  readonly onPress: () => void;
}) {
  const { run, words, onAccount, onPress } = props;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const accounts = useSnapshot((snapshot) => snapshot.accounts);
  const failed = run.failed.flatMap(({ accountId, failure }) => {
    const account = accounts[accountId];
    return account === undefined ? [] : [{ account, failure }];
  });

  function dismiss(): void {
    onPress();
    void bridge.call('renewals.dismiss', {});
  }

  return (
    <>
      <div className="renew-all-head">
        <p className="renew-all-words">
          <Icon name={run.failed.length === 0 ? 'check' : 'warning'} /> {words}
        </p>
        <Button look="quiet" onPress={dismiss}>
          {t('renewals.dismiss')}
        </Button>
      </div>
      {failed.length > 0 && (
        <ul className="renew-all-failed" aria-label={t('renewals.failed')}>
          {failed.map(({ account, failure }) => (
            <FailedAccount key={account.id} account={account} failure={failure} onAccount={onAccount} />
          ))}
        </ul>
      )}
    </>
  );
}

function FailedAccount(props: {
  readonly account: AccountView;
  readonly failure: Failure;
  readonly onAccount: (accountId: string) => void;
}) {
  const { whole } = useAccountName(props.account);
  const { what } = useFailureTexts(props.failure);
  return (
    <li>
      <button type="button" className="renew-all-account" onClick={() => props.onAccount(props.account.id)}>
        {whole}
      </button>
      <p className="hint">{what}</p>
    </li>
  );
}
