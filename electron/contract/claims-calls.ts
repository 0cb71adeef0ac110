import { z } from 'zod';
import { Id, Nothing, type Calls } from './call-parts.ts';
import { MAX_KEY_LENGTH, MAX_TOKEN_LENGTH } from './limits.ts';
import { TokenReading } from './token-reading.ts';
import { Verification } from './token-verification.ts';

/** Epoch milliseconds. */
const Time = z.number();

/**
 * What a token's claims are held against what is known on this computer; null where the token does not say. All of it
 * goes by what the token says, which nobody has verified.
 */
const TokenKnown = z.strictObject({
  /** Certificates here with the serial number it names (R13). */
  certificateIds: z.array(Id).nullable(),
  /** Applications here with the client ID it names. */
  applicationIds: z.array(Id).nullable(),
  /**
   * Whose address `iss` is: `authority` is null where it is none that is known here. `isOtherMode`: a real authority's in
   * practice, or a practice authority's outside it.
   */
  issuer: z
    .strictObject({ authority: z.enum(['anaf', 'skatteverket']).nullable(), isOtherMode: z.boolean() })
    .nullable(),
  /** For whom `aud` says it is meant: the application it names, an address of the authority that issued it, or others. */
  audience: z.enum(['application', 'authority', 'other']).nullable(),
});
export type TokenKnown = z.infer<typeof TokenKnown>;

/** One claim (or parameter of the header) that differs between two tokens; `before` null: it is new, `after` null: it is gone. */
const ClaimChange = z.strictObject({
  part: z.enum(['header', 'payload']),
  name: z.string(),
  /** The claim whose row it is, such as `scope_data`; null where it stands by itself. */
  within: z.string().nullable(),
  /** As the token has it, masked; of a list its items. */
  before: z.array(z.string()).nullable(),
  after: z.array(z.string()).nullable(),
});
export type ClaimChange = z.infer<typeof ClaimChange>;

/** Two tokens of one account held against each other. Their times and their `jti` always differ, and are no change. */
const TokenDifference = z.strictObject({
  /** When each was issued and ends; null where it does not say. */
  before: z.strictObject({ issuedAt: Time.nullable(), expiresAt: Time.nullable() }),
  after: z.strictObject({ issuedAt: Time.nullable(), expiresAt: Time.nullable() }),
  changes: z.array(ClaimChange),
});
export type TokenDifference = z.infer<typeof TokenDifference>;

/** Where a pasted token is known from: which of an account's tokens it is, or one of an account that was removed. */
const TokenMatch = z.discriminatedUnion('token', [
  z.strictObject({ token: z.enum(['access', 'refresh', 'earlier-access', 'earlier-refresh']), accountId: Id }),
  z.strictObject({ token: z.literal('removed') }),
]);
export type TokenMatch = z.infer<typeof TokenMatch>;

/** A token that main has: an account's access token, or one that was pasted and waits there. */
const TokenSource = z.union([z.strictObject({ accountId: Id }), z.strictObject({ draftId: Id })]);
export type TokenSource = z.infer<typeof TokenSource>;

/** Reading tokens, explaining and verifying them: nothing here needs a network, and nothing is noted. */
export const claimsCalls = {
  /**
   * Reads any token (R22). A JWT waits in main for some minutes, so that it can be verified: `draftId` stands for it, and
   * is null where there is nothing to wait for. The page gives the token away here and gets none back.
   */
  'claims.read': {
    input: z.strictObject({ token: z.string().max(MAX_TOKEN_LENGTH) }),
    output: z.strictObject({
      draftId: Id.nullable(),
      reading: TokenReading,
      known: TokenKnown,
      match: TokenMatch.nullable(),
    }),
    errors: [],
  },
  'claims.discard': { input: z.strictObject({ draftId: Id }), output: Nothing, errors: [] },
  /** What is known of an account's access token, and how it differs from the one before, if that is still kept and a JWT. */
  'claims.about': {
    input: z.strictObject({ accountId: Id }),
    output: z.strictObject({ known: TokenKnown, difference: TokenDifference.nullable() }),
    errors: ['not-found', 'no-access-token'],
  },
  /** Tries the signature by a public key, certificate, JWK or JWK Set (R16). The key is not kept. */
  'claims.verify': {
    input: z.strictObject({ of: TokenSource, key: z.string().max(MAX_KEY_LENGTH) }),
    output: Verification,
    errors: ['not-found', 'no-access-token'],
  },
  /** The same with a file from the system's dialog; null when the user closed it. */
  'claims.verifyByFile': {
    input: z.strictObject({ of: TokenSource }),
    output: Verification.nullable(),
    errors: ['not-found', 'no-access-token', 'file-unreadable'],
  },
  /** Puts header and payload, as JSON with what is secret masked, on the clipboard. */
  'claims.copyRaw': {
    input: z.strictObject({ of: TokenSource }),
    output: Nothing,
    errors: ['not-found', 'no-access-token'],
  },
} as const satisfies Calls;
