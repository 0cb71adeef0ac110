import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { RadioChoice } from '../../ui/fields.tsx';
import { ModalButtons } from '../../ui/modal.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ImportForm } from '../certificates/import-form.tsx';
import type { DraftFlow } from '../certificates/use-draft.ts';
import { HelpInPlace } from '../help/help-in-place.tsx';
import { isOfKnownIssuer, waysWithoutFile, type SignInMeans } from './sign-in-start.ts';

/** Stands for a file among the ways to sign in. */
const FILE = 'file';

/** Step 1: a token or the system's store, an imported certificate, a file, or the browser's own. */
export function CertificateStep(props: {
  readonly legend: string;
  readonly flow: DraftFlow;
  readonly profile: ProfileView;
  readonly chosen: SignInMeans | null;
  readonly onChoose: (means: SignInMeans) => void;
  readonly onNext: () => void;
  readonly onClose: () => void;
}) {
  const { flow, profile, chosen, onChoose } = props;
  const { t } = useTranslation();
  const { formats } = useDesk();
  const all = Object.values(useSnapshot((snapshot) => snapshot.certificates));
  const isKnown = (certificate: CertificateView): boolean => isOfKnownIssuer(profile, certificate);
  const imported = all.filter(({ key }) => key !== 'on-device');
  const certificates = [...imported.filter(isKnown), ...imported.filter((one) => !isKnown(one))];
  const chosenOne = certificates.find(
    ({ id }) => chosen !== null && 'certificateId' in chosen && chosen.certificateId === id,
  );
  const ways = waysWithoutFile(profile);
  const isFile = chosen !== null && 'file' in chosen;
  // Whoever asked for a file before the dialog opened is not asked once more.
  const [wantsImport, setWantsImport] = useState(isFile);
  const hasChoice = certificates.length + ways.length > 0;
  const isImporting = wantsImport || flow.draft !== null || flow.failure !== null || !hasChoice;
  const cancel = <Button onPress={props.onClose}>{t('common.cancel')}</Button>;
  const authority = t(`authorities.${profile.authority}.name`);

  function backToChoice(): void {
    flow.discard();
    setWantsImport(false);
  }

  if (isImporting) {
    return (
      <div className="stack">
        {hasChoice && (
          <div>
            <Button look="quiet" onPress={backToChoice}>
              {t('signIn.useImported')}
            </Button>
          </div>
        )}
        <ImportForm flow={flow} buttons={cancel} />
      </div>
    );
  }

  const wayOption = (way: (typeof ways)[number]) => ({
    value: way as string,
    text: t(`signIn.ways.${way}.name`),
    note: t(`signIn.ways.${way}.note`, { authority }),
  });
  const options = [
    ...ways.filter((way) => way !== 'browser').map(wayOption),
    ...certificates.map((certificate) => ({
      value: certificate.id,
      text: t('signIn.certificateOption', {
        holder: certificate.holder,
        number: certificate.organisationNumber ?? certificate.serialNumber,
      }),
      note: t('signIn.certificateNote', {
        issuer: certificate.issuer,
        time: formats.date(certificate.notAfter),
        key: t(`certificates.keys.${certificate.key}`),
      }),
    })),
    { value: FILE, text: t('signIn.importAnother'), note: t('firstRun.fileNote') },
    ...ways.filter((way) => way === 'browser').map(wayOption),
  ];

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (isFile) setWantsImport(true);
        else if (chosen !== null) props.onNext();
      }}
    >
      <RadioChoice
        legend={props.legend}
        value={chosen === null ? null : valueOf(chosen)}
        options={options}
        onChange={(value) => {
          const way = ways.find((one) => one === value);
          onChoose(way !== undefined ? { route: way } : value === FILE ? { file: true } : { certificateId: value });
        }}
        autoFocus
      />
      {chosenOne !== undefined && !isKnown(chosenOne) && (
        <Notice kind="warning" title={t('signIn.otherIssuer.title')}>
          <p>{t('signIn.otherIssuer.text', { authority, issuer: chosenOne.issuer })}</p>
        </Notice>
      )}
      {chosen !== null && 'route' in chosen && chosen.route === 'device-window' && <HelpInPlace topic="usb-token" />}
      <ModalButtons>
        {cancel}
        <Button type="submit" look="primary" isDisabled={chosen === null}>
          {t('signIn.next')}
        </Button>
      </ModalButtons>
    </form>
  );
}

/** What stands for it in the choice. */
function valueOf(means: SignInMeans): string {
  if ('file' in means) return FILE;
  return 'route' in means ? means.route : means.certificateId;
}
