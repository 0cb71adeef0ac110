import { useTranslation } from '../../i18n/use-translation.ts';
import type { CallInput, CallOutput } from '../../../electron/contract/contract.ts';
import type { TransferContentsView } from '../../../electron/contract/transfer-calls.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { ModalButtons } from '../../ui/modal.tsx';
import { incomingName } from './incoming-accounts.tsx';

type Outcomes = CallOutput<'transfer.import'>['accounts'];

/** What became of each account of the file; what was left as it is, is named. */
export function ImportResult(props: {
  readonly contents: TransferContentsView;
  readonly outcomes: Outcomes;
  readonly importedAs: CallInput<'transfer.import'>['importedAs'];
  readonly onClose: () => void;
}) {
  const { contents, outcomes, importedAs, onClose } = props;
  const { t } = useTranslation();
  const { formats } = useDesk();
  const idsOf = (outcome: Outcomes[number]['outcome']): readonly string[] =>
    outcomes.filter((one) => one.outcome === outcome).map(({ id }) => id);
  const namesOf = (ids: readonly string[]): string =>
    formats.list(contents.accounts.filter(({ id }) => ids.includes(id)).map((account) => incomingName(account, t)));
  const isLooking = importedAs === 'only-looking' && idsOf('added').length + idsOf('replaced').length > 0;
  return (
    <>
      <div role="status" className="stack">
        <h3>{t('transfer.import.result.title')}</h3>
        {(['added', 'replaced', 'kept'] as const).map((outcome) => {
          const count = idsOf(outcome).length;
          return count > 0 && <p key={outcome}>{t(`transfer.import.result.${outcome}`, { count })}</p>;
        })}
        {(['older', 'left', 'busy'] as const).map((outcome) => {
          const ids = idsOf(outcome);
          return (
            ids.length > 0 && <p key={outcome}>{t(`transfer.import.result.${outcome}`, { accounts: namesOf(ids) })}</p>
          );
        })}
        {isLooking && <p>{t('transfer.import.result.looking')}</p>}
      </div>
      <ModalButtons>
        <Button look="primary" onPress={onClose} autoFocus>
          {t('common.close')}
        </Button>
      </ModalButtons>
    </>
  );
}
