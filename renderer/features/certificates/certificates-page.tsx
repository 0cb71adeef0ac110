import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateView } from '../../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmRemoval, inUse } from '../../ui/confirm.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { CertificateFacts } from './certificate-facts.tsx';

/** The certificates on this computer. */
export function CertificatesPage({ onImport }: { readonly onImport: () => void }) {
  const { t, i18n } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const certificates = useSnapshot((snapshot) => snapshot.certificates);
  const accounts = useSnapshot((snapshot) => snapshot.accounts);
  const [removing, setRemoving] = useState<CertificateView | null>(null);
  const rows = Object.values(certificates).sort((a, b) => a.holder.localeCompare(b.holder, i18n.language));
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('certificates.heading')}</h1>
        <Button onPress={onImport}>{t('certificates.importButton')}</Button>
      </div>
      {rows.length === 0 && <p className="lead">{t('certificates.empty')}</p>}
      <ul className="cards">
        {rows.map((certificate) => (
          <li key={certificate.id} className="card">
            <div className="card-head">
              <div>
                <h2>{certificate.holder}</h2>
                <p className="hint">
                  {t('certificates.under', {
                    issuer: certificate.issuer,
                    key: certificate.keyKept ? t('certificates.keyKept') : t('certificates.keyNotKept'),
                  })}
                </p>
              </div>
              <Button
                look="quiet"
                label={t('certificates.removeFor', { holder: certificate.holder })}
                onPress={() => setRemoving(certificate)}
              >
                {t('common.removeFromThisComputer')}
              </Button>
            </div>
            <CertificateFacts certificate={certificate} />
            <Facts>
              <Fact name={t('certificates.fingerprint')} isCode>
                {certificate.fingerprint}
              </Fact>
            </Facts>
          </li>
        ))}
      </ul>
      {removing !== null && (
        <ConfirmRemoval
          title={t('certificates.removeTitle')}
          confirm={t('certificates.removeConfirm')}
          refusal={inUse('certificate', accounts, ({ certificateId }) => certificateId === removing.id)}
          onConfirm={() => bridge.call('certificates.remove', { certificateId: removing.id })}
          onDone={() => {
            setRemoving(null);
            announce(t('certificates.removed'));
          }}
          onClose={() => setRemoving(null)}
        >
          {t('certificates.removeText', { holder: removing.holder })}
        </ConfirmRemoval>
      )}
    </div>
  );
}
