import { useTranslation } from '../../i18n/use-translation.ts';
import type { TokenMatch } from '../../../electron/contract/claims-calls.ts';
import type { CallOutput } from '../../../electron/contract/contract.ts';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import type { TokenReading } from '../../../electron/contract/token-reading.ts';
import { useClock, useSnapshot } from '../../state/context.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAccountName } from '../accounts/use-account.ts';
import { JwtReading } from './jwt-reading.tsx';
import { MalformedProblem } from './malformed.tsx';

/** What was read of a pasted token: whose it is here, what was around it, and what is in it. */
export function PastedReading({ read }: { readonly read: CallOutput<'claims.read'> }) {
  const { t } = useTranslation();
  const { reading, match } = read;
  return (
    <>
      {reading.form !== 'malformed' && <Match match={match} />}
      {reading.stripped.length > 0 && (
        <Notice kind="info" title={t('reading.strippedTitle')}>
          <ul>
            {reading.stripped.map((what) => (
              <li key={what}>{t(`reading.stripped.${what}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Content {...read} />
    </>
  );
}

function Match({ match }: { readonly match: TokenMatch | null }) {
  const { t } = useTranslation();
  const accountId = match !== null && 'accountId' in match ? match.accountId : null;
  const account = useSnapshot(({ accounts }) => (accountId === null ? undefined : accounts[accountId]));
  if (match !== null && 'accountId' in match && account !== undefined) {
    return <AccountMatch token={match.token} account={account} />;
  }
  return (
    <Notice kind="info">
      <p>{t(match?.token === 'removed' ? 'reading.match.removed' : 'reading.noMatch')}</p>
    </Notice>
  );
}

type AccountToken = Exclude<TokenMatch['token'], 'removed'>;

function AccountMatch({ token, account }: { readonly token: AccountToken; readonly account: AccountView }) {
  const { t } = useTranslation();
  const { whole } = useAccountName(account);
  const isEnded = useClock((now) => (account.accessToken?.expiresAt ?? 0) <= now);
  const isSecret = token === 'refresh' || token === 'earlier-refresh';
  return (
    <Notice kind={isSecret ? 'warning' : 'info'}>
      <p>{t(`reading.match.${token === 'access' && isEnded ? 'accessEnded' : token}`, { account: whole })}</p>
    </Notice>
  );
}

function Content({ reading, known, match, draftId }: CallOutput<'claims.read'>) {
  const { t } = useTranslation();
  const accountId = match?.token === 'access' ? match.accountId : null;
  const account = useSnapshot(({ accounts }) => (accountId === null ? undefined : accounts[accountId])) ?? null;
  const [only, ...others] = known.applicationIds ?? [];
  const applicationId = account?.applicationId ?? (others.length === 0 ? only : undefined);
  const application = useSnapshot(({ applications }) =>
    applicationId === undefined ? undefined : applications[applicationId],
  );
  const issuer = known.issuer?.authority ?? null;
  switch (reading.form) {
    case 'jwt':
      return (
        <JwtReading
          key={draftId}
          reading={reading}
          known={known}
          authority={issuer === null ? null : t(`authorities.${issuer}.name`)}
          account={account}
          application={application}
          of={draftId === null ? null : { draftId }}
        />
      );
    case 'opaque':
      return (
        <Notice kind="info" title={t('claims.opaque.title')}>
          <p>{t(`reading.opaque.${reading.shape}`, { length: reading.length })}</p>
        </Notice>
      );
    case 'malformed':
      return <Malformed reading={reading} />;
  }
}

function Malformed({ reading }: { readonly reading: Extract<TokenReading, { form: 'malformed' }> }) {
  const { t } = useTranslation();
  return (
    <Notice kind="warning" title={t('claims.malformed.title')}>
      <MalformedProblem reading={reading} />
      {reading.problem !== 'encrypted' && <p>{t('reading.malformedNow')}</p>}
    </Notice>
  );
}
