import { homedir } from 'node:os';
import { app } from 'electron';
import { autostartFile, HIDDEN_SWITCH, isAutostartOn, turnAutostart } from './autostart-file.ts';

export type StartAtLogin = {
  /** Only an installed program in real mode registers itself, and only when its user says so. */
  readonly isPossible: boolean;
  isOn(): boolean;
  turn(on: boolean): Promise<void>;
};

/** Starting without a window when the user logs in, by the way of this system. */
export function startAtLogin(mode: 'real' | 'practice'): StartAtLogin {
  const isPossible = app.isPackaged && mode === 'real';
  if (!isPossible) return { isPossible, isOn: () => false, turn: () => Promise.resolve() };
  if (process.platform === 'linux') {
    const file = autostartFile(process.env, homedir());
    const executable = process.env['APPIMAGE'] ?? process.execPath;
    return { isPossible, isOn: () => isAutostartOn(file), turn: (on) => turnAutostart(file, executable, on) };
  }
  const args = [HIDDEN_SWITCH];
  return {
    isPossible,
    isOn: () => app.getLoginItemSettings({ args }).openAtLogin,
    turn(on) {
      app.setLoginItemSettings({ openAtLogin: on, args });
      return Promise.resolve();
    },
  };
}

/** Whether the system started the program at login, so that nobody waits for a window. */
export function wasStartedHidden(argv: readonly string[]): boolean {
  if (process.platform === 'darwin') return app.getLoginItemSettings().wasOpenedAtLogin;
  return argv.includes(HIDDEN_SWITCH);
}
