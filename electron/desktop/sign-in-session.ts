import { createHash, randomUUID } from 'node:crypto';
import { session as sessions, type Session } from 'electron';
import type { ConnectProxy } from '../signin/connect-proxy.ts';
import { mayFetchPart, type WindowRules } from '../signin/window-rules.ts';
import { denyPowers } from './lock-down.ts';
import { answerProxies } from './proxy-logins.ts';

/** Chromium's verdicts on a certificate (net/base/net_error_list.h). */
const ACCEPT = 0;
const REFUSE = -2;

/** Hears what a session is answered. */
export type SessionListener = {
  answered(answer: {
    readonly method: string;
    readonly url: URL;
    readonly status: number;
    readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
  }): void;
  /** @param detail Chromium's own name for the error */
  notLoaded(url: URL, detail: string): void;
};

/** The browser session of one attempt. */
export type SignInSession = {
  readonly session: Session;
  /** Has `listener` hear of what the pages are answered, redirects included, and of what is not loaded. */
  hear(listener: SessionListener): void;
  /** Forgets all that was kept in it and lets nothing more out. */
  end(): Promise<void>;
};

/**
 * A session in memory, never used before or again, that reaches the network through `proxy` alone.
 * @param onPage judges where a whole page wants to go before anything is sent; false stops it
 */
export async function openSignInSession(
  proxy: ConnectProxy,
  rules: WindowRules,
  onPage: (address: string) => boolean,
): Promise<SignInSession> {
  const { session, hear, end } = openPagesSession(rules, onPage);
  acceptOnlyTheProxy(session, proxy);
  // Loopback too: without this rule Chromium would go there directly.
  await session.setProxy({ proxyRules: `http://127.0.0.1:${proxy.port}`, proxyBypassRules: '<-loopback>' });

  const { username, password } = proxy;
  const own = `127.0.0.1:${proxy.port}`;
  const stopAnswering = answerProxies(session, (asked) => (asked === own ? { username, password } : null));

  return {
    session,
    hear,
    async end() {
      stopAnswering();
      await end();
    },
  };
}

/**
 * A session in memory, never used before or again, whose pages may go where the rules allow. Whom it trusts and by which
 * way it goes is its caller's to set.
 * @param onPage judges where a whole page wants to go before anything is sent; false stops it
 */
export function openPagesSession(rules: WindowRules, onPage: (address: string) => boolean): SignInSession {
  const session = sessions.fromPartition(`sign-in-${randomUUID()}`, { cache: false });
  denyPowers(session);
  let listener: SessionListener | null = null;
  guardRequests(session, rules, onPage, () => listener);
  return {
    session,
    hear: (by) => void (listener = by),
    async end() {
      session.webRequest.onBeforeRequest((_details, decide) => decide({ cancel: true }));
      session.setCertificateVerifyProc((_request, decide) => decide(REFUSE));
      await session.closeAllConnections();
      await Promise.all([
        session.clearStorageData(),
        session.clearCache(),
        session.clearAuthCache(),
        session.clearHostResolverCache(),
      ]);
    },
  };
}

/**
 * Asks before anything is sent: where a whole page wants to go of `onPage`, a part of one of the rules. A redirect is
 * judged by its own words, before Chromium follows it: of some it would not follow it says nothing at all.
 */
function guardRequests(
  session: Session,
  rules: WindowRules,
  onPage: (address: string) => boolean,
  listener: () => SessionListener | null,
): void {
  session.webRequest.onBeforeRequest(({ url, resourceType }, decide) => {
    const goes = resourceType === 'mainFrame' ? onPage(url) : mayFetchPart(url, rules) || url.startsWith('devtools:');
    decide({ cancel: !goes });
  });
  session.webRequest.onErrorOccurred(({ url, resourceType, error }) => {
    if (isTold(resourceType)) listener()?.notLoaded(new URL(url), error);
  });
  session.webRequest.onHeadersReceived(({ url, method, resourceType, statusCode, responseHeaders }, decide) => {
    if (isTold(resourceType)) {
      const headers = Object.entries(responseHeaders ?? {}).flatMap(([name, values]) =>
        values.map((value) => [name, value] as const),
      );
      listener()?.answered({ method, url: new URL(url), status: statusCode, headers });
    }
    const isRedirect = resourceType === 'mainFrame' && statusCode >= 300 && statusCode <= 399;
    const location = isRedirect ? locationIn(responseHeaders ?? {}) : null;
    const isAstray = location !== null && URL.canParse(location, url) && !onPage(new URL(location, url).href);
    decide({ cancel: isAstray });
  });
}

/** Pages, their frames and what their scripts ask for; not their pictures. */
function isTold(resourceType: string): boolean {
  return resourceType === 'mainFrame' || resourceType === 'subFrame' || resourceType === 'xhr';
}

function locationIn(headers: Readonly<Record<string, string[]>>): string | null {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === 'location')?.[1][0] ?? null;
}

/**
 * The browser sees one certificate in this session, the proxy's, and accepts it by its fingerprint; any other is
 * refused, even one that a CA has signed. That weakens nothing: the key exists in this process only, so a connection
 * with this certificate ends in main, and main verifies the authority's own certificate strictly before it lets a byte
 * of the browser's through (`connectUpstream`). What would not go through the proxy cannot be connected to at all.
 */
function acceptOnlyTheProxy(session: Session, proxy: ConnectProxy): void {
  const fingerprint = `sha256/${createHash('sha256').update(proxy.certificate.raw).digest('base64')}`;
  session.setCertificateVerifyProc(({ hostname, certificate }, decide) => {
    decide(certificate.fingerprint === fingerprint && proxy.hostnames.has(hostname) ? ACCEPT : REFUSE);
  });
}
