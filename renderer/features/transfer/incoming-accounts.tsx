import type { TFunction } from 'i18next';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { TransferContentsView } from '../../../electron/contract/transfer-calls.ts';
import type { Formats } from '../../i18n/formats.ts';
import { useDesk } from '../../state/context.ts';
import { Notice } from '../../ui/notice.tsx';

type Incoming = TransferContentsView['accounts'][number];

/** What an account of a file is called: its holder and application, or what there is of them. */
export function incomingName({ holder, application }: Incoming, t: TFunction): string {
  const name = application === '' ? t('applications.unnamed') : application;
  return holder === '' ? name : t('accounts.holderAndApplication', { holder, application: name });
}

/** The accounts of a file, each held against what is here. */
export function IncomingAccounts({ contents }: { readonly contents: TransferContentsView }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const { accounts, certificates, applications, otherSecrets } = contents;
  return (
    <section className="stack">
      <h3>{t('transfer.import.accounts')}</h3>
      {accounts.length === 0 ? (
        <p>{t('transfer.import.noAccounts')}</p>
      ) : (
        <ul className="transfer-list" tabIndex={0} aria-label={t('transfer.import.accounts')}>
          {accounts.map((account) => (
            <li key={account.id}>
              <span className="transfer-name">{incomingName(account, t)}</span>
              {account.companies.length > 0 && <span className="check-note">{formats.list(account.companies)}</span>}
              <span className="check-note">{verdictText(account, t, formats)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="hint">
        {t('transfer.import.others', {
          certificates: t('transfer.import.certificates', { count: certificates }),
          applications: t('transfer.import.applications', { count: applications }),
        })}
      </p>
      {otherSecrets.length > 0 && (
        <Notice kind="warning">
          <p>{t('transfer.import.otherSecrets', { applications: formats.list(otherSecrets) })}</p>
        </Notice>
      )}
    </section>
  );
}

function verdictText({ verdict, issuedAt, issuedHereAt }: Incoming, t: TFunction, formats: Formats): string {
  const day = (at: number | null): string => (at === null ? '' : formats.shortDate(at));
  // Of one day the hours tell which is newer.
  const said = day(issuedAt) === day(issuedHereAt) ? formats.exact : formats.shortDate;
  const time = issuedAt === null ? '' : said(issuedAt);
  const here = issuedHereAt === null ? '' : said(issuedHereAt);
  switch (verdict) {
    case 'new':
      return t(time === '' ? 'transfer.import.verdict.newNoTokens' : 'transfer.import.verdict.new', { time });
    case 'same':
      return t('transfer.import.verdict.same');
    case 'older':
      return t(time === '' ? 'transfer.import.verdict.olderNoTokens' : 'transfer.import.verdict.older', { time, here });
    case 'newer':
      return t(here === '' ? 'transfer.import.verdict.newerThanNone' : 'transfer.import.verdict.newer', { time, here });
  }
}
