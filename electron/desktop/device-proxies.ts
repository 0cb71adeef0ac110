import { inTime, unlessAborted } from '../network/in-time.ts';
import { networkFailure } from '../network/network-failure.ts';
import { readProxyList } from '../network/proxy-list.ts';
import { CONNECT_TIMEOUT_MS } from '../network/tunnel.ts';
import type { LoginProxy, NetworkWays } from '../network/ways.ts';

/**
 * By origin, what the system's settings say of the way there, in the words of a PAC script.
 * @throws FailureError `authority-unreachable` when they do not say it in time, or the signal's reason
 */
export async function waysTo(
  origins: readonly string[],
  ways: NetworkWays,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const found = origins.map(async (origin) => {
    try {
      return [origin, await inTime(ways.proxiesFor(origin), CONNECT_TIMEOUT_MS)] as const;
    } catch (error) {
      throw networkFailure(error, new URL(origin).host);
    }
  });
  return new Map(await unlessAborted(Promise.all(found), signal));
}

/**
 * The address of a PAC script that leads to these origins, each by its way, and everywhere else to a proxy that is not
 * there. Not all that a page may start asks the session's request filter: WebTransport, and a TURN server over TCP, do
 * not; but all of it goes by its proxies, what is no TCP not at all. Chromium asks no script about loopback.
 */
export function onlyTo(found: ReadonlyMap<string, string>): string {
  const table = JSON.stringify(Object.fromEntries([...found].map(([origin, way]) => [`${origin}/`, way])));
  // Of an https address Chromium gives a script no more than the origin; some of its callers put wss there.
  const script = `var ways = ${table};
function FindProxyForURL(url) {
  var key = url.replace(/^wss:/, 'https:').replace(/^(https:\\/\\/[^\\/]*\\/).*$/, '$1');
  return Object.prototype.hasOwnProperty.call(ways, key) ? ways[key] : 'SOCKS5 127.0.0.1:9';
}`;
  return `data:application/x-ns-proxy-autoconfig;base64,${Buffer.from(script).toString('base64')}`;
}

/**
 * The proxy that asks for a login by the name `host:port`, of the kind the ways name it with. Chromium does not say which
 * of two it is where they name both; it then gets no login, since one of them would get it open.
 */
export function loginProxy(name: string, lists: readonly string[]): LoginProxy | null {
  const kinds = new Set(
    lists
      .flatMap(readProxyList)
      .flatMap((choice) => (choice.kind !== 'direct' && choice.proxy === name ? [choice.kind] : [])),
  );
  const [kind] = kinds;
  return kinds.size === 1 && (kind === 'http' || kind === 'https') ? { kind, proxy: name } : null;
}
