import type { RequestLog } from './request-log.ts';
import type { ServerAuthority } from './server-authority.ts';
import type { StateFile } from './state-file.ts';
import type { Switches } from './switches.ts';

/** The two worlds of an authority, whose keys and certificates are not interchangeable. */
export const environments = ['test', 'production'] as const;

/** One of {@link environments}. */
export type Environment = (typeof environments)[number];

/** What every authority in this process is given. */
export interface PracticeContext {
  /** The practice folder. */
  readonly folder: string;
  readonly state: StateFile;
  readonly log: RequestLog;
  /** Read at each request: they change while the process runs. */
  readonly switches: () => Switches;
  readonly serverAuthority: ServerAuthority;
  /** Epoch ms. */
  readonly now: () => number;
}

/**
 * Kinds of P12 that `POST /issue` makes; all but `valid` and `ec` are bad ones. The holder of a `no-role` has no SPV PJ
 * role at ANAF (R12); for who knows no roles it is `valid`.
 */
export const certificateKinds = ['valid', 'expired', 'not-yet-valid', 'ec', 'unknown-ca', 'no-key', 'no-role'] as const;

/** One of {@link certificateKinds}. */
export type CertificateKind = (typeof certificateKinds)[number];

/** A P12 that was made on order; the fingerprint is the leaf's SHA-256, 64 lower-case hex digits. */
export interface IssuedP12 {
  readonly p12: Buffer;
  readonly fingerprint: string;
}

/** One authority (one flow) that is up. */
export interface RunningAuthority {
  /** Its key in the ready line and in `GET /post`. */
  readonly name: string;
  /** Public facts for the ready line, by environment. */
  readonly ready: Readonly<Partial<Record<Environment, unknown>>>;
  /** What the post brought, machine-readable, by environment: secrets included. */
  readonly post: Readonly<Partial<Record<Environment, unknown>>>;
  /** Makes a P12 for this authority; null where nobody shows it a certificate. */
  readonly issueCertificate:
    ((environment: Environment, kind: CertificateKind, password: string) => Promise<IssuedP12>) | null;
  /** Ends every token this flow gave out, in both environments; gives their number. */
  readonly revokeTokens: () => number;
  /** Deletes the holder's application, or brings it back, with its client id (R2); absent where there is no such act. */
  readonly deleteApplication?: (deleted: boolean) => void;
  /** Registers one more redirect URI with the holder's application; absent where there is no such act. */
  readonly addRedirectUri?: (redirectUri: string) => void;
  /** The key that its signed tokens can be verified with, PEM; absent where tokens are opaque. */
  readonly publicKeyPem?: string;
  readonly close: () => Promise<void>;
}
