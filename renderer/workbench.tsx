import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from './i18n/use-translation.ts';
import type { ProfileView } from '../electron/contract/snapshot.ts';
import { NumberAlikeAccounts } from './features/accounts/alike-accounts.tsx';
import { AddMenu } from './features/board/add-menu.tsx';
import { Board } from './features/board/board.tsx';
import { createSortedSource, type SortedSource } from './features/board/sorted-source.ts';
import { useFileDrop } from './features/certificates/use-file-drop.ts';
import type { OnSignIn } from './features/first-run/begin.ts';
import { RenewAll } from './features/renewals/renew-all.tsx';
import type { SignInStart } from './features/sign-in/sign-in-start.ts';
import { useDesk, useSnapshot } from './state/context.ts';
import type { Place } from './state/place.ts';
import { useAnnounce } from './ui/announcer.tsx';
import { Notice } from './ui/notice.tsx';
import { useIdle, useIsPainted } from './ui/use-idle.ts';
import { useWindowKeys } from './use-window-keys.ts';

// What is not needed for the first account row comes afterwards: what stands at the right at once, the rest when the
// window is idle, so that a press does not wait for it.
const load = {
  account: () => import('./features/accounts/account-page.tsx'),
  notices: () => import('./features/notices/notice-bar.tsx'),
  clipboard: () => import('./features/hand-over/clipboard-countdown.tsx'),
  waiting: () => import('./features/sign-in/waiting-sign-ins.tsx'),
  certificates: () => import('./features/certificates/certificates-page.tsx'),
  applications: () => import('./features/applications/applications-page.tsx'),
  activity: () => import('./features/activity/activity-page.tsx'),
  settings: () => import('./features/settings/settings-page.tsx'),
  readToken: () => import('./features/claims/read-page.tsx'),
  help: () => import('./features/help/help-page.tsx'),
  firstRun: () => import('./features/first-run/first-run.tsx'),
  practice: () => import('./features/practice/practice-card.tsx'),
  signIn: () => import('./features/sign-in/sign-in-dialog.tsx'),
  takeOver: () => import('./features/take-over/take-over-dialog.tsx'),
  importCertificate: () => import('./features/certificates/import-dialog.tsx'),
  questions: () => import('./features/sign-in/fetch-questions.tsx'),
  bulk: () => import('./features/board/bulk-bar.tsx'),
  move: () => import('./features/transfer/export-dialog.tsx'),
  companies: () => import('./features/companies/companies-dialog.tsx'),
} as const;

const AccountPage = lazy(() => load.account().then((module) => ({ default: module.AccountPage })));
const NoticeBar = lazy(() => load.notices().then((module) => ({ default: module.NoticeBar })));
const ClipboardCountdown = lazy(() => load.clipboard().then((module) => ({ default: module.ClipboardCountdown })));
const WaitingSignIns = lazy(() => load.waiting().then((module) => ({ default: module.WaitingSignIns })));
const CertificatesPage = lazy(() => load.certificates().then((module) => ({ default: module.CertificatesPage })));
const ApplicationsPage = lazy(() => load.applications().then((module) => ({ default: module.ApplicationsPage })));
const ActivityPage = lazy(() => load.activity().then((module) => ({ default: module.ActivityPage })));
const SettingsPage = lazy(() => load.settings().then((module) => ({ default: module.SettingsPage })));
const ReadTokenPage = lazy(() => load.readToken().then((module) => ({ default: module.ReadTokenPage })));
const HelpPage = lazy(() => load.help().then((module) => ({ default: module.HelpPage })));
const FirstRun = lazy(() => load.firstRun().then((module) => ({ default: module.FirstRun })));
const PracticeCard = lazy(() => load.practice().then((module) => ({ default: module.PracticeCard })));
const SignInDialog = lazy(() => load.signIn().then((module) => ({ default: module.SignInDialog })));
const TakeOverDialog = lazy(() => load.takeOver().then((module) => ({ default: module.TakeOverDialog })));
const ImportDialog = lazy(() => load.importCertificate().then((module) => ({ default: module.ImportDialog })));
const FetchQuestions = lazy(() => load.questions().then((module) => ({ default: module.FetchQuestions })));

type OpenDialog =
  | { readonly kind: 'sign-in'; readonly profile: ProfileView; readonly start: SignInStart | undefined }
  | { readonly kind: 'take-over' }
  | { readonly kind: 'import'; readonly dropped: File | null };

/** The pages that stand for themselves, in the order of the column's foot. */
const pages = ['certificates', 'applications', 'activity', 'read-token', 'help', 'settings'] as const;

/** The window once the vault is open: accounts at the left, what was chosen at the right. */
export function Workbench() {
  return (
    <NumberAlikeAccounts>
      <Columns />
    </NumberAlikeAccounts>
  );
}

function Columns() {
  const { t } = useTranslation();
  const { fetches, clock } = useDesk();
  const [openedAt] = useState(() => clock.now());
  const [place, setPlace] = useState<Place>({ view: 'account' });
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const source = useSource();
  const shownId = useShownAccount(chosenId, source);
  const isIdle = useLoadWhenIdle();
  const isPainted = useIsPainted();
  const { view } = place;
  const main = useRef<HTMLElement>(null);
  const shown = useRef({ place, shownId });
  useLayoutEffect(() => {
    const { place: placeBefore, shownId: idBefore } = shown.current;
    shown.current = { place, shownId };
    // Not at first: that would lay out the page in the midst of drawing it.
    if (main.current !== null && (place !== placeBefore || shownId !== idBefore)) main.current.scrollTop = 0;
  }, [place, shownId]);
  const signIn = useCallback<OnSignIn>((profile, start) => setDialog({ kind: 'sign-in', profile, start }), []);
  const takeOver = useCallback((): void => setDialog({ kind: 'take-over' }), []);
  const choose = useCallback((id: string) => {
    setChosenId(id);
    setPlace({ view: 'account' });
  }, []);
  const announce = useAnnounce();
  /** Goes where the user pressed; what was said of another place is over then. */
  const go = useCallback(
    (next: Place) => {
      announce(null);
      if (next.view === 'account' && next.accountId !== undefined) setChosenId(next.accountId);
      setPlace(next);
    },
    [announce],
  );
  const goToAccount = useCallback((accountId: string) => go({ view: 'account', accountId }), [go]);
  const goToNotices = useCallback(() => go({ view: 'account' }), [go]);
  const isAsking = useSyncExternalStore(fetches.subscribe, () => fetches.question() !== null);
  useFileDrop(dialog === null && !isAsking ? (dropped) => setDialog({ kind: 'import', dropped }) : null);
  useWindowKeys(main, go);
  const names = {
    certificates: t('certificates.heading'),
    applications: t('applications.heading'),
    activity: t('activity.heading'),
    'read-token': t('navigation.readToken'),
    help: t('navigation.help'),
    settings: t('settings.heading'),
  };

  return (
    <div className="workbench">
      <nav className="sidebar" aria-label={t('accounts.navigation')}>
        <div className="sidebar-head">
          <AddMenu onSignIn={signIn} onTakeOver={takeOver} />
          <RenewAll onAccount={goToAccount} />
        </div>
        <Board source={source} chosen={view === 'account' ? shownId : null} onOpen={goToAccount} />
        <div className="sidebar-foot" role="group" aria-label={t('accounts.foot')}>
          {pages.map((page) => (
            <button
              key={page}
              type="button"
              className="foot-link"
              aria-current={view === page ? 'page' : undefined}
              onClick={() => go({ view: page })}
            >
              {names[page]}
            </button>
          ))}
        </div>
      </nav>
      <div className="main-place">
        <main className="main" aria-label={t('navigation.main')} tabIndex={-1} ref={main}>
          <DamagedRecords />
          {/* Empty for the moment a page takes to come: nothing jumps. */}
          <Suspense fallback={null}>
            {isPainted && (
              <>
                <WaitingSignIns openedAt={openedAt} />
                {view === 'account' && <NoticeBar onAccount={goToAccount} onPage={(page) => go({ view: page })} />}
                {view === 'account' && <ChosenAccount accountId={shownId} onSignIn={signIn} onTakeOver={takeOver} />}
                {view === 'certificates' && (
                  <CertificatesPage onImport={() => setDialog({ kind: 'import', dropped: null })} />
                )}
                {view === 'applications' && <ApplicationsPage />}
                {view === 'activity' && <ActivityPage />}
                {view === 'read-token' && <ReadTokenPage />}
                {view === 'help' && <HelpPage />}
                {view === 'settings' && <SettingsPage />}
              </>
            )}
          </Suspense>
        </main>
        <Suspense fallback={null}>{isPainted && <ClipboardCountdown />}</Suspense>
      </div>
      <Suspense fallback={null}>
        {dialog?.kind === 'sign-in' && (
          <SignInDialog
            profile={dialog.profile}
            start={dialog.start}
            again={null}
            onClose={() => setDialog(null)}
            onAccount={choose}
          />
        )}
        {dialog?.kind === 'take-over' && <TakeOverDialog onClose={() => setDialog(null)} onAccount={choose} />}
        {dialog?.kind === 'import' && <ImportDialog dropped={dialog.dropped} onClose={() => setDialog(null)} />}
      </Suspense>
      <Suspense fallback={null}>{(isIdle || isAsking) && <FetchQuestions onAccount={choose} />}</Suspense>
      <Messages onShowNotices={goToNotices} />
    </div>
  );
}

/** The accounts in the order of the language the window speaks. */
function useSource(): SortedSource {
  const { projection, clock } = useDesk();
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => createSortedSource(projection, clock, language), [projection, clock, language]);
}

/** The chosen account while it is there, else the first of the list. */
function useShownAccount(chosenId: string | null, source: SortedSource): string | null {
  return useSyncExternalStore(source.subscribe, () => {
    const { list, byId } = source.get();
    return chosenId !== null && byId.has(chosenId) ? chosenId : (list[0]?.id ?? null);
  });
}

/** Reads whatever may be pressed next once the window has nothing to do; true from then on. */
function useLoadWhenIdle(): boolean {
  const isIdle = useIdle();
  useEffect(() => {
    if (isIdle) for (const one of Object.values(load)) void one();
  }, [isIdle]);
  return isIdle;
}

function ChosenAccount(props: {
  readonly accountId: string | null;
  readonly onSignIn: OnSignIn;
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

/** Says that a callback came home which nothing waits for, and goes to the notices where the desktop asks for them. */
function Messages({ onShowNotices }: { readonly onShowNotices: () => void }) {
  const { t } = useTranslation();
  const { bridge } = useDesk();
  const announce = useAnnounce();
  useEffect(
    () =>
      bridge.onChanges((changes) => {
        if (changes.some(({ kind }) => kind === 'stray-callback')) announce(t('signIn.strayCallback'));
        if (changes.some(({ kind }) => kind === 'show-notices')) onShowNotices();
      }),
    [bridge, announce, t, onShowNotices],
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
