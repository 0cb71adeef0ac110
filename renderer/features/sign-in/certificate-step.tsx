import { useState, type ReactNode } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { ProfileView } from '../../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { RadioChoice } from '../../ui/fields.tsx';
import { ModalButtons } from '../../ui/modal.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ImportForm } from '../certificates/import-form.tsx';
import type { DraftFlow } from '../certificates/use-draft.ts';
import { HelpInPlace } from '../help/help-in-place.tsx';
import {
  isOfKnownIssuer,
  offeredCertificates,
  waysWithoutFile,
  type OfferedCertificate,
  type SignInMeans,
} from './sign-in-start.ts';

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
  /** The way out, to stand first in the row of buttons. */
  readonly cancel: ReactNode;
}) {
  const { flow, profile, chosen, onChoose, cancel } = props;
  const { t } = useTranslation();
  const { clock } = useDesk();
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  const certificates = useSnapshot((snapshot) => snapshot.certificates);
  const offered = offeredCertificates(profile, { profiles, certificates }, clock.now());
  const chosenOne = offered.find(
    ({ certificate }) => chosen !== null && 'certificateId' in chosen && chosen.certificateId === certificate.id,
  )?.certificate;
  const ways = waysWithoutFile(profile);
  const isFile = chosen !== null && 'file' in chosen;
  // Whoever asked for a file before the dialog opened is not asked once more.
  const [wantsImport, setWantsImport] = useState(isFile);
  const hasChoice = offered.length + ways.length > 0;
  const isImporting = wantsImport || flow.draft !== null || flow.failure !== null || !hasChoice;
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
    ...offered.map((one) => ({
      value: one.certificate.id,
      text: <CertificateName {...one} />,
      note: <CertificateNote {...one} />,
      isDisabled: one.unfit !== null,
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
      {chosenOne !== undefined && !isOfKnownIssuer(profile, chosenOne) && (
        <Notice kind="warning" title={t('signIn.otherIssuer.title')}>
          <p>{t('signIn.otherIssuer.text', { authority, issuer: chosenOne.issuer })}</p>
        </Notice>
      )}
      {chosen !== null && 'route' in chosen && chosen.route === 'device-window' && (
        <HelpInPlace topic="usb-token" level={2} />
      )}
      <ModalButtons>
        {cancel}
        <Button type="submit" look="primary" isDisabled={chosen === null}>
          {t('signIn.next')}
        </Button>
      </ModalButtons>
    </form>
  );
}

function CertificateName({ certificate, unfit }: OfferedCertificate) {
  const { t } = useTranslation();
  const { holder, organisationNumber } = certificate;
  return (
    <>
      {organisationNumber === null ? holder : t('signIn.certificateOption', { holder, number: organisationNumber })}{' '}
      {unfit !== null && <UnfitTag unfit={unfit} />}
    </>
  );
}

function UnfitTag({ unfit }: { readonly unfit: NonNullable<OfferedCertificate['unfit']> }) {
  const { t } = useTranslation();
  return <span className="tag tag-trouble">{t(`certificates.${unfit}`)}</span>;
}

/** By what it is told from another of the same holder. */
function CertificateNote({ certificate }: OfferedCertificate) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const { issuer, key, notAfter, organisationNumber, serialNumber } = certificate;
  const [time, keyWords] = [formats.date(notAfter), t(`certificates.keys.${key}`)];
  return (
    <>
      <span className="one-a-line">{t('signIn.certificateNote', { issuer, time, key: keyWords })}</span>
      {organisationNumber === null && (
        <span className="one-a-line">{t('device.certificate.serial', { serialNumber })}</span>
      )}
    </>
  );
}

/** What stands for it in the choice. */
function valueOf(means: SignInMeans): string {
  if ('file' in means) return FILE;
  return 'route' in means ? means.route : means.certificateId;
}
