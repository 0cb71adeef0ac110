import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app, clipboard, nativeTheme, powerMonitor, shell } from 'electron';
import { notedCalls, settledIn, vaultOpened } from '../accounts/noted-calls.ts';
import { createOffice } from '../accounts/office.ts';
import { OPEN_DEADLINE_MS } from '../accounts/certificate-calls.ts';
import { lookOnly } from '../accounts/look-only.ts';
import { recordKinds } from '../accounts/records.ts';
import { activityCalls } from '../activity/activity-calls.ts';
import { createNotes } from '../activity/notes.ts';
import { authorizeOrigins, realProfiles } from '../authorities/authorities.ts';
import type { Profile } from '../authorities/schema.ts';
import { openP12InThread } from '../certificates/p12-thread.ts';
import type { Handlers } from '../contract/contract.ts';
import { readCalls } from '../contract/serve.ts';
import type { Change, DesktopView } from '../contract/snapshot.ts';
import type { Arrivals } from './arrivals.ts';
import { bridgeTo, createChangeSender } from './bridge.ts';
import { profilesFromFile } from './authorities-file.ts';
import { registerCallbackScheme } from './callback-protocol.ts';
import { chooseCaPath, readCaFileByChoice } from './choose-ca-file.ts';
import { chooseCertificateFile, chooseTokenFile } from './choose-file.ts';
import { chooseKeyFile } from './choose-key-file.ts';
import { createDeviceWindows } from './device-window.ts';
import { reportFault } from './fault-log.ts';
import { createHappening } from './happening.ts';
import { startHeartbeat } from './heartbeat.ts';
import { systemKeychain } from './keychain.ts';
import { handOverDesk } from './hand-over-desk.ts';
import { showQuestion } from './native-confirm.ts';
import { createAsking } from './native-question.ts';
import type { PageLock } from './lock-down.ts';
import { setMenu } from './menu.ts';
import { createNetworkDesk } from './network-desk.ts';
import { networkKinds } from './network-records.ts';
import { createNotifications } from './notifications.ts';
import { openExternal } from './open-external.ts';
import { servePracticeApp } from './practice-app.ts';
import { awaitedProfiles, startPractice, type Practice } from './practice-process.ts';
import { createProxyResolver } from './proxy-resolver.ts';
import { chooseSavePath, saveFile } from './save-file.ts';
import { servedAfter } from './served-after.ts';
import { holdEnds } from './session-end.ts';
import type { Settings } from './settings.ts';
import type { Front } from './front.ts';
import { openSignInWindow } from './sign-in-window.ts';
import { wasStartedHidden, type StartAtLogin } from './start-at-login.ts';
import { createStaying } from './staying.ts';
import { takeUp } from './take-up.ts';
import { transferDialogs } from './transfer-files.ts';
import { createTray } from './tray.ts';
import { createVaultDesk } from './vault-opening.ts';
import { createWindowLock } from './window-lock.ts';
import { whenAtRest } from './window.ts';
import type { Words } from './words/texts.ts';
import { wordsIn } from './words/words.ts';
import { readUndici } from '../network/https-client.ts';
import { readSystemRoots } from '../network/system-roots.ts';
import { createNotices } from '../notices/notices.ts';
import { newDerivation } from '../transfer/passphrase-key.ts';
import { readComputer } from '../vault/computer.ts';
import { nodeFileSystem } from '../vault/file-system.ts';

/** The vault is opened even if no page is ever asked for. */
const PAGE_SERVED_WITHIN_MS = 1_000;
/** How long the page's first picture waits for the vault. */
const VAULT_TRIED_WITHIN_MS = 300;

/** What was there before. */
type Beginnings = {
  readonly mode: 'real' | 'practice';
  /** A file of the authorities to practise with; null for our own. */
  readonly authorities: string | null;
  /** On which callbacks come home. */
  readonly scheme: string;
  readonly codeFolder: string;
  readonly dataFolder: string;
  readonly settings: Settings;
  /** What the window is called, in the user's language. */
  readonly title: () => string;
  readonly front: Front;
  readonly loginStart: StartAtLogin;
  readonly pageLock: PageLock;
  readonly arrivals: Arrivals;
};

/** All that stands behind the window: it is read while the window opens. Resolves once everything runs. */
export async function runProgram(beginnings: Beginnings): Promise<void> {
  const { mode, authorities, scheme, codeFolder, dataFolder, settings, title, front, loginStart, pageLock, arrivals } =
    beginnings;
  const words = (): Words => wordsIn(settings.get().language);
  let practice: Practice | null = null;
  const isWatched = (): boolean => front.window()?.isFocused() ?? false;
  const sendChanges = createChangeSender(front.window, reportFault);
  const windowLock = createWindowLock({
    announceAll: () => sendChanges([{ kind: 'everything' }]),
    onLock: () => office.endWhatIsOpen(),
    isVaultReady: () => workspace.isReady(),
  });
  const asking = createAsking({
    isLocked: () => windowLock.isLocked(),
    words,
    show: (box) => showQuestion(front.window(), box),
  });
  let isFollowed = false;
  const announce = (changes: readonly Change[]): void => {
    // Whoever has not asked yet for all there is need not ask again.
    sendChanges(windowLock.passing(changes.filter(({ kind }) => isFollowed || kind !== 'everything')));
    notices.follow(changes);
  };
  const named = authorities === null ? null : profilesFromFile(authorities);
  const ownPractice = mode === 'practice' && named === null;
  const awaited = ownPractice ? awaitedProfiles() : [];
  const profiles = (): readonly Profile[] =>
    mode === 'real' ? realProfiles : (named ?? practice?.profiles ?? awaited);
  const hasAuthorities = (): boolean => !ownPractice || practice !== null;
  const authoritiesThere = createHappening();
  if (!ownPractice) authoritiesThere.tell();

  const notes = createNotes({ folder: join(dataFolder, 'activity'), announce, reportFault, now: () => Date.now() });
  const network = createNetworkDesk({
    resolveProxy: createProxyResolver(),
    readSystemRoots,
    profiles,
    chooseCaFile: () => readCaFileByChoice(() => asking.choose(({ files }) => chooseCaPath(front.window(), files))),
    confirm: asking.confirm,
    around: notes.around,
    now: () => Date.now(),
  });
  const deviceWindows = createDeviceWindows();
  const office = createOffice({
    vaultFolder: join(dataFolder, 'vault'),
    announce,
    profiles,
    openP12: (bytes, password, options) =>
      openP12InThread(bytes, password, {
        ...options,
        worker: join(codeFolder, 'p12-worker.js'),
        deadlineMs: OPEN_DEADLINE_MS,
      }),
    chooseFile: () => chooseCertificateFile(asking, front.window(), practice?.post ?? null),
    chooseTokenFile: () => chooseTokenFile(asking, front.window()),
    chooseKeyFile: () => chooseKeyFile(asking, front.window()),
    openSignInWindow: (input) =>
      openSignInWindow({ ...input, ways: network.ways, parent: front.window(), pageLock, words }),
    openDeviceWindow: (input) =>
      deviceWindows.open({ ...input, parent: front.window(), pageLock, words, ways: network.ways }),
    ways: network.ways,
    scheme,
    words,
    openBrowser: (url) =>
      openExternal(url, { origins: authorizeOrigins(profiles()), isFirstPage: office.loopbacks.isFirstPage }),
    writeClipboard: (text) => void clipboard.writeText(text),
    saveText: (name, bytes) =>
      saveFile(() => asking.choose(({ files }) => chooseSavePath(front.window(), files, name)), bytes),
    handOver: handOverDesk(front.window, asking, dataFolder),
    confirm: asking.confirm,
    notes,
    isWatched,
    transfer: { dialogs: transferDialogs(front.window, asking), fs: nodeFileSystem(), newDerivation },
    version: app.getVersion(),
    now: () => Date.now(),
  });
  const { workspace, attempts } = office;

  const bringForward = (): void => {
    const window = front.open();
    if (window.isMinimized()) window.restore();
    // One whose page died before its first picture was never shown.
    if (!window.isVisible()) window.show();
    window.focus();
  };
  const showNotices = (): void => {
    bringForward();
    announce([{ kind: 'show-notices' }]);
  };
  const tray = createTray({
    words,
    title,
    open: bringForward,
    showNotices,
    renewDue: () => workspace.isReady() && hasAuthorities() && void office.calls['renewals.start']({}),
    quit: () => app.quit(),
  });
  const staying = createStaying(settings, tray, words);
  const notifications = createNotifications({
    words,
    title,
    onPress: showNotices,
    isLocked: () => windowLock.isLocked(),
    now: () => Date.now(),
  });
  const notices = createNotices({
    facts: () => (workspace.isReady() ? { ...workspace.view(profiles(), attempts), ...office.renewals.view() } : null),
    memory: settings.noticeMemory,
    announce,
    tell: notifications.tell,
    showCount: tray.showCount,
    isWatched,
    shortly: (act) => void setTimeout(act, 500),
    now: () => Date.now(),
  });

  let isQuitting = false;
  app.once('before-quit', () => (isQuitting = true));
  holdEnds(office, words);

  const vaultDesk = createVaultDesk({
    folder: join(dataFolder, 'vault'),
    kinds: [...recordKinds, ...networkKinds],
    keychain: systemKeychain,
    computer: () => readComputer(),
    windowLock,
    confirm: asking.confirm,
    settle(state) {
      notes.settle(state.state === 'ready' ? state.vault.sealer : null);
      network.settle(state.state === 'ready' ? state.vault : null);
      workspace.settle(state);
      if (state.state === 'ready') void notes.note(vaultOpened);
    },
    onSettledIn: (as) => void notes.note(settledIn(as)),
    lookOnly,
    takeUp: takeUpAll,
    async isQuiet() {
      await office.settle();
      const { requests, unsaved } = office.atStake();
      const isRunning = office.renewals.view().renewalRun?.state === 'running';
      return requests + unsaved + attempts.views().length === 0 && !isRunning;
    },
  });
  process.once('exit', () => vaultDesk.release());
  const desktop = (): DesktopView => ({ hasTray: staying.hasTray(), canStartAtLogin: loginStart.isPossible });
  const vaultTried = createHappening();

  const handlers: Handlers = {
    'snapshot.get': async () => {
      // Most vaults open in a moment, and the page need not draw itself twice. A keychain may ask its user first.
      await Promise.race([vaultTried.happened, wait(VAULT_TRIED_WITHIN_MS)]);
      isFollowed = true;
      front.answered();
      return {
        version: app.getVersion(),
        mode,
        practicePost: practice?.post ?? null,
        settings: settings.get(),
        ...workspace.view(profiles(), attempts),
        deviceQuestions: Object.fromEntries(office.questions.views().map((view) => [view.attemptId, view])),
        ...office.renewals.view(),
        handOver: office.handOver.view(),
        notices: notices.view(),
        desktop: desktop(),
      };
    },
    ...notedCalls(vaultDesk.calls, { notes, store: () => workspace.store() }),
    async 'settings.change'(changes) {
      const value = await settings.change(changes);
      nativeTheme.themeSource = value.theme;
      if (changes.language !== undefined) sayAnew();
      await staying.follow();
      announce([{ kind: 'settings', value }]);
      return {};
    },
    ...servedAfter(authoritiesThere.happened, windowLock.refuseLocked, network.calls),
    'desktop.copyText'({ text }) {
      void clipboard.writeText(text);
      return {};
    },
    async 'practice.openPost'() {
      if (practice) await shell.openPath(practice.post);
      return {};
    },
    'practice.openApp': servePracticeApp(mode, () => ({
      platform: process.platform,
      isPackaged: app.isPackaged,
      execPath: process.execPath,
      appPath: app.getAppPath(),
      argv: process.argv,
      env: process.env,
    })),
    ...activityCalls({
      notes,
      saveFile: (name, bytes) =>
        saveFile(() => asking.choose(({ files }) => chooseSavePath(front.window(), files, name)), bytes),
      now: () => Date.now(),
    }),
    ...servedAfter(authoritiesThere.happened, windowLock.refuseLocked, office.calls),
    ...notices.calls,
  };

  front.serveCalls(bridgeTo(front.window, windowLock.guarded(handlers), reportFault));
  front.onClosed(() => office.discardDrafts());

  /** The user reads another language now. */
  function sayAnew(): void {
    setMenu(words(), front.window());
    tray.sayAnew();
    front.window()?.setTitle(title());
  }

  // Before anything is awaited: Electron's own way is to end the program with its last window.
  app.on('window-all-closed', () => void staying.afterLastWindow(() => front.window() !== null));

  const isHidden = wasStartedHidden(process.argv) && (await staying.canHide());
  if (!isHidden) front.open();
  function takeArrival(address: string): void {
    if (!office.callbacks.deliver(address)) announce([{ kind: 'stray-callback' }]);
  }
  app.on('second-instance', bringForward);
  app.on('open-url', bringForward);

  function takeUpAll(): Promise<void> {
    return takeUp({
      isPossible: () => workspace.isReady() && hasAuthorities(),
      resume: office.resume,
      deliver: () => arrivals.deliverTo(takeArrival),
      tick: office.renewals.tick,
      freshen: office.freshenFiles,
      onFault: (error) => void reportFault('resume', error),
    });
  }

  app.on('will-quit', (event) => {
    // No token stays on the clipboard when there is nobody left to take it away.
    if (office.handOver.view().clipboard !== null) {
      event.preventDefault();
      // Not before this event is over: until then Electron takes a second quit for the first.
      void office.handOver.clearClipboard().finally(() => setImmediate(() => app.quit()));
      return;
    }
    practice?.process.kill();
  });

  await front.isSafe;
  // While the page reads its scripts there is time for the keychain, which answers in one go; not while the page waits.
  if (front.window() !== null) await Promise.race([front.pageServed, wait(PAGE_SERVED_WITHIN_MS)]);
  await vaultDesk.open();
  vaultTried.tell();
  // What needs somebody before it can renew does not hide.
  if (isHidden && !workspace.isReady()) bringForward();
  // What follows takes a processor for a while: the accounts are on the screen first.
  const window = front.window();
  if (window !== null) await whenAtRest(window, 5_000);
  setMenu(words(), front.window());
  registerCallbackScheme(scheme);
  void readUndici().catch((error: unknown) => reportFault('start', error));
  // Without them no call but the first is served: the start has failed then.
  await readCalls();
  void staying.follow().finally(() => announce([{ kind: 'desktop', value: desktop() }]));
  if (ownPractice) {
    const folder = `${dataFolder} Authorities`;
    practice = await startPractice(join(codeFolder, 'practice.js'), folder).catch((error: unknown) => {
      // Whoever quits while they start wants no message about it.
      if (isQuitting) return null;
      throw error;
    });
    announce([{ kind: 'everything' }]);
  }
  authoritiesThere.tell();
  await takeUpAll();
  startHeartbeat(() => {
    vaultDesk.lockIfIdle(powerMonitor.getSystemIdleTime());
    void office.renewals.tick().then(() => notices.beat());
    void office.runBackupIfDue();
    void office.handOver.expire();
  });
}
