import { useTranslation } from '../../i18n/use-translation.ts';
import type { AccountView } from '../../../electron/contract/snapshot.ts';
import { useClock, useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { Modal, ModalButtons } from '../../ui/modal.tsx';

/** Asks before the first renewal of a pair that was taken over, for it ends the other program's copy (R21). */
export function OtherCopyDialog(props: {
  readonly account: AccountView;
  readonly onRenew: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const expiresAt = props.account.accessToken?.expiresAt ?? 0;
  const access = useClock((now) =>
    expiresAt > now
      ? t('takeOver.otherCopy.access', { time: formats.clock(expiresAt, now) })
      : t('takeOver.otherCopy.accessEnded'),
  );
  return (
    <Modal title={t('takeOver.otherCopy.title')} role="alertdialog" onClose={props.onClose}>
      <p>{t('takeOver.otherCopy.text')}</p>
      <p>{access}</p>
      <ModalButtons>
        <Button onPress={props.onRenew}>{t('takeOver.otherCopy.confirm')}</Button>
        <Button look="primary" onPress={props.onClose} autoFocus>
          {t('takeOver.otherCopy.keep')}
        </Button>
      </ModalButtons>
    </Modal>
  );
}
