import { z } from 'zod';
import { Id, Nothing, Secret, ShortText, type Calls } from './call-parts.ts';
import { EnvironmentName, ProfileId } from './snapshot.ts';
import { MAX_TAKE_OVER_LENGTH } from './limits.ts';

/** Epoch milliseconds. */
const Time = z.number();

/** What is odd in a text that was to hold tokens. */
const TakeOverProblem = z.enum([
  'too-large',
  'nothing-found',
  /** Only the name of a variable stands where its value should, as in `{{access_token}}`. */
  'placeholder',
  /** Something begins like a token and cannot be read: most often it was not copied whole. */
  'damaged-token',
  /** What was called the access token is the refresh token, and the other way round; taken for what they are. */
  'labels-swapped',
  /** More tokens than are listed. */
  'too-many',
]);
export type TakeOverProblem = z.infer<typeof TakeOverProblem>;

/** Access and refresh token that belong together, by what is known of them; never a token, nor a secret. */
const TakeOverCandidate = z.strictObject({
  index: z.int(),
  /** `order` and `other-order`: nothing tells two tokens apart but which came first, so each way is a candidate. */
  readBy: z.enum(['name', 'content', 'order', 'other-order']),
  /** Null where only a refresh token was found. */
  accessToken: z
    .strictObject({
      form: z.enum(['jwt', 'opaque']),
      issuedAt: Time.nullable(),
      /** Null where the token does not say. */
      expiresAt: Time.nullable(),
      /** The first 8 hex digits of its SHA-256: enough to tell two apart. */
      fingerprint: z.string(),
    })
    .nullable(),
  /** `expiresAt` is null where the token does not say. */
  refreshToken: z.strictObject({ expiresAt: Time.nullable() }).nullable(),
  /** The serial number of the holder's certificate, as the token names it (R13). */
  serial: z.string().nullable(),
  roles: z.array(z.string()),
  /** The registration the tokens belong to, by the token itself or by what stands beside it. */
  clientId: z.string().nullable(),
  hasClientSecret: z.boolean(),
  callbackUrl: z.string().nullable(),
  /** Whose tokens these are; null where nothing says so and it has to be chosen. */
  profile: ProfileId.nullable(),
  environment: EnvironmentName.nullable(),
  /** The applications here with that client ID. */
  applicationIds: z.array(Id),
  /** An account here that these tokens would go into, and how they stand to what it holds. */
  account: z
    .strictObject({
      id: Id,
      relation: z.enum(['newer', 'older', 'same']),
      /** They are newer and none of its own, so that they can have a second account. */
      canKeepBoth: z.boolean(),
    })
    .nullable(),
});
export type TakeOverCandidate = z.infer<typeof TakeOverCandidate>;

/** What was found. `draftId` stands for the tokens themselves, which wait in main; null where there are none. */
const TakeOverDraft = z.strictObject({
  draftId: Id.nullable(),
  candidates: z.array(TakeOverCandidate),
  problems: z.array(TakeOverProblem),
});
export type TakeOverDraft = z.infer<typeof TakeOverDraft>;

/** A registration to enter along with the tokens. */
const NewApplication = z.strictObject({
  profile: ProfileId,
  environment: EnvironmentName,
  name: ShortText,
  /** Used where neither the token nor the text names one. */
  clientId: ShortText,
  /** Null takes the secret that stood beside the tokens, if there was one. */
  clientSecret: Secret.nullable(),
});

/** Taking over tokens that another program fetched (R21). */
export const takeOverCalls = {
  /** Reads tokens in a text: a JSON, an environment file, what Postman shows, or the tokens alone. */
  'takeOver.read': {
    input: z.strictObject({ text: z.string().max(16 * MAX_TAKE_OVER_LENGTH) }),
    output: TakeOverDraft,
    errors: [],
  },
  /** The same from a file chosen in the system's dialog; null when the user closed it. */
  'takeOver.open': { input: Nothing, output: TakeOverDraft.nullable(), errors: ['take-over-unreadable'] },
  /**
   * Stores one pair as an account's, and asks the authority nothing. A pair whose place it takes is kept beside it while
   * its refresh token lives. Fails with `take-over-incomplete` where there is
   * no access token, `take-over-ended` where neither token lives, `take-over-other-client` where the application is not
   * the one they were given to, `take-over-other-issuer` where they come from an authority that is not this mode's,
   * and `take-over-older` where an account here holds a newer pair.
   */
  'takeOver.import': {
    input: z.strictObject({
      draftId: Id,
      candidate: z.int().min(0),
      application: z.union([z.strictObject({ id: Id }), NewApplication]),
      /** Another program may go on using the refresh token: the first renewal here asks before it ends that copy. */
      otherProgramUses: z.boolean(),
      /** Makes a second account of them where they can have one; else they take the place of those that are here. */
      keepsBoth: z.boolean().optional(),
    }),
    /** `unchanged`: the account held exactly these tokens already. */
    output: z.strictObject({ accountId: Id, outcome: z.enum(['new', 'replaced', 'unchanged']) }),
    errors: [
      'not-found',
      'keys-swapped',
      'application-incomplete',
      'take-over-incomplete',
      'take-over-ended',
      'take-over-other-client',
      'take-over-other-issuer',
      'take-over-older',
    ],
  },
  /** Puts a pair that was replaced ({@link AccountView}'s `earlier`) back in use, and keeps the present one in its place. */
  'takeOver.useEarlier': {
    input: z.strictObject({ accountId: Id, pairId: Id }),
    output: Nothing,
    errors: ['not-found', 'renewal-elsewhere', 'signin-cancelled'],
  },
  'takeOver.discard': { input: z.strictObject({ draftId: Id }), output: Nothing, errors: [] },
} as const satisfies Calls;
