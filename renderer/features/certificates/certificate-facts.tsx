import { useTranslation } from '../../i18n/use-translation.ts';
import type { OpenedDraft } from '../../../electron/contract/contract.ts';
import { useClock, useDesk } from '../../state/context.ts';
import { Fact, Facts } from '../../ui/facts.tsx';
import { Instant } from '../../ui/instant.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BytePairs } from './byte-pairs.tsx';
import { useWarningText } from './warning-text.ts';

/** What a certificate says of itself, with what is worth knowing about its file. */
export function CertificateFacts({ certificate }: { readonly certificate: Omit<OpenedDraft, 'alreadyImported'> }) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const warningText = useWarningText();
  const { notBefore, notAfter } = certificate;
  const judgement = useClock((now) => (notAfter <= now ? 'expired' : notBefore > now ? 'notYetValid' : null));
  const ownWarnings = certificate.warnings.filter((code) => code !== 'expired' && code !== 'not-yet-valid');
  const [sole, ...others] = ownWarnings;
  return (
    <>
      <Facts>
        <Fact name={t('certificates.holder')}>{certificate.holder}</Fact>
        {certificate.organisationNumber !== null && (
          <Fact name={t('certificates.organisationNumber')}>{certificate.organisationNumber}</Fact>
        )}
        <Fact name={t('certificates.issuer')}>{certificate.issuer}</Fact>
        <Fact name={t('certificates.serialNumber')} isCode>
          <BytePairs digits={certificate.serialNumber} />
        </Fact>
        <Fact name={t('certificates.validity')}>
          <Instant time={notAfter}>
            {t('certificates.validityRange', { from: formats.date(notBefore), to: formats.date(notAfter) })}
          </Instant>{' '}
          {judgement !== null && <span className="tag tag-trouble">{t(`certificates.${judgement}`)}</span>}
        </Fact>
        <Fact name={t('certificates.keyType')}>{certificate.keyType}</Fact>
      </Facts>
      {judgement !== null && (
        <Notice kind="trouble">
          <p>{warningText(judgement === 'expired' ? 'expired' : 'not-yet-valid')}</p>
        </Notice>
      )}
      {ownWarnings.length > 0 && (
        <Notice kind="warning" title={t('certificates.warningsLabel')}>
          {sole !== undefined && others.length === 0 ? (
            <p>{warningText(sole)}</p>
          ) : (
            <ul>
              {ownWarnings.map((code) => (
                <li key={code}>{warningText(code)}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
    </>
  );
}
