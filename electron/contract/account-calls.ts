import { z } from 'zod';
import { Id, networkErrors, Nothing, Removal, Secret, ShortText, type Calls } from './call-parts.ts';
import { Route } from './route.ts';
import { TokenReading } from './token-reading.ts';

export const signInErrors = [
  'not-found',
  'pin-needed',
  'application-incomplete',
  'certificate-expired',
  'certificate-not-yet-valid',
  'certificate-wrong-environment',
  'p12-wrong-password',
  'p12-damaged',
  'p12-took-too-long',
  'p12-interrupted',
  ...networkErrors,
  'signin-busy',
  'signin-cancelled',
  'signin-timed-out',
  'signin-too-many-redirects',
  'signin-insecure-redirect',
  'signin-ended-elsewhere',
  'callback-malformed',
  'callback-state-missing',
  'callback-state-wrong',
  'authority-refused',
  'authority-busy',
  'answer-not-json',
  'answer-incomplete',
  'signin-declined',
  'signin-origin-refused',
  'signin-redirect-nowhere',
  'signin-certificate-withheld',
  'browser-not-opened',
  'redirect-uri-astray',
  'device-nothing-offered',
  'device-certificate-needed',
  'device-pin-refused',
  'device-removed',
  'device-certificate-refused',
  'device-stalled',
  'loopback-port-taken',
] as const;

/** Who signs in, as the user calls the person: one plain line, as it stands in a native question; empty says nothing. */
const PersonName = z
  .string()
  .trim()
  .max(100)
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u);

/** Signing in, renewing, revoking, and what a token says. */
export const accountCalls = {
  /**
   * Signs in and answers when the account has its token, or why not. A person may have to act
   * meanwhile: in the sign-in window, or in the browser, whose callback comes by protocol or to a listener of ours, or is pasted. A null
   * `redirectUri` takes the application's first, no `route` the account's last or the first that fits; a null `accountId` a new account, or the one that shares the token.
   */
  'accounts.signIn': {
    input: z.strictObject({
      applicationId: Id,
      certificateId: Id.nullable(),
      accountId: Id.nullable(),
      redirectUri: ShortText.nullable(),
      route: Route.nullable().optional(),
      pin: Secret.nullable(),
    }),
    /** `isShared`: nothing was asked for, because an account with the same keys, certificate and scopes has a living token. */
    output: z.strictObject({ accountId: Id, isShared: z.boolean() }),
    errors: signInErrors,
  },
  /**
   * Fetches a new access token: by refresh token where the authority gives one, else by signing in again. Where the
   * authority asks that a token be used for its whole life, a living one is replaced only if `replaceLiving` (S13).
   */
  'accounts.renew': {
    input: z.strictObject({
      accountId: Id,
      replaceLiving: z.boolean(),
      pin: Secret.nullable(),
      /** The user knows that the first refresh ends the other program's copy (R21). */
      endsOtherCopy: z.boolean().optional(),
    }),
    output: Nothing,
    errors: [...signInErrors, 'token-still-lives', 'signin-needed', 'other-copy-ends', 'renewal-elsewhere'],
  },
  /**
   * After a native question, asks the authority to revoke the grant; `declined` is a no to that question. Nothing is
   * removed here, whatever the authority answers; `not-accepted` means that it answered with something else than a yes, for instance its portal's page (R3, R19). After a yes the account's token
   * files are deleted; `filesLeft` are the places of those that would not go, are no longer what was written there, or
   * whose folder is not there now.
   */
  'accounts.revoke': {
    input: z.strictObject({ accountId: Id }),
    output: z.discriminatedUnion('outcome', [
      z.strictObject({
        outcome: z.enum(['accepted', 'not-accepted']),
        status: z.number(),
        filesLeft: z.array(z.string()),
      }),
      z.strictObject({ outcome: z.literal('declined') }),
    ]),
    errors: ['not-found', 'no-access-token', 'renewal-elsewhere', 'signin-cancelled', ...networkErrors],
  },
  /** What is in the account's access token. Read in main; `jti` comes masked (R13). */
  'accounts.readClaims': {
    input: z.strictObject({ accountId: Id }),
    output: TokenReading,
    errors: ['not-found', 'no-access-token'],
  },
  /** Says who signs in where no certificate does: the authority counts refresh tokens per person (S19). */
  'accounts.namePerson': {
    input: z.strictObject({ accountId: Id, person: PersonName }),
    output: Nothing,
    errors: ['not-found'],
  },
  /** After a native question; access tokens that live are kept apart to be reported (R19). `filesLeft` as with `accounts.revoke`. */
  'accounts.remove': {
    input: z.strictObject({ accountId: Id }),
    output: Removal,
    errors: ['not-found'],
  },
  'attempts.cancel': { input: z.strictObject({ attemptId: Id }), output: Nothing, errors: [] },
  /** Hands in the address at which the browser stopped, for a redirect URI that nothing can listen on (S8). */
  'attempts.paste': {
    input: z.strictObject({ attemptId: Id, url: z.string().max(20_000) }),
    output: Nothing,
    errors: ['not-found', 'callback-elsewhere', 'callback-malformed', 'callback-state-missing', 'callback-state-wrong'],
  },
  /** Opens the page of a sign-in that waits for the system browser there once more. */
  'attempts.openAgain': {
    input: z.strictObject({ attemptId: Id }),
    output: Nothing,
    errors: ['not-found', 'browser-not-opened', 'loopback-port-taken'],
  },
  /** Puts the address of that page on the clipboard, for another browser or another profile of one. */
  'attempts.copyLink': {
    input: z.strictObject({ attemptId: Id }),
    output: Nothing,
    errors: ['not-found', 'loopback-port-taken'],
  },
  /** Puts the seed's own curl line for this sign-in on the clipboard, with placeholders for all secrets (S6). */
  'accounts.copySignInAsCurl': { input: z.strictObject({ accountId: Id }), output: Nothing, errors: ['not-found'] },
} as const satisfies Calls;
