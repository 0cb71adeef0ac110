import { createHash, randomUUID } from 'node:crypto';
import {
  app,
  session as sessions,
  type AuthenticationResponseDetails,
  type AuthInfo,
  type Event,
  type Session,
  type WebContents,
} from 'electron';
import type { ConnectProxy } from '../signin/connect-proxy.ts';
import { mayFetchPart, type WindowRules } from '../signin/window-rules.ts';
import { denyPowers } from './lock-down.ts';

/** Chromium's verdicts on a certificate (net/base/net_error_list.h). */
const ACCEPT = 0;
const REFUSE = -2;

/** The browser session of one attempt. */
export type SignInSession = {
  readonly session: Session;
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
  const session = sessions.fromPartition(`sign-in-${randomUUID()}`, { cache: false });
  denyPowers(session);
  acceptOnlyTheProxy(session, proxy);
  session.webRequest.onBeforeRequest(({ url, resourceType }, decide) => {
    const goes = resourceType === 'mainFrame' ? onPage(url) : mayFetchPart(url, rules) || url.startsWith('devtools:');
    decide({ cancel: !goes });
  });
  // Loopback too: without this rule Chromium would go there directly.
  await session.setProxy({ proxyRules: `http://127.0.0.1:${proxy.port}`, proxyBypassRules: '<-loopback>' });

  const answerLogin = (
    event: Event,
    contents: WebContents | null,
    _details: AuthenticationResponseDetails,
    asked: AuthInfo,
    answer: (username?: string, password?: string) => void,
  ): void => {
    // No page asks for a worker; then the port, which nobody else listens on, says whose it is.
    if ((contents !== null && contents.session !== session) || !asked.isProxy) return;
    if (asked.host !== '127.0.0.1' || asked.port !== proxy.port) return;
    event.preventDefault();
    answer(proxy.username, proxy.password);
  };
  app.on('login', answerLogin);

  return {
    session,
    async end() {
      app.off('login', answerLogin);
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
