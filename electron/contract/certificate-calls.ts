import { z } from 'zod';
import { Id, Nothing, Secret, ShortText, type Calls } from './call-parts.ts';

/** A P12 that was chosen but not yet imported. */
const Draft = z.strictObject({ draftId: Id, fileName: z.string(), bytes: z.number() });
export type Draft = z.infer<typeof Draft>;

/** What an opened draft shows before it is imported. */
const OpenedDraft = z.strictObject({
  holder: z.string(),
  organisationNumber: z.string().nullable(),
  issuer: z.string(),
  serialNumber: z.string(),
  keyType: z.string(),
  notBefore: z.number(),
  notAfter: z.number(),
  warnings: z.array(z.string()),
  /** The certificate is in the list already. */
  alreadyImported: z.boolean(),
});
export type OpenedDraft = z.infer<typeof OpenedDraft>;

/** Importing and removing certificates. */
export const certificateCalls = {
  /** Opens the system's file dialog; null when the user closed it. */
  'certificates.choose': { input: Nothing, output: Draft.nullable(), errors: ['p12-too-large', 'file-unreadable'] },
  'certificates.drop': {
    input: z.strictObject({ fileName: ShortText, bytes: z.instanceof(Uint8Array) }),
    output: Draft,
    errors: ['p12-too-large'],
  },
  'certificates.open': {
    input: z.strictObject({ draftId: Id, password: Secret, identity: z.string().max(100).nullable() }),
    output: OpenedDraft,
    errors: [
      'not-found',
      'p12-not-p12',
      'p12-damaged',
      'p12-wrong-password',
      'p12-no-key',
      'p12-no-certificate',
      'p12-no-matching-pair',
      'p12-several-identities',
      'p12-too-expensive',
      'p12-too-large',
      'p12-unsupported',
      'p12-took-too-long',
      'p12-interrupted',
    ],
  },
  'certificates.import': {
    input: z.strictObject({ draftId: Id, keepKey: z.boolean() }),
    output: z.strictObject({ certificateId: Id }),
    errors: ['not-found'],
  },
  'certificates.discard': { input: z.strictObject({ draftId: Id }), output: Nothing, errors: [] },
  'certificates.remove': {
    input: z.strictObject({ certificateId: Id }),
    output: Nothing,
    errors: ['not-found', 'in-use'],
  },
} as const satisfies Calls;
