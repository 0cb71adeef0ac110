import { useState, type ReactNode } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { TokenKnown, TokenSource } from '../../../electron/contract/claims-calls.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AccountView, ApplicationView } from '../../../electron/contract/snapshot.ts';
import type { TokenReading } from '../../../electron/contract/token-reading.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ClaimTable } from './claim-table.tsx';
import { noteOfKnown } from './known-note.tsx';
import { missingServices } from './missing-services.ts';
import { Services } from './services.tsx';
import { timelinePoints } from './timeline-points.ts';
import { Timeline } from './timeline.tsx';
import { VerifyForm } from './verify-form.tsx';

type Jwt = Extract<TokenReading, { form: 'jwt' }>;

/**
 * A JWT: its times, its payload and header claim by claim, its signature, and all of it as JSON. `authority` is the name
 * of the one that issued it, null where that is none that is known; `account` the one here whose access token it is, and
 * `application` the one it was given to. `of` is where main has it, null where it has it no more.
 */
export function JwtReading(props: {
  readonly reading: Jwt;
  readonly known: TokenKnown | null;
  readonly authority: string | null;
  readonly account: AccountView | null;
  readonly application: ApplicationView | undefined;
  readonly of: TokenSource | null;
  /** What is said of it after its claims. */
  readonly children?: ReactNode;
}) {
  const { reading, known, authority, account, application, of, children } = props;
  const { t } = useTranslation();
  const { formats } = useDesk();
  const missing = missingServices(application?.services ?? [], reading.payload);
  return (
    <div className="stack">
      <p className="hint">{t('claims.offline')}</p>
      {reading.problems.length > 0 && (
        <Notice kind="warning" title={t('claims.problemsTitle')}>
          <ul>
            {reading.problems.map((problem) => (
              <li key={problem}>{t(`claims.problems.${problem}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice kind="warning" title={t('claims.missingServicesTitle')}>
          <p>{t('claims.missingServices', { services: formats.list(missing) })}</p>
        </Notice>
      )}
      <Timeline points={timelinePoints(reading, account)} />
      {application !== undefined && <Services asked={application.services} payload={reading.payload} />}
      <ClaimTable
        heading={t('claims.payload')}
        claims={reading.payload}
        {...(known && { noteOf: noteOfKnown(known, account) })}
      />
      <ClaimTable heading={t('claims.header')} claims={reading.header} />
      <Signature signature={reading.signature} authority={authority} of={of} />
      {children}
      <details className="block quiet-details">
        <summary>{t('claims.raw')}</summary>
        <div className="stack">
          <Json heading={t('claims.rawHeader')} text={reading.headerJson} />
          <Json heading={t('claims.rawPayload')} text={reading.payloadJson} />
          {of !== null && <CopyRaw of={of} />}
        </div>
      </details>
    </div>
  );
}

function Signature(props: {
  readonly signature: Jwt['signature'];
  readonly authority: string | null;
  readonly of: TokenSource | null;
}) {
  const { signature, authority, of } = props;
  const { t } = useTranslation();
  const [isVerified, setVerified] = useState(false);
  const notVerified =
    authority === null ? t('reading.verify.nobody') : t('claims.signature.notVerified', { authority });
  return (
    <section className="block">
      <h2>{t('claims.signature.heading')}</h2>
      <Facts>
        <Fact name={t('claims.signature.algorithm')} isCode>
          {signature.algorithm}
        </Fact>
        {signature.keyId !== null && (
          <Fact name={t('claims.signature.keyId')} isCode>
            {signature.keyId}
          </Fact>
        )}
        {!isVerified && (
          <Fact name={t('claims.signature.verified')}>
            {signature.present ? notVerified : t('claims.signature.absent')}
          </Fact>
        )}
      </Facts>
      {of !== null && <VerifyForm of={of} onVerified={setVerified} />}
    </section>
  );
}

function Json({ heading, text }: { readonly heading: string; readonly text: string }) {
  return (
    <div>
      <h3>{heading}</h3>
      <pre className="code-block" tabIndex={0} aria-label={heading}>
        {text}
      </pre>
    </div>
  );
}

function CopyRaw({ of }: { readonly of: TokenSource }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const [failure, setFailure] = useState<Failure | null>(null);

  async function copy(): Promise<void> {
    const answer = await bridge.call('claims.copyRaw', { of });
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) announce(t('reading.rawCopied'));
  }

  return (
    <div>
      <Button onPress={() => void copy()}>{t('reading.copyRaw')}</Button>
      {failure !== null && <FailureNote failure={failure} />}
    </div>
  );
}
