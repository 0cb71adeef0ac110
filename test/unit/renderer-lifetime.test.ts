import { describe, expect, it } from 'vitest';
import type { Failure } from '../../electron/contract/failure.ts';
import {
  accountState,
  attentionRank,
  countDue,
  endsSoon,
  lifeLeft,
  renewableUntil,
} from '../../renderer/state/lifetime.ts';
import { sortAccounts, type Authority } from '../../renderer/state/sorted-accounts.ts';
import {
  accessToken,
  accountView,
  anafProfile,
  applicationView,
  certificateView,
  orgProfile,
  perProfile,
  snapshotView,
} from '../fixtures/renderer-views.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const now = 1000 * DAY;

/** The ids of an authority's accounts, in their order. */
const sortedIds = (snapshot: Parameters<typeof sortAccounts>[1], authority: Authority): readonly string[] =>
  sortAccounts(null, snapshot, now, new Intl.Collator('en', { numeric: true }))
    .list.filter((one) => one.authority === authority)
    .map(({ id }) => id);

const anaf = (account: Parameters<typeof accountView>[0], certificate = certificateView()) =>
  accountState(
    { account: accountView(account), application: applicationView(anafProfile), certificate, profile: anafProfile },
    now,
  );
const org = (account: Parameters<typeof accountView>[0], certificate = certificateView()) =>
  accountState(
    { account: accountView(account), application: applicationView(orgProfile), certificate, profile: orgProfile },
    now,
  );
const per = (account: Parameters<typeof accountView>[0]) =>
  accountState(
    {
      account: accountView({ certificateId: null, holder: '', ...account }),
      application: applicationView(perProfile),
      certificate: undefined,
      profile: perProfile,
    },
    now,
  );
const living = accessToken(now - 10 * DAY, now + 80 * DAY);
const ended = accessToken(now - 100 * DAY, now - 10 * DAY);
const refresh = (days: number) => ({ expiresAt: now + days * DAY, isCertain: true });
const failed = (failure: Failure) => ({ lastFailure: { at: now, failure } });

describe('an account that programs live on (ANAF)', () => {
  it('is valid while both tokens live', () => {
    expect(anaf({ accessToken: living, refreshToken: refresh(300) })).toBe('valid');
  });

  it('needs one click, not a person, when only the access token has ended', () => {
    expect(anaf({ accessToken: ended, refreshToken: refresh(250) })).toBe('renewalDue');
  });

  it('needs a person soon when everything ends within a month', () => {
    const soon = accessToken(now - 70 * DAY, now + 20 * DAY);
    expect(anaf({ accessToken: soon, refreshToken: refresh(12) })).toBe('signInSoon');
    expect(anaf({ accessToken: soon, refreshToken: refresh(31) })).toBe('valid');
  });

  it('needs a person once nothing lives', () => {
    expect(anaf({ accessToken: ended, refreshToken: refresh(-1) })).toBe('signInNeeded');
    expect(anaf({ accessToken: ended, refreshToken: null })).toBe('signInNeeded');
  });

  it('does not count on a refresh token that was refused', () => {
    const refused = failed({ code: 'signin-needed', reason: 'refused' });
    const account = { accessToken: ended, refreshToken: refresh(200), ...refused };
    expect(anaf(account)).toBe('signInNeeded');
    expect(renewableUntil(accountView(account))).toBeNull();
  });

  it('does not ask for a new certificate while its tokens live', () => {
    const over = certificateView({ notAfter: now - DAY });
    expect(anaf({ accessToken: living, refreshToken: refresh(300) }, over)).toBe('valid');
    expect(anaf({ accessToken: ended, refreshToken: null }, over)).toBe('certificateEnded');
  });
});

describe('an account that is not renewed as usual', () => {
  it('needs nobody here where another computer renews it, whatever has ended', () => {
    const over = { accessToken: ended, refreshToken: null };
    expect(anaf({ ...over, standing: 'moved' })).toBe('moved');
    expect(anaf({ ...over, standing: 'only-looking' }, certificateView({ notAfter: now }))).toBe('onlyLooking');
    expect(attentionRank('moved')).toBe(attentionRank('valid'));
    expect(attentionRank('onlyLooking')).toBe(attentionRank('valid'));
  });

  it('says that an answer was lost while the old refresh token may still do, before what can wait', () => {
    const lost = {
      answerLost: true,
      ...failed({ code: 'authority-unreachable', host: 'a', cause: 'reset', detail: '' }),
    };
    expect(anaf({ accessToken: ended, refreshToken: refresh(200), ...lost })).toBe('answerLost');
    expect(anaf({ accessToken: living, refreshToken: refresh(10), ...lost })).toBe('answerLost');
    expect(anaf({ accessToken: ended, refreshToken: refresh(-1), ...lost })).toBe('signInNeeded');
    expect(per({ accessToken: ended, refreshToken: refresh(-1), ...lost })).toBe('failed');
    expect(attentionRank('answerLost')).toBeGreaterThan(attentionRank('signInNeeded'));
    expect(attentionRank('answerLost')).toBeLessThan(attentionRank('signInSoon'));
  });

  it('needs a sign-in once the authority takes its refresh token no more, and not because a sign-in was refused', () => {
    const refused = (error: string) =>
      failed({ code: 'authority-refused', stage: 'token', status: 400, error, description: '', explanation: null });
    const account = { accessToken: ended, refreshToken: refresh(200) };
    expect(anaf({ ...account, ...refused('invalid_request'), needsSignIn: true })).toBe('signInNeeded');
    expect(anaf({ ...account, ...refused('invalid_client') })).toBe('failed');
    expect(anaf({ ...account, ...refused('invalid_grant') })).toBe('failed');
  });
});

describe('what is due', () => {
  const count = (...accounts: Parameters<typeof accountView>[0][]) =>
    countDue(Object.fromEntries(accounts.map((part, index) => [String(index), accountView(part)])), now);

  it('is what the program would renew now and does not already', () => {
    expect(count({ renewsItselfAt: now }, { renewsItselfAt: now - DAY }, { renewsItselfAt: now + 1 }, {})).toBe(2);
    expect(count({ renewsItselfAt: now, isRenewing: true })).toBe(0);
  });
});

describe('an account that fetches when needed (Skatteverket)', () => {
  it('rests when its token has ended, with or without a refresh token', () => {
    expect(org({ accessToken: ended })).toBe('resting');
    expect(per({ accessToken: ended, refreshToken: refresh(1) })).toBe('resting');
    expect(per({ accessToken: ended, refreshToken: refresh(-1) })).toBe('resting');
    expect(per({ accessToken: ended, ...failed({ code: 'signin-needed', reason: 'refresh-limit' }) })).toBe('resting');
  });

  it('is told of its certificate’s end in time', () => {
    expect(org({ accessToken: living }, certificateView({ notAfter: now + 29 * DAY }))).toBe('certificateEnding');
    expect(org({ accessToken: living }, certificateView({ notAfter: now + 31 * DAY }))).toBe('valid');
    expect(org({ accessToken: living }, certificateView({ notAfter: now }))).toBe('certificateEnded');
  });

  it('is not failed when somebody said no', () => {
    expect(per({ accessToken: ended, ...failed({ code: 'signin-declined' }) })).toBe('resting');
    expect(per({ accessToken: ended, ...failed({ code: 'browser-not-opened' }) })).toBe('failed');
  });

  it('ends at its very time', () => {
    expect(org({ accessToken: accessToken(now - HOUR, now) })).toBe('resting');
    expect(org({ accessToken: accessToken(now - HOUR, now + 1) })).toBe('endsSoon');
  });
});

describe('a token near its end', () => {
  const MINUTE = 60_000;
  const hour = (left: number) => accessToken(now + left - HOUR, now + left);

  it('is not called valid in its last five minutes, nor in alarm', () => {
    expect(org({ accessToken: hour(5 * MINUTE + 1) })).toBe('valid');
    expect(org({ accessToken: hour(5 * MINUTE) })).toBe('endsSoon');
    expect(per({ accessToken: hour(1) })).toBe('endsSoon');
    expect(org({ accessToken: hour(0) })).toBe('resting');
  });

  it('needs its one click where programs live on it', () => {
    const last = accessToken(now - 90 * DAY, now + 5 * MINUTE);
    expect(anaf({ accessToken: last, refreshToken: refresh(250) })).toBe('renewalDue');
    expect(anaf({ accessToken: accessToken(now - 90 * DAY, now + HOUR), refreshToken: refresh(250) })).toBe('valid');
  });

  it('has the last tenth of a short life, if that is less', () => {
    expect(endsSoon({ obtainedAt: 0, expiresAt: 10 * MINUTE }, 9 * MINUTE - 1)).toBe(false);
    expect(endsSoon({ obtainedAt: 0, expiresAt: 10 * MINUTE }, 9 * MINUTE)).toBe(true);
    expect(endsSoon({ obtainedAt: 0, expiresAt: 10 * MINUTE }, 10 * MINUTE)).toBe(false);
  });
});

describe('an application that is not whole', () => {
  const state = (missing: ReturnType<typeof applicationView>['missing']) =>
    accountState(
      {
        account: accountView({ accessToken: living }),
        application: applicationView(orgProfile, { missing }),
        certificate: certificateView(),
        profile: orgProfile,
      },
      now,
    );

  it('is said in the row only where nobody can sign in with it (S16)', () => {
    expect(state(['apigwClientId', 'apigwClientSecret'])).toBe('valid');
    expect(state(['clientSecret', 'apigwClientSecret'])).toBe('incomplete');
  });

  it('can wait for what only a sign-in needs while its tokens are renewed (R21)', () => {
    const takenOver = (missing: ReturnType<typeof applicationView>['missing'], days: number) =>
      accountState(
        {
          account: accountView({ accessToken: living, refreshToken: refresh(days) }),
          application: applicationView(anafProfile, { missing }),
          certificate: undefined,
          profile: anafProfile,
        },
        now,
      );
    expect(takenOver(['redirectUris'], 200)).toBe('valid');
    expect(takenOver(['redirectUris'], -1)).toBe('incomplete');
    expect(takenOver(['redirectUris', 'clientSecret'], 200)).toBe('incomplete');
  });
});

describe('what is left of a life', () => {
  it('stays between nothing and all', () => {
    expect(lifeLeft(0, 100, 25)).toBe(0.75);
    expect(lifeLeft(0, 100, 200)).toBe(0);
    expect(lifeLeft(50, 100, 0)).toBe(1);
    expect(lifeLeft(100, 100, 50)).toBe(0);
  });
});

describe('the order of the list', () => {
  const by = <T extends { id: string }>(list: readonly T[]) => Object.fromEntries(list.map((one) => [one.id, one]));
  const snapshot = snapshotView({
    mode: 'practice',
    certificates: by([certificateView()]),
    applications: by([anafProfile, orgProfile, perProfile].map((profile) => applicationView(profile))),
    accounts: by([
      accountView({ id: 'valid-b', holder: 'B', accessToken: living, refreshToken: refresh(300) }),
      accountView({ id: 'valid-a', holder: 'A', accessToken: living, refreshToken: refresh(300) }),
      accountView({ id: 'click', holder: 'C', accessToken: ended, refreshToken: refresh(300) }),
      accountView({ id: 'person', holder: 'D', accessToken: ended }),
      accountView({ id: 'personal', holder: '', certificateId: null, applicationId: 'application skatteverket-per' }),
      accountView({ id: 'orphan', applicationId: 'gone', accessToken: living }),
    ]),
  });

  it('puts who needs somebody first, then goes by name', () => {
    expect(sortedIds(snapshot, 'anaf')).toEqual(['person', 'click', 'valid-a', 'valid-b', 'orphan']);
  });

  it('goes by the first company where companies are entered', () => {
    const company = (id: string, name: string) =>
      accountView({
        id,
        holder: 'Z',
        companies: [{ number: '1', name }],
        accessToken: living,
        refreshToken: refresh(300),
      });
    const accounts = by([...Object.values(snapshot.accounts), company('alfa', 'A0'), company('nameless', '')]);
    const sorted = sortedIds({ ...snapshot, accounts }, 'anaf');
    expect(sorted).toEqual(['person', 'click', 'nameless', 'valid-a', 'alfa', 'valid-b', 'orphan']);
  });

  it('keeps each authority to itself, and loses no account', () => {
    expect(sortedIds(snapshot, 'skatteverket')).toEqual(['personal']);
  });
});
