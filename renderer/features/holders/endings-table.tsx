import { useTranslation } from '../../i18n/use-translation.ts';
import { useClock, useDesk } from '../../state/context.ts';
import { Instant } from '../../ui/instant.tsx';
import { useUntilWords } from '../accounts/use-until-words.ts';
import { endingsOf, type Ending, type HolderFacts } from './holder-facts.ts';
import { useNames } from './use-names.ts';

/** What stops when, the next first. */
export function EndingsTable({ holder }: { readonly holder: HolderFacts }) {
  const { t } = useTranslation();
  const { clock } = useDesk();
  // Drawn again when one of them is over.
  useClock((now) => endingsOf(holder, now).length);
  const endings = endingsOf(holder, clock.now());
  if (endings.length === 0) return <p>{t('holders.endings.none')}</p>;
  return (
    <div className="table-place">
      <table className="table" aria-labelledby="holder-endings">
        <thead>
          <tr>
            <th scope="col">{t('holders.endings.when')}</th>
            <th scope="col">{t('holders.endings.what')}</th>
          </tr>
        </thead>
        <tbody>
          {endings.map((ending, index) => (
            <EndingRow key={`${ending.what} ${index}`} ending={ending} holder={holder} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EndingRow({ ending, holder }: { readonly ending: Ending; readonly holder: HolderFacts }) {
  const words = useUntilWords(ending.at);
  const what = useEndingWords(ending, holder);
  return (
    <tr>
      <td>
        <Instant time={ending.at}>{words}</Instant>
      </td>
      <td>{what}</td>
    </tr>
  );
}

function useEndingWords(ending: Ending, holder: HolderFacts): string {
  const { t } = useTranslation();
  const { accountName } = useNames(holder);
  if (ending.what === 'certificate') return t('holders.endings.certificate');
  const account = accountName(ending.account);
  switch (ending.what) {
    case 'programs': {
      const facts = holder.accounts.find((own) => own.account.id === ending.account.id);
      const isFetched = facts?.profile?.renewal === 'sign-in';
      return t(isFetched ? 'holders.endings.programsResting' : 'holders.endings.programs', { account });
    }
    case 'renewal':
      return t('holders.endings.renewal', { account });
    case 'copy':
      return t('holders.endings.copy', { account, recipient: ending.recipient.name });
  }
}
