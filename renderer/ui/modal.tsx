import { useEffect, useRef, type ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal as AriaModal, ModalOverlay } from 'react-aria-components/Modal';

/** A dialog over the window; mounted means open. Escape calls `onClose`. */
export function Modal(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly size?: 'narrow' | 'wide';
  readonly role?: 'dialog' | 'alertdialog';
  readonly children: ReactNode;
}) {
  const { title, onClose, size = 'narrow', role = 'dialog', children } = props;
  const dialog = useRef<HTMLElement>(null);
  // What had the focus may have gone with the step it stood in; the keyboard must not go with it.
  useEffect(() => {
    if (document.activeElement === document.body) dialog.current?.focus();
  });
  return (
    <ModalOverlay className="modal-overlay" isOpen onOpenChange={(open) => (open ? undefined : onClose())}>
      <AriaModal className={`modal modal-${size}`}>
        <Dialog ref={dialog} className="dialog" role={role}>
          <Heading slot="title" level={2} className="dialog-title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  );
}

/** The row of buttons a dialog ends with. */
export function ModalButtons({ children }: { readonly children: ReactNode }) {
  return <div className="modal-buttons">{children}</div>;
}
