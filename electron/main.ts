import { join } from 'node:path';
import { app, clipboard, nativeTheme, session, shell, type BrowserWindow } from 'electron';
import { createAttempts } from './accounts/attempts.ts';
import { createCalls } from './accounts/calls.ts';
import { OPEN_DEADLINE_MS } from './accounts/certificate-calls.ts';
import { recordKinds } from './accounts/records.ts';
import { createWorkspace } from './accounts/workspace.ts';
import { realProfiles } from './authorities/authorities.ts';
import type { Profile } from './authorities/schema.ts';
import { createDrafts } from './certificates/drafts.ts';
import { openP12InThread } from './certificates/p12-thread.ts';
import type { Handlers } from './contract/contract.ts';
import type { Change } from './contract/snapshot.ts';
import { registerAppScheme, serveWindow } from './desktop/app-scheme.ts';
import { sendChanges, serveBridge } from './desktop/bridge.ts';
import { chooseCertificateFile } from './desktop/choose-file.ts';
import { reportFault } from './desktop/fault-log.ts';
import { systemKeychain } from './desktop/keychain.ts';
import { lockDownPages, lockDownSession } from './desktop/lock-down.ts';
import { startPractice, type Practice } from './desktop/practice-process.ts';
import { openSettings } from './desktop/settings.ts';
import { readStartOptions } from './desktop/start-options.ts';
import { openWindow } from './desktop/window.ts';
import { words } from './desktop/words.ts';
import { createHttpsClient } from './network/https-client.ts';
import { openVault } from './vault/vault.ts';

const { mode } = readStartOptions(process.argv.slice(1), app.isPackaged);
const codeFolder = import.meta.dirname;
const dataFolder = join(app.getPath('appData'), mode === 'practice' ? 'Taxpass Practice' : 'Taxpass');
app.setPath('userData', dataFolder);
app.setPath('sessionData', join(dataFolder, 'browser'));
// Chromium refuses to run as root with a sandbox; whoever starts it so says --no-sandbox, we never do.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerAppScheme();
lockDownPages();

if (app.requestSingleInstanceLock()) {
  app.whenReady().then(run, (error: unknown) => {
    reportFault('start', error);
    app.exit(1);
  });
} else {
  app.quit();
}

async function run(): Promise<void> {
  let window: BrowserWindow | null = null;
  let practice: Practice | null = null;
  const announce = (changes: readonly Change[]): void => sendChanges(window, changes);
  const profiles = (): readonly Profile[] => (mode === 'practice' ? (practice?.profiles ?? []) : realProfiles);

  const settings = openSettings(dataFolder);
  nativeTheme.themeSource = settings.get().theme;
  const vaultFolder = join(dataFolder, 'vault');
  const workspace = createWorkspace(vaultFolder, announce);
  const drafts = createDrafts();
  const attempts = createAttempts(announce);
  const https = createHttpsClient();
  async function openTheVault(): Promise<void> {
    if (workspace.isReady()) return;
    workspace.settle(await openVault({ folder: vaultFolder, keychain: await systemKeychain(), kinds: recordKinds }));
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
    ...createCalls({
      store: () => workspace.store(),
      profiles,
      https,
      drafts,
      attempts,
      openP12: (bytes, password, options) =>
        openP12InThread(bytes, password, {
          ...options,
          worker: join(codeFolder, 'p12-worker.js'),
          deadlineMs: OPEN_DEADLINE_MS,
        }),
      chooseFile: () => chooseCertificateFile(window, practice?.post ?? null),
      writeClipboard: (text) => void clipboard.writeText(text),
      now: () => Date.now(),
    }),
  };

  lockDownSession(session.defaultSession);
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
  app.on('second-instance', () => {
    window ??= show();
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('activate', () => (window ??= show()));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', () => {
    attempts.cancelAll();
    practice?.process.kill();
  });

  await openTheVault();
  if (mode === 'practice') {
    practice = await startPractice(join(codeFolder, 'practice.js'), `${dataFolder} Authorities`);
    announce([{ kind: 'everything' }]);
  }
}
