import { access, chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '../../electron/contract/contract.ts';
import {
  openPracticeApp,
  practiceStart,
  servePracticeApp,
  type OwnStart,
} from '../../electron/desktop/practice-app.ts';
import { readStartOptions } from '../../electron/desktop/start-options.ts';

const installed: OwnStart = {
  platform: 'linux',
  isPackaged: true,
  execPath: '/opt/Taxpass/taxpass',
  appPath: '/opt/Taxpass/resources/app.asar',
  argv: ['/opt/Taxpass/taxpass'],
  env: {},
};

const commandOf = (own: Partial<OwnStart>): readonly string[] => {
  const { file, args } = practiceStart({ ...installed, ...own });
  return [file, ...args];
};

describe('the command line that opens practice', () => {
  it('is the installed program itself, on Windows and Linux', () => {
    expect(commandOf({})).toEqual(['/opt/Taxpass/taxpass', '--practice']);
    const execPath = 'C:\\Users\\Ana Pop\\Programs\\Taxpass\\Taxpass.exe';
    expect(commandOf({ platform: 'win32', execPath, argv: [execPath] })).toEqual([execPath, '--practice']);
  });

  it('is the AppImage’s file where the program lies on its mount, and no other program’s AppImage', () => {
    const env = { APPIMAGE: '/home/ana/Taxpass 1.AppImage', APPDIR: '/tmp/.mount_TaxpasX' };
    const execPath = '/tmp/.mount_TaxpasX/taxpass';
    expect(commandOf({ execPath, env })).toEqual([env.APPIMAGE, '--practice']);
    expect(commandOf({ execPath: '/tmp/.mount_TaxpasXY/taxpass', env })[0]).toBe('/tmp/.mount_TaxpasXY/taxpass');
    expect(commandOf({ env })[0]).toBe(installed.execPath);
    expect(commandOf({ execPath, env: { ...env, APPIMAGE: 'Taxpass.AppImage' } })[0]).toBe(execPath);
    expect(commandOf({ execPath, env, isPackaged: false })[0]).toBe(execPath);
  });

  it('on macOS opens the bundle once more', () => {
    const execPath = '/Applications/Tax pass.app/Contents/MacOS/Taxpass';
    const command = ['/usr/bin/open', '-n', '-a', '/Applications/Tax pass.app', '--args', '--practice'];
    expect(commandOf({ platform: 'darwin', execPath, argv: [execPath] })).toEqual(command);
  });

  it.each(['linux', 'darwin', 'win32'] as const)(
    'from source is the runtime with the app’s folder, on %s',
    (platform) => {
      const own = { platform, isPackaged: false, execPath: '/rt/electron', appPath: '/src/tax pass' };
      const argv = ['/rt/electron', '.', '--real', '--no-sandbox'];
      expect(commandOf({ ...own, argv })).toEqual(['/rt/electron', '/src/tax pass', '--practice', '--no-sandbox']);
    },
  );

  it('is read as practice by the program it starts, installed or not', () => {
    for (const isPackaged of [true, false]) {
      const { args } = practiceStart({ ...installed, isPackaged, argv: ['taxpass', '--real', '--no-sandbox'] });
      expect(readStartOptions(args, isPackaged)).toEqual({ mode: 'practice', authorities: null });
    }
  });

  it('keeps the switches the program may need to run here, and no others', () => {
    const kept = ['--no-sandbox', '--password-store=gnome-libsecret', '--ozone-platform-hint=auto', '--disable-gpu'];
    const dropped = [
      ...['--real', '--hidden', '--authorities=/tmp/a.json', '--authorities', '/tmp/a.json'],
      ...['--inspect=0', '--remote-debugging-port=0', '--js-flags=--expose-gc', '--user-data-dir=/tmp/x'],
      ...['--no-sandboxed', '--ignore-certificate-errors', '--ssl-key-log-file=/tmp/keys', '--proxy-server=p:1'],
    ];
    const argv = ['taxpass', ...kept, ...dropped];
    expect(commandOf({ argv })).toEqual([installed.execPath, '--practice', ...kept]);
  });

  it('takes nothing of what the desktop hands over after the double dash', () => {
    const argv = [
      'taxpass',
      '--disable-gpu',
      '--',
      'taxpass://oauth/callback?code=c',
      '--no-sandbox',
      '--',
      '--no-sandbox',
    ];
    expect(commandOf({ argv })).toEqual([installed.execPath, '--practice', '--disable-gpu']);
  });
});

it('the environment is the desktop’s, and nothing private of it', () => {
  const kept = {
    ...{ PATH: '/usr/bin', HOME: '/home/ana', LANG: 'ro_RO.UTF-8', LC_TIME: 'sv_SE.UTF-8', TMPDIR: '/tmp' },
    ...{ DISPLAY: ':0', XAUTHORITY: '/run/x', DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/bus', XDG_RUNTIME_DIR: '/run' },
    ...{ APPIMAGE_EXTRACT_AND_RUN: '1' },
    ...{ SystemRoot: 'C:\\Windows', Path: 'C:\\Windows', APPDATA: 'C:\\a', 'ProgramFiles(x86)': 'C:\\p' },
  };
  const dropped = {
    ...{ https_proxy: 'http://ana:secret@proxy:1', HTTPS_PROXY: 'http://ana:secret@proxy:1', ALL_PROXY: 'x' },
    ...{ AWS_SECRET_ACCESS_KEY: 'x', ANAF_CLIENT_SECRET: 'x', SSH_AUTH_SOCK: '/run/s', LC_SECRET1: 'x' },
    ...{ NODE_OPTIONS: '--require /x', ELECTRON_RUN_AS_NODE: '1', SSLKEYLOGFILE: '/x', LD_PRELOAD: '/x' },
    ...{ NODE_TLS_REJECT_UNAUTHORIZED: '0', APPIMAGE: '/x', XDG_ACTIVATION_TOKEN: 'x' },
  };
  expect(practiceStart({ ...installed, env: { ...kept, ...dropped } }).env).toEqual(kept);
});

describe('opening it', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'taxpass-practice-app-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** An installed program that does as the script says. */
  async function program(script: string): Promise<OwnStart> {
    const execPath = join(folder, 'tax pass');
    await writeFile(execPath, `#!/bin/sh\n${script}\n`);
    await chmod(execPath, 0o700);
    const { PATH } = process.env;
    return { ...installed, execPath, argv: [execPath], env: { PATH, HOME: folder, SECRET: 'x' } };
  }
  const isThere = (file: string): Promise<boolean> =>
    access(file).then(
      () => true,
      () => false,
    );

  it.skipIf(process.platform === 'win32')('leaves it running, with the one switch and nothing private', async () => {
    // It writes what it got, then stays until it is let go or its folder is gone.
    const script = 'env > "$HOME/env"; echo "$@" > "$HOME/args"';
    const wait = 'while [ -d "$HOME" ] && [ ! -e "$HOME/end" ]; do sleep 0.05; done; touch "$HOME/ended"';
    await openPracticeApp(await program(`${script}; ${wait}`), 1_000);
    expect(await isThere(join(folder, 'ended'))).toBe(false);
    await writeFile(join(folder, 'end'), '');
    await expect.poll(() => isThere(join(folder, 'ended')), { timeout: 10_000 }).toBe(true);
    expect(await readFile(join(folder, 'args'), 'utf8')).toBe('--practice\n');
    expect(await readFile(join(folder, 'env'), 'utf8')).not.toContain('SECRET');
  });

  it.skipIf(process.platform === 'win32')('is content with one that hands over to the open one and ends', async () => {
    await expect(openPracticeApp(await program('exit 0'), 60_000)).resolves.toBeUndefined();
  });

  it.skipIf(process.platform === 'win32')('says why it could not be opened', async () => {
    const failed = (reason: string) => ({ failure: { code: 'practice-not-opened', reason } });
    const broken = await program('exit 127');
    await expect(openPracticeApp(broken, 60_000)).rejects.toMatchObject(failed('ended'));
    await expect(openPracticeApp(await program('kill -9 $$'), 60_000)).rejects.toMatchObject(failed('ended'));
    await chmod(broken.execPath, 0o600);
    await expect(openPracticeApp(broken, 60_000)).rejects.toMatchObject(failed('no-permission'));
    await rm(broken.execPath);
    await expect(openPracticeApp(broken, 60_000)).rejects.toMatchObject(failed('gone'));
    const odd = { ...broken, execPath: join(broken.execPath, '\0') };
    await expect(openPracticeApp(odd, 60_000)).rejects.toMatchObject(failed('other'));
  });

  it.skipIf(process.platform === 'win32')(
    'is started once by calls at one time, and again by a later one',
    async () => {
      const own = await program('echo x >> "$HOME/starts"; [ -e "$HOME/good" ]');
      const open = servePracticeApp('real', () => own);
      const starts = async () => (await readFile(join(folder, 'starts'), 'utf8')).length / 2;
      const calls = await Promise.allSettled(Array.from({ length: 60 }, open));
      // All hear of the one that failed.
      expect(new Set(calls.map(({ status }) => status))).toEqual(new Set(['rejected']));
      expect(await starts()).toBe(1);
      await writeFile(join(folder, 'good'), '');
      await expect(open()).resolves.toEqual({});
      expect(await starts()).toBe(2);
    },
  );

  it('is refused in practice, and takes nothing from the window', async () => {
    const never = { ...installed, execPath: join(folder, 'nothing') };
    const failed = (code: string) => ({ failure: { code } });
    await expect(servePracticeApp('practice', () => never)()).rejects.toMatchObject(failed('input-refused'));
    await expect(servePracticeApp('real', () => never)()).rejects.toMatchObject(failed('practice-not-opened'));
    const { input } = contract['practice.openApp'];
    expect(input.safeParse({}).success).toBe(true);
    expect(input.safeParse({ args: ['--no-sandbox'] }).success).toBe(false);
  });
});
