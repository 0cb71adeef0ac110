import { useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../electron/contract/snapshot.ts';
import { AccountList } from './features/accounts/account-list.tsx';
import { AccountPage } from './features/accounts/account-page.tsx';
import { FirstRun } from './features/accounts/first-run.tsx';
import { ActivityPage } from './features/activity/activity-page.tsx';
import { ApplicationsPage } from './features/applications/applications-page.tsx';
import { CertificatesPage } from './features/certificates/certificates-page.tsx';
import { ImportDialog } from './features/certificates/import-dialog.tsx';
import { useFileDrop } from './features/certificates/use-file-drop.ts';
import { ClipboardCountdown } from './features/hand-over/clipboard-countdown.tsx';
import { NoticeBar, ShowNotices } from './features/notices/notice-bar.tsx';
import { PracticeCard } from './features/practice/practice-card.tsx';
import { RenewAll } from './features/renewals/renew-all.tsx';
import { SettingsPage } from './features/settings/settings-page.tsx';
import { FetchQuestions } from './features/sign-in/fetch-questions.tsx';
import { SignInDialog } from './features/sign-in/sign-in-dialog.tsx';
import { WaitingSignIns } from './features/sign-in/waiting-sign-ins.tsx';
import { TakeOverDialog } from './features/take-over/take-over-dialog.tsx';
import { useDesk, useSnapshot } from './state/context.ts';
import { authoritiesOf, sortedIds } from './state/sorted-accounts.ts';
import { useAnnounce } from './ui/announcer.tsx';
import { Button } from './ui/button.tsx';
import { Icon } from './ui/icon.tsx';
import { Notice } from './ui/notice.tsx';

type View = 'account' | 'certificates' | 'applications' | 'activity' | 'settings';
type OpenDialog =
  | { readonly kind: 'sign-in'; readonly profile: ProfileView }
  | { readonly kind: 'take-over' }
  | { readonly kind: 'import'; readonly dropped: File | null };

const lists = ['certificates', 'applications', 'activity', 'settings'] as const;

/** The window once the vault is open: accounts at the left, what was chosen at the right. */
export function Workbench() {
  const { t } = useTranslation();
  const [view, setView] = useState<View>('account');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const { fetches } = useDesk();
  const shownId = useShownAccount(chosenId);
  const main = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (main.current !== null) main.current.scrollTop = 0;
  }, [view, shownId]);
  const profiles = useSnapshot((snapshot) => snapshot.profiles);
  const signIn = (profile: ProfileView): void => setDialog({ kind: 'sign-in', profile });
  const takeOver = (): void => setDialog({ kind: 'take-over' });
  const choose = useCallback((id: string) => {
    setChosenId(id);
    setView('account');
  }, []);
  const announce = useAnnounce();
  /** Goes where the user pressed; what was said of another place is over then. */
  const goTo = useCallback(
    (next: View, id?: string) => {
      announce(null);
      if (id !== undefined) setChosenId(id);
      setView(next);
    },
    [announce],
  );
  const goToAccount = useCallback((id: string) => goTo('account', id), [goTo]);
  const goToNotices = useCallback(() => goTo('account'), [goTo]);
  const isAsking = useSyncExternalStore(fetches.subscribe, () => fetches.question() !== null);
  useFileDrop(dialog === null && !isAsking ? (dropped) => setDialog({ kind: 'import', dropped }) : null);

  return (
    <div className="workbench">
      <nav className="sidebar" aria-label={t('accounts.navigation')}>
        <div className="sidebar-head">
          <div className="add-group" role="group" aria-label={t('accounts.addGroup')}>
            {profiles.map((profile) => (
              <Button
                key={profile.id}
                look="quiet"
                label={t(`profiles.${profile.id}.add`)}
                onPress={() => signIn(profile)}
              >
                <Icon name="plus" />
                {t(`profiles.${profile.id}.addShort`)}
              </Button>
            ))}
            <Button look="quiet" onPress={takeOver}>
              <Icon name="plus" />
              {t('takeOver.open')}
            </Button>
          </div>
        </div>
        <RenewAll onAccount={goToAccount} />
        <div className="sidebar-list">
          <AccountList chosen={view === 'account' ? shownId : null} onChoose={goToAccount} />
        </div>
        <div className="sidebar-foot" role="group" aria-label={t('accounts.foot')}>
          {lists.map((name) => (
            <button
              key={name}
              type="button"
              className="foot-link"
              aria-current={view === name ? 'page' : undefined}
              onClick={() => goTo(name)}
            >
              {t(`${name}.heading`)}
            </button>
          ))}
        </div>
      </nav>
      <main className="main" ref={main}>
        <DamagedRecords />
        <ClipboardCountdown />
        <WaitingSignIns />
        {view === 'account' && <NoticeBar onAccount={goToAccount} onPage={goTo} />}
        {view === 'account' && <ChosenAccount accountId={shownId} onSignIn={signIn} onTakeOver={takeOver} />}
        {view === 'certificates' && <CertificatesPage onImport={() => setDialog({ kind: 'import', dropped: null })} />}
        {view === 'applications' && <ApplicationsPage />}
        {view === 'activity' && <ActivityPage />}
        {view === 'settings' && <SettingsPage />}
      </main>
      {dialog?.kind === 'sign-in' && (
        <SignInDialog profile={dialog.profile} again={null} onClose={() => setDialog(null)} onAccount={choose} />
      )}
      {dialog?.kind === 'take-over' && <TakeOverDialog onClose={() => setDialog(null)} onAccount={choose} />}
      {dialog?.kind === 'import' && <ImportDialog dropped={dialog.dropped} onClose={() => setDialog(null)} />}
      <FetchQuestions onAccount={choose} />
      <StrayCallbacks />
      <ShowNotices onShow={goToNotices} />
    </div>
  );
}

/** The chosen account while it is there, else the first of the list. */
function useShownAccount(chosenId: string | null): string | null {
  const { clock } = useDesk();
  const { i18n } = useTranslation();
  return useSnapshot((snapshot) => {
    if (chosenId !== null && snapshot.accounts[chosenId] !== undefined) return chosenId;
    return (
      authoritiesOf(snapshot.profiles)
        .map((authority) => sortedIds(snapshot, authority, clock.now(), i18n.language)[0])
        .find((id) => id !== undefined) ?? null
    );
  });
}

function ChosenAccount(props: {
  readonly accountId: string | null;
  readonly onSignIn: (profile: ProfileView) => void;
  readonly onTakeOver: () => void;
}) {
  const { accountId, onSignIn, onTakeOver } = props;
  const account = useSnapshot(({ accounts }) => (accountId === null ? undefined : accounts[accountId]));
  const mode = useSnapshot((snapshot) => snapshot.mode);
  if (account !== undefined) return <AccountPage key={account.id} account={account} />;
  return mode === 'practice' ? (
    <PracticeCard onSignIn={onSignIn} />
  ) : (
    <FirstRun onTakeOver={onTakeOver} onSignIn={onSignIn} />
  );
}

/** Says that a callback came home which nothing waits for. */
function StrayCallbacks() {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  useEffect(
    () =>
      bridge.onChanges((changes) => {
        if (changes.some(({ kind }) => kind === 'stray-callback')) announce(t('signIn.strayCallback'));
      }),
    [bridge, announce, t],
  );
  return null;
}

/** Names the records that could not be read, if there are any. */
function DamagedRecords() {
  const { t } = useTranslation();
  const { formats } = useDesk();
  const vault = useSnapshot((snapshot) => snapshot.vault);
  if (vault.state !== 'ready' || vault.damaged.length === 0) return null;
  return (
    <Notice kind="warning">
      <p>{t('vault.damaged', { count: vault.damaged.length, records: formats.list(vault.damaged) })}</p>
    </Notice>
  );
}
