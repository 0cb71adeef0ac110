import type { Profile } from '../authorities/schema.ts';
import type { Drafts } from '../certificates/drafts.ts';
import type { Handlers } from '../contract/contract.ts';
import type { HttpsClient } from '../network/https-client.ts';
import { accountCalls } from './account-calls.ts';
import { applicationCalls } from './application-calls.ts';
import type { Attempts } from './attempts.ts';
import { certificateCalls, type ChosenFile, type OpenP12 } from './certificate-calls.ts';
import { requestCalls } from './request-calls.ts';
import { createSignIn } from './sign-in.ts';
import type { Store } from './store.ts';

/** All that the calls over accounts need from outside: nothing here imports Electron, so tests pass their own. */
export type CallDeps = {
  /** Fails with `vault-not-ready` while there is none. */
  readonly store: () => Store;
  readonly profiles: () => readonly Profile[];
  readonly https: HttpsClient;
  readonly drafts: Drafts;
  readonly attempts: Attempts;
  readonly openP12: OpenP12;
  /** The system's file dialog; null when it was closed. */
  readonly chooseFile: () => Promise<ChosenFile | null>;
  readonly writeClipboard: (text: string) => void;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
};

type AccountHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `${'certificates' | 'applications' | 'accounts' | 'attempts' | 'requests'}.${string}`>
>;

/** The calls over certificates, applications, accounts, attempts and requests. */
export function createCalls(deps: CallDeps): AccountHandlers {
  return {
    ...certificateCalls(deps),
    ...applicationCalls(deps),
    ...accountCalls({ ...deps, signIn: createSignIn(deps) }),
    ...requestCalls(deps),
  };
}
