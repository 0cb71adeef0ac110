import { useEffect, useRef } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import { shortName } from '../../i18n/short-name.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Modal } from '../../ui/modal.tsx';
import { ImportForm } from './import-form.tsx';
import { useDraft } from './use-draft.ts';
import { useFileDrop } from './use-file-drop.ts';

/** Imports a certificate without signing in. */
export function ImportDialog(props: { readonly dropped: File | null; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const flow = useDraft((_id, holder) => {
    announce(t('certificates.imported', { holder: shortName(holder) }));
    props.onClose();
  });
  useFileDrop((file) => void flow.drop(file));
  useTakeDropped(props.dropped, (file) => void flow.drop(file));

  function close(): void {
    flow.discard();
    props.onClose();
  }

  return (
    <Modal title={t('certificates.importTitle')} onClose={close}>
      <ImportForm flow={flow} buttons={<Button onPress={close}>{t('common.cancel')}</Button>} />
    </Modal>
  );
}

/** Hands over once the file that was dropped before the dialog was open. */
export function useTakeDropped(dropped: File | null, take: (file: File) => void): void {
  const taken = useRef<File | null>(null);
  useEffect(() => {
    if (dropped === null || taken.current === dropped) return;
    taken.current = dropped;
    take(dropped);
  });
}
