import { z } from 'zod';

/**
 * How the practice ANAF misbehaves on demand. Of the general switches it obeys `lifetimeFactor`, `authorizeError`,
 * `wrongState`, `dropState`, `redirectTo`, `redirectLoop`, `tokenError`, `tokenHtml`, `tokenStatus500`, `hangToken`,
 * `authorizeAnswer`, `tokenAnswer` and `apiAnswer`.
 */
export const anafSwitchesShape = {
  /** Seconds an access token lives, before `lifetimeFactor`; 90 days (R15). */
  anafAccessSeconds: z.number().positive(),
  /** Seconds a refresh token lives, before `lifetimeFactor`; 365 days (R15). */
  anafRefreshSeconds: z.number().positive(),
  /** The roles in new tokens, and so the services these open (R18). */
  anafRoles: z.array(z.string()),
  /** New access tokens have a claim `etransport` beside the seed's `etrasport` (R13). */
  etransportClaim: z.boolean(),
  /** A code that came too late is answered 400 invalid_grant; otherwise the connection is reset. */
  answerLateCode: z.boolean(),
  /** A refresh may have token_content_type=jwt; otherwise two fields are all (R9). */
  allowRefreshContentType: z.boolean(),
  /** Seconds for which the refresh token before the newest is answered once more, with the same new pair. */
  refreshGraceSeconds: z.number().min(0),
  /** A spent refresh token that comes again ends every refresh token that descends from the same sign-in. */
  reuseRevokesFamily: z.boolean(),
  /** ms by which token answers come late; the pair is given out before that. */
  tokenDelayMs: z.number().int().min(0),
  /** "Error 255" to a token request of a user whose last one is not yet answered; wants `tokenDelayMs`. */
  rateLimit255: z.boolean(),
  /** The token endpoint answers 429 with this `Retry-After` (s). */
  retryAfterSeconds: z.number().int().min(0).nullable(),
  /** The token endpoint answers 502 with HTML; nothing is spent. */
  token502Html: z.boolean(),
  /** The token endpoint resets the connection before it looks at anything; nothing is spent. */
  resetBeforeCommit: z.boolean(),
  /** The token endpoint gives the pair out and resets the connection in place of an answer. */
  resetAfterCommit: z.boolean(),
  /** The token endpoint gives the pair out and resets the connection after so many bytes of the answer's body. */
  answerCutAfterBytes: z.number().int().min(0).nullable(),
  /** The API answers everything with the firewall's page, HTML with status 200. */
  apiFirewall: z.boolean(),
} as const;

/** What R13's token has, in its order. */
export const allRoles: ReadonlyArray<string> = ['HELLO', 'EFACTURA', 'ETRANSPORT', 'SRV_EFACTURA'];

/** Good behaviour throughout. */
export const defaultAnafSwitches = {
  anafAccessSeconds: 90 * 24 * 60 * 60,
  anafRefreshSeconds: 365 * 24 * 60 * 60,
  anafRoles: [...allRoles],
  etransportClaim: false,
  answerLateCode: false,
  allowRefreshContentType: false,
  refreshGraceSeconds: 0,
  reuseRevokesFamily: false,
  tokenDelayMs: 0,
  rateLimit255: false,
  retryAfterSeconds: null,
  token502Html: false,
  resetBeforeCommit: false,
  resetAfterCommit: false,
  answerCutAfterBytes: null,
  apiFirewall: false,
};
