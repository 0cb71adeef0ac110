import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { DeviceCertificateView, DeviceQuestionView } from '../../../electron/contract/device-question.ts';
import { useClock, useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { RadioChoice, SecretField, takeSecret } from '../../ui/fields.tsx';
import { ModalButtons } from '../../ui/modal.tsx';

type Asked<Kind extends DeviceQuestionView['kind']> = Extract<DeviceQuestionView, { kind: Kind }>;

/** What a sign-in with a certificate on a device asks; an answer of none ends it. */
export function DeviceQuestion({ question }: { readonly question: DeviceQuestionView }) {
  switch (question.kind) {
    case 'certificate':
      return <CertificateQuestion question={question} />;
    case 'pin':
      return <PinQuestion question={question} />;
  }
}

/** Nothing is chosen for the person, but what was shown last, where it can be shown again. */
function CertificateQuestion({ question }: { readonly question: Asked<'certificate'> }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const { attemptId, host, certificates, last } = question;
  const [chosen, setChosen] = useState(
    () => certificates.find(({ fingerprint, unfit }) => fingerprint === last && unfit === null)?.fingerprint ?? null,
  );

  // Whether it is still asked main knows; a question that is over is gone from here too.
  const answer = (fingerprint: string | null): void => void bridge.call('device.choose', { attemptId, fingerprint });

  function show(event: SubmitEvent): void {
    event.preventDefault();
    if (chosen !== null) answer(chosen);
  }

  return (
    <form className="stack" onSubmit={show}>
      <RadioChoice
        legend={t('device.certificate.legend', { host })}
        hint={t('device.certificate.hint')}
        value={chosen}
        options={certificates.map((certificate) => ({
          value: certificate.fingerprint,
          text: certificate.holder,
          note: <CertificateNote certificate={certificate} host={host} />,
          isDisabled: certificate.unfit !== null,
        }))}
        onChange={setChosen}
        autoFocus
      />
      <ModalButtons>
        <Button onPress={() => answer(null)}>{t('common.cancel')}</Button>
        <Button type="submit" look="primary" isDisabled={chosen === null}>
          {t('device.certificate.show')}
        </Button>
      </ModalButtons>
    </form>
  );
}

function CertificateNote(props: { readonly certificate: DeviceCertificateView; readonly host: string }) {
  const { certificate, host } = props;
  const { t } = useTranslation();
  const { formats } = useDesk();
  const { issuer, serialNumber, notBefore, notAfter, unfit } = certificate;
  const from = useClock((now) => formats.clock(notBefore, now));
  const validUntil = formats.date(notAfter);
  return (
    <>
      <span className="one-a-line">{t('device.certificate.issued', { issuer, time: validUntil })}</span>
      <span className="one-a-line">{t('device.certificate.serial', { serialNumber })}</span>
      {unfit !== null && (
        <span className="one-a-line">{t(`device.certificate.unfit.${unfit}`, { host, time: from })}</span>
      )}
    </>
  );
}

/** The field is empty as soon as the PIN is handed on. */
function PinQuestion({ question }: { readonly question: Asked<'pin'> }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const { attemptId, tokenName, wrong, triesLeft } = question;
  const field = useRef<HTMLInputElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  const problem = isEmpty ? t('device.pin.empty') : wrong > 0 ? t('device.pin.wrong') : undefined;

  const answer = (pin: string | null): void => void bridge.call('device.enterPin', { attemptId, pin });
  const skip = (): void => void bridge.call('device.skipToken', { attemptId });

  function unlock(event: SubmitEvent): void {
    event.preventDefault();
    const pin = takeSecret(field.current);
    field.current?.focus();
    setEmpty(pin === '');
    if (pin !== '') answer(pin);
  }

  return (
    <form className="stack" onSubmit={unlock}>
      <p>{t('device.pin.intro', { tokenName })}</p>
      <SecretField
        ref={field}
        label={t('device.pin.label')}
        hint={t('device.pin.triesLeft', { count: triesLeft })}
        problem={problem}
        autoFocus
      />
      <p className="hint">{t('device.pin.staysOpen')}</p>
      <ModalButtons>
        <Button onPress={() => answer(null)}>{t('common.cancel')}</Button>
        <Button onPress={skip}>{t('device.pin.skip')}</Button>
        <Button type="submit" look="primary">
          {t('device.pin.unlock')}
        </Button>
      </ModalButtons>
    </form>
  );
}
