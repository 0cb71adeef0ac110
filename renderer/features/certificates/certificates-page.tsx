import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { CertificateView } from '../../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmRemoval, inUse } from '../../ui/confirm.tsx';
import { Fact, Facts } from '../../ui/facts.tsx';
import { HolderPage } from '../holders/holder-page.tsx';
import { unknownSerials, type HolderKey } from '../holders/holder-facts.ts';
import { CertificateFacts } from './certificate-facts.tsx';
import { Fingerprint } from './fingerprint.tsx';

/** The certificates on this computer, each with a page of what hangs on it. */
export function CertificatesPage({ onImport }: { readonly onImport: () => void }) {
  const [shown, setShown] = useState<HolderKey | null>(null);
  if (shown !== null) return <HolderPage holderKey={shown} onBack={() => setShown(null)} />;
  return <CertificateList onImport={onImport} onShow={setShown} />;
}

function CertificateList(props: { readonly onImport: () => void; readonly onShow: (holder: HolderKey) => void }) {
  const { onImport, onShow } = props;
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
                    key: t(`certificates.keys.${certificate.key}`),
                  })}
                </p>
              </div>
              <div className="line">
                <Button
                  label={t('holders.openFor', { holder: certificate.holder })}
                  onPress={() => onShow({ by: 'certificate', id: certificate.id })}
                >
                  {t('holders.open')}
                </Button>
                <Button
                  look="quiet"
                  label={t('certificates.removeFor', { holder: certificate.holder })}
                  onPress={() => setRemoving(certificate)}
                >
                  {t('common.removeFromThisComputer')}
                </Button>
              </div>
            </div>
            <CertificateFacts certificate={certificate} />
            <Facts>
              <Fact name={t('certificates.fingerprint')} isCode>
                <Fingerprint hex={certificate.fingerprint} />
              </Fact>
            </Facts>
          </li>
        ))}
        <KnownByToken onShow={onShow} />
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

/** Certificates that are not on this computer, but that accounts hang on. */
function KnownByToken({ onShow }: { readonly onShow: (holder: HolderKey) => void }) {
  const { t } = useTranslation();
  const snapshot = useSnapshot((whole) => whole);
  return unknownSerials(snapshot).map((serial) => (
    <li key={serial} className="card">
      <div className="card-head">
        <div>
          <h2>{t('holders.unknown.title', { serial })}</h2>
          <p className="hint">{t('holders.unknown.hint')}</p>
        </div>
        <Button label={t('holders.openForSerial', { serial })} onPress={() => onShow({ by: 'serial', serial })}>
          {t('holders.open')}
        </Button>
      </div>
    </li>
  ));
}
