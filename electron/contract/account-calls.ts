import { z } from 'zod';
import { Id, networkErrors, Nothing, Secret, ShortText, type Calls } from './call-parts.ts';
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
  'browser-not-opened',
] as const;

/** Signing in, renewing, revoking, and what a token says. */
export const accountCalls = {
  /**
   * Signs in by the profile's route and answers when the account has its token, or why not. A person may have to act
   * meanwhile: in the sign-in window, or in the browser, whose callback comes by protocol or is pasted. A null
   * `redirectUri` takes the application's first; a null `accountId` a new account, or the one that shares the token.
   */
  'accounts.signIn': {
    input: z.strictObject({
      applicationId: Id,
      certificateId: Id.nullable(),
      accountId: Id.nullable(),
      redirectUri: ShortText.nullable(),
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
   * Asks the authority to revoke the grant. Nothing is removed here, whatever it answers; `not-accepted` means that it
   * answered with something else than a yes, for instance its portal's page (R3, R19). After a yes the account's token
   * files are deleted; `filesLeft` are the places of those that would not go, are no longer what was written there, or
   * whose folder is not there now.
   */
  'accounts.revoke': {
    input: z.strictObject({ accountId: Id }),
    output: z.strictObject({
      outcome: z.enum(['accepted', 'not-accepted']),
      status: z.number(),
      filesLeft: z.array(z.string()),
    }),
    errors: ['not-found', 'no-access-token', 'renewal-elsewhere', 'signin-cancelled', ...networkErrors],
  },
  /** What is in the account's access token. Read in main; `jti` comes masked (R13). */
  'accounts.readClaims': {
    input: z.strictObject({ accountId: Id }),
    output: TokenReading,
    errors: ['not-found', 'no-access-token'],
  },
  /** `filesLeft` as with `accounts.revoke`. */
  'accounts.remove': {
    input: z.strictObject({ accountId: Id }),
    output: z.strictObject({ filesLeft: z.array(z.string()) }),
    errors: ['not-found'],
  },
  'attempts.cancel': { input: z.strictObject({ attemptId: Id }), output: Nothing, errors: [] },
  /** Hands in the address at which the browser stopped, for a redirect URI that nothing can listen on (S8). */
  'attempts.paste': {
    input: z.strictObject({ attemptId: Id, url: z.string().max(20_000) }),
    output: Nothing,
    errors: ['not-found', 'callback-elsewhere', 'callback-malformed', 'callback-state-missing', 'callback-state-wrong'],
  },
  /** Puts the seed's own curl line for this sign-in on the clipboard, with placeholders for all secrets (S6). */
  'accounts.copySignInAsCurl': { input: z.strictObject({ accountId: Id }), output: Nothing, errors: ['not-found'] },
} as const satisfies Calls;
