import type { Profile } from '../authorities/schema.ts';
import { createDrafts, type Drafts } from '../certificates/drafts.ts';
import type { Handlers } from '../contract/contract.ts';
import type { Change } from '../contract/snapshot.ts';
import { createHttpsClient, type HttpsClient } from '../network/https-client.ts';
import { accountCalls } from './account-calls.ts';
import { applicationCalls } from './application-calls.ts';
import { createAttempts, type Attempts } from './attempts.ts';
import { createCallbacks, type Callbacks } from './callbacks.ts';
import { certificateCalls, type ChosenFile, type OpenP12 } from './certificate-calls.ts';
import { createRenewal } from './renewal.ts';
import { requestCalls } from './request-calls.ts';
import { createSignIn, type OpenSignInWindow } from './sign-in.ts';
import { createTurns } from '../vault/turns.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/** All that accounts need from outside: nothing here imports Electron, so tests pass their own. */
export type OfficeDeps = {
  readonly vaultFolder: string;
  /** Tells the window what changed. */
  readonly announce: (changes: readonly Change[]) => void;
  readonly profiles: () => readonly Profile[];
  readonly openP12: OpenP12;
  /** The system's file dialog; null when it was closed. */
  readonly chooseFile: () => Promise<ChosenFile | null>;
  readonly openSignInWindow: OpenSignInWindow;
  /** Opens the system browser; fails with `browser-not-opened`. */
  readonly openBrowser: (url: URL) => Promise<void>;
  readonly writeClipboard: (text: string) => void;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
};

type AccountHandlers = Pick<
  Handlers,
  Extract<keyof Handlers, `${'certificates' | 'applications' | 'accounts' | 'attempts' | 'requests'}.${string}`>
>;

export type Office = {
  readonly calls: AccountHandlers;
  readonly workspace: Workspace;
  readonly attempts: Attempts;
  readonly callbacks: Callbacks;
  readonly drafts: Drafts;
  readonly https: HttpsClient;
  /** Takes up the sign-ins that waited for the browser when the program ended; needs the vault and the profiles. */
  resume(): Promise<void>;
};

/** The calls over certificates, applications, accounts, attempts and requests, and the state they share. */
export function createOffice(deps: OfficeDeps): Office {
  const { announce } = deps;
  const workspace = createWorkspace(deps.vaultFolder, announce, (accountId) => renewal.isRenewing(accountId));
  const shared = {
    ...deps,
    store: () => workspace.store(),
    drafts: createDrafts(),
    attempts: createAttempts(announce),
    callbacks: createCallbacks(),
    https: createHttpsClient(),
    tokenTurns: createTurns(),
  };
  const signIn = createSignIn(shared);
  const renewal = createRenewal({ ...shared, signIn });
  const { attempts, callbacks, drafts, https } = shared;
  return {
    calls: {
      ...certificateCalls(shared),
      ...applicationCalls(shared),
      ...accountCalls({ ...shared, signIn, renewal }),
      ...requestCalls(shared),
    },
    workspace,
    attempts,
    callbacks,
    drafts,
    https,
    resume: async () => {
      if (workspace.isReady()) await signIn.resume();
    },
  };
}
