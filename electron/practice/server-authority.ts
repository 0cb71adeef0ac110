import { createPrivateKey, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { keyToPem, makeCertificate, makeKey } from './certificate.ts';
import type { DistinguishedName, KeyAndCertificate } from './certificate.ts';
import type { StateFile } from './state-file.ts';

/** Days in ms. */
export const dayMs = 24 * 60 * 60 * 1000;

/** The schema of a key with its certificate in the state file. */
export const keyAndCertificateSchema = z.object({ keyPem: z.string(), certPem: z.string() });

const stateSchema = z.object({ root: keyAndCertificateSchema, hosts: z.record(z.string(), keyAndCertificateSchema) });

/** The run's own CA for the servers' certificates; a client that trusts `caPem` trusts nothing else of this run. */
export interface ServerAuthority {
  readonly caPem: string;
  /** The certificate of a host, made at the first call and kept; renewed when less than 30 days are left. */
  readonly identityFor: (host: string) => Promise<KeyAndCertificate>;
  /** A certificate of this CA with any validity, never kept. */
  readonly issue: (host: string, notBefore: Date, notAfter: Date) => Promise<KeyAndCertificate>;
}

const rootName: DistinguishedName = { country: 'SE', organization: 'Practice', commonName: 'Practice Server Root CA' };

/** Opens the CA of a practice folder, or makes it. `now` is epoch ms. */
export async function openServerAuthority(state: StateFile, now: () => number): Promise<ServerAuthority> {
  const create = async (): Promise<z.infer<typeof stateSchema>> => ({
    root: await makeRoot(rootName, now()),
    hosts: {},
  });
  const section = await state.section('servers', stateSchema, create);
  const { root } = section.read();
  const issue = (host: string, notBefore: Date, notAfter: Date) =>
    issueServerCertificate(root, rootName, host, notBefore, notAfter);
  return {
    caPem: root.certPem,
    issue,
    identityFor: async (host) => {
      const kept = section.read().hosts[host];
      if (kept !== undefined && msLeft(kept.certPem, now()) > 30 * dayMs) return kept;
      const made = await issue(host, new Date(now() - dayMs), new Date(now() + 390 * dayMs));
      section.write({ root, hosts: { ...section.read().hosts, [host]: made } });
      return made;
    },
  };
}

/** A self-signed EC root, valid for ten years from `now` (epoch ms). */
export async function makeRoot(name: DistinguishedName, now: number): Promise<KeyAndCertificate> {
  const key = await makeKey('ec');
  const certPem = makeCertificate({
    subject: name,
    subjectKey: key,
    purpose: { kind: 'ca' },
    notBefore: new Date(now - dayMs),
    notAfter: new Date(now + 3650 * dayMs),
  });
  return { keyPem: keyToPem(key), certPem };
}

/** A server certificate for one host name under any root. */
export async function issueServerCertificate(
  root: KeyAndCertificate,
  rootSubject: DistinguishedName,
  host: string,
  notBefore: Date,
  notAfter: Date,
): Promise<KeyAndCertificate> {
  const key = await makeKey('ec');
  const certPem = makeCertificate({
    subject: { commonName: host },
    subjectKey: key,
    purpose: { kind: 'server', hosts: [host] },
    notBefore,
    notAfter,
    issuer: { name: rootSubject, key: createPrivateKey(root.keyPem) },
  });
  return { keyPem: keyToPem(key), certPem };
}

/** How long a certificate is still valid, in ms; negative once it has ended. */
export function msLeft(certPem: string, now: number): number {
  return Date.parse(new X509Certificate(certPem).validTo) - now;
}
