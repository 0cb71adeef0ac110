import { describe, expect, it } from 'vitest';
import type { CallInput, CallOutput } from '../../electron/contract/contract.ts';
import type { Bridge, Result } from '../../electron/contract/client.ts';
import type { Failure } from '../../electron/contract/failure.ts';
import type { AccountView, Snapshot } from '../../electron/contract/snapshot.ts';
import { createFetches } from '../../renderer/features/sign-in/fetches.ts';
import { accountView, anafProfile, applicationView, orgProfile } from '../fixtures/renderer-views.ts';

type Renewal = CallInput<'accounts.renew'>;

/** The one button, with a main that answers as told; `asked` is what main was asked for. */
function fetchesWith(answers: readonly (Failure | null)[], part: Partial<AccountView> = {}, profile = anafProfile) {
  const asked: Renewal[] = [];
  const account = accountView({ applicationId: `application ${profile.id}`, hasOtherCopy: true, ...part });
  const snapshot = {
    profiles: [anafProfile, orgProfile],
    applications: { [account.applicationId]: applicationView(profile) },
    accounts: { [account.id]: account },
    certificates: {},
  } as unknown as Snapshot;
  const renew = (input: Renewal): Result<CallOutput<'accounts.renew'>> => {
    asked.push(input);
    const failure = answers[asked.length - 1] ?? null;
    return failure === null ? { ok: true, value: {} } : { ok: false, failure };
  };
  const bridge = {
    call: (_name: string, input: unknown) => Promise.resolve(renew(input as Renewal)),
    onChanges: () => () => undefined,
  } as unknown as Bridge;
  const fetches = createFetches(bridge, { get: () => snapshot, subscribe: () => () => undefined });
  /** Resolves when nothing runs any more. */
  const ended = () =>
    new Promise<void>((resolve) => {
      const stop = fetches.subscribe(() => {
        if (fetches.isRunning(account.id)) return;
        stop();
        resolve();
      });
    });
  const act = async (press: () => void): Promise<void> => {
    const over = ended();
    press();
    await over;
    // What began in that very moment has begun.
    if (fetches.isRunning(account.id)) await ended();
  };
  return { fetches, asked, act, fetch: () => act(() => fetches.fetch(account.id)) };
}

const refused: Failure = {
  code: 'authority-refused',
  stage: 'token',
  status: 400,
  error: 'invalid_grant',
  description: '',
  explanation: null,
};

describe('a pair that another program may hold too (R21)', () => {
  it('is renewed only after its user has said so', async () => {
    const { fetches, asked, fetch, act } = fetchesWith([{ code: 'other-copy-ends' }]);
    await fetch();
    expect(fetches.question()).toEqual({ kind: 'other-copy', accountId: 'account', replaceLiving: false });
    expect(asked.map(({ endsOtherCopy }) => endsOtherCopy)).toEqual([false]);
    expect(fetches.failure('account')).toBeNull();
    await act(fetches.endOtherCopy);
    expect(asked.map(({ endsOtherCopy }) => endsOtherCopy)).toEqual([false, true]);
    expect(fetches.question()).toBeNull();
    expect(fetches.lastEnded()).toEqual({ accountId: 'account', failure: null, replaced: null });
  });

  it('stays as it is when the question is dropped', async () => {
    const { fetches, asked, fetch } = fetchesWith([{ code: 'other-copy-ends' }]);
    await fetch();
    fetches.dropQuestion();
    fetches.endOtherCopy();
    expect(asked).toHaveLength(1);
  });

  it('is not asked about again where it was sent and the answer was lost', async () => {
    const { asked, fetch } = fetchesWith([], { answerLost: true });
    await fetch();
    expect(asked.map(({ endsOtherCopy }) => endsOtherCopy)).toEqual([true]);
  });
});

describe('a refresh token that the authority takes no more', () => {
  it('leads to the sign-in, with why', async () => {
    const { fetches, fetch } = fetchesWith([refused, { code: 'signin-needed', reason: 'answer-lost' }], {
      needsSignIn: true,
    });
    await fetch();
    expect(fetches.question()).toEqual({ kind: 'sign-in', accountId: 'account', reason: 'refused' });
    await fetch();
    expect(fetches.question()).toEqual({ kind: 'sign-in', accountId: 'account', reason: 'answer-lost' });
  });

  it('is a failure like others where the sign-in itself was refused', async () => {
    const { fetches, fetch } = fetchesWith([refused], {}, orgProfile);
    await fetch();
    expect(fetches.question()).toBeNull();
    expect(fetches.failure('account')).toEqual(refused);
  });
});
