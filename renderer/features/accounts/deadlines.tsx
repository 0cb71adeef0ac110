import { useTranslation } from '../../i18n/use-translation.ts';
import type { ReactNode } from 'react';
import type { AccountView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { useClock } from '../../state/context.ts';
import { renewableUntil } from '../../state/lifetime.ts';
import { Instant } from '../../ui/instant.tsx';
import { LifetimeBar } from '../../ui/lifetime-bar.tsx';
import { RenewsItself } from '../renewals/renews-itself.tsx';
import { useCertificate } from './use-account.ts';
import { useUntilWords } from './use-until-words.ts';

/** Until when programs work, until when nobody has to sign in, and the end of the certificate beside them. */
export function Deadlines({ account, profile }: { readonly account: AccountView; readonly profile: ProfileView }) {
  const { t } = useTranslation();
  const certificate = useCertificate(account);
  const token = account.accessToken;
  return (
    <section className="block">
      <h2>{t('accounts.deadlines.heading')}</h2>
      <dl className="deadlines">
        <Deadline name={t('accounts.deadlines.programs')}>
          {token === null ? (
            <p>{t('accounts.token.noneYet')}</p>
          ) : (
            <Until
              name={t('accounts.deadlines.programs')}
              from={token.obtainedAt}
              until={token.expiresAt}
              note={t('accounts.deadlines.programsNote')}
              noteWhenEnded={t('accounts.deadlines.programsEnded')}
            />
          )}
        </Deadline>
        <Person account={account} profile={profile} />
        {certificate !== undefined && (
          <Deadline name={t('accounts.deadlines.certificate')}>
            <CertificateEnd notAfter={certificate.notAfter} />
          </Deadline>
        )}
      </dl>
      <RenewsItself account={account} profile={profile} />
    </section>
  );
}

function Deadline({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="deadline">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Until when no person is needed: the end of the refresh token, or why there is none. */
function Person({ account, profile }: { readonly account: AccountView; readonly profile: ProfileView }) {
  const { t } = useTranslation();
  const until = renewableUntil(account);
  const name = t(`profiles.${profile.id}.deadlines.person`);
  return (
    <Deadline name={name}>
      {until === null ? (
        <p className="hint">
          {profile.renewal === 'sign-in' || account.refreshToken === null
            ? t(`profiles.${profile.id}.deadlines.noRefreshToken`)
            : t(`profiles.${profile.id}.deadlines.personNeeded`)}
        </p>
      ) : (
        <>
          <Until
            name={name}
            from={account.accessToken?.obtainedAt ?? null}
            until={until}
            note={t(`profiles.${profile.id}.deadlines.personUntil`)}
            noteWhenEnded={t(`profiles.${profile.id}.deadlines.personNeeded`)}
          />
          {account.refreshToken?.isCertain === false && <p className="hint">{t('accounts.deadlines.usual')}</p>}
        </>
      )}
    </Deadline>
  );
}

function Until(props: {
  readonly name: string;
  readonly from: number | null;
  readonly until: number;
  readonly note: string;
  readonly noteWhenEnded: string;
}) {
  const { name, from, until } = props;
  const words = useUntilWords(until);
  const isLeft = useClock((now) => until > now);
  return (
    <>
      <p className="deadline-words">
        <Instant time={until}>{words}</Instant>
      </p>
      {isLeft && from !== null && <LifetimeBar name={name} from={from} until={until} />}
      <p className="hint">{isLeft ? props.note : props.noteWhenEnded}</p>
    </>
  );
}

function CertificateEnd({ notAfter }: { readonly notAfter: number }) {
  const words = useUntilWords(notAfter);
  return (
    <p className="deadline-words">
      <Instant time={notAfter}>{words}</Instant>
    </p>
  );
}
