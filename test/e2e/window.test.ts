import { createSocket } from 'node:dgram';
import { createServer, type AddressInfo } from 'node:net';
import { expect } from 'playwright/test';
import { test } from '../fixtures/window-test.ts';

test('the window is the app’s own page, sandboxed, and reaches nothing else', async ({ running }) => {
  const { app, window } = running;
  const violations: string[] = [];
  window.on('console', (message) => violations.push(message.text()));
  await window.waitForLoadState();
  expect(window.url()).toBe('taxpass-window://window/index.html?language=en');
  await expect(window).toHaveTitle(/Taxpass/);

  const reach = await window.evaluate(async () => {
    const attempt = async (act: () => unknown): Promise<string> => {
      try {
        await act();
        return 'reached';
      } catch {
        return 'refused';
      }
    };
    return {
      node: typeof (globalThis as { require?: unknown }).require,
      bridge: Object.keys((globalThis as unknown as { taxpass: object }).taxpass).sort(),
      fetch: await attempt(() => fetch('https://localhost/')),
      ownFile: await attempt(() => fetch('taxpass-window://window/../main/main.js')),
      popup: globalThis.open('https://localhost/') === null ? 'refused' : 'reached',
      notifications: (await navigator.permissions.query({ name: 'notifications' })).state,
      setsInline: await attempt(() => document.body.setAttribute('onclick', 'globalThis.inlineRan = true')),
      inlineRan: (document.body.click(), 'inlineRan' in globalThis),
    };
  });
  expect(reach).toEqual({
    node: 'undefined',
    bridge: ['call', 'onChanges'],
    fetch: 'refused',
    ownFile: 'refused',
    popup: 'refused',
    notifications: 'denied',
    setsInline: 'reached',
    inlineRan: false,
  });

  await window.evaluate(() => {
    location.href = 'https://localhost/';
  });
  expect(window.url()).toBe('taxpass-window://window/index.html?language=en');
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    // Not in Electron's types, and the only way to ask what a page was really given.
    const asked = contents as unknown as { getLastWebPreferences(): Record<string, unknown> } | undefined;
    const given = asked?.getLastWebPreferences();
    return {
      sandboxed: given?.['sandbox'],
      isolated: given?.['contextIsolation'],
      node: given?.['nodeIntegration'],
      spellcheck: contents?.session.isSpellCheckerEnabled(),
    };
  });
  expect(preferences).toEqual({ sandboxed: true, isolated: true, node: false, spellcheck: false });
});

test('not even WebRTC finds a way out of the window', async ({ running }) => {
  const { window } = running;
  await window.getByRole('main').waitFor();
  const udp = createSocket('udp4');
  const tcp = createServer();
  let arrived = 0;
  udp.on('message', () => (arrived += 1));
  tcp.on('connection', (socket) => {
    arrived += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  const ports = { udp: udp.address().port, tcp: (tcp.address() as AddressInfo).port };
  try {
    const gathered = await window.evaluate(async ({ udp: udpPort, tcp: tcpPort }) => {
      const connection = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${udpPort}` },
          { urls: `turn:127.0.0.1:${udpPort}?transport=udp`, username: 'secret', credential: 'x' },
          { urls: `turn:127.0.0.1:${tcpPort}?transport=tcp`, username: 'secret', credential: 'x' },
        ],
      });
      connection.createDataChannel('out');
      await connection.setLocalDescription(await connection.createOffer());
      while (connection.iceGatheringState !== 'complete') {
        await new Promise((resolve) => connection.addEventListener('icegatheringstatechange', resolve, { once: true }));
      }
      return connection.iceGatheringState;
    }, ports);
    expect(gathered).toBe('complete');
    expect(arrived).toBe(0);
  } finally {
    udp.close();
    tcp.close();
  }
});

test('the page loads without a single violation of its content security policy', async ({ running }) => {
  const { window } = running;
  const messages: string[] = [];
  window.on('console', (message) => messages.push(message.text()));
  await window.reload();
  await window.getByRole('main').waitFor();
  expect(messages.filter((text) => /Content Security Policy|Refused to/i.test(text))).toEqual([]);
});

test('the bridge refuses what the contract does not name, and input of another shape', async ({ running }) => {
  const answers = await running.window.evaluate(async () => {
    const { taxpass } = globalThis as unknown as {
      taxpass: { call(name: string, input: unknown): Promise<unknown> };
    };
    return [
      await taxpass.call('vault.export', {}),
      await taxpass.call('constructor', {}),
      await taxpass.call('certificates.open', { draftId: 7 }),
      await taxpass.call('certificates.open', { draftId: 'x', password: 'y', identity: null, path: '/etc/passwd' }),
      await taxpass.call('accounts.remove', { accountId: 'nobody' }),
    ];
  });
  expect(answers).toEqual([
    { ok: false, failure: { code: 'input-refused', field: 'name' } },
    { ok: false, failure: { code: 'input-refused', field: 'name' } },
    { ok: false, failure: { code: 'input-refused', field: 'draftId' } },
    { ok: false, failure: { code: 'input-refused', field: '' } },
    { ok: false, failure: { code: 'not-found', what: 'account' } },
  ]);
});
