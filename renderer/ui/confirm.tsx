import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from '../i18n/use-translation.ts';
import type { Failure } from '../../electron/contract/failure.ts';
import type { AccountView, Snapshot } from '../../electron/contract/snapshot.ts';
import type { Result } from '../../electron/contract/client.ts';
import { Button } from './button.tsx';
import { FailureNote } from './failure-note.tsx';
import { Modal, ModalButtons } from './modal.tsx';

/** How long a destructive button waits, ms: longer than the slowest double click that desktops can be set to. */
const WAIT_MS = 1000;

/**
 * A button that destroys something. It waits a moment after it has come up: the second click of a double click on
 * whatever stood at its place before must not be its answer.
 */
export function DangerButton(props: {
  readonly isPending?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Button look="danger" isPending={props.isPending ?? false} isDisabled={!isReady} onPress={props.onPress}>
      {props.children}
    </Button>
  );
}

/** Why something cannot be removed, or null: accounts for which `uses` holds need it. */
export function inUse(
  what: 'application' | 'certificate',
  accounts: Snapshot['accounts'],
  uses: (account: AccountView) => boolean,
): Failure | null {
  const users = Object.values(accounts).filter(uses);
  return users.length === 0 ? null : { code: 'in-use', what, accounts: users.map(({ id }) => id) };
}

/** Asks before something is removed, does it, and stays open with the reason if it could not be done. */
export function ConfirmRemoval<T>(props: {
  readonly title: string;
  readonly confirm: string;
  /** Why it cannot be done at all, where that is known: then nothing is asked. */
  readonly refusal?: Failure | null;
  readonly onConfirm: () => Promise<Result<T>>;
  readonly onDone: (answer: T) => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(props.refusal ?? null);

  async function confirm(): Promise<void> {
    setPending(true);
    const answer = await props.onConfirm();
    setPending(false);
    if (answer.ok) props.onDone(answer.value);
    else setFailure(answer.failure);
  }

  return (
    <Modal
      title={props.refusal == null ? props.title : t('common.cannotRemove')}
      role="alertdialog"
      onClose={props.onClose}
    >
      {props.refusal == null && <p>{props.children}</p>}
      {failure !== null && <FailureNote failure={failure} />}
      {failure === null ? (
        <ModalButtons>
          <Button onPress={props.onClose} autoFocus>
            {t('common.cancel')}
          </Button>
          <DangerButton isPending={isPending} onPress={() => void confirm()}>
            {props.confirm}
          </DangerButton>
        </ModalButtons>
      ) : (
        <ModalButtons key="failed">
          <Button onPress={props.onClose} autoFocus>
            {t('common.close')}
          </Button>
        </ModalButtons>
      )}
    </Modal>
  );
}
