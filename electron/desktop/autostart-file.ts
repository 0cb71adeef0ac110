import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';

/** Started by the system at login: no window, only the tray. */
export const HIDDEN_SWITCH = '--hidden';

/** Where a Linux desktop looks for what it starts at login (Desktop Application Autostart Specification). */
export function autostartFile(env: NodeJS.ProcessEnv, home: string): string {
  const named = env['XDG_CONFIG_HOME'] ?? '';
  // The specification has relative paths ignored.
  const folder = isAbsolute(named) ? named : join(home, '.config');
  return join(folder, 'autostart', 'taxpass.desktop');
}

/** The entry that starts `executable` without a window. */
function autostartEntry(executable: string): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Taxpass',
    `Exec=${quoted(executable)} ${HIDDEN_SWITCH}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/**
 * An argument of `Exec`: quoted, then escaped as every string of such a file, with `%` doubled, which else names a field
 * (Desktop Entry Specification, "The Exec key").
 */
function quoted(argument: string): string {
  const inQuotes = argument.replace(/["`$\\]/g, '\\$&');
  return `"${inQuotes.replaceAll('\\', '\\\\').replaceAll('%', '%%')}"`;
}

/** Writes or removes the entry. `executable` must be a path that outlives this start: of an AppImage the file itself. */
export async function turnAutostart(file: string, executable: string, on: boolean): Promise<void> {
  if (!on) return rm(file, { force: true });
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, autostartEntry(executable));
}

export function isAutostartOn(file: string): boolean {
  return existsSync(file);
}
