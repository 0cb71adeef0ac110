import { useTranslation } from '../../i18n/use-translation.ts';
import type { RecipientView } from '../../../electron/contract/snapshot.ts';
import { Instant } from '../../ui/instant.tsx';
import { useUntilWords } from '../accounts/use-until-words.ts';
import type { HolderFacts } from './holder-facts.ts';
import { useNames } from './use-names.ts';

/** Programs with a copy of these accounts' tokens, and until when each copy works. */
export function RecipientsTable({ holder }: { readonly holder: HolderFacts }) {
  const { t } = useTranslation();
  const { accountName } = useNames(holder);
  return (
    <div className="table-place">
      <table className="table" aria-labelledby="holder-recipients">
        <thead>
          <tr>
            {(['program', 'account', 'way', 'end', 'standing'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`holders.recipients.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {holder.copies.map(({ account, recipient }) => (
            <tr key={recipient.id}>
              <th scope="row">{recipient.name}</th>
              <td>{accountName(account)}</td>
              <td>
                {t(`holders.recipients.ways.${recipient.way}`)}
                {recipient.path !== null && <span className="hint code selectable one-a-line">{recipient.path}</span>}
              </td>
              <td>
                <CopyEnd at={recipient.copyExpiresAt} />
              </td>
              <td>{t(`holders.recipients.${standingOf(recipient)}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function standingOf({ isCurrent }: RecipientView): 'current' | 'previous' | 'unknown' {
  if (isCurrent === null) return 'unknown';
  return isCurrent ? 'current' : 'previous';
}

function CopyEnd({ at }: { readonly at: number }) {
  const words = useUntilWords(at);
  return <Instant time={at}>{words}</Instant>;
}
