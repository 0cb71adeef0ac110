import { z } from 'zod';
import { ProfileId } from './snapshot.ts';

/** What somebody calls something, as it was at that time: personal numbers masked, nothing as long as a secret in it. */
const Label = z.string().max(200);

const common = {
  /** Epoch ms. */
  at: z.number(),
  /** `person`: by click. `program`: by itself, as a renewal that was due. */
  who: z.enum(['person', 'program']),
  /** Null where it belongs to no authority. */
  profile: ProfileId.nullable(),
  /** Null where it is about no account. */
  accountId: z.string().max(64).nullable(),
  /** Whom or what it was about: the account's holder or company, the certificate's holder, the application's name. */
  name: Label,
  /** `ok` or a failure's code. One that this program no longer knows may stand in an old entry. */
  result: z.string().regex(/^[a-z0-9-]{1,48}$/),
  /** The authority's own error code, where it gave one in the form such codes have (RFC 6749, 5.2; ANAF's numbers). */
  authorityError: z
    .string()
    .regex(/^(?:[a-z_]{1,40}|[0-9]{1,4})$/)
    .nullable(),
};

/** Acts of which no more is to be said than who, when, whose, and how it ended. */
const PlainAct = z.enum([
  'vault-open',
  'vault-moved',
  'vault-look-only',
  'passphrase-change',
  'companies-change',
  'bring-back',
  'certificate-import',
  'certificate-removal',
  'application-save',
  'application-removal',
  'sign-in',
  'renewal',
  'account-removal',
  'token-takeover',
  'backup',
  'compromise-report',
  'activity-export',
  'ca-trust',
  'ca-removal',
]);

const means = z.enum(['clipboard', 'file']);
/** How many accounts went out or came in. */
const accounts = z.int().min(0);

/**
 * One line of the activity log. The union is closed: every act and every field is named here, and none of them can
 * hold a token, a key, a PIN or a passphrase.
 */
export const ActivityEntry = z.discriminatedUnion('act', [
  z.strictObject({ ...common, act: PlainAct }),
  z.strictObject({ ...common, act: z.literal('hand-over'), recipient: Label, means }),
  z.strictObject({ ...common, act: z.literal('hand-over-stop'), recipient: Label, means }),
  z.strictObject({ ...common, act: z.literal('export'), accounts }),
  z.strictObject({ ...common, act: z.literal('import'), accounts }),
  /** `isAccepted`: the authority said yes; false too where it answered with something else (R3). */
  z.strictObject({ ...common, act: z.literal('revocation'), isAccepted: z.boolean() }),
  /** Where it went, without the query; `status` is null where no answer came. */
  z.strictObject({
    ...common,
    act: z.literal('request'),
    method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
    host: Label,
    path: Label,
    status: z.int().nullable(),
    correlationId: z.string().max(36).nullable(),
  }),
]);
export type ActivityEntry = z.infer<typeof ActivityEntry>;

/** A line of the log as it is read: an entry, or the numbers of entries that are missing or cannot be read. */
export const ActivityRow = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entry'), number: z.number(), entry: ActivityEntry }),
  z.strictObject({ kind: z.literal('gap'), from: z.number(), to: z.number() }),
]);
export type ActivityRow = z.infer<typeof ActivityRow>;
