import { z } from 'zod';

/** Epoch milliseconds. */
const Time = z.number();

/** Days before an end at which a notice is given anew; 0 once it has ended. */
export const NoticeStage = z.union([
  z.literal(60),
  z.literal(30),
  z.literal(14),
  z.literal(7),
  z.literal(1),
  z.literal(0),
]);
export type NoticeStage = z.infer<typeof NoticeStage>;

/** `needs-person`: somebody has to act now, and is counted in the tray; `soon`: within weeks; `to-know`: nothing to do yet. */
const Severity = z.enum(['needs-person', 'soon', 'to-know']);

/** What every notice has. */
const common = {
  /** Its kind, what it is about and its stage: as long as it says the same of the same, it is the same notice. */
  id: z.string(),
  severity: Severity,
  /** For how long it may be put off, at most; null where it can only be acted on or dismissed. */
  snooze: z.enum(['tomorrow', 'next-threshold']).nullable(),
};

/** What a notice about accounts has; personal numbers in the names are masked. */
const ofAccounts = {
  ...common,
  /** The certificate's holder, or the application's name where there is none. */
  holder: z.string(),
  accounts: z.array(z.string()).min(1),
};

/** One thing that somebody should know or do, about one holder's accounts at once. */
export const NoticeView = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('certificate-ends'), ...ofAccounts, endsAt: Time, stage: NoticeStage }),
  /** Until `endsAt` no certificate is needed; the earliest of its accounts. */
  z.strictObject({ kind: z.literal('sign-in-by'), ...ofAccounts, endsAt: Time, stage: NoticeStage }),
  /** Nothing renews them any more; programs work until `endsAt`, which may be past. */
  z.strictObject({ kind: z.literal('sign-in-needed'), ...ofAccounts, endsAt: Time }),
  /** The last tries failed, and the first access token ends within a week, or has ended. */
  z.strictObject({ kind: z.literal('renewal-failing'), ...ofAccounts, endsAt: Time }),
  /** A refresh was sent, its answer never came, and trying once more is a person's decision. */
  z.strictObject({ kind: z.literal('answer-lost'), ...ofAccounts, endsAt: Time }),
  /** Taken over, and renewed only once somebody agrees that the other program's copy ends (R21). */
  z.strictObject({ kind: z.literal('other-copy'), ...ofAccounts, endsAt: Time }),
  /** Renewed on another computer; what is here ends. */
  z.strictObject({ kind: z.literal('elsewhere-ends'), ...ofAccounts, endsAt: Time, stage: NoticeStage }),
  /** These programs still hold a replaced access token that ends (R17). */
  z.strictObject({
    kind: z.literal('old-copy'),
    ...ofAccounts,
    recipients: z.array(z.string()).min(1),
    endsAt: Time,
    stage: NoticeStage,
  }),
  z.strictObject({ kind: z.literal('backup-failing'), ...common, lastAt: Time.nullable() }),
  /** A token was obtained later than this computer says it is. */
  z.strictObject({ kind: z.literal('clock-behind'), ...common, obtainedAt: Time }),
  /** What the program did by itself while nobody looked. */
  z.strictObject({
    kind: z.literal('away'),
    ...common,
    since: Time,
    renewed: z.number(),
    /** How many accounts need a sign-in with their certificate, and how many need somebody for another reason. */
    needCertificate: z.number(),
    needPerson: z.number(),
  }),
]);
export type NoticeView = z.infer<typeof NoticeView>;
