import { spawn, type ChildProcess } from 'node:child_process';
import { posix } from 'node:path';
import type { CallOutput } from '../contract/contract.ts';
import { fail, type Failure } from '../contract/failure.ts';
import { withNothingOpen } from './nothing-open.ts';

/** How this program was started: all that starting it once more is made of. */
export type OwnStart = {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  /** The executable that runs. */
  readonly execPath: string;
  /** The app's folder, absolute: a runtime from source is told which app to run. */
  readonly appPath: string;
  /** The whole command line, the executable first. */
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
};

/** A program to start, without any shell. */
type Start = { readonly file: string; readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv };

/** The switches without which the program may not run on this computer at all; what else it was started with is not passed on. */
const keptSwitches: readonly string[] = [
  '--no-sandbox',
  '--password-store',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--ozone-platform',
  '--ozone-platform-hint',
  '--force-device-scale-factor',
];

/**
 * What a program needs of its environment to come to its user's desktop, in their language and their folders. A list of
 * what is passed on, for what else is there may be private: proxies with passwords, keys for other programs.
 */
const keptVariables: ReadonlySet<string> = new Set([
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'TZ', 'LANG', 'LANGUAGE'],
  ...['DISPLAY', 'XAUTHORITY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'DBUS_SYSTEM_BUS_ADDRESS'],
  ...['DESKTOP_SESSION', 'GNOME_DESKTOP_SESSION_ID', 'KDE_FULL_SESSION', 'KDE_SESSION_VERSION'],
  ...['GDK_BACKEND', 'GDK_SCALE', 'GDK_DPI_SCALE', 'GTK_THEME', 'GTK_IM_MODULE', 'QT_IM_MODULE', 'XMODIFIERS'],
  ...['ELECTRON_OZONE_PLATFORM_HINT', '__CF_USER_TEXT_ENCODING'],
  // Where there is no FUSE, an AppImage runs by nothing else.
  'APPIMAGE_EXTRACT_AND_RUN',
  ...['SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'COMSPEC', 'PATHEXT', 'TEMP', 'TMP', 'OS', 'COMPUTERNAME'],
  ...['USERNAME', 'USERDOMAIN', 'USERPROFILE', 'HOMEDRIVE', 'HOMEPATH', 'APPDATA', 'LOCALAPPDATA', 'SESSIONNAME'],
  ...['ALLUSERSPROFILE', 'PROGRAMDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)', 'PROGRAMW6432', 'PUBLIC'],
  ...['COMMONPROGRAMFILES', 'COMMONPROGRAMFILES(X86)', 'COMMONPROGRAMW6432'],
  ...['NUMBER_OF_PROCESSORS', 'PROCESSOR_ARCHITECTURE'],
  ...['XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_STATE_HOME'],
  ...['XDG_CONFIG_DIRS', 'XDG_DATA_DIRS', 'XDG_CURRENT_DESKTOP', 'XDG_MENU_PREFIX'],
  ...['XDG_SESSION_TYPE', 'XDG_SESSION_CLASS', 'XDG_SESSION_DESKTOP', 'XDG_SESSION_ID', 'XDG_SEAT', 'XDG_VTNR'],
]);

/** The start of this same program in practice mode, from nothing but how it was started itself. */
export function practiceStart(own: OwnStart): Start {
  const env = Object.fromEntries(
    // On Windows a variable's name may be written in any case.
    Object.entries(own.env).filter(([name]) => keptVariables.has(name.toUpperCase()) || /^LC_[A-Z]+$/.test(name)),
  );
  const args = ['--practice', ...switchesOf(own.argv)];
  if (!own.isPackaged) return { file: own.execPath, args: [own.appPath, ...args], env };
  if (own.platform === 'darwin') {
    // Started by its executable it would have no place of its own in the Dock.
    const bundle = posix.join(posix.dirname(own.execPath), '../..');
    return { file: '/usr/bin/open', args: ['-n', '-a', bundle, '--args', ...args], env };
  }
  return { file: (own.platform === 'linux' ? appImageOf(own) : null) ?? own.execPath, args, env };
}

/** What stands before the double dash: what comes after it, such as a callback's address, is no switch. */
function switchesOf(argv: readonly string[]): string[] {
  const separator = argv.indexOf('--');
  const own = argv.slice(1, separator < 0 ? undefined : separator);
  return own.filter((argument) => keptSwitches.includes(argument.split('=', 1)[0] ?? ''));
}

/**
 * The AppImage this program runs from, or null: its executable lies on a mount that goes when the program ends. The
 * variables are the AppImage runtime's; a terminal that is one itself leaves its own to what it starts.
 */
function appImageOf({ execPath, env }: OwnStart): string | null {
  const { APPIMAGE, APPDIR } = env;
  if (APPIMAGE === undefined || APPDIR === undefined || !posix.isAbsolute(APPIMAGE)) return null;
  return execPath.startsWith(posix.join(APPDIR, '/')) ? APPIMAGE : null;
}

/** How long a program that cannot run here takes at most to end again, ms. */
const ENDS_WITHIN_MS = 3_000;

/**
 * Opens practice as a program of its own, which outlives this one; where it is open already, its window comes forward.
 * Fails with `practice-not-opened` where it does not start, or ends again at once otherwise than by handing over.
 */
export async function openPracticeApp(own: OwnStart, endsWithinMs = ENDS_WITHIN_MS): Promise<void> {
  const { file, args, env } = practiceStart(own);
  let code: number | null;
  try {
    code = await withNothingOpen((stdio) => earlyEnd(spawn(file, args, { env, detached: true, stdio }), endsWithinMs));
  } catch (error) {
    fail({ code: 'practice-not-opened', reason: reasonOf(error) }, error);
  }
  if (code !== 0) fail({ code: 'practice-not-opened', reason: 'ended' });
}

/** The exit code of a program that ends so soon, null where a signal ended it; 0 for one that runs on. Rejects if it never started. */
function earlyEnd(child: ChildProcess, withinMs: number): Promise<number | null> {
  child.unref();
  return new Promise((resolve, reject) => {
    const runs = setTimeout(() => resolve(0), withinMs);
    child.once('error', (error) => {
      clearTimeout(runs);
      reject(error);
    });
    child.once('exit', (code) => {
      clearTimeout(runs);
      resolve(code);
    });
  });
}

function reasonOf(error: unknown): Extract<Failure, { code: 'practice-not-opened' }>['reason'] {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return 'gone';
  return code === 'EACCES' || code === 'EPERM' ? 'no-permission' : 'other';
}

/**
 * The window's call: practice opens from the real program alone. Nothing of it is the window's to say, and however often
 * it calls, one program is started at a time.
 */
export function servePracticeApp(
  mode: 'real' | 'practice',
  own: () => OwnStart,
): () => Promise<CallOutput<'practice.openApp'>> {
  let opening: Promise<void> | null = null;
  return async () => {
    if (mode === 'practice') fail({ code: 'input-refused', field: 'mode' });
    opening ??= openPracticeApp(own()).finally(() => {
      opening = null;
    });
    await opening;
    return {};
  };
}
