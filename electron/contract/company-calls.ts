import { z } from 'zod';
import { Id, Nothing, type Calls } from './call-parts.ts';
import { MAX_COMPANIES, MAX_COMPANIES_TEXT, MAX_COMPANY_NAME } from './limits.ts';

const Company = z.strictObject({ number: z.string().min(1).max(40), name: z.string().max(MAX_COMPANY_NAME) });

/** Why a line is no company. `name-too-long` and `line-too-long` are not cut, so that nothing is lost unseen. */
const LineProblem = z.enum(['no-number', 'check-digit', 'length', 'name-too-long', 'line-too-long']);
export type LineProblem = z.infer<typeof LineProblem>;

/** What a pasted list says. Lines are counted from 1. */
const CompaniesReading = z.strictObject({
  companies: z.array(
    z.strictObject({
      line: z.number(),
      ...Company.shape,
      /** It is a person's own number, as a sole trader may use it. */
      isPersonal: z.boolean(),
    }),
  ),
  /** `text` is the beginning of the line. */
  problems: z.array(z.strictObject({ line: z.number(), text: z.string(), problem: LineProblem })),
  /** Lines that name a company of an earlier line again. */
  repeated: z.array(z.strictObject({ line: z.number(), number: z.string(), firstLine: z.number() })),
  /** The first line, where it was taken for a heading; else null. */
  heading: z.string().nullable(),
});
export type CompaniesReading = z.infer<typeof CompaniesReading>;

/** The companies an account is used for: labels, as one token covers all its holder has rights for (R13). */
export const companyCalls = {
  /** Reads companies out of a pasted list, by the numbers of the account's authority. Changes nothing. */
  'companies.read': {
    input: z.strictObject({ accountId: Id, text: z.string().max(MAX_COMPANIES_TEXT) }),
    output: CompaniesReading,
    errors: ['not-found'],
  },
  /** Sets the account's companies. A number that is none of the account's authority ends with `input-refused`. */
  'companies.set': {
    input: z.strictObject({ accountId: Id, companies: z.array(Company).max(MAX_COMPANIES) }),
    output: Nothing,
    errors: ['not-found'],
  },
} as const satisfies Calls;
