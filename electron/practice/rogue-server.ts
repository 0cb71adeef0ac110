import { html } from './answer.ts';
import type { KeyAndCertificate } from './certificate.ts';
import type { PracticeContext } from './environment.ts';
import { startHttpsServer } from './https-server.ts';
import type { RunningServer } from './https-server.ts';
import { dayMs, issueServerCertificate, makeRoot } from './server-authority.ts';

/**
 * Servers that a client must not talk to, or not show its certificate to. `unknown-ca`, `wrong-host` and `expired` have
 * a certificate that no strict client accepts; `other-host` has a good one, but is no host of the authority.
 */
export const rogueKinds = ['unknown-ca', 'wrong-host', 'expired', 'other-host'] as const;

/** One of {@link rogueKinds}. */
export type RogueKind = (typeof rogueKinds)[number];

const otherHost = 'elsewhere.localhost';

/** Starts one on `host` (`other-host` has its own); it asks for a client certificate and answers everything with a page. */
export async function startRogueServer(
  kind: RogueKind,
  host: string,
  context: PracticeContext,
): Promise<RunningServer> {
  return startHttpsServer({
    authority: 'rogue',
    environment: kind,
    host: kind === 'other-host' ? otherHost : host,
    identity: await identityOf(kind, host, context),
    asksForCertificateOf: [],
    handle: () => html(`rogue:${kind}`, 200, 'Practice', 'A server that should not have been asked.'),
    log: context.log,
    now: context.now,
  });
}

async function identityOf(kind: RogueKind, host: string, context: PracticeContext): Promise<KeyAndCertificate> {
  const now = context.now();
  const [notBefore, notAfter] = [new Date(now - dayMs), new Date(now + 30 * dayMs)];
  switch (kind) {
    case 'unknown-ca': {
      const name = { commonName: 'Practice CA that nobody trusts' };
      return issueServerCertificate(await makeRoot(name, now), name, host, notBefore, notAfter);
    }
    case 'wrong-host':
    case 'other-host':
      return context.serverAuthority.issue(otherHost, notBefore, notAfter);
    case 'expired':
      return context.serverAuthority.issue(host, new Date(now - 60 * dayMs), new Date(now - dayMs));
  }
}
