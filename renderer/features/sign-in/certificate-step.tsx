import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { RadioChoice } from '../../ui/fields.tsx';
import { ModalButtons } from '../../ui/modal.tsx';
import { ImportForm } from '../certificates/import-form.tsx';
import type { DraftFlow } from '../certificates/use-draft.ts';

/** Step 1: an imported certificate, or one imported now. */
export function CertificateStep(props: {
  readonly legend: string;
  readonly flow: DraftFlow;
  readonly chosen: string | null;
  readonly onChoose: (certificateId: string) => void;
  readonly onNext: () => void;
  readonly onClose: () => void;
}) {
  const { flow, chosen, onChoose } = props;
  const { t } = useTranslation();
  const { formats } = useDesk();
  const certificates = Object.values(useSnapshot((snapshot) => snapshot.certificates));
  const [wantsImport, setWantsImport] = useState(false);
  const isImporting = wantsImport || flow.draft !== null || flow.failure !== null || certificates.length === 0;
  const cancel = <Button onPress={props.onClose}>{t('common.cancel')}</Button>;

  function switchOver(): void {
    flow.discard();
    setWantsImport(!isImporting);
  }

  if (isImporting) {
    return (
      <div className="stack">
        {certificates.length > 0 && (
          <div>
            <Button look="quiet" onPress={switchOver}>
              {t('signIn.useImported')}
            </Button>
          </div>
        )}
        <ImportForm flow={flow} buttons={cancel} />
      </div>
    );
  }

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== null) props.onNext();
      }}
    >
      <RadioChoice
        legend={props.legend}
        value={chosen}
        options={certificates.map((certificate) => ({
          value: certificate.id,
          text: t('signIn.certificateOption', {
            holder: certificate.holder,
            number: certificate.organisationNumber ?? certificate.serialNumber,
          }),
          note: t('signIn.certificateNote', {
            issuer: certificate.issuer,
            time: formats.date(certificate.notAfter),
            key: certificate.keyKept ? t('certificates.keyKept') : t('certificates.keyNotKept'),
          }),
        }))}
        onChange={onChoose}
        autoFocus
      />
      <div>
        <Button look="quiet" onPress={switchOver}>
          {t('signIn.importAnother')}
        </Button>
      </div>
      <ModalButtons>
        {cancel}
        <Button type="submit" look="primary" isDisabled={chosen === null}>
          {t('signIn.next')}
        </Button>
      </ModalButtons>
    </form>
  );
}
