import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { AccountView, ProfileView } from '../../../electron/contract/snapshot.ts';
import { useClock, useDesk, useSnapshot } from '../../state/context.ts';
import { factsOf } from '../../state/lifetime.ts';
import { companiesOf } from '../../state/sorted-accounts.ts';
import { shortName } from '../../i18n/short-name.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import { Modal, ModalButtons } from '../../ui/modal.tsx';
import { useCertificate } from '../accounts/use-account.ts';
import { OtherCopyDialog } from '../take-over/other-copy-dialog.tsx';
import type { Question } from './fetches.ts';
import { PinForm } from './pin-form.tsx';
import { SignInDialog } from './sign-in-dialog.tsx';

/** What the one button of an account has to ask, whichever screen it was pressed on; and says how it ended. */
export function FetchQuestions({ onAccount }: { readonly onAccount: (accountId: string) => void }) {
  const { fetches } = useDesk();
  const question = useSyncExternalStore(fetches.subscribe, fetches.question);
  useSayEnd();
  const account = useSnapshot(({ accounts }) => (question === null ? undefined : accounts[question.accountId]));
  const profile = useSnapshot((snapshot) => (account === undefined ? undefined : factsOf(snapshot, account).profile));
  if (question === null || account === undefined || profile === undefined) return null;
  switch (question.kind) {
    case 'pin':
      return <PinQuestion question={question} account={account} />;
    case 'still-lives':
      return <StillLivesQuestion question={question} profile={profile} />;
    case 'other-copy':
      return <OtherCopyDialog account={account} onRenew={fetches.endOtherCopy} onClose={fetches.dropQuestion} />;
    case 'sign-in':
      return (
        <SignInDialog
          profile={profile}
          again={{ account, reason: question.reason }}
          onClose={fetches.dropQuestion}
          onAccount={onAccount}
        />
      );
  }
}

function PinQuestion(props: { readonly question: Extract<Question, { kind: 'pin' }>; readonly account: AccountView }) {
  const { question, account } = props;
  const { t } = useTranslation();
  const { fetches } = useDesk();
  const certificate = useCertificate(account);
  return (
    <Modal title={t('signIn.pinTitle')} onClose={fetches.dropQuestion}>
      <PinForm
        certificate={certificate}
        problem={question.problem}
        onPin={fetches.answerPin}
        buttons={<Button onPress={fetches.dropQuestion}>{t('common.cancel')}</Button>}
      />
    </Modal>
  );
}

function StillLivesQuestion(props: {
  readonly question: Extract<Question, { kind: 'still-lives' }>;
  readonly profile: ProfileView;
}) {
  const { t } = useTranslation();
  const { fetches, formats } = useDesk();
  const { profile } = props;
  const { expiresAt } = props.question;
  const authority = t(`authorities.${profile.authority}.name`);
  const text = useClock((now) =>
    t('accounts.stillLives.text', {
      time: formats.clock(expiresAt, now),
      relative: formats.relative(expiresAt, now),
      authority,
    }),
  );
  return (
    <Modal title={t('accounts.stillLives.title')} role="alertdialog" onClose={fetches.dropQuestion}>
      <p>{text}</p>
      <ModalButtons>
        <Button onPress={fetches.fetchAnyway}>{t(`accounts.renewal.${profile.renewal}.anyway`)}</Button>
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
  const applicationName = useSnapshot(({ applications }) => applications[account?.applicationId ?? '']?.name ?? '');
  const said = useRef(ended);
  useEffect(() => {
    if (ended === null || said.current === ended || ended.failure !== null) return;
    const expiresAt = account?.accessToken?.expiresAt ?? 0;
    // The account may still be the one before: its change comes by a way of its own.
    if (account?.accessToken?.obtainedAt === ended.replaced) return;
    if (account === undefined || expiresAt <= Date.now()) return;
    said.current = ended;
    const name = companiesOf(account)?.first ?? (account.holder || applicationName);
    const values = { account: shortName(name), time: formats.clock(expiresAt, clock.now()) };
    const behind = account.recipients.filter(({ isCurrent }) => isCurrent === false).map((one) => shortName(one.name));
    if (behind.length === 0) announce(t('accounts.fetched', values));
    else announce(t('accounts.fetchedNotYetIn', { ...values, recipients: formats.list([...new Set(behind)]) }));
  }, [ended, account, applicationName, announce, t, formats, clock]);
}
