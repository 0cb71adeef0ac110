import { createContext, useContext, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Modal, ModalButtons } from '../../ui/modal.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Names the token files that stayed where they are, for the user to see to. */
export function FilesLeft(props: { readonly title: string; readonly paths: readonly string[] }) {
  return (
    <Notice kind="warning" title={props.title}>
      <ul>
        {props.paths.map((path) => (
          <li key={path} className="code selectable">
            {path}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

const ShowContext = createContext<(paths: readonly string[]) => void>(() => undefined);

/** Names token files that were left after their account was removed, until somebody closes it: its page is gone by then. */
export function useShowFilesLeft(): (paths: readonly string[]) => void {
  return useContext(ShowContext);
}

/** Holds the dialog of {@link useShowFilesLeft}. */
export function FilesLeftPlace({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const [paths, setPaths] = useState<readonly string[]>([]);
  const close = (): void => setPaths([]);
  return (
    <ShowContext.Provider value={setPaths}>
      {children}
      {paths.length > 0 && (
        <Modal title={t('handOver.filesLeftTitle')} role="alertdialog" onClose={close}>
          <FilesLeft title={t('handOver.filesLeft')} paths={paths} />
          <ModalButtons>
            <Button onPress={close} autoFocus>
              {t('common.close')}
            </Button>
          </ModalButtons>
        </Modal>
      )}
    </ShowContext.Provider>
  );
}
