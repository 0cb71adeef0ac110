import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { ElectronApplication } from 'playwright';
import { expect, test as base } from 'playwright/test';
import { chromiumSwitches, startPrivateDesktop } from '../../build/scripts/private-desktop.mjs';
import type { DeviceSessionApp } from '../fixtures/device-session-app.ts';
import { launchElectron } from '../fixtures/launch.ts';
import { makeTestCa, startTestServer } from '../fixtures/test-servers.ts';

/** Lives in the test app's main process; here only its type does. */
declare const deviceSession: DeviceSessionApp;

const test = base.extend<{ keyring: boolean; app: ElectronApplication }>({
  keyring: [false, { option: true }],
  app: async ({ keyring }, use) => {
    const executablePath = process.env['TAXPASS_ELECTRON'];
    if (executablePath === undefined) throw new Error('TAXPASS_ELECTRON names no runtime; run npm test');
    const desktop = await startPrivateDesktop({ keyring });
    const folder = await mkdtemp(join(tmpdir(), 'taxpass-device-session-'));
    await build({
      entryPoints: [join(process.cwd(), 'test/fixtures/device-session-app.ts')],
      outfile: join(folder, 'main.cjs'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      external: ['electron'],
      logLevel: 'error',
    });
    await writeFile(join(folder, 'package.json'), '{"name":"device-session","main":"main.cjs"}');
    const args = [folder, ...chromiumSwitches({ keyring })];
    const app = await launchElectron({ executablePath, args, env: desktop.env, cwd: desktop.home });
    await expect.poll(() => app.evaluate(() => 'deviceSession' in globalThis)).toBe(true);
    await use(app);
    await app.close();
    await rm(folder, { recursive: true, force: true });
    await desktop.stop();
  },
});

/** An address of this computer that is no loopback: Chromium goes to loopback whatever the settings say. */
const ownAddress = Object.values(networkInterfaces())
  .flatMap((each) => each ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

test('it goes to the authority by the way the system says, and nowhere else', async ({ app }) => {
  const origins = ['https://login.example', 'https://login.example:8443'];
  await app.evaluate((_electron, input) => deviceSession.open(input), {
    origins,
    trustedCa: '',
    list: 'PROXY proxy.example:8080;DIRECT',
  });
  const wayTo = (address: string) => app.evaluate((_electron, to) => deviceSession.wayTo(to), address);
  for (const origin of origins) expect(await wayTo(`${origin}/page?q`)).toBe('PROXY proxy.example:8080;DIRECT');
  for (const other of ['https://elsewhere.example/', 'https://login.example:444/', 'http://login.example/']) {
    expect(await wayTo(other)).toBe('SOCKS5 127.0.0.1:9');
  }
});

test('a page reaches no other host by WebTransport or a TURN server', async ({ app }) => {
  test.skip(ownAddress === undefined, 'this computer has no address but loopback');
  const host = ownAddress ?? '';
  const heard: string[] = [];
  const udp = createSocket('udp4').on('message', () => heard.push('udp'));
  udp.bind(0, host);
  await once(udp, 'listening');
  const tcp = createServer((socket) => {
    heard.push('tcp');
    socket.on('error', () => undefined).destroy();
  }).listen(0, host);
  await once(tcp, 'listening');
  const [udpAt, tcpAt] = [`${host}:${udp.address().port}`, `${host}:${(tcp.address() as AddressInfo).port}`];
  const ca = await makeTestCa();
  const page = `<!doctype html><title>asking</title><script>
    const asked = [];
    const transport = new WebTransport('https://${udpAt}/', {
      serverCertificateHashes: [{ algorithm: 'sha-256', value: new Uint8Array(32) }],
    });
    transport.closed.catch(() => undefined);
    asked.push(transport.ready.catch(() => undefined));
    const iceServers = [{ urls: ['turn:${tcpAt}?transport=tcp', 'turn:${udpAt}'], username: 'a', credential: 'b' }];
    const peer = new RTCPeerConnection({ iceTransportPolicy: 'relay', iceServers });
    asked.push(new Promise((resolve) => {
      peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve();
    }));
    peer.createDataChannel('a');
    peer.createOffer().then((offer) => peer.setLocalDescription(offer));
    Promise.all(asked).then(() => { document.title = 'asked'; });
  </script>`;
  const server = await startTestServer({ ...(await ca.server(['localhost'])), ca: ca.pem }, (_seen, response) =>
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(page),
  );
  try {
    const origin = `https://localhost:${server.port}`;
    const input = { origins: [origin], trustedCa: ca.pem, list: 'DIRECT' };
    await app.evaluate((_electron, given) => deviceSession.open(given), input);
    await app.evaluate((_electron, address) => deviceSession.load(address), `${origin}/`);
    await expect.poll(() => app.evaluate(() => deviceSession.title()), { timeout: 20_000 }).toBe('asked');
    expect(heard).toEqual([]);
  } finally {
    udp.close();
    tcp.close();
    await server.close();
  }
});
