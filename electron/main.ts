import { join } from 'node:path';
import { app, dialog, Menu, nativeTheme } from 'electron';
import type { Language } from './contract/language.ts';
import { registerAppScheme } from './desktop/app-scheme.ts';
import { listenForArrivals } from './desktop/arrivals.ts';
import { APP_SCHEME, PRACTICE_SCHEME } from './desktop/callback-protocol.ts';
import { reportFault } from './desktop/fault-log.ts';
import { lockDownPages } from './desktop/lock-down.ts';
import { createFront } from './desktop/front.ts';
import { openSettings, type Settings } from './desktop/settings.ts';
import { systemLanguage } from './desktop/system-language.ts';
import { startAtLogin, wasStartedHidden } from './desktop/start-at-login.ts';
import { readStartOptions } from './desktop/start-options.ts';
import { filled } from './desktop/words/sentences.ts';
import { wordsIn } from './desktop/words/words.ts';

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
// Else Electron makes a menu of its own first. macOS needs one for copying and pasting until ours is there.
if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
// Room (MiB) for what a page makes while it is drawn first: with less it is swept five times meanwhile.
if (!app.commandLine.hasSwitch('js-flags')) app.commandLine.appendSwitch('js-flags', '--min-semi-space-size=8');
const loginStart = startAtLogin(mode);
const pageLock = lockDownPages();
const arrivals = listenForArrivals(scheme, process.argv);

process.on('uncaughtException', (error) => void reportFault('main', error));
process.on('unhandledRejection', (error) => void reportFault('main', error));

if (app.requestSingleInstanceLock()) {
  app
    .whenReady()
    .then(async () => {
      const settings = openSettings(dataFolder, {
        staysInTray: mode === 'real',
        startAtLogin: loginStart,
        systemLanguage: systemLanguage(app.getPreferredSystemLanguages()),
      });
      await start(settings).catch((error: unknown) => endStart(error, settings.get().language));
    })
    .catch((error: unknown) => endStart(error, systemLanguage(app.getPreferredSystemLanguages())));
} else {
  app.quit();
}

/** Opens the window, and reads what stands behind it while the window's process begins. */
async function start(settings: Settings): Promise<void> {
  nativeTheme.themeSource = settings.get().theme;
  const title = (): string => wordsIn(settings.get().language).windowTitle[mode];
  const front = createFront({ codeFolder, settings, title });
  // Whoever wants the window while the rest is read gets it.
  for (const wish of ['second-instance', 'open-url', 'activate']) app.on(wish as 'activate', front.open);
  if (!wasStartedHidden(process.argv)) front.open();
  await front.isSafe;
  const { runProgram } = await import('./desktop/program.ts');
  const place = { codeFolder, dataFolder };
  await runProgram({ mode, authorities, scheme, ...place, settings, title, front, loginStart, pageLock, arrivals });
}

function endStart(error: unknown, language: Language): void {
  const reference = reportFault('start', error);
  const { startFailed, startFailedText } = wordsIn(language);
  dialog.showErrorBox(startFailed, filled(startFailedText, { reference }));
  app.exit(1);
}
