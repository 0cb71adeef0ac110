import { useTranslation } from '../../i18n/use-translation.ts';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import { Checkbox, RadioChoice } from '../../ui/fields.tsx';
import { useAccountName } from '../accounts/use-account.ts';

/** Which accounts: all of them (`chosen` null), or some. */
export function AccountChoice(props: {
  readonly accounts: readonly AccountView[];
  readonly chosen: ReadonlySet<string> | null;
  readonly onChange: (chosen: ReadonlySet<string> | null) => void;
}) {
  const { accounts, chosen, onChange } = props;
  const { t } = useTranslation();
  const toggle = (id: string, isChosen: boolean): void => {
    const rest = [...(chosen ?? [])].filter((other) => other !== id);
    onChange(new Set(isChosen ? [...rest, id] : rest));
  };
  return (
    <div className="stack">
      <RadioChoice
        legend={t('transfer.export.which')}
        value={chosen === null ? 'all' : 'some'}
        options={[
          { value: 'all', text: t('transfer.export.all', { count: accounts.length }) },
          { value: 'some', text: t('transfer.export.some') },
        ]}
        onChange={(value) => onChange(value === 'all' ? null : new Set())}
      />
      {chosen !== null && (
        <div className="transfer-list" role="group" aria-label={t('transfer.export.list')} tabIndex={0}>
          {accounts.map((account) => (
            <AccountBox
              key={account.id}
              account={account}
              isChosen={chosen.has(account.id)}
              onChange={(isChosen) => toggle(account.id, isChosen)}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function AccountBox(props: {
  readonly account: AccountView;
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
}) {
  const { whole } = useAccountName(props.account);
  return <Checkbox label={whole} isSelected={props.isChosen} onChange={props.onChange} />;
}
