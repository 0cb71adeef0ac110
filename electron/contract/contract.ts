import { z } from 'zod';
import { accountCalls } from './account-calls.ts';
import { activityCalls } from './activity-calls.ts';
import { applicationCalls } from './application-calls.ts';
import { Nothing, type Calls } from './call-parts.ts';
import { certificateCalls } from './certificate-calls.ts';
import { claimsCalls } from './claims-calls.ts';
import { companyCalls } from './company-calls.ts';
import { deviceCalls } from './device-calls.ts';
import { firstCalls } from './first-calls.ts';
import { handOverCalls } from './hand-over-calls.ts';
import { networkCalls } from './network-calls.ts';
import { noticeCalls } from './notice-calls.ts';
import { renewalCalls } from './renewal-calls.ts';
import { requestCalls } from './request-calls.ts';
import { SettingsView } from './settings-view.ts';
import { supportCalls } from './support-calls.ts';
import { takeOverCalls } from './take-over-calls.ts';
import { transferCalls } from './transfer-calls.ts';
import { vaultCalls } from './vault-calls.ts';

export type { ApiAnswer } from './request-calls.ts';
export type { ApplicationInput } from './application-calls.ts';
export type { Draft, OpenedDraft } from './certificate-calls.ts';

/**
 * The one bridge between window and main process: every call by name, with what goes in, what comes out, and the
 * failures it may end with (those that are always possible besides). No call takes a path.
 */
export const contract = {
  ...firstCalls,
  'settings.change': { input: SettingsView.partial(), output: Nothing, errors: [] },
  ...networkCalls,
  ...vaultCalls,
  ...certificateCalls,
  ...applicationCalls,
  ...companyCalls,
  ...accountCalls,
  ...claimsCalls,
  ...deviceCalls,
  ...renewalCalls,
  ...handOverCalls,
  ...requestCalls,
  ...supportCalls,
  ...takeOverCalls,
  ...activityCalls,
  ...transferCalls,
  ...noticeCalls,

  /** Puts what the window shows, an address or the details of a failure, on the clipboard: the page itself has no way there. */
  'desktop.copyText': { input: z.strictObject({ text: z.string().max(20_000) }), output: Nothing, errors: [] },

  'practice.openPost': { input: Nothing, output: Nothing, errors: [] },
  /** Starts this same program in practice mode beside this one, or brings its window forward; in practice it is refused. */
  'practice.openApp': { input: Nothing, output: Nothing, errors: ['practice-not-opened'] },
} as const satisfies Calls;

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<Name extends CallName> = z.infer<Contract[Name]['input']>;
export type CallOutput<Name extends CallName> = z.infer<Contract[Name]['output']>;

/** Main's side of the bridge: one function a call. */
export type Handlers = {
  [Name in CallName]: (input: CallInput<Name>) => CallOutput<Name> | Promise<CallOutput<Name>>;
};
