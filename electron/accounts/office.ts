import type { Notes } from '../activity/notes.ts';
import type { Profile } from '../authorities/schema.ts';
import { createDrafts } from '../certificates/drafts.ts';
import type { Handlers } from '../contract/contract.ts';
import type { Change } from '../contract/snapshot.ts';
import { createHttpsClient, type HttpsClient } from '../network/https-client.ts';
import type { NetworkWays } from '../network/ways.ts';
import type { LoopbackWords } from '../signin/loopback-pages.ts';
import { createLoopbacks, type Loopbacks } from '../signin/loopbacks.ts';
import { accountCalls } from './account-calls.ts';
import { accountRemoval } from './account-removal.ts';
import { applicationCalls } from './application-calls.ts';
import { createAttempts, type Attempts } from './attempts.ts';
import { createBackup } from './backup.ts';
import { createCallbacks, type Callbacks } from './callbacks.ts';
import { certificateCalls, type ChosenFile, type OpenP12 } from './certificate-calls.ts';
import { claimsCalls, type ChooseKeyFile } from './claims-calls.ts';
import { companyCalls } from './company-calls.ts';
import { compromisedCalls } from './compromised-calls.ts';
import type { EndingQuestion } from './ending-questions.ts';
import { createHandOver, type HandOver, type HandOverDesk } from './hand-over.ts';
import { handOverCalls } from './hand-over-calls.ts';
import { backupEnded, notedCalls, removalNoted, renewalEnded } from './noted-calls.ts';
import { createRenewal } from './renewal.ts';
import { createRenewals, type Renewals } from './renewals.ts';
import { createPastedToken } from './pasted-token.ts';
import { requestCalls, type RequestQuestion } from './request-calls.ts';
import type { OpenSignInWindow } from './callback-routes.ts';
import { createDeviceQuestions, type DeviceQuestions } from './device-questions.ts';
import type { OpenDeviceWindow } from './device-route.ts';
import { createSignIn } from './sign-in.ts';
import { supportCalls, type SaveText } from './support-calls.ts';
import { takeOverCalls } from './take-over-calls.ts';
import { createTakeOverDrafts } from './take-over-drafts.ts';
import { createTokenTurns } from './token-turns.ts';
import { createTraces } from './traces.ts';
import { transferCalls, type TransferPlace } from './transfer-calls.ts';
import { createTransferDrafts } from './transfer-drafts.ts';
import { createUnsaved } from './unsaved.ts';
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
  /** The same for a text file with tokens; fails with `take-over-unreadable`. */
  readonly chooseTokenFile: () => Promise<ChosenFile | null>;
  readonly chooseKeyFile: ChooseKeyFile;
  readonly openSignInWindow: OpenSignInWindow;
  readonly openDeviceWindow: OpenDeviceWindow;
  /** The office's proxies, and whom this computer trusts; straight and by the runtime's roots where not given. */
  readonly ways?: NetworkWays;
  /** The scheme on which callbacks come home to this program. */
  readonly scheme: string;
  /** What the pages of a browser's callback say, in the user's language. */
  readonly words: () => LoopbackWords;
  /** Opens the system browser; fails with `browser-not-opened`. */
  readonly openBrowser: (url: URL) => Promise<void>;
  readonly writeClipboard: (text: string) => void;
  readonly saveText: SaveText;
  /** Confirming, choosing and writing what is handed over to other programs. */
  readonly handOver: HandOverDesk;
  /**
   * Asks natively before a request may change something at the real authority, and before an account's tokens are
   * revoked or deleted; false where it was not answered with a clear yes.
   */
  readonly confirm: (question: RequestQuestion | EndingQuestion) => Promise<boolean>;
  /** Whether the window is open and in front: what is seen there needs no summary afterwards. */
  readonly isWatched: () => boolean;
  /** The activity log. */
  readonly notes: Notes;
  /** Where moved accounts and backups go. */
  readonly transfer: TransferPlace;
  /** The version of this program. */
  readonly version: string;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
};

/** Every call but those that are the desktop's own. */
type AccountHandlers = Pick<
  Handlers,
  Exclude<
    keyof Handlers,
    `${'snapshot' | 'vault' | 'settings' | 'practice' | 'desktop' | 'activity' | 'notices'}.${string}`
  >
>;

export type Office = {
  readonly calls: AccountHandlers;
  readonly workspace: Workspace;
  readonly attempts: Attempts;
  readonly callbacks: Callbacks;
  readonly questions: DeviceQuestions;
  /** Where callbacks of the browser are listened for. */
  readonly loopbacks: Loopbacks;
  /** Forgets what was opened and not yet imported; for when the window is closed. */
  discardDrafts(): void;
  /**
   * For when the window is locked: besides {@link discardDrafts} takes a token off the clipboard and cancels the
   * sign-ins in the app's own window, which stays in sight.
   */
  endWhatIsOpen(): void;
  readonly https: HttpsClient;
  /** Takes up the sign-ins that waited for the browser when the program ended; needs the vault and the profiles. */
  resume(): Promise<void>;
  /** Makes up for token files that an end at a bad moment left behind; as slow as the drives they lie on. */
  freshenFiles(): Promise<void>;
  readonly renewals: Renewals;
  readonly handOver: HandOver;
  /** Writes today's backup if one is planned and due; to be called at every tick. Never throws. */
  runBackupIfDue(): Promise<void>;
  /**
   * What ending the program now would lose: token requests whose answer is still to come or to be stored, and answers
   * that the disk did not take.
   */
  atStake(): { readonly requests: number; readonly unsaved: number };
  /** Resolves when no token request is under way and what was not stored has been tried again. */
  settle(): Promise<void>;
  /** Lets no token request begin and no callback come any more: the program is about to end. Requests under way go on. */
  stop(): void;
};

/** The calls over certificates, applications, accounts, attempts and requests, and the state they share. */
export function createOffice(deps: OfficeDeps): Office {
  const announce = (changes: readonly Change[]): void => {
    deps.announce(changes);
    void handOver.follow(changes);
  };
  const workspace = createWorkspace(deps.vaultFolder, announce, {
    isRenewing: (accountId) => renewal.isRenewing(accountId),
    now: deps.now,
  });
  const shared = {
    ...deps,
    announce,
    store: () => workspace.store(),
    drafts: createDrafts(),
    takeOverDrafts: createTakeOverDrafts(),
    transferDrafts: createTransferDrafts(),
    pastedToken: createPastedToken(),
    attempts: createAttempts(announce),
    callbacks: createCallbacks(),
    questions: createDeviceQuestions(announce),
    loopbacks: createLoopbacks(deps.words),
    https: createHttpsClient(deps.ways),
    tokenTurns: createTokenTurns(),
    unsaved: createUnsaved(),
    traces: createTraces(deps),
  };
  const signIn = createSignIn(shared);
  const renewal = createRenewal({
    ...shared,
    signIn,
    onOutcome(outcome) {
      renewals.noteOutcome(outcome);
      // A vault that was locked meanwhile has no names to tell.
      renewalEnded({ notes: deps.notes, store: shared.store }, outcome).catch(() => undefined);
    },
  });
  const renewals = createRenewals({ ...shared, renewal, isReady: () => workspace.isReady(), chance: Math.random });
  const handOver = createHandOver({ ...shared, ...deps.handOver });
  const { attempts, callbacks, loopbacks, drafts, https, tokenTurns, unsaved } = shared;
  const backup = createBackup({
    ...shared,
    ...deps.transfer,
    isReady: () => workspace.isReady(),
    onBackup: (ending) => void deps.notes.note(backupEnded(ending)),
  });
  const isBusy = (accountId: string): boolean =>
    renewal.isRenewing(accountId) ||
    unsaved.accounts().includes(accountId) ||
    attempts.views().some((attempt) => attempt.accountId === accountId);
  const removeAccount = accountRemoval({ ...shared, handOver });
  const applications = applicationCalls({
    ...shared,
    signIn,
    removeAccount: (accountId) => removalNoted({ notes: deps.notes, store: shared.store }, accountId, removeAccount),
  });
  const calls: AccountHandlers = {
    ...certificateCalls({ ...shared, signIn }),
    ...applications,
    ...companyCalls(shared),
    ...accountCalls({ ...shared, signIn, renewal, handOver, removeAccount }),
    ...claimsCalls(shared),
    ...shared.questions.calls,
    ...renewals.calls,
    ...handOverCalls(handOver),
    ...compromisedCalls({ ...shared, ...deps.handOver }),
    ...requestCalls({
      ...shared,
      renewal,
      used: (accountId) => renewals.used(accountId),
    }),
    ...supportCalls(shared),
    ...transferCalls({ ...shared, ...deps.transfer, backup, isBusy }),
    ...takeOverCalls({ ...shared, saveApplication: applications['applications.save'] }),
  };
  const noted = notedCalls(calls, { notes: deps.notes, store: shared.store });
  function discardDrafts(): void {
    drafts.discardAll();
    shared.takeOverDrafts.discardAll();
    shared.transferDrafts.discardAll();
    shared.pastedToken.discardAll();
  }
  return {
    calls: noted,
    workspace,
    attempts,
    callbacks,
    questions: shared.questions,
    loopbacks,
    discardDrafts,
    endWhatIsOpen() {
      discardDrafts();
      void handOver.clearClipboard();
      attempts.endWindows();
    },
    https,
    renewals,
    handOver,
    runBackupIfDue: () => backup.runIfDue(),
    resume: async () => {
      if (workspace.isReady()) await signIn.resume();
    },
    freshenFiles: async () => {
      if (workspace.isReady()) await handOver.catchUp();
    },
    atStake: () => ({ requests: tokenTurns.count(), unsaved: unsaved.accounts().length }),
    stop() {
      renewals.stop();
      // A code that came now could not be exchanged any more: it waits in the browser's address bar instead.
      loopbacks.closeAll();
      tokenTurns.close();
    },
    async settle() {
      await tokenTurns.idle();
      await unsaved.saveAllAgain();
    },
  };
}
