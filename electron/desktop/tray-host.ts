import { execFile } from 'node:child_process';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const PATH = '/StatusNotifierWatcher';
const HOSTED = 'IsStatusNotifierHostRegistered';
const PROPERTIES_GET = 'org.freedesktop.DBus.Properties.Get';

/** Tools that can ask over D-Bus, and how; a desktop has at least one of them. */
const tools: ReadonlyArray<readonly [string, readonly string[]]> = [
  [
    'dbus-send',
    ['--session', '--print-reply=literal', '--reply-timeout=2000', `--dest=${WATCHER}`, PATH, PROPERTIES_GET].concat(
      `string:${WATCHER}`,
      `string:${HOSTED}`,
    ),
  ],
  ['gdbus', ['call', '--session', '--timeout=2', '-d', WATCHER, '-o', PATH, '-m', PROPERTIES_GET, WATCHER, HOSTED]],
  ['busctl', ['--user', '--timeout=2', 'get-property', WATCHER, PATH, WATCHER, HOSTED]],
];

/**
 * Whether this desktop shows tray icons. Windows and macOS do; on Linux only where a StatusNotifierItem host runs, which
 * GNOME has by an extension alone. Where it cannot be known the answer is no: a program without a window or an icon
 * could not be reached.
 */
export async function hasTrayHost(platform: NodeJS.Platform = process.platform): Promise<boolean> {
  if (platform !== 'linux') return true;
  for (const [tool, args] of tools) {
    const answer = await ask(tool, args);
    if (answer !== 'no-such-tool') return answer === 'yes';
  }
  return false;
}

function ask(tool: string, args: readonly string[]): Promise<'yes' | 'no' | 'no-such-tool'> {
  return new Promise((resolve) => {
    execFile(tool, args, { timeout: 4000 }, (error, stdout) => {
      if (error?.code === 'ENOENT') resolve('no-such-tool');
      else resolve(error === null && /\btrue\b/.test(stdout) ? 'yes' : 'no');
    });
  });
}
