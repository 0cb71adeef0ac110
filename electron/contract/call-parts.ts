import { z } from 'zod';
import type { FailureCode } from './failure.ts';

/** One call of the bridge: what goes in, what comes out, and the failures it may end with. */
export type Call = { input: z.ZodType; output: z.ZodType; errors: readonly FailureCode[] };
export type Calls = Readonly<Record<string, Call>>;

export const Nothing = z.strictObject({});
export const Id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
export const ShortText = z.string().max(300);
/** Typed into a field by the user; goes to main once and never comes back. */
export const Secret = z.string().max(4096);

/** How a removal ended that is asked about natively: `declined` is a no, after which everything is as it was. */
export const Removal = z.strictObject({ outcome: z.enum(['done', 'declined']), filesLeft: z.array(z.string()) });

/** What can happen on the way to an authority. */
export const networkErrors = [
  'authority-unreachable',
  'authority-certificate-untrusted',
  'authority-certificate-incomplete',
  'connection-inspected',
  'authority-certificate-wrong-host',
  'authority-certificate-expired',
  'authority-refused-certificate',
  'answer-too-large',
  'proxy-unreachable',
  'proxy-needs-password',
  'proxy-password-refused',
  'proxy-login-unsupported',
  'proxy-refused',
  'proxy-kind-unsupported',
] as const;
