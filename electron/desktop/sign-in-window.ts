import type { SignInWindowInput } from '../accounts/callback-routes.ts';
import type { FailureError } from '../contract/failure.ts';
import type { NetworkWays } from '../network/ways.ts';
import { certificateWithheld } from '../signin/certificate-withheld.ts';
import { startConnectProxy } from '../signin/connect-proxy.ts';
import { tracedConnection } from '../signin/traced-https.ts';
import { showSignInPages, type SignInPagesOptions } from './sign-in-pages.ts';
import { openSignInSession } from './sign-in-session.ts';

export type SignInWindowOptions = SignInWindowInput &
  Pick<SignInPagesOptions, 'parent' | 'pageLock' | 'words'> & { readonly ways?: NetworkWays | undefined };

/**
 * Signs in on the authority's own pages, in a window that presents an imported P12 through a proxy in this process.
 * Session, proxy, key and password live as long as this call; afterwards nothing of them remains.
 * @returns the callback's URL, unjudged
 * @throws FailureError what {@link showSignInPages} ends with, or `signin-certificate-withheld`
 */
export async function openSignInWindow(options: SignInWindowOptions): Promise<URL> {
  const { origins, certificateOrigins, clientCertificate, trustedCa, trace, signal } = options;
  signal.throwIfAborted();
  const getsCertificate = (origin: string): boolean =>
    clientCertificate !== null && certificateOrigins.includes(origin);
  const upstreamFailures = new Map<string, FailureError>();
  const proxy = await startConnectProxy({
    origins,
    certificateOrigins,
    clientCertificate,
    trustedCa,
    ways: options.ways,
    watch: tracedConnection(trace),
    onFailure: (failure, host) => {
      trace.note({ kind: 'failed', host, error: failure });
      upstreamFailures.set(host, certificateWithheld(failure, getsCertificate(`https://${host}`)));
    },
  });
  try {
    return await showSignInPages({
      ...options,
      certificateAt: (origin) =>
        clientCertificate === null ? 'none' : getsCertificate(origin) ? 'offered' : 'withheld',
      openSession: (rules, onPage) => openSignInSession(proxy, rules, onPage),
      knownFailure: (host) => upstreamFailures.get(host),
    });
  } finally {
    await proxy.close();
  }
}
