import { useTranslation } from 'react-i18next';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import type { TokenReading } from '../../../electron/contract/token-reading.ts';
import { useDesk } from '../../state/context.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useApplication } from '../accounts/use-account.ts';
import { ClaimTable } from './claim-table.tsx';
import { missingServices } from './missing-services.ts';

type Jwt = Extract<TokenReading, { form: 'jwt' }>;

/** A JWT: its payload and header claim by claim, its signature, and all of it as JSON. */
export function JwtReading(props: {
  readonly reading: Jwt;
  readonly authority: string;
  readonly account: AccountView;
}) {
  const { reading, authority, account } = props;
  const { t } = useTranslation();
  const { formats } = useDesk();
  const application = useApplication(account);
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
      <ClaimTable heading={t('claims.payload')} claims={reading.payload} />
      <ClaimTable heading={t('claims.header')} claims={reading.header} />
      <Signature signature={reading.signature} authority={authority} />
      <details className="block quiet-details">
        <summary>{t('claims.raw')}</summary>
        <div className="stack">
          <Json heading={t('claims.rawHeader')} text={reading.headerJson} />
          <Json heading={t('claims.rawPayload')} text={reading.payloadJson} />
        </div>
      </details>
    </div>
  );
}

function Signature({ signature, authority }: { readonly signature: Jwt['signature']; readonly authority: string }) {
  const { t } = useTranslation();
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
        <Fact name={t('claims.signature.verified')}>
          {signature.present ? t('claims.signature.notVerified', { authority }) : t('claims.signature.absent')}
        </Fact>
      </Facts>
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
