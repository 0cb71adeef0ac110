import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { SecretField, takeSecret } from '../../ui/fields.tsx';
import { ModalButtons } from '../../ui/modal.tsx';

/** Asks for the PIN of a certificate whose key is not kept. The field is empty as soon as the PIN is handed on. */
export function PinForm(props: {
  readonly holder: string;
  readonly isWrong: boolean;
  readonly onPin: (pin: string) => void;
  readonly buttons: ReactNode;
}) {
  const { t } = useTranslation();
  const pin = useRef<HTMLInputElement>(null);
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        props.onPin(takeSecret(pin.current));
      }}
    >
      <p>{t('signIn.pinText', { holder: props.holder })}</p>
      <SecretField ref={pin} label={t('signIn.pin')} autoFocus />
      {props.isWrong && <FailureNote failure={{ code: 'p12-wrong-password' }} />}
      <ModalButtons>
        {props.buttons}
        <Button type="submit" look="primary">
          {t('signIn.withPin')}
        </Button>
      </ModalButtons>
    </form>
  );
}
