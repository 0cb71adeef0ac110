import { useTranslation } from '../../i18n/use-translation.ts';
import { Button } from '../../ui/button.tsx';
import { Modal, ModalButtons } from '../../ui/modal.tsx';
import { FilesLeft } from './files-left-note.tsx';

/** Names token files that stayed where they are, over whatever page is shown. */
export function FilesLeftDialog(props: { readonly paths: readonly string[]; readonly onClose: () => void }) {
  const { paths, onClose } = props;
  const { t } = useTranslation();
  return (
    <Modal title={t('handOver.filesLeftTitle')} role="alertdialog" onClose={onClose}>
      <FilesLeft title={t('handOver.filesLeft')} paths={paths} />
      <ModalButtons>
        <Button onPress={onClose} autoFocus>
          {t('common.close')}
        </Button>
      </ModalButtons>
    </Modal>
  );
}
