import { randomUUID, X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright';
import { expect, test as base } from 'playwright/test';
import { chromiumSwitches, startPrivateDesktop } from '../../build/scripts/private-desktop.mjs';
import { startApache, type Apache } from '../fixtures/apache.ts';
import { launchElectron } from '../fixtures/launch.ts';
import { lacks } from '../fixtures/real-parts.ts';
import { makeSoftwareToken, type SoftwareToken, type TokenEntry } from '../fixtures/software-token.ts';
import { expired, makeTestCa, type TestCa } from '../fixtures/test-servers.ts';

// What the runtime does with a certificate on a hardware token, which the app's chooser and PIN question build on:
// SoftHSM through NSS, in front of Debian's Apache, which asks for the certificate mid-connection.

type TokenEvent =
  | { readonly kind: 'pin'; readonly hostname: string; readonly tokenName: string; readonly isRetry: boolean }
  | { readonly kind: 'choose'; readonly host: string; readonly list: readonly string[] }
  | { readonly kind: 'loaded' }
  | { readonly kind: 'failed'; readonly code: string };

/** Lives in the test app's main process; here only its type does. */
declare const token: {
  readonly events: TokenEvent[];
  readonly pins: Array<string | null>;
  answerPin(pin: string): void;
  choose(index: number | null): void;
  open(url: string, partition: string): void;
};

type World = {
  readonly ca: TestCa;
  readonly apache: Apache;
  /** Makes a token that holds these and starts the runtime with it. */
  start(entries: readonly TokenEntry[]): Promise<RunningToken>;
};

type RunningToken = {
  readonly token: SoftwareToken;
  /**
   * Opens the page behind the certificate in a session of its own; the PINs are given in order, then none. A null waits
   * for `answerPin`.
   */
  open(pins: ReadonlyArray<string | null>): Promise<void>;
  answerPin(pin: string): Promise<void>;
  choose(index: number | null): Promise<void>;
  /** All that happened since the page was opened, once the last of it is of one of these kinds. */
  until(...kinds: ReadonlyArray<TokenEvent['kind']>): Promise<readonly TokenEvent[]>;
};

base.skip(lacks('apache', 'software-token'), 'apache2, softhsm2, opensc or libnss3-tools is not installed');

const test = base.extend<{ keyring: boolean; world: World }>({
  keyring: [false, { option: true }],
  world: async ({ keyring }, use) => {
    const ca = await makeTestCa();
    const apache = await startApache({
      tls: await ca.server(['localhost']),
      clientCa: ca.pem,
      certificatePaths: ['/signed'],
      answer: (_request, response) => void response.writeHead(200, { 'Content-Type': 'text/plain' }).end('a page'),
    });
    const desktop = await startPrivateDesktop({ keyring });
    const apps: ElectronApplication[] = [];
    await use({
      ca,
      apache,
      async start(entries) {
        const softwareToken = await makeSoftwareToken(desktop, { entries, trustedCas: [ca.pem] });
        const app = await launchElectron({
          executablePath: process.env['TAXPASS_ELECTRON'] ?? '',
          args: [join(process.cwd(), 'test/fixtures/hardware-token-app'), ...chromiumSwitches({ keyring })],
          env: softwareToken.env,
          cwd: desktop.home,
        });
        apps.push(app);
        await app.firstWindow();
        const events = () => app.evaluate(() => token.events);
        return {
          token: softwareToken,
          open: (pins) =>
            app.evaluate(
              (_electron, { url, given, partition }) => {
                token.events.length = 0;
                token.pins.splice(0, Infinity, ...given);
                token.open(url, partition);
              },
              { url: `https://localhost:${apache.port}/signed`, given: [...pins], partition: randomUUID() },
            ),
          answerPin: (pin) => app.evaluate((_electron, given) => token.answerPin(given), pin),
          choose: (index) => app.evaluate((_electron, chosen) => token.choose(chosen), index),
          async until(...kinds) {
            const isThere = async () => {
              const last = (await events()).at(-1);
              return last !== undefined && kinds.includes(last.kind);
            };
            await expect.poll(isThere, { timeout: 20_000 }).toBe(true);
            return events();
          },
        };
      },
    });
    for (const app of apps) await app.close();
    await desktop.stop();
    await apache.stop();
  },
});

const entryOf = async (ca: TestCa, name: string, kind: 'rsa' | 'ec' = 'rsa'): Promise<TokenEntry> => ({
  label: name,
  ...(await ca.client(name, kind)),
});

const kindsOf = (events: readonly TokenEvent[]) => events.map(({ kind }) => kind);

const namesOf = (events: readonly TokenEvent[]) =>
  events.flatMap((event) => (event.kind === 'choose' ? event.list.map((pem) => new X509Certificate(pem).subject) : []));

/** Chromium's one code for a server that broke off over the client's certificate, whatever was wrong with it. */
const refused = { kind: 'failed', code: 'ERR_BAD_SSL_CLIENT_AUTH_CERT' };

test('the PIN is asked first, then for the choice; the server sees the one chosen', async ({ world }) => {
  const running = await world.start([await entryOf(world.ca, 'Ana'), await entryOf(world.ca, 'Ion', 'ec')]);
  await running.open(['1234']);
  const asked = await running.until('choose');
  expect(kindsOf(asked)).toEqual(['pin', 'choose']);
  expect(asked[0]).toEqual({ kind: 'pin', hostname: 'localhost', tokenName: 'RO-TOKEN', isRetry: false });
  expect(asked[1]).toMatchObject({ host: `localhost:${world.apache.port}` });
  expect(namesOf(asked).toSorted()).toEqual(['CN=Ana', 'CN=Ion']);
  await running.choose(namesOf(asked).indexOf('CN=Ion'));
  await running.until('loaded');
  expect(world.apache.seen.map(({ clientDn }) => clientDn)).toEqual(['CN=Ion']);
  expect(await world.apache.log()).toContain('Performing full renegotiation');

  // The token stays open for as long as the process lives, in other sessions too.
  await running.open([]);
  expect(kindsOf(await running.until('choose'))).toEqual(['choose']);
});

test('a wrong PIN is asked for again, without end; with none the server gets no certificate', async ({ world }) => {
  const running = await world.start([await entryOf(world.ca, 'Ana')]);
  const wrong = Array.from({ length: 6 }, (_, index) => `000${index}`);
  await running.open(wrong);
  const events = await running.until('loaded', 'failed');
  const tries = events.flatMap((event) => (event.kind === 'pin' ? [event.isRetry] : []));
  // On a connection tried anew Chromium may ask once more.
  expect(tries.slice(0, 1 + wrong.length)).toEqual([false, ...wrong.map(() => true)]);
  expect(kindsOf(events)).not.toContain('choose');
  expect(events.at(-1)).toEqual(refused);

  await running.open(['0000', '1234']);
  await running.until('choose');
  await running.choose(0);
  await running.until('loaded');
  expect(world.apache.seen.map(({ clientDn }) => clientDn)).toEqual(['CN=Ana']);
});

test('none chosen, and one that the server does not take, fail alike', async ({ world }) => {
  const stranger = await entryOf(await makeTestCa(), 'Nobody');
  const running = await world.start([stranger]);
  await running.open(['1234']);
  await running.until('choose');
  await running.choose(null);
  expect((await running.until('loaded', 'failed')).at(-1)).toEqual(refused);
  await running.open([]);
  expect(namesOf(await running.until('choose'))).toEqual(['CN=Nobody']);
  await running.choose(0);
  expect((await running.until('loaded', 'failed')).at(-1)).toEqual(refused);
  expect(world.apache.seen).toEqual([]);
  // That it is still listed tells it from one that was pulled out.
  await running.open([]);
  expect(namesOf(await running.until('choose'))).toEqual(['CN=Nobody']);
});

test('a token pulled out while somebody chooses fails alike, and is listed no more', async ({ world }) => {
  const running = await world.start([await entryOf(world.ca, 'Ana')]);
  await running.open(['1234']);
  await running.until('choose');
  await running.token.remove();
  await running.choose(0);
  expect((await running.until('loaded', 'failed')).at(-1)).toEqual(refused);
  await running.open(['1234']);
  expect(kindsOf(await running.until('choose', 'failed'))).toEqual(['failed']);
  expect(world.apache.seen).toEqual([]);
});

test('a token pulled out while the PIN is typed is not asked for again', async ({ world }) => {
  const running = await world.start([await entryOf(world.ca, 'Ana')]);
  await running.open([null]);
  await running.until('pin');
  await running.token.remove();
  await running.answerPin('1234');
  const events = await running.until('choose', 'failed');
  expect(kindsOf(events)).toEqual(['pin', 'failed']);
  expect(events.at(-1)).toEqual(refused);
});

test('an expired certificate is not offered: only the PIN is asked', async ({ world }) => {
  const running = await world.start([{ label: 'Old', ...(await world.ca.client('Old', 'rsa', expired)) }]);
  await running.open(['1234']);
  expect(kindsOf(await running.until('choose', 'failed'))).toEqual(['pin', 'failed']);
});
