import { join } from 'node:path';
import { app, clipboard, dialog, nativeTheme, session, shell, type BrowserWindow } from 'electron';
import { createOffice } from './accounts/office.ts';
import { OPEN_DEADLINE_MS } from './accounts/certificate-calls.ts';
import { recordKinds } from './accounts/records.ts';
import { authorizeOrigins, realProfiles } from './authorities/authorities.ts';
import type { Profile } from './authorities/schema.ts';
import { openP12InThread } from './certificates/p12-thread.ts';
import type { Handlers } from './contract/contract.ts';
import type { Change } from './contract/snapshot.ts';
import { registerAppScheme, serveWindow } from './desktop/app-scheme.ts';
import { sendChanges, serveBridge } from './desktop/bridge.ts';
import { profilesFromFile } from './desktop/authorities-file.ts';
import { APP_SCHEME, PRACTICE_SCHEME, registerCallbackScheme } from './desktop/callback-protocol.ts';
import { chooseCertificateFile } from './desktop/choose-file.ts';
import { reportFault } from './desktop/fault-log.ts';
import { systemKeychain } from './desktop/keychain.ts';
import { lockDownPages, lockDownSession } from './desktop/lock-down.ts';
import { setMenu } from './desktop/menu.ts';
import { openExternal } from './desktop/open-external.ts';
import { startPractice, type Practice } from './desktop/practice-process.ts';
import { openSettings } from './desktop/settings.ts';
import { openSignInWindow } from './desktop/sign-in-window.ts';
import { readStartOptions } from './desktop/start-options.ts';
import { openWindow } from './desktop/window.ts';
import { words } from './desktop/words.ts';
import { callbackArgument } from './signin/callback-argument.ts';
import { openVault } from './vault/vault.ts';

// Node would let this variable switch TLS verification off; no connection of ours leaves it the choice.
delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];

const { mode, authorities } = readStartOptions(process.argv.slice(1), app.isPackaged);
const scheme = mode === 'practice' ? PRACTICE_SCHEME : APP_SCHEME;
const codeFolder = import.meta.dirname;
const dataFolder = join(app.getPath('appData'), mode === 'practice' ? 'Taxpass Practice' : 'Taxpass');
app.setPath('userData', dataFolder);
app.setPath('sessionData', join(dataFolder, 'browser'));
// Chromium refuses to run as root with a sandbox; whoever starts it so says --no-sandbox, we never do.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerAppScheme();
const pageLock = lockDownPages();

process.on('uncaughtException', (error) => void reportFault('main', error));
process.on('unhandledRejection', (error) => void reportFault('main', error));

if (app.requestSingleInstanceLock()) {
  app
    .whenReady()
    .then(run)
    .catch((error: unknown) => {
      const reference = reportFault('start', error);
      dialog.showErrorBox(words.startFailed, words.startFailedText.replace('{reference}', reference));
      app.exit(1);
    });
} else {
  app.quit();
}

async function run(): Promise<void> {
  let window: BrowserWindow | null = null;
  let practice: Practice | null = null;
  const announce = (changes: readonly Change[]): void => sendChanges(window, changes);
  const named = authorities === null ? null : profilesFromFile(authorities);
  const profiles = (): readonly Profile[] => (mode === 'real' ? realProfiles : (named ?? practice?.profiles ?? []));

  const settings = openSettings(dataFolder);
  nativeTheme.themeSource = settings.get().theme;
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
    chooseFile: () => chooseCertificateFile(window, practice?.post ?? null),
    openSignInWindow: (input) => openSignInWindow({ ...input, parent: window, pageLock }),
    openBrowser: (url) => openExternal(url, authorizeOrigins(profiles())),
    writeClipboard: (text) => void clipboard.writeText(text),
    now: () => Date.now(),
  });
  const { workspace, attempts, drafts } = office;

  let isQuitting = false;
  app.once('before-quit', () => (isQuitting = true));

  let opening: Promise<void> | null = null;
  /** One opening at a time: two of them on an empty folder would make two data keys. */
  function openTheVault(): Promise<void> {
    opening ??= openVaultOnce().finally(() => (opening = null));
    return opening;
  }

  async function openVaultOnce(): Promise<void> {
    if (workspace.isReady()) return;
    const keychain = await systemKeychain();
    workspace.settle(await openVault({ folder: join(dataFolder, 'vault'), keychain, kinds: recordKinds }));
  }

  const handlers: Handlers = {
    'snapshot.get': () => ({
      version: app.getVersion(),
      mode,
      practicePost: practice?.post ?? null,
      settings: settings.get(),
      ...workspace.view(profiles(), attempts),
    }),
    'vault.retry': async () => {
      await openTheVault();
      await office.resume();
      return {};
    },
    'settings.change'(changes) {
      const value = settings.change(changes);
      nativeTheme.themeSource = value.theme;
      announce([{ kind: 'settings', value }]);
      return {};
    },
    async 'practice.openPost'() {
      if (practice) await shell.openPath(practice.post);
      return {};
    },
    ...office.calls,
  };

  setMenu();
  registerCallbackScheme(scheme);
  await lockDownSession(session.defaultSession);
  serveWindow(session.defaultSession, join(codeFolder, '../renderer'));
  serveBridge(() => window, handlers, reportFault);

  function show(): BrowserWindow {
    const title = mode === 'practice' ? words.practiceWindowTitle : words.windowTitle;
    const opened = openWindow(codeFolder, title, settings.windowBounds());
    opened.on('close', () => settings.keepWindowBounds(opened.getNormalBounds()));
    opened.on('closed', () => {
      window = null;
      drafts.discardAll();
    });
    return opened;
  }

  window = show();
  const bringForward = (): void => {
    window ??= show();
    if (window.isMinimized()) window.restore();
    window.focus();
  };
  const takeCallback = (address: string | null): void => {
    if (address !== null && !office.callbacks.deliver(address)) announce([{ kind: 'stray-callback' }]);
  };
  app.on('second-instance', (_event, argv) => {
    takeCallback(callbackArgument(argv, scheme));
    bringForward();
  });
  app.on('open-url', (event, address) => {
    event.preventDefault();
    takeCallback(callbackArgument([address], scheme));
    bringForward();
  });
  app.on('activate', () => (window ??= show()));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', () => {
    practice?.process.kill();
  });

  await openTheVault();
  if (mode === 'practice' && named === null) {
    const folder = `${dataFolder} Authorities`;
    practice = await startPractice(join(codeFolder, 'practice.js'), folder).catch((error: unknown) => {
      // Whoever quits while they start wants no message about it.
      if (isQuitting) return null;
      throw error;
    });
    announce([{ kind: 'everything' }]);
  }
  await office.resume();
  // Started by the desktop to take a callback home.
  takeCallback(callbackArgument(process.argv, scheme));
}
