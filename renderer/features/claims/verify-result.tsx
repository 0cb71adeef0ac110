import { useTranslation } from '../../i18n/use-translation.ts';
import type { KeyFacts, Verification } from '../../../electron/contract/token-verification.ts';
import { useDesk } from '../../state/context.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';

/** What trying a signature came to. It says by which key the signature is, and never that the token is of use. */
export function VerifyResult({ result }: { readonly result: Verification }) {
  const { t } = useTranslation();
  const title = t(`reading.verify.outcomes.${result.outcome}`);
  switch (result.outcome) {
    case 'verified':
      return (
        <Notice kind={result.times === 'hold' && !result.key.isWeak ? 'info' : 'warning'} title={title}>
          <p>{t('reading.verify.verified')}</p>
          <KeyFactsList facts={result.key} />
          <Facts>
            <Fact name={t('reading.verify.times')}>{t(`reading.verify.timesNow.${result.times}`)}</Fact>
          </Facts>
          {result.key.isWeak && <p>{t('reading.verify.weak')}</p>}
        </Notice>
      );
    case 'signature-does-not-match':
      return (
        <Notice kind="trouble" title={title}>
          <p>{t('reading.verify.doesNotMatch')}</p>
          <Keys keys={result.tried} />
        </Notice>
      );
    case 'no-matching-key':
      return (
        <Notice kind="warning" title={title}>
          <p>
            {t(`reading.verify.mismatches.${result.reason}`, {
              keyId: result.tokenKeyId ?? '',
              algorithm: result.algorithm,
            })}
          </p>
          <Keys keys={result.given} />
        </Notice>
      );
    case 'algorithm-refused':
      return (
        <Notice kind="warning" title={title}>
          <p>{t(`reading.verify.refusals.${result.reason}`, { algorithm: result.algorithm })}</p>
        </Notice>
      );
    case 'token-refused':
      return (
        <Notice kind="warning" title={title}>
          <p>{t(`reading.verify.tokenRefusals.${result.reason}`)}</p>
        </Notice>
      );
    case 'key-unreadable':
      return (
        <Notice
          kind={result.reason === 'private-key' || result.reason === 'secret-key' ? 'trouble' : 'warning'}
          title={title}
        >
          <p>{t(`reading.verify.keyProblems.${result.reason}`)}</p>
        </Notice>
      );
  }
}

/** More are told apart by nobody. */
const MOST_SHOWN = 5;

function Keys({ keys }: { readonly keys: readonly KeyFacts[] }) {
  return keys.slice(0, MOST_SHOWN).map((facts, index) => <KeyFactsList key={index} facts={facts} />);
}

function KeyFactsList({ facts }: { readonly facts: KeyFacts }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const { type, keyId, thumbprint, certificate } = facts;
  return (
    <Facts>
      <Fact name={t('reading.verify.key')}>{type}</Fact>
      {certificate !== null && (
        <Fact name={t('reading.verify.certificate')}>
          {t('reading.verify.certificateUntil', {
            subject: certificate.subject,
            time: formats.date(certificate.notAfter),
          })}
        </Fact>
      )}
      {keyId !== null && (
        <Fact name={t('reading.verify.keyId')} isCode>
          {keyId}
        </Fact>
      )}
      <Fact name={t('reading.verify.thumbprint')} isCode>
        {thumbprint}
      </Fact>
    </Facts>
  );
}
