import { z } from 'zod';
import { anafSwitchesShape, defaultAnafSwitches } from './anaf/switches.ts';

const oauthRefusal = z.strictObject({ error: z.string(), error_description: z.string() });

/** An answer in words of somebody else's choice: whatever a real authority was seen to say. */
const scriptedAnswer = z.strictObject({
  status: z.number().int().min(200).max(599),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string(),
});

/** How the authorities misbehave on demand, so that a client can be tried against it. Every default is good behaviour. */
export const switchesSchema = z.strictObject({
  /** Seconds an access token lives before `lifetimeFactor`; the seed's answer says 3600 (S12). */
  lifetimeSeconds: z.number().positive(),
  /** Scales every lifetime: access token, refresh token, authorization code, gateway session, login pages. */
  lifetimeFactor: z.number().positive(),
  /** Living tokens that one client may have with one certificate. */
  tokenLimit: z.number().int().min(0),
  /** Answered at the redirect URI in place of a code. */
  authorizeError: oauthRefusal.nullable(),
  /** The callback carries another state than was sent. */
  wrongState: z.boolean(),
  /** The callback carries no state. */
  dropState: z.boolean(),
  /** `authorize` redirects here in place of going on; for a host that should not be shown the certificate. */
  redirectTo: z.string().nullable(),
  /** The gateway redirects to itself for ever. */
  redirectLoop: z.boolean(),
  /** The token endpoint refuses with this (HTTP 400). */
  tokenError: oauthRefusal.nullable(),
  /** The token endpoint answers HTML with status 200. */
  tokenHtml: z.boolean(),
  /** The token endpoint answers 500; the authorization code is spent all the same. */
  tokenStatus500: z.boolean(),
  /** The token answer names this scope in place of the one asked for, and the token has it. */
  tokenScope: z.string().nullable(),
  /** The token endpoint never answers. */
  hangToken: z.boolean(),
  /** Answered at `authorize` to every well-formed request, in place of whatever follows there. */
  authorizeAnswer: scriptedAnswer.nullable(),
  /** Answered at the token endpoint in place of a token; a code is spent by then, a refresh token is not. */
  tokenAnswer: scriptedAnswer.nullable(),
  /** Answered by the API to every call, whatever it carries. */
  apiAnswer: scriptedAnswer.nullable(),
  /** The API wants an `Accept` header and answers 406 without one; otherwise it blocks a call that has one. */
  requireApiAccept: z.boolean(),
  /** Skatteverket's personal flow refuses PKCE as any parameter that it does not know. */
  refusePkce: z.boolean(),
  /** Refresh tokens one person gets in a session, whatever the application (S19). */
  refreshLimit: z.number().int().min(0),
  /** Each refresh gives a new refresh token and spends the old; otherwise the answer has none. */
  rotateRefresh: z.boolean(),
  /** API calls a second and client; null allows any number. */
  apiRateLimit: z.number().int().positive().nullable(),
  ...anafSwitchesShape,
});

/** See {@link switchesSchema}. */
export type Switches = z.infer<typeof switchesSchema>;

/** Some switches, as `--switches` and `POST /switches` give them. */
export const switchesChangeSchema = switchesSchema.partial();

/** Good behaviour throughout. */
export const defaultSwitches: Switches = {
  lifetimeSeconds: 3600,
  lifetimeFactor: 1,
  tokenLimit: 500,
  authorizeError: null,
  wrongState: false,
  dropState: false,
  redirectTo: null,
  redirectLoop: false,
  tokenError: null,
  tokenHtml: false,
  tokenStatus500: false,
  tokenScope: null,
  hangToken: false,
  authorizeAnswer: null,
  tokenAnswer: null,
  apiAnswer: null,
  requireApiAccept: false,
  refusePkce: false,
  refreshLimit: 10,
  rotateRefresh: true,
  apiRateLimit: null,
  ...defaultAnafSwitches,
};
