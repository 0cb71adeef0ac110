import { useState } from 'react';
import { useTranslation } from '../../i18n/use-translation.ts';
import type { CallInput } from '../../../electron/contract/contract.ts';
import type { Failure } from '../../../electron/contract/failure.ts';
import type { Route } from '../../../electron/contract/route.ts';
import type { AccountView, AttemptView, Snapshot } from '../../../electron/contract/snapshot.ts';
import { useDesk, useSnapshot } from '../../state/context.ts';
import { shortName } from '../../i18n/short-name.ts';
import { useAnnounce } from '../../ui/announcer.tsx';
import { pinProblem, type PinProblem } from '../certificates/pin-problem.ts';
import { attemptOf } from './attempt-of.ts';

/** What signs in where; without the PIN, which is asked for when it is needed. */
export type SignInRequest = Omit<CallInput<'accounts.signIn'>, 'pin'>;

type Phase =
  | { readonly kind: 'pin'; readonly problem: PinProblem | null }
  | {
      readonly kind: 'running';
      readonly request: SignInRequest;
      /** The ids of the attempts that were under way when it began: others', or earlier ones. */
      readonly before: ReadonlySet<string>;
    }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** One sign-in from the press of its button to its account or its failure. */
export function useSignIn(onAccount: (accountId: string) => void) {
  const { t } = useTranslation();
  const { bridge, projection, formats } = useDesk();
  const announce = useAnnounce();
  const [phase, setPhase] = useState<Phase | null>(null);
  const attempt = useSnapshot(({ attempts }) => ownAttempt(phase, attempts));

  async function run(request: SignInRequest, pin: string | null): Promise<void> {
    const { accounts: before = {}, attempts = {} } = projection.get() ?? {};
    setPhase({ kind: 'running', request, before: new Set(Object.keys(attempts)) });
    const answer = await bridge.call('accounts.signIn', { ...request, pin });
    if (answer.ok) {
      setPhase(null);
      const snapshot = projection.get();
      const account = snapshot?.accounts[answer.value.accountId];
      if (account?.accessToken) {
        const holder = account.holder || (snapshot?.applications[account.applicationId]?.name ?? '');
        const time = formats.clock(account.accessToken.expiresAt, Date.now());
        announce(
          answer.value.isShared
            ? t('signIn.shared', { time })
            : t(`signIn.${endingOf(account.route, before[account.id])}`, { holder: shortName(holder), time }),
        );
      }
      onAccount(answer.value.accountId);
    } else if (answer.failure.code === 'pin-needed' || answer.failure.code === 'p12-wrong-password') {
      setPhase({ kind: 'pin', problem: pinProblem(answer.failure, pin) });
    } else {
      setPhase({ kind: 'failed', failure: answer.failure });
    }
  }

  return {
    phase,
    /** Its attempt; null unless it runs and main has begun. */
    attempt,
    /** Starts, asking for the PIN first where the key is not kept. */
    start(request: SignInRequest): void {
      const certificate = projection.get()?.certificates[request.certificateId ?? ''];
      if (certificate?.key === 'asked') setPhase({ kind: 'pin', problem: null });
      else void run(request, null);
    },
    withPin: (request: SignInRequest, pin: string) => void run(request, pin),
    /** Stops it, if it runs. */
    cancel(): void {
      const own = ownAttempt(phase, projection.get()?.attempts ?? {});
      if (own !== null) void bridge.call('attempts.cancel', { attemptId: own.id });
    },
  };
}

function ownAttempt(phase: Phase | null, attempts: Snapshot['attempts']): AttemptView | null {
  return phase?.kind === 'running' ? attemptOf(attempts, phase.request, phase.before) : null;
}

export type SignInRun = ReturnType<typeof useSignIn>;

/** What is said at the end: nobody signs in with keys alone, and who had tokens hears that they were replaced. */
function endingOf(route: Route | null, before: AccountView | undefined): 'fetched' | 'again' | 'done' {
  if (route === 'client-credentials') return 'fetched';
  return before?.accessToken == null ? 'done' : 'again';
}
