import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { app, clipboard, dialog, nativeTheme, powerMonitor, session, shell, type BrowserWindow } from 'electron';
import { notedCalls, settledIn, vaultOpened } from './accounts/noted-calls.ts';
import { createOffice } from './accounts/office.ts';
import { OPEN_DEADLINE_MS } from './accounts/certificate-calls.ts';
import { lookOnly } from './accounts/look-only.ts';
import { recordKinds } from './accounts/records.ts';
import { activityCalls } from './activity/activity-calls.ts';
import { createNotes } from './activity/notes.ts';
import { authorizeOrigins, realProfiles } from './authorities/authorities.ts';
import type { Profile } from './authorities/schema.ts';
import { openP12InThread } from './certificates/p12-thread.ts';
import type { Handlers } from './contract/contract.ts';
import type { Language } from './contract/language.ts';
import type { Change } from './contract/snapshot.ts';
import { registerAppScheme, serveWindow } from './desktop/app-scheme.ts';
import { listenForArrivals } from './desktop/arrivals.ts';
import { createChangeSender, serveBridge } from './desktop/bridge.ts';
import { profilesFromFile } from './desktop/authorities-file.ts';
import { APP_SCHEME, PRACTICE_SCHEME, registerCallbackScheme } from './desktop/callback-protocol.ts';
import { chooseCaPath, readCaFileByChoice } from './desktop/choose-ca-file.ts';
import { chooseCertificateFile, chooseTokenFile } from './desktop/choose-file.ts';
import { chooseKeyFile } from './desktop/choose-key-file.ts';
import { createDeviceWindows } from './desktop/device-window.ts';
import { reportFault } from './desktop/fault-log.ts';
import { createHappening } from './desktop/happening.ts';
import { startHeartbeat } from './desktop/heartbeat.ts';
import { systemKeychain } from './desktop/keychain.ts';
import { handOverDesk } from './desktop/hand-over-desk.ts';
import { showQuestion } from './desktop/native-confirm.ts';
import { createAsking } from './desktop/native-question.ts';
import { lockDownPages, lockDownSession } from './desktop/lock-down.ts';
import { setMenu } from './desktop/menu.ts';
import { createNetworkDesk } from './desktop/network-desk.ts';
import { networkKinds } from './desktop/network-records.ts';
import { createNotifications } from './desktop/notifications.ts';
import { openExternal } from './desktop/open-external.ts';
import { servePracticeApp } from './desktop/practice-app.ts';
import { awaitedProfiles, startPractice, type Practice } from './desktop/practice-process.ts';
import { createProxyResolver } from './desktop/proxy-resolver.ts';
import { chooseSavePath, saveFile } from './desktop/save-file.ts';
import { servedAfter } from './desktop/served-after.ts';
import { holdEnds } from './desktop/session-end.ts';
import { openSettings, type Settings } from './desktop/settings.ts';
import { systemLanguage } from './desktop/system-language.ts';
import { openSignInWindow } from './desktop/sign-in-window.ts';
import { startAtLogin, wasStartedHidden } from './desktop/start-at-login.ts';
import { readStartOptions } from './desktop/start-options.ts';
import { createStaying } from './desktop/staying.ts';
import { takeUp } from './desktop/take-up.ts';
import { transferDialogs } from './desktop/transfer-files.ts';
import { createTray } from './desktop/tray.ts';
import { createVaultDesk } from './desktop/vault-opening.ts';
import { createWindowLock } from './desktop/window-lock.ts';
import { openWindow, whenDrawn } from './desktop/window.ts';
import { filled } from './desktop/words/sentences.ts';
import type { Words } from './desktop/words/texts.ts';
import { wordsIn } from './desktop/words/words.ts';
import { readSystemRoots } from './network/system-roots.ts';
import { createNotices } from './notices/notices.ts';
import { newDerivation } from './transfer/passphrase-key.ts';
import { readComputer } from './vault/computer.ts';
import { nodeFileSystem } from './vault/file-system.ts';

// Node would let this variable switch TLS verification off; no connection of ours leaves it the choice.
delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
// These would have the keys of every connection, or what goes by them, written to a file.
delete process.env['SSLKEYLOGFILE'];
for (const name of ['ssl-key-log-file', 'log-net-log']) app.commandLine.removeSwitch(name);

const { mode, authorities } = readStartOptions(process.argv.slice(1), app.isPackaged);
const scheme = mode === 'practice' ? PRACTICE_SCHEME : APP_SCHEME;
const codeFolder = import.meta.dirname;
const dataFolder = join(app.getPath('appData'), mode === 'practice' ? 'Taxpass Practice' : 'Taxpass');
app.setPath('userData', dataFolder);
app.setPath('sessionData', join(dataFolder, 'browser'));
// Chromium refuses to run as root with a sandbox; whoever starts it so says --no-sandbox, we never do.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerAppScheme();
const loginStart = startAtLogin(mode);
const pageLock = lockDownPages();
const arrivals = listenForArrivals(scheme, process.argv);

process.on('uncaughtException', (error) => void reportFault('main', error));
process.on('unhandledRejection', (error) => void reportFault('main', error));

/** The vault is opened even if no page is ever asked for. */
const PAGE_SERVED_WITHIN_MS = 1_000;
/** How long the page's first picture waits for the vault. */
const VAULT_TRIED_WITHIN_MS = 300;

if (app.requestSingleInstanceLock()) {
  app
    .whenReady()
    .then(async () => {
      const settings = openSettings(dataFolder, {
        staysInTray: mode === 'real',
        startAtLogin: loginStart,
        systemLanguage: systemLanguage(app.getPreferredSystemLanguages()),
      });
      await run(settings).catch((error: unknown) => endStart(error, settings.get().language));
    })
    .catch((error: unknown) => endStart(error, systemLanguage(app.getPreferredSystemLanguages())));
} else {
  app.quit();
}

function endStart(error: unknown, language: Language): void {
  const reference = reportFault('start', error);
  const { startFailed, startFailedText } = wordsIn(language);
  dialog.showErrorBox(startFailed, filled(startFailedText, { reference }));
  app.exit(1);
}

async function run(settings: Settings): Promise<void> {
  const words = (): Words => wordsIn(settings.get().language);
  const title = (): string => words().windowTitle[mode];
  let window: BrowserWindow | null = null;
  let practice: Practice | null = null;
  const isWatched = (): boolean => window?.isFocused() ?? false;
  const sendChanges = createChangeSender(() => window, reportFault);
  const windowLock = createWindowLock({
    announceAll: () => sendChanges([{ kind: 'everything' }]),
    onLock: () => office.endWhatIsOpen(),
    isVaultReady: () => workspace.isReady(),
  });
  const asking = createAsking({
    isLocked: () => windowLock.isLocked(),
    words,
    show: (box) => showQuestion(window, box),
  });
  const announce = (changes: readonly Change[]): void => {
    sendChanges(windowLock.passing(changes));
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

  nativeTheme.themeSource = settings.get().theme;
  const notes = createNotes({ folder: join(dataFolder, 'activity'), announce, reportFault, now: () => Date.now() });
  const network = createNetworkDesk({
    resolveProxy: createProxyResolver(),
    readSystemRoots,
    profiles,
    chooseCaFile: () => readCaFileByChoice(() => asking.choose(({ files }) => chooseCaPath(window, files))),
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
    chooseFile: () => chooseCertificateFile(asking, window, practice?.post ?? null),
    chooseTokenFile: () => chooseTokenFile(asking, window),
    chooseKeyFile: () => chooseKeyFile(asking, window),
    openSignInWindow: (input) => openSignInWindow({ ...input, ways: network.ways, parent: window, pageLock, words }),
    openDeviceWindow: (input) => deviceWindows.open({ ...input, parent: window, pageLock, words, ways: network.ways }),
    ways: network.ways,
    scheme,
    words,
    openBrowser: (url) =>
      openExternal(url, { origins: authorizeOrigins(profiles()), isFirstPage: office.loopbacks.isFirstPage }),
    writeClipboard: (text) => void clipboard.writeText(text),
    saveText: (name, bytes) => saveFile(() => asking.choose(({ files }) => chooseSavePath(window, files, name)), bytes),
    handOver: handOverDesk(() => window, asking, dataFolder),
    confirm: asking.confirm,
    notes,
    isWatched,
    transfer: { dialogs: transferDialogs(() => window, asking), fs: nodeFileSystem(), newDerivation },
    version: app.getVersion(),
    now: () => Date.now(),
  });
  const { workspace, attempts } = office;

  const bringForward = (): void => {
    window ??= show();
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
  const vaultTried = createHappening();

  const handlers: Handlers = {
    'snapshot.get': async () => {
      // Most vaults open in a moment, and the page need not draw itself twice. A keychain may ask its user first.
      await Promise.race([vaultTried.happened, wait(VAULT_TRIED_WITHIN_MS)]);
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
        desktop: { hasTray: await staying.hasTray(), canStartAtLogin: loginStart.isPossible },
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
        saveFile(() => asking.choose(({ files }) => chooseSavePath(window, files, name)), bytes),
      now: () => Date.now(),
    }),
    ...servedAfter(authoritiesThere.happened, windowLock.refuseLocked, office.calls),
    ...notices.calls,
  };

  setMenu(words(), window);
  registerCallbackScheme(scheme);
  const pageServed = createHappening();
  const isSafe = lockDownSession(session.defaultSession).then(() =>
    serveWindow(session.defaultSession, join(codeFolder, '../renderer'), pageServed.tell),
  );
  serveBridge(() => window, windowLock.guarded(handlers), reportFault);

  /** The user reads another language now. */
  function sayAnew(): void {
    setMenu(words(), window);
    tray.sayAnew();
    window?.setTitle(title());
  }

  function show(): BrowserWindow {
    const opened = openWindow({
      codeFolder,
      title: title(),
      place: settings.windowPlace(),
      language: settings.get().language,
      isSafe,
    });
    opened.on('close', () =>
      settings.keepWindowPlace({ ...opened.getNormalBounds(), isMaximized: opened.isMaximized() }),
    );
    opened.on('closed', () => {
      window = null;
      office.discardDrafts();
    });
    return opened;
  }

  const isHidden = wasStartedHidden(process.argv) && (await staying.canHide());
  if (!isHidden) window = show();
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

  app.on('activate', () => (window ??= show()));
  app.on('window-all-closed', () => void staying.afterLastWindow(() => window !== null));
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

  await isSafe;
  // While the page's process begins there is time for the keychain, which answers in one go; not while the page waits.
  if (window !== null) await Promise.race([pageServed.happened, wait(PAGE_SERVED_WITHIN_MS)]);
  await vaultDesk.open();
  vaultTried.tell();
  // What needs somebody before it can renew does not hide.
  if (isHidden && !workspace.isReady()) bringForward();
  void staying.follow();
  if (ownPractice) {
    // Starting them takes a processor for a while: the accounts are on the screen first.
    if (window !== null) await whenDrawn(window, 5_000);
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
