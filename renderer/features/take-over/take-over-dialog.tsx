import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { TakeOverDraft } from '../../../electron/contract/take-over-calls.ts';
import { useDesk } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Modal } from '../../ui/modal.tsx';
import { FoundStep, type TakenOver } from './found-step.tsx';
import { PasteStep } from './paste-step.tsx';

/** Takes over tokens that another program fetched: paste or open, look at what was found, import (R21). */
export function TakeOverDialog(props: {
  readonly onClose: () => void;
  readonly onAccount: (accountId: string) => void;
}) {
  const { t } = useTranslation();
  const { bridge, formats, clock } = useDesk();
  const announce = useAnnounce();
  const [draft, setDraft] = useState<TakeOverDraft | null>(null);
  const draftId = draft?.draftId ?? null;

  function discard(): void {
    if (draftId !== null) void bridge.call('takeOver.discard', { draftId });
    setDraft(null);
  }

  function close(): void {
    discard();
    props.onClose();
  }

  function finish({ accountId, outcome, expiresAt }: TakenOver): void {
    const now = clock.now();
    const lives = expiresAt !== null && expiresAt > now;
    if (outcome !== 'new') announce(t(`takeOver.done.${outcome}`));
    else
      announce(lives ? t('takeOver.done.new', { time: formats.clock(expiresAt, now) }) : t('takeOver.done.newEnded'));
    props.onAccount(accountId);
    props.onClose();
  }

  return (
    <Modal title={t('takeOver.title')} size="wide" onClose={close}>
      {draft === null || draftId === null ? (
        <PasteStep problems={draft?.problems ?? []} onDraft={setDraft} onClose={close} />
      ) : (
        <FoundStep draft={draft} draftId={draftId} onBack={discard} onClose={close} onDone={finish} />
      )}
    </Modal>
  );
}
