import { z } from 'zod';
import { Id, Nothing, type Calls } from './call-parts.ts';
import { ProfileId } from './profile-id.ts';

/** What the user calls the program that gets the copy; one plain line, as it stands in a native question. */
const RecipientName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u);
/** `declined`: the person said no, or closed the file dialog. */
const Outcome = z.strictObject({ outcome: z.enum(['done', 'declined']) });

const fileErrors = ['hand-over-place-refused', 'hand-over-file-failed'] as const;

/** Access tokens that still live, by what each says of itself. */
const LivingTokens = z.array(
  z.strictObject({
    isCurrent: z.boolean(),
    /** Epoch ms; null where the token does not say. */
    issuedAt: z.number().nullable(),
    /** Epoch ms. */
    expiresAt: z.number(),
    serial: z.string().nullable(),
    /** The first 16 hex digits of its SHA-256, to tell two apart. */
    fingerprint: z.string(),
  }),
);

/** Giving a copy of the access token to another program, and reporting access tokens that got into wrong hands. */
export const handOverCalls = {
  /**
   * After a native question, main puts the access token on the clipboard for a minute and keeps the recipient. A
   * recipient of that name and way is renewed.
   */
  'handOver.copy': {
    input: z.strictObject({ accountId: Id, recipientName: RecipientName }),
    output: Outcome,
    errors: ['not-found', 'no-access-token'],
  },
  /** A minute more on the clipboard, up to five from now. */
  'handOver.keepLonger': { input: Nothing, output: Nothing, errors: [] },
  /** Takes the token off the clipboard now, if it still holds it. */
  'handOver.clearNow': { input: Nothing, output: Nothing, errors: [] },
  /**
   * After a native question, main writes the access token to a new file at the place chosen in a native dialog, and
   * keeps it fresh at each renewal.
   */
  'handOver.toFile': {
    input: z.strictObject({ accountId: Id, recipientName: RecipientName }),
    output: Outcome,
    errors: ['not-found', 'no-access-token', ...fileErrors],
  },
  /** Forgets a recipient and deletes its file; `left`: what lies there is not what was written, or would not go. */
  'handOver.stop': {
    input: z.strictObject({ accountId: Id, recipientId: Id }),
    output: z.strictObject({ file: z.enum(['none', 'deleted', 'left']) }),
    errors: ['not-found'],
  },
  /** The account's access tokens that still live, the current one first (R19): what each says, never the token. */
  'compromised.list': {
    input: z.strictObject({ accountId: Id }),
    output: z.strictObject({ tokens: LivingTokens }),
    errors: ['not-found'],
  },
  /** After a native question, writes those tokens and what the authority has to know to a file for the authority. */
  'compromised.saveReport': {
    input: z.strictObject({ accountId: Id }),
    output: Outcome,
    errors: ['not-found', 'no-access-token', ...fileErrors],
  },
  /** The access tokens that still live of accounts that were removed (R19), the account removed last first. */
  'compromised.listRemoved': {
    input: Nothing,
    output: z.strictObject({
      removed: z.array(
        z.strictObject({
          id: z.string(),
          profile: ProfileId,
          application: z.string(),
          clientId: z.string(),
          /** Who signed in; empty where it was not known. */
          holder: z.string(),
          /** Epoch ms. */
          removedAt: z.number(),
          tokens: LivingTokens,
        }),
      ),
    }),
    errors: [],
  },
  /** As `compromised.saveReport`, for those of one removed account. */
  'compromised.saveRemovedReport': {
    input: z.strictObject({ id: Id }),
    output: Outcome,
    errors: ['not-found', 'no-access-token', ...fileErrors],
  },
} as const satisfies Calls;
