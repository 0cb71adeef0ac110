import { createHash, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { FailureError } from '../contract/failure.ts';
import { connectVerified, trustFor } from '../network/connect.ts';
import { secureContext } from '../network/secure-context.ts';
import type { NetworkWays } from '../network/ways.ts';
import type { WindowRules } from '../signin/window-rules.ts';
import { loginProxy, onlyTo, waysTo } from './device-proxies.ts';
import { answerProxies } from './proxy-logins.ts';
import { openPagesSession, type SignInSession } from './sign-in-session.ts';

/** Chromium's verdicts on a certificate, and what it has against one (net/base/net_error_list.h). */
const AUTHORITY_INVALID = -202;
const ACCEPT = 0;
const AS_CHROMIUM_SAYS = -3;
const REFUSE = -2;

/**
 * A session in memory whose connections Chromium makes itself, because only Chromium reaches a key on a device. It goes
 * by the system's proxies, and nowhere but to `origins`. Server certificates are as Chromium says. Where the authority has a CA of its own, or
 * Chromium knows no root for it but the user has named one, main connects to the same server first, verified as all its
 * connections are, and the session takes the very certificate that main was shown, no other.
 * @param onUntrusted hears why main found a server's certificate wanting
 */
export async function openDeviceSession(
  input: {
    readonly origins: readonly string[];
    readonly trustedCa: string | null;
    readonly ways: NetworkWays;
    readonly signal: AbortSignal;
    readonly onUntrusted: (host: string, failure: FailureError) => void;
  },
  rules: WindowRules,
  onPage: (address: string) => boolean,
): Promise<SignInSession> {
  const { origins, trustedCa, ways, signal, onUntrusted } = input;
  const opened = openPagesSession(rules, onPage);
  opened.session.setCertificateVerifyProc(({ hostname, certificate, errorCode }, decide) => {
    // What Chromium has against it otherwise, as that it was revoked, main may not know.
    const isForMain = trustedCa !== null || (errorCode === AUTHORITY_INVALID && namesOtherRoots(ways));
    if (!isForMain) {
      decide(AS_CHROMIUM_SAYS);
      return;
    }
    const places = origins.map((origin) => new URL(origin)).filter((url) => url.hostname === hostname);
    verifiedFingerprints(places, { trustedCa, ways, signal, onUntrusted }).then(
      (fingerprints) => decide(fingerprints.includes(certificate.fingerprint) ? ACCEPT : REFUSE),
      () => decide(REFUSE),
    );
  });
  const found = await waysTo(origins, ways, signal);
  await opened.session.setProxy({ mode: 'pac_script', pacScript: onlyTo(found) });
  // Chromium tries a login once; one that is refused is asked for again, and is then not sent again.
  const tried = new Set<string>();
  const stopAnswering = answerProxies(opened.session, (name) => {
    const proxy = loginProxy(name, [...found.values()]);
    const login = proxy === null ? null : ways.loginFor(proxy);
    if (proxy === null || login === null) return null;
    if (tried.has(name)) {
      ways.onLoginRefused(proxy);
      return null;
    }
    tried.add(name);
    return login;
  });
  return {
    session: opened.session,
    hear: opened.hear,
    async end() {
      stopAnswering();
      await opened.end();
    },
  };
}

/** Whether the user or the office named a CA besides those the runtime brings along. */
function namesOtherRoots(ways: NetworkWays): boolean {
  const brought = new Set(rootCertificates);
  return (ways.roots() ?? []).some((pem) => !brought.has(pem));
}

/** Electron's form of the fingerprints of the certificates that main was shown at `places` and found good. */
async function verifiedFingerprints(
  places: readonly URL[],
  input: Pick<Parameters<typeof openDeviceSession>[0], 'trustedCa' | 'ways' | 'signal' | 'onUntrusted'>,
): Promise<readonly string[]> {
  const { trustedCa, ways, signal, onUntrusted } = input;
  const trust = trustFor(trustedCa, ways);
  const context = secureContext(null, trust.roots);
  const found = await Promise.all(
    places.map(async ({ hostname, port, host }) => {
      const target = { hostname: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? 443 : Number(port), host };
      try {
        const socket = await connectVerified(target, context, { ways, trust, signal });
        const { raw } = socket.getPeerCertificate();
        socket.destroy();
        return [fingerprintOf(raw)];
      } catch (error) {
        if (error instanceof FailureError) onUntrusted(host, error);
        return [];
      }
    }),
  );
  return found.flat();
}

function fingerprintOf(der: Buffer): string {
  return `sha256/${createHash('sha256').update(der).digest('base64')}`;
}

/** SHA-256 of a certificate in PEM, as lower-case hex: the form in which certificates are known everywhere else here. */
export function hexFingerprint(pem: string): string {
  return new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase();
}
