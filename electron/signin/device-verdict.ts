import { FailureError, type Failure } from '../contract/failure.ts';

/** How often a PIN is handed on in one sign-in: cards lock themselves after three to five wrong ones. */
export const PIN_TRIES = 3;

/**
 * What a sign-in with a certificate on a device has seen of the device so far. Chromium tells none of the ends apart: it
 * goes on without a certificate and lets the server refuse.
 */
export type DeviceSeen = {
  /** PINs that were handed on. */
  readonly pins: number;
  /** The token said of the last one that it was wrong. */
  readonly pinRefused: boolean;
  /** Certificates were offered to choose from. */
  readonly offered: boolean;
  /** One was chosen and handed on. */
  readonly chosen: boolean;
};

export const nothingSeen: DeviceSeen = { pins: 0, pinRefused: false, offered: false, chosen: false };

/** Chromium's net error codes (net/base/net_error_list.h). */
const BAD_CLIENT_AUTH = -117;
const REFUSALS: ReadonlySet<number> = new Set([-100, -101, -324]);
const TIMED_OUT: ReadonlySet<number> = new Set([-7, -118]);
const SIGNATURE_FAILED: ReadonlySet<number> = new Set([-141, -135, -134]);

/**
 * Names why a page at which the certificate is shown could not be loaded, by what was seen of the device before; null
 * where the device has nothing to do with it.
 */
export function deviceFailure(errorCode: number, host: string, seen: DeviceSeen): FailureError | null {
  const failure = verdict(errorCode, host, seen);
  return failure === null ? null : new FailureError(failure);
}

function verdict(errorCode: number, host: string, seen: DeviceSeen): Failure | null {
  // Handed on, and then not used: its key could not be reached.
  if (SIGNATURE_FAILED.has(errorCode)) return { code: 'device-removed' };
  if (errorCode === BAD_CLIENT_AUTH) return withoutCertificate(seen);
  if (!seen.chosen) return null;
  if (REFUSALS.has(errorCode)) return { code: 'device-certificate-refused', host };
  return TIMED_OUT.has(errorCode) ? { code: 'device-stalled', host } : null;
}

/** Why no certificate was shown, though the server wanted one. */
function withoutCertificate({ pins, pinRefused, offered, chosen }: DeviceSeen): Failure {
  if (pinRefused) return { code: 'device-pin-refused', tries: pins };
  if (chosen || pins > 0) return { code: 'device-removed' };
  return { code: offered ? 'device-certificate-needed' : 'device-nothing-offered' };
}
