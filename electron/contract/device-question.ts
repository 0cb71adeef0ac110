import { z } from 'zod';

/** A certificate that a hardware token or the operating system's store offers. Nothing here is secret. */
export const DeviceCertificateView = z.strictObject({
  /** SHA-256 of the certificate, lower-case hex: what a choice names it by. */
  fingerprint: z.string(),
  holder: z.string(),
  issuer: z.string(),
  serialNumber: z.string(),
  /** Epoch milliseconds. */
  notBefore: z.number(),
  notAfter: z.number(),
  /** Why it cannot serve, where the app can tell; null where it can. */
  unfit: z.enum(['expired', 'not-yet-valid', 'not-offered']).nullable(),
});
export type DeviceCertificateView = z.infer<typeof DeviceCertificateView>;

/** What a sign-in with a certificate on a device asks its user. */
export const DeviceQuestionView = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('certificate'),
    attemptId: z.string(),
    /** Where it will be shown. */
    host: z.string(),
    certificates: z.array(DeviceCertificateView),
    /** The one chosen last, by its fingerprint, where it is among them. */
    last: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('pin'),
    attemptId: z.string(),
    /** The token's own name. */
    tokenName: z.string(),
    /** How often it was typed wrong before. */
    wrong: z.number(),
    /** How often it may still be tried before this sign-in ends: a token locks itself after a few. */
    triesLeft: z.number(),
  }),
]);
export type DeviceQuestionView = z.infer<typeof DeviceQuestionView>;
