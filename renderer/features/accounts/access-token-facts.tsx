import { useTranslation } from '../../i18n/use-translation.ts';
import type { AccountView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { useClock, useDesk } from '../../state/context.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Notice } from '../../ui/notice.tsx';

type Token = NonNullable<AccountView['accessToken']>;

/** What is known of the access token; the token itself never comes here. */
export function AccessTokenFacts({
  account,
  profile,
}: {
  readonly account: AccountView;
  readonly profile: ProfileView;
}) {
  const { t } = useTranslation();
  const token = account.accessToken;
  return (
    <section className="block">
      <h2>{t('accounts.token.heading')}</h2>
      {token === null ? <p>{t('accounts.token.noneYet')}</p> : <TokenFacts token={token} profile={profile} />}
      <p className="hint">{t(`profiles.${profile.id}.valuable`)}</p>
    </section>
  );
}

function TokenFacts({ token, profile }: { readonly token: Token; readonly profile: ProfileView }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const isLiving = useClock((now) => token.expiresAt > now);
  const obtained = useClock((now) => formats.clock(token.obtainedAt, now));
  const end = useClock((now) => formats.clock(token.expiresAt, now));
  const left = useClock((now) => formats.span(token.expiresAt - now));
  return (
    <>
      <Facts>
        <Fact name={isLiving ? t('accounts.token.validUntil') : t('accounts.token.endedAt')}>
          <Instant time={token.expiresAt}>{end}</Instant>
        </Fact>
        <Fact name={t('accounts.token.timeLeft')}>
          {isLiving ? (
            <span role="timer" aria-label={t('accounts.token.timeLeft')}>
              {left}
            </span>
          ) : (
            t(`profiles.${profile.id}.tokenResting`)
          )}
        </Fact>
        <Fact name={t('accounts.token.obtained')}>
          <Instant time={token.obtainedAt}>{obtained}</Instant>
        </Fact>
        <Fact name={t('accounts.token.form')}>
          {token.form === 'opaque' ? t('accounts.token.opaque') : t('accounts.token.jwt')}
        </Fact>
        {profile.scope === 'list' && (
          <>
            <Fact name={t('accounts.token.scopesAsked')} isCode>
              {token.scopeAsked.length === 0 ? t('common.none') : token.scopeAsked.join(' ')}
            </Fact>
            <Fact name={t('accounts.token.scopesGiven')} isCode={token.scopeGiven !== null}>
              {token.scopeGiven === null ? t('accounts.token.scopesNotSaid') : token.scopeGiven.join(' ')}
            </Fact>
          </>
        )}
      </Facts>
      {profile.scope === 'list' && <ScopeDifference token={token} />}
    </>
  );
}

/** Says where the scopes given are not the scopes asked for, as Skatteverket advises to check (S11). */
function ScopeDifference({ token }: { readonly token: Token }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const { scopeAsked, scopeGiven } = token;
  if (scopeGiven === null) return null;
  const missing = scopeAsked.filter((scope) => !scopeGiven.includes(scope));
  const extra = scopeGiven.filter((scope) => !scopeAsked.includes(scope));
  if (missing.length === 0 && extra.length === 0) return null;
  return (
    <Notice kind="warning" title={t('accounts.scopesDiffer.title')}>
      {missing.length > 0 && <p>{t('accounts.scopesDiffer.missing', { scopes: formats.list(missing) })}</p>}
      {extra.length > 0 && <p>{t('accounts.scopesDiffer.extra', { scopes: formats.list(extra) })}</p>}
      <p>{t('accounts.scopesDiffer.now')}</p>
    </Notice>
  );
}
