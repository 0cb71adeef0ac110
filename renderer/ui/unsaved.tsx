import { useState, type ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import { Button } from './button.tsx';
import { Modal, ModalButtons } from './modal.tsx';

/** Keeps what was typed in a form from being lost by a slip. */
export type Unsaved = {
  /** Told by the form: something was typed, or all of it is saved or gone. */
  readonly setTyped: (isTyped: boolean) => void;
  /** Goes on with `then`, asking first while there is something to lose. */
  readonly leave: (then: () => void) => void;
};

/** For the dialog a form stands in; `question` belongs among its children. */
export function useUnsaved(): Unsaved & { readonly question: ReactNode } {
  const { t } = useTranslation();
  const [isTyped, setTyped] = useState(false);
  const [asked, setAsked] = useState<{ readonly then: () => void } | null>(null);
  const question = asked !== null && (
    <Modal title={t('common.unsaved.title')} role="alertdialog" onClose={() => setAsked(null)}>
      <p>{t('common.unsaved.text')}</p>
      <ModalButtons>
        <Button
          look="danger"
          onPress={() => {
            setTyped(false);
            setAsked(null);
            asked.then();
          }}
        >
          {t('common.unsaved.discard')}
        </Button>
        <Button look="primary" autoFocus onPress={() => setAsked(null)}>
          {t('common.unsaved.keep')}
        </Button>
      </ModalButtons>
    </Modal>
  );
  return { setTyped, leave: (then) => (isTyped ? setAsked({ then }) : then()), question };
}
