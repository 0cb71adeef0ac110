import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { CallOutput } from '../../../electron/contract/contract.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { AccountView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { useDesk } from '../../state/context.ts';
import { Button } from '../../ui/button.tsx';
import { DangerButton } from '../../ui/confirm.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { Modal, ModalButtons } from '../../ui/modal.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAnnounce } from '../../ui/announcer.tsx';
import { FilesLeft } from '../hand-over/files-left-note.tsx';

type Answer = Exclude<CallOutput<'accounts.revoke'>, { readonly outcome: 'declined' }>;

/** Asks the authority to revoke the account's tokens, and says honestly what it answered (R3, R19). Removes nothing. */
export function RevokeDialog(props: {
  readonly account: AccountView;
  readonly profile: ProfileView;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}) {
  const { account, profile, onRemove, onClose } = props;
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  const [isPending, setPending] = useState(false);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const authority = t(`authorities.${profile.authority}.name`);

  async function revoke(): Promise<void> {
    setPending(true);
    setFailure(null);
    const result = await bridge.call('accounts.revoke', { accountId: account.id });
    setPending(false);
    if (!result.ok) setFailure(result.failure);
    else if (result.value.outcome !== 'declined') setAnswer(result.value);
    else {
      announce(t('accounts.declined'));
      onClose();
    }
  }

  return (
    <Modal
      title={t(answer === null ? 'accounts.revoke.title' : 'accounts.revoke.answered', { authority })}
      role="alertdialog"
      onClose={onClose}
    >
      {answer === null ? (
        <>
          <p>{t('accounts.revoke.what', { authority })}</p>
          <p>{t('accounts.revoke.limits', { authority })}</p>
          <p>{t('accounts.revoke.sureWay', { authority })}</p>
          <SureWay profile={profile} />
        </>
      ) : (
        <div role="status" className="stack">
          <Outcome answer={answer} profile={profile} authority={authority} />
        </div>
      )}
      {failure !== null && <FailureNote failure={failure} />}
      {answer === null ? (
        <ModalButtons>
          <Button onPress={onClose} autoFocus>
            {t('common.cancel')}
          </Button>
          <DangerButton isPending={isPending} onPress={() => void revoke()}>
            {isPending ? t('accounts.revoke.sending') : t('accounts.revoke.confirm')}
          </DangerButton>
        </ModalButtons>
      ) : (
        <ModalButtons key="answered">
          <Button onPress={onClose} autoFocus>
            {t('common.close')}
          </Button>
          <Button onPress={onRemove}>{t('accounts.revoke.remove')}</Button>
        </ModalButtons>
      )}
    </Modal>
  );
}

function Outcome(props: { readonly answer: Answer; readonly profile: ProfileView; readonly authority: string }) {
  const { answer, profile, authority } = props;
  const { t } = useTranslation();
  const { status } = answer;
  const isAccepted = answer.outcome === 'accepted';
  return (
    <>
      <Notice
        kind={isAccepted ? 'info' : 'warning'}
        title={t(isAccepted ? 'accounts.revoke.accepted' : 'accounts.revoke.notAccepted', { authority })}
      >
        <p>{t(isAccepted ? 'accounts.revoke.acceptedText' : 'accounts.revoke.notAcceptedText', { status })}</p>
      </Notice>
      {answer.filesLeft.length > 0 && <FilesLeft title={t('handOver.filesLeft')} paths={answer.filesLeft} />}
      <SureWay profile={profile} />
      <p>{t('accounts.revoke.then')}</p>
    </>
  );
}

function SureWay({ profile }: { readonly profile: ProfileView }) {
  const { t } = useTranslation();
  const steps = ['one', 'two', 'three'] as const;
  return (
    <ol>
      {steps.map((step) => (
        <li key={step}>{t(`authorities.${profile.authority}.endsSurely.${step}`)}</li>
      ))}
    </ol>
  );
}
