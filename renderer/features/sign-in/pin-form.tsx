import { useId, type ReactNode } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { CertificateView } from '../../../electron/contract/snapshot.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { SecretField } from '../../ui/fields.tsx';
import { ModalButtons } from '../../ui/modal.tsx';
import { useRefusedField } from '../../ui/use-refused-field.ts';
import type { PinProblem } from '../certificates/pin-problem.ts';
import { usePin } from '../certificates/use-pin.ts';

/** Asks for the PIN of a certificate whose key is not kept. The field is empty as soon as the PIN is handed on. */
export function PinForm(props: {
  readonly certificate: CertificateView | undefined;
  readonly problem: PinProblem | null;
  readonly onPin: (pin: string) => void;
  readonly buttons: ReactNode;
}) {
  const { certificate, problem } = props;
  const { t } = useTranslation();
  const { field, isEmpty, take } = usePin();
  const failureId = useId();
  useRefusedField(field, problem);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const pin = take();
        if (pin !== null) props.onPin(pin);
      }}
    >
      {certificate !== undefined && (
        <p>{t('signIn.pinText', { holder: certificate.holder, issuer: certificate.issuer })}</p>
      )}
      <SecretField
        ref={field}
        label={t('signIn.pin')}
        problem={isEmpty ? t('certificates.pinEmpty', { button: t('signIn.withPin') }) : undefined}
        problemId={problem === null ? undefined : failureId}
        autoFocus
      />
      {problem !== null && (
        <FailureNote failure={{ code: 'p12-wrong-password' }} titleId={failureId}>
          {problem === 'blank-around' && <p>{t('certificates.pinBlank')}</p>}
        </FailureNote>
      )}
      <ModalButtons>
        {props.buttons}
        <Button type="submit" look="primary">
          {t('signIn.withPin')}
        </Button>
      </ModalButtons>
    </form>
  );
}
