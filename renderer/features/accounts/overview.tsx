import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import { missingParts } from '../../i18n/failure-sentences.ts';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmRemoval } from '../../ui/confirm.tsx';
import { EnvironmentTag } from '../../ui/environment-tag.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Notice } from '../../ui/notice.tsx';
import { certificateEnd } from '../../state/lifetime.ts';
import { AttemptProgress } from '../sign-in/attempt-progress.tsx';
import { AccessTokenFacts } from './access-token-facts.tsx';
import { useApplication, useIsFetching } from './use-account.ts';

/** Who signed in, with which application, and how the access token stands. */
export function Overview({ account }: { readonly account: AccountView }) {
  return (
    <div className="stack">
      <CertificateNotice account={account} />
      <LastFailure account={account} />
      <Acts account={account} />
      <AccessTokenFacts account={account} />
      <Holder account={account} />
      <Application account={account} />
    </div>
  );
}

/** Says that the certificate has ended or soon will: the one thing that needs a person with a new one. */
function CertificateNotice({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  const certificate = useSnapshot((snapshot) => snapshot.certificates[account.certificateId]);
  const end = useClock((now) => (certificate === undefined ? 'far' : certificateEnd(certificate, now)));
  if (certificate === undefined || end === 'far') return null;
  const title = t(`accounts.certificateNotice.${end}.title`, {
    time: formats.date(certificate.notAfter),
    relative: formats.relative(certificate.notAfter, clock.now()),
  });
  return (
    <Notice kind="trouble" title={title}>
      <p>{t(`accounts.certificateNotice.${end}.text`)}</p>
    </Notice>
  );
}

function Acts({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const { bridge, fetches } = useDesk();
  const announce = useAnnounce();
  const isFetching = useIsFetching(account.id);
  const attempt = useSnapshot(
    // An attempt of an account that never had a token does not name it yet.
    ({ attempts }) =>
      Object.values(attempts).find(({ accountId, applicationId }) =>
        accountId === null ? isFetching && applicationId === account.applicationId : accountId === account.id,
      ) ?? null,
  );
  const [isRemoving, setRemoving] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function copyCurl(): Promise<void> {
    const answer = await bridge.call('accounts.copySignInAsCurl', { accountId: account.id });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) announce(t('accounts.curlCopied'));
  }

  return (
    <>
      <div className="acts">
        <Button look="primary" isPending={isFetching} onPress={() => fetches.fetch(account.id)}>
          {isFetching ? t('accounts.fetching') : t('accounts.fetch')}
        </Button>
        <Button onPress={() => void copyCurl()}>{t('accounts.copyCurl')}</Button>
        <Button look="quiet" onPress={() => setRemoving(true)}>
          {t('common.removeFromThisComputer')}
        </Button>
      </div>
      {(isFetching || attempt !== null) && <AttemptProgress attempt={attempt} />}
      {failure !== null && <FailureNote failure={failure} />}
      {isRemoving && (
        <ConfirmRemoval
          title={t('accounts.remove.title')}
          confirm={t('accounts.remove.confirm')}
          onConfirm={() => bridge.call('accounts.remove', { accountId: account.id })}
          onDone={() => announce(t('accounts.remove.done'))}
          onClose={() => setRemoving(false)}
        >
          {t('accounts.remove.text', { holder: account.holder })}
        </ConfirmRemoval>
      )}
    </>
  );
}

/** The failure of the fetch just pressed, else the one that is kept with the account. */
function LastFailure({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const { fetches, formats, clock } = useDesk();
  const fresh = useSyncExternalStore(fetches.subscribe, () => fetches.failure(account.id));
  const isFetching = useIsFetching(account.id);
  const failure = fresh ?? account.lastFailure?.failure ?? null;
  if (failure === null || isFetching) return null;
  const at = account.lastFailure?.at;
  return (
    <FailureNote
      failure={failure}
      isFresh={fresh !== null}
      heading={
        fresh === null &&
        at !== undefined && (
          <Instant time={at}>{t('accounts.lastFailure', { time: formats.clock(at, clock.now()) })}</Instant>
        )
      }
    >
      <Button onPress={() => fetches.fetch(account.id)}>{t('common.tryAgain')}</Button>
    </FailureNote>
  );
}

function Holder({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const { formats, clock } = useDesk();
  const certificate = useSnapshot((snapshot) => snapshot.certificates[account.certificateId]);
  return (
    <section className="block">
      <h2>{t('accounts.holder.heading')}</h2>
      {certificate === undefined ? (
        <p>{t('accounts.holder.gone')}</p>
      ) : (
        <Facts>
          <Fact name={t('accounts.holder.name')}>{certificate.holder}</Fact>
          {certificate.organisationNumber !== null && (
            <Fact name={t('accounts.holder.organisationNumber')}>{certificate.organisationNumber}</Fact>
          )}
          <Fact name={t('accounts.holder.issuer')}>{certificate.issuer}</Fact>
          <Fact name={t('accounts.holder.serialNumber')} isCode>
            {certificate.serialNumber}
          </Fact>
          <Fact name={t('accounts.holder.validUntil')}>
            <Instant time={certificate.notAfter}>
              {t('time.inBrackets', {
                time: formats.date(certificate.notAfter),
                relative: formats.relative(certificate.notAfter, clock.now()),
              })}
            </Instant>
          </Fact>
          <Fact name={t('accounts.holder.key')}>
            {certificate.keyKept ? t('accounts.holder.keyKept') : t('accounts.holder.keyNotKept')}
          </Fact>
        </Facts>
      )}
    </section>
  );
}

function Application({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const application = useApplication(account);
  if (application === undefined) return null;
  return (
    <section className="block">
      <h2>{t('accounts.application.heading')}</h2>
      <Facts>
        <Fact name={t('accounts.application.name')}>{application.name}</Fact>
        <Fact name={t('accounts.application.environment')}>
          <EnvironmentTag environment={application.environment} />
        </Fact>
        <Fact name={t('accounts.application.redirectUri')} isCode>
          {application.redirectUri}
        </Fact>
        <Fact name={t('accounts.application.scopes')} isCode>
          {application.scopes.length === 0 ? t('common.none') : application.scopes.join(' ')}
        </Fact>
        {application.missing.length > 0 && (
          <Fact name={t('accounts.application.missing')}>{missingParts(application.missing, t, formats)}</Fact>
        )}
      </Facts>
    </section>
  );
}
