import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Modal, ModalButtons } from '../../ui/modal.tsx';
import type { Question } from './fetches.ts';
import { PinForm } from './pin-form.tsx';

/** What "Fetch new access token" has to ask, whichever screen it was pressed on; and says how it ended. */
export function FetchQuestions() {
  const { fetches } = useDesk();
  const question = useSyncExternalStore(fetches.subscribe, fetches.question);
  useSayEnd();
  if (question === null) return null;
  return question.kind === 'pin' ? <PinQuestion question={question} /> : <StillLivesQuestion question={question} />;
}

function useHolder(accountId: string): string {
  return useSnapshot((snapshot) => snapshot.accounts[accountId]?.holder ?? '');
}

function PinQuestion({ question }: { readonly question: Extract<Question, { kind: 'pin' }> }) {
  const { t } = useTranslation();
  const { fetches } = useDesk();
  const holder = useHolder(question.accountId);
  return (
    <Modal title={t('signIn.pinTitle')} onClose={fetches.dropQuestion}>
      <PinForm
        holder={holder}
        isWrong={question.wrong}
        onPin={fetches.answerPin}
        buttons={<Button onPress={fetches.dropQuestion}>{t('common.cancel')}</Button>}
      />
    </Modal>
  );
}

function StillLivesQuestion({ question }: { readonly question: Extract<Question, { kind: 'still-lives' }> }) {
  const { t } = useTranslation();
  const { fetches, formats } = useDesk();
  const { expiresAt } = question;
  const text = useClock((now) =>
    t('accounts.stillLives.text', {
      time: formats.clock(expiresAt, now),
      relative: formats.relative(expiresAt, now),
    }),
  );
  return (
    <Modal title={t('accounts.stillLives.title')} role="alertdialog" onClose={fetches.dropQuestion}>
      <p>{text}</p>
      <ModalButtons>
        <Button onPress={fetches.fetchAnyway}>{t('accounts.stillLives.fetchAnyway')}</Button>
        <Button look="primary" onPress={fetches.dropQuestion} autoFocus>
          {t('accounts.stillLives.keep')}
        </Button>
      </ModalButtons>
    </Modal>
  );
}

/** Says that a fetch succeeded once the account with its new token is here. Failures say themselves in their note. */
function useSayEnd(): void {
  const { t } = useTranslation();
  const { fetches, formats, clock } = useDesk();
  const announce = useAnnounce();
  const ended = useSyncExternalStore(fetches.subscribe, fetches.lastEnded);
  const account = useSnapshot((snapshot) => (ended === null ? undefined : snapshot.accounts[ended.accountId]));
  const said = useRef(ended);
  useEffect(() => {
    if (ended === null || said.current === ended || ended.failure !== null) return;
    const expiresAt = account?.accessToken?.expiresAt ?? 0;
    if (account === undefined || expiresAt <= Date.now()) return;
    said.current = ended;
    announce(t('accounts.fetched', { holder: account.holder, time: formats.clock(expiresAt, clock.now()) }));
  }, [ended, account, announce, t, formats, clock]);
}
