import { z } from 'zod';

/**
 * A way to sign in. `direct`: all in main, with an imported certificate. `window`: in the app's own window, with an
 * imported certificate. `device-window`: in the app's own window, with a certificate of a hardware token or of the
 * operating system's store. `browser`: in the system browser. `client-credentials`: the application itself, with nobody
 * signing in (RFC 6749, section 4.4).
 */
export const Route = z.enum(['direct', 'window', 'device-window', 'browser', 'client-credentials']);
export type Route = z.infer<typeof Route>;

/**
 * How a callback comes home. `caught`: on its way there, by the route itself; nothing is sent. `protocol`: by the app's
 * own scheme. `loopback`: to a listener of the app's. `relayed`: over a page of the firm's own that hands it to the app's
 * scheme, or pasted. `pasted`: its address is pasted, because nothing can listen there (S8). `astray`: the redirect URI
 * is somebody else's, whose page would see the code.
 */
export const Arrival = z.enum(['caught', 'protocol', 'loopback', 'relayed', 'pasted', 'astray']);
export type Arrival = z.infer<typeof Arrival>;

/** Hosts of redirect URIs that many have registered and that are a third party's: never led there by a browser (R11). */
const othersHosts: ReadonlySet<string> = new Set(['oauth.pstmn.io']);

/** How a callback to `redirectUri` comes home by that route. */
export function arrivalOf(route: Route, redirectUri: string): Arrival {
  if (route !== 'browser') return 'caught';
  const url = URL.canParse(redirectUri) ? new URL(redirectUri) : null;
  if (url === null) return 'pasted';
  // A name may end in the dot of the root, and is then the same host (RFC 3986, section 3.2.2).
  if (othersHosts.has(url.hostname.replace(/\.$/, ''))) return 'astray';
  if (url.protocol === 'http:') return 'pasted';
  if (url.protocol !== 'https:') return 'protocol';
  if (isLoopback(url)) return url.port === '' ? 'pasted' : 'loopback';
  return 'relayed';
}

/** Whether a sign-in by that route goes on in a window of the app's own. */
export function isInWindow(route: Route): boolean {
  return route === 'window' || route === 'device-window';
}

function isLoopback({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
