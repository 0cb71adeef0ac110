import { createHash, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { NetworkWays } from '../../electron/network/ways.ts';
import { direct } from '../../electron/network/ways.ts';
import { makeTestCa, startTestServer, type TestCa, type TestServer } from '../fixtures/test-servers.ts';

type Verify = (
  request: { hostname: string; certificate: { fingerprint: string }; errorCode: number },
  decide: (verdict: number) => void,
) => void;
type OnLogin = (
  event: { preventDefault: () => void },
  contents: null,
  details: object,
  asked: { isProxy: boolean; host: string; port: number },
  give: (username?: string, password?: string) => void,
) => void;

/** What the session under test was given. */
let verify: Verify;
let onLogin: OnLogin;

vi.mock('electron', () => {
  const nothing = (): undefined => undefined;
  const given: Readonly<Record<string, unknown>> = {
    webRequest: new Proxy({}, { get: () => nothing }),
    setCertificateVerifyProc: (proc: Verify) => void (verify = proc),
    setProxy: () => Promise.resolve(),
  };
  const session = new Proxy({}, { get: (_target, name) => given[String(name)] ?? nothing });
  const app = { on: (_name: string, listener: OnLogin) => void (onLogin = listener), off: nothing };
  return { app, session: { fromPartition: () => session }, protocol: {}, net: {} };
});

const [ACCEPT, AS_CHROMIUM_SAYS, REFUSE] = [0, -3, -2];
let ca: TestCa;
let server: TestServer;
let origin: string;
let fingerprint: string;
let ended: AbortController;

beforeAll(async () => {
  ca = await makeTestCa();
  const identity = await ca.server(['localhost']);
  server = await startTestServer({ ...identity, ca: ca.pem }, (_seen, response) => response.end('hello'));
  origin = `https://localhost:${server.port}`;
  fingerprint = `sha256/${createHash('sha256').update(new X509Certificate(identity.cert).raw).digest('base64')}`;
});
afterAll(() => server.close());
beforeEach(() => {
  ended = new AbortController();
});

async function open(changes: Partial<NetworkWays>, trustedCa: string | null = null): Promise<void> {
  const { openDeviceSession } = await import('../../electron/desktop/device-session.ts');
  const origins = [origin];
  const ways = { ...direct, ...changes };
  const rules = { origins, arrivalUri: 'https://localhost/cb', externalSchemes: [] };
  const input = { origins, trustedCa, ways, signal: ended.signal, onUntrusted: () => undefined };
  await openDeviceSession(input, rules, () => true);
}

const verdict = (errorCode: number): Promise<number> =>
  new Promise((resolve) => verify({ hostname: 'localhost', certificate: { fingerprint }, errorCode }, resolve));

test('main speaks for a server only where Chromium knows no root and somebody named one', async () => {
  const named = [...rootCertificates, ca.pem];
  await open({ roots: () => named });
  expect(await verdict(-202)).toBe(ACCEPT);
  // Revoked, invalid, a weak key, constrained, not in the logs, known for inspecting, another name, too old.
  for (const errorCode of [-206, -207, -208, -211, -212, -214, -217, -150, -200, -201, 0]) {
    expect(await verdict(errorCode), String(errorCode)).toBe(AS_CHROMIUM_SAYS);
  }
  await open({ roots: () => rootCertificates });
  expect(await verdict(-202)).toBe(AS_CHROMIUM_SAYS);
  await open({ roots: () => null });
  expect(await verdict(-202)).toBe(AS_CHROMIUM_SAYS);
  const another = await makeTestCa();
  await open({ roots: () => [...rootCertificates, another.pem] });
  expect(await verdict(-202)).toBe(REFUSE);
  // An authority with a CA of its own is main's to judge, whatever Chromium says.
  await open({}, ca.pem);
  expect(await verdict(0)).toBe(ACCEPT);
});

test('a proxy gets the login of its own kind alone', async () => {
  const login = { username: 'ana', password: 'pass-word-7' };
  const ask = (): unknown => {
    let given: unknown = null;
    const event = { preventDefault: () => undefined };
    onLogin(event, null, {}, { isProxy: true, host: 'proxy.example', port: 8080 }, (...words) => (given = words));
    return given;
  };
  const loginFor: NetworkWays['loginFor'] = ({ kind }) => (kind === 'https' ? login : null);
  const proxiesFor = (list: string) => () => Promise.resolve(list);
  await open({ loginFor, proxiesFor: proxiesFor('PROXY proxy.example:8080') });
  expect(ask()).toBeNull();
  await open({ loginFor, proxiesFor: proxiesFor('PROXY proxy.example:8080;HTTPS proxy.example:8080') });
  expect(ask()).toBeNull();
  const refused: unknown[] = [];
  const onLoginRefused: NetworkWays['onLoginRefused'] = (proxy) => void refused.push(proxy);
  await open({ loginFor, onLoginRefused, proxiesFor: proxiesFor('HTTPS proxy.example:8080') });
  expect(ask()).toEqual(['ana', 'pass-word-7']);
  expect(ask()).toBeNull();
  expect(refused).toEqual([{ kind: 'https', proxy: 'proxy.example:8080' }]);
});
