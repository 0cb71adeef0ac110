import { describe, expect, it } from 'vitest';
import type { Failure } from '../../electron/contract/failure.ts';
import type { Snapshot } from '../../electron/contract/snapshot.ts';
import { accountState, lifeLeft, renewableUntil } from '../../renderer/state/lifetime.ts';
import { sortedIds } from '../../renderer/state/sorted-accounts.ts';
import {
  accessToken,
  accountView,
  anafProfile,
  applicationView,
  certificateView,
  orgProfile,
  perProfile,
} from '../fixtures/renderer-views.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const now = 1000 * DAY;

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
    expect(org({ accessToken: accessToken(now - HOUR, now + 1) })).toBe('valid');
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
  const snapshot: Snapshot = {
    version: '0',
    mode: 'practice',
    practicePost: null,
    vault: { state: 'ready', damaged: [] },
    settings: { language: 'en', theme: 'system' },
    profiles: [anafProfile, orgProfile, perProfile],
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
    attempts: {},
  };

  it('puts who needs somebody first, then goes by name', () => {
    expect(sortedIds(snapshot, 'anaf', now, 'en')).toEqual(['person', 'click', 'valid-a', 'valid-b', 'orphan']);
  });

  it('keeps each authority to itself, and loses no account', () => {
    expect(sortedIds(snapshot, 'skatteverket', now, 'en')).toEqual(['personal']);
  });
});
