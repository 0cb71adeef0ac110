import { expect, test, vi } from 'vitest';
import type { DeviceAsks } from '../../electron/accounts/device-route.ts';
import { createDeviceWindows, type DeviceWindowOptions } from '../../electron/desktop/device-window.ts';

type PinHandler = (request: { hostname: string; tokenName: string; isRetry: boolean }) => Promise<string>;

const given = vi.hoisted((): { onPin: PinHandler | null; finish: (url: URL) => void } => ({
  onPin: null,
  finish: () => undefined,
}));
vi.mock('electron', () => ({
  app: {
    on: () => undefined,
    setClientCertRequestPasswordHandler: (handler: PinHandler) => void (given.onPin = handler),
  },
}));
vi.mock('../../electron/desktop/sign-in-pages.ts', () => ({
  showSignInPages: () => new Promise<URL>((resolve) => (given.finish = resolve)),
}));
vi.mock('../../electron/desktop/device-session.ts', () => ({}));
vi.mock('../../electron/desktop/call-person.ts', () => ({ callPerson: () => () => undefined }));

test.skipIf(process.platform !== 'linux')(
  'a token that is not meant is asked about once, and each token has tries of its own',
  async () => {
    const questions: Array<readonly [token: string, wrong: number, triesLeft: number]> = [];
    const ask: DeviceAsks = {
      chooseCertificate: () => Promise.resolve(null),
      givePin({ tokenName, wrong, triesLeft }) {
        questions.push([tokenName, wrong, triesLeft]);
        return Promise.resolve(tokenName === 'own' ? '1234' : '');
      },
    };
    const options: Partial<DeviceWindowOptions> = {
      certificateOrigins: ['https://login.example'],
      signal: new AbortController().signal,
      ask,
    };
    const opened = createDeviceWindows().open(options as DeviceWindowOptions);
    const pinOf = (tokenName: string, isRetry = false) =>
      given.onPin?.({ hostname: 'login.example', tokenName, isRetry });
    expect(await pinOf('other')).toBe('');
    expect(await pinOf('own')).toBe('1234');
    expect(await pinOf('other')).toBe('');
    expect(await pinOf('own', true)).toBe('1234');
    expect(await pinOf('third')).toBe('');
    expect(await pinOf('third')).toBe('');
    expect(questions).toEqual([
      ['other', 0, 3],
      ['own', 0, 3],
      ['own', 1, 2],
      ['third', 0, 3],
    ]);
    given.finish(new URL('https://localhost/callback?code=a'));
    expect((await opened).certPem).toBeNull();
  },
);
