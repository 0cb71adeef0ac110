import * as nodeTls from 'node:tls';

/** What Node 22.15 and later have besides. */
type NewerTls = { readonly getCACertificates?: (type: 'system') => readonly string[] };

/**
 * PEM of the roots that the operating system trusts, an office's own among them; null where the runtime cannot read
 * them, as before Node 22.15. They are read once: asking takes time on Windows and macOS.
 */
export function readSystemRoots(tls: object = nodeTls): readonly string[] | null {
  try {
    return (tls as NewerTls).getCACertificates?.('system') ?? null;
  } catch {
    return null;
  }
}
