import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { MAX_COMPANIES, MAX_COMPANIES_TEXT } from '../../../electron/contract/limits.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Modal, ModalButtons } from '../../ui/modal.tsx';
import { useUnsaved } from '../../ui/unsaved.tsx';
import { mergeCompanies, type Company } from './merge-companies.ts';
import { OwnCompany, useOwnCompany } from './own-company.tsx';
import { PasteCompanies } from './paste-companies.tsx';
import './companies.css';

/**
 * The companies of an account: taking some off, adding by a pasted list, and saving them all at once. What stands in the
 * field and was not added yet is saved as well where every line of it is understood.
 */
export function CompaniesDialog({ account, onClose }: { readonly account: AccountView; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const { setTyped, leave, question } = useUnsaved();
  const [companies, setCompanies] = useState<readonly Company[]>(account.companies);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isPending, setPending] = useState(false);
  const [pasted, setPasted] = useState('');
  const [isWarned, setWarned] = useState(false);
  const own = useOwnCompany(account);
  const count = companies.length;
  const isTooMany = count > MAX_COMPANIES;
  const change = (next: readonly Company[]): void => {
    setCompanies(next);
    setTyped(true);
  };

  /** The companies with those that stand in the field; null where a line of it is not understood. */
  async function withPasted(): Promise<readonly Company[] | null> {
    if (pasted.trim() === '' || isWarned) return companies;
    if (pasted.length > MAX_COMPANIES_TEXT) return null;
    const answer = await bridge.call('companies.read', { accountId: account.id, text: pasted });
    const isWhole = answer.ok && answer.value.problems.length === 0 && answer.value.companies.length > 0;
    return isWhole ? mergeCompanies(companies, answer.value.companies) : null;
  }

  async function save(): Promise<void> {
    setPending(true);
    const all = await withPasted();
    if (all === null) {
      setPending(false);
      setWarned(true);
      return;
    }
    if (all !== companies) {
      change(all);
      setPasted('');
    }
    const answer =
      all.length > MAX_COMPANIES
        ? null
        : await bridge.call('companies.set', { accountId: account.id, companies: [...all] });
    setPending(false);
    if (answer === null) return;
    if (!answer.ok) {
      setFailure(answer.failure);
      return;
    }
    announce(t('companies.dialog.saved', { count: all.length }));
    onClose();
  }

  return (
    <Modal title={t('companies.dialog.title')} size="wide" onClose={() => leave(onClose)}>
      <p className="hint">{t('companies.dialog.lead')}</p>
      {count === 0 ? (
        <div className="line">
          <p>{t('companies.dialog.empty')}</p>
          {own !== null && <OwnCompany company={own} onAdd={() => change([own])} />}
        </div>
      ) : (
        <>
          <p aria-live="polite">{t('companies.dialog.count', { count })}</p>
          <CompaniesTable
            companies={companies}
            onRemove={(number) => change(companies.filter((company) => company.number !== number))}
          />
        </>
      )}
      <PasteCompanies
        account={account}
        companies={companies}
        text={pasted}
        onText={(text) => {
          setPasted(text);
          setWarned(false);
          setTyped(true);
        }}
        onAdd={(read) => change(mergeCompanies(companies, read))}
      />
      {isWarned && (
        <p className="field-problem" role="alert">
          {t('companies.paste.notAdded', { save: t('common.save') })}
        </p>
      )}
      {isTooMany && (
        <p className="field-problem" role="alert">
          {t('companies.dialog.tooMany', { limit: MAX_COMPANIES, count })}
        </p>
      )}
      {failure !== null && <FailureNote failure={failure} />}
      <ModalButtons>
        <Button onPress={() => leave(onClose)}>{t('common.cancel')}</Button>
        <Button look="primary" isPending={isPending} isDisabled={isTooMany} onPress={() => void save()}>
          {t('common.save')}
        </Button>
      </ModalButtons>
      {question}
    </Modal>
  );
}

function CompaniesTable(props: {
  readonly companies: readonly Company[];
  readonly onRemove: (number: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="companies-table">
      <table className="table" aria-label={t('companies.dialog.table')}>
        <thead>
          <tr>
            <th scope="col">{t('companies.dialog.number')}</th>
            <th scope="col">{t('companies.dialog.name')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {props.companies.map(({ number, name }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td>{name}</td>
              <td className="companies-act">
                <Button
                  look="quiet"
                  label={t('companies.dialog.removeFor', { company: name || number })}
                  onPress={() => props.onRemove(number)}
                >
                  {t('companies.dialog.remove')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
