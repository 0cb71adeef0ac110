import { z } from 'zod';
import { ProfileId } from '../contract/profile-id.ts';
import { Route } from '../contract/route.ts';

/** A field of a request, by the name whose value the attempt supplies, or with a value that is always the same. */
const RequestField = z.union([
  z.enum([
    'response_type',
    'client_id',
    'client_secret',
    'redirect_uri',
    'scope',
    'state',
    'grant_type',
    'code',
    'refresh_token',
    'code_verifier',
  ]),
  z.strictObject({ name: z.string(), value: z.string() }),
]);
export type RequestField = z.infer<typeof RequestField>;

/** Headers an API call carries besides the access token's; the values are made for each call. */
const ApiHeader = z.strictObject({
  name: z.string(),
  value: z.enum(['apigw-client-id', 'apigw-client-secret', 'correlation-id']),
});

const Origin = z.string().refine((text) => URL.canParse(text) && new URL(text).origin === text, 'an https origin');
const HttpsUrl = z.string().refine((text) => URL.canParse(text) && new URL(text).protocol === 'https:', 'an https URL');

const EnvironmentName = z.enum(['test', 'production']);
export type EnvironmentName = z.infer<typeof EnvironmentName>;

const Environment = z.strictObject({
  name: EnvironmentName,
  /** Null where nobody signs in: a client-credentials flow has a token address alone. */
  authorize: HttpsUrl.nullable(),
  token: HttpsUrl,
  /** Often the token address again; ANAF's form has a field of its own for it (R10). */
  refresh: HttpsUrl,
  /** Null where the authority documents none. */
  revoke: HttpsUrl.nullable(),
  /** The only origins the sign-in window may go to. */
  signInOrigins: z.array(Origin),
  /** The origin the documented API paths follow. */
  api: Origin,
  /** The only origins that are shown the client certificate. */
  certificateOrigins: z.array(Origin),
  /** PEM of the only CA that counts for these hosts; null for the usual roots. Only stand-ins have one. */
  trustedCa: z.string().nullable(),
});
export type Environment = z.infer<typeof Environment>;

const ApiPreset = z.strictObject({
  id: z.string(),
  method: z.enum(['GET', 'POST']),
  path: z.string(),
  scope: z.string().nullable(),
  /** Query parameters of `path` that are empty until the user fills them in. */
  fill: z.array(z.string()).optional(),
  /** What this API calls the correlation id, where it is not the profile's name for it (S2). */
  correlationIdHeader: z.string().optional(),
});
export type ApiPreset = z.infer<typeof ApiPreset>;

/** An answer of the authority that has an explanation of its own: the first row that fits is used. */
const ErrorRow = z.strictObject({
  explanation: z.string(),
  stage: z.enum(['authorize', 'token', 'api']).optional(),
  status: z.number().optional(),
  error: z.string().optional(),
  /** Part of the description, or of the answer's text, in any case; of several, one is enough. */
  includes: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  /** At the token address: only a new sign-in helps. */
  endsGrant: z.literal(true).optional(),
  /** No answer but a reset connection, to an authorization code at least this old, seconds. */
  resetAfterSeconds: z.number().optional(),
});

export const Profile = z.strictObject({
  id: ProfileId,
  authority: z.enum(['anaf', 'skatteverket']),
  /** The ways its sign-in can go, the proposed one first. */
  routes: z.array(Route).min(1),
  environments: z.array(Environment).min(1),
  /**
   * Which environment a client certificate is for, by its issuer's name: the first row all of whose parts occur in it.
   * A certificate of the other environment is stopped before the call; one of an unknown issuer is only warned about.
   */
  certificateIssuers: z.array(z.strictObject({ parts: z.array(z.string()).min(1), environment: EnvironmentName })),
  /** How the client says who it is at the token endpoint: Basic header, or its credentials among the body's fields. */
  clientAuthentication: z.enum(['basic', 'body']),
  /** Empty where no certificate is shown at all; else the requests that show the client certificate, to `certificateOrigins` only. */
  certificateShownAt: z.array(z.enum(['authorize', 'token'])),
  /** Field order is the document's; nothing that is not listed is ever sent. */
  authorizeQuery: z.array(RequestField),
  exchangeBody: z.array(RequestField),
  /** `omit`: the authority wants none, so only the app's own window, which owns the session, may take the callback (R7). */
  state: z.enum(['send', 'omit']),
  /** `custom-scheme`: S256 where the redirect URI is on a scheme of the app's own, which another program could take. */
  pkce: z.enum(['off', 'custom-scheme']),
  /** Schemes of other programs, with their colon, that a sign-in page may start after a click: an e-ID's own. */
  externalSchemes: z.array(z.string()).default([]),
  /** OAuth errors by which the person, not the authority, said no. */
  declinedErrors: z.array(z.string()),
  /** A living access token is replaced only when the user says so (S13). */
  asksBeforeReplacing: z.boolean(),
  /** How a new access token comes: by refresh token, or by signing in again. */
  renewal: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('sign-in') }),
    z.strictObject({
      by: z.literal('refresh-token'),
      body: z.array(RequestField),
      /** Seconds a refresh token lives, where it does not say so itself. */
      fallbackLifetimeSeconds: z.number(),
      /** How many refresh tokens one user may have had in a session; null where there is no such limit. */
      limitPerUser: z.number().nullable(),
      /**
       * When the program renews by itself. `before-end`: from so many days before the access token's end, so that the
       * account never lapses. `while-in-use`: once the access token has ended, if it was used in the last minutes.
       */
      automatic: z.discriminatedUnion('when', [
        z.strictObject({ when: z.literal('before-end'), days: z.number() }),
        z.strictObject({ when: z.literal('while-in-use'), minutes: z.number() }),
      ]),
      /**
       * Whether the program itself may send a refresh token once more after its answer was lost: if the authority
       * spent it, nothing is worse than before; if not, or if it is lenient for a while, the account is saved.
       */
      retriesLostAnswer: z.boolean(),
    }),
  ]),
  /** Between two token requests of one holder, ms: the authority takes more for a fault (ANAF's "255"). */
  tokenSpacingMs: z.number(),
  /** Content-Type of the token request, exactly. */
  tokenContentType: z.string(),
  scope: z.enum(['none', 'list']),
  /** Scopes to offer; another may be typed in. */
  knownScopes: z.array(z.string()),
  /** Scopes that are tied to certain flows, by name; null where no page says to which (S1). */
  scopeFlows: z.record(z.string(), z.array(ProfileId).nullable()),
  keyPairs: z.array(z.enum(['oauth2', 'apigw'])),
  /** Services a registration can be asked for (R1); empty where there are none. */
  knownServices: z.array(z.string()),
  suggestedRedirectUris: z.array(z.string()),
  allowsSeveralRedirectUris: z.boolean(),
  tokenForm: z.enum(['jwt', 'opaque']),
  /** Seconds, used only where the answer has no `expires_in`. */
  fallbackLifetimeSeconds: z.number(),
  /** Sent after `Authorization`, in this order, and no other header is (S15). */
  apiHeaders: z.array(ApiHeader),
  presets: z.array(ApiPreset),
  errorRows: z.array(ErrorRow),
});
export type Profile = z.infer<typeof Profile>;
/** A profile as it is written down. */
export type ProfileData = z.input<typeof Profile>;

/** A profile of our own from its data: the types hold its form, and tests what they cannot say. A start parses none. */
export function profile(data: ProfileData): Profile {
  return { ...data, externalSchemes: data.externalSchemes ?? [] };
}
