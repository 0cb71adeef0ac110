import { expect, test } from 'vitest';
import type { NoticeView } from '../../electron/contract/notice-view.ts';
import type { AccountView, CertificateView } from '../../electron/contract/snapshot.ts';
import { noMemory, withSnooze, type NoticeMemory } from '../../electron/notices/notice-memory.ts';
import { needsPersonCount, noticesOf, type NoticeFacts } from '../../electron/notices/notices-of.ts';
import { stageOf } from '../../electron/notices/stages.ts';
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
const NOW = Date.UTC(2026, 10, 20, 12);
const failure = { at: NOW - DAY, failure: { code: 'unexpected', reference: 'r' } } as const;

/** An account of ANAF whose tokens end so many days from now, renewed by the program unless `part` says otherwise. */
function anaf(days: { access: number; refresh?: number }, part: Partial<AccountView> = {}): AccountView {
  return accountView({
    accessToken: accessToken(NOW - DAY, NOW + days.access * DAY),
    refreshToken: days.refresh === undefined ? null : { expiresAt: NOW + days.refresh * DAY, isCertain: true },
    renewsItselfAt: days.refresh === undefined ? null : NOW + DAY,
    ...part,
  });
}

function facts(accounts: readonly AccountView[], part: Partial<NoticeFacts> = {}): NoticeFacts {
  const certificate = certificateView({ notAfter: NOW + 900 * DAY });
  return {
    accounts: Object.fromEntries(accounts.map((account) => [account.id, account])),
    applications: Object.fromEntries(
      [anafProfile, orgProfile, perProfile].map((profile) => [`application ${profile.id}`, applicationView(profile)]),
    ),
    certificates: { certificate },
    profiles: [anafProfile, orgProfile, perProfile],
    backup: null,
    away: null,
    snoozes: [],
    ...part,
  };
}

function withCertificate(days: number, part: Partial<CertificateView> = {}): Pick<NoticeFacts, 'certificates'> {
  return { certificates: { certificate: certificateView({ notAfter: NOW + days * DAY, ...part }) } };
}

/** The notices by id and severity. */
function said(all: NoticeFacts, now = NOW): string[] {
  return noticesOf(all, now).map(({ id, severity }) => `${id} ${severity}`);
}

test('a threshold holds from exactly its days on, and until the next', () => {
  const at = (left: number): unknown => stageOf(NOW + left, NOW);
  for (const days of [60, 30, 14, 7, 1] as const) {
    expect(at(days * DAY)).toBe(days);
    expect(at(days * DAY + 1)).not.toBe(days);
    expect(at(days * DAY - 1)).toBe(days);
  }
  expect(at(60 * DAY + 1)).toBeNull();
  expect(at(1)).toBe(1);
  expect(at(0)).toBe(0);
  expect(at(-400 * DAY)).toBe(0);
});

test('80 accounts of one certificate make one notice a kind', () => {
  const accounts = Array.from({ length: 80 }, (_, index) => anaf({ access: 3, refresh: 10 }, { id: `a${index}` }));
  const notices = noticesOf(facts(accounts, withCertificate(14)), NOW);
  expect(notices.map(({ id }) => id)).toEqual(['sign-in-by:certificate:14', 'certificate-ends:certificate:14']);
  expect(notices.map((notice) => 'accounts' in notice && notice.accounts.length)).toEqual([80, 80]);
});

test('the earliest end of a holder’s accounts gives the threshold, and only those within 60 days are named', () => {
  const accounts = [
    anaf({ access: 5, refresh: 40 }, { id: 'later' }),
    anaf({ access: 5, refresh: 13 }, { id: 'sooner' }),
    anaf({ access: 5, refresh: 300 }, { id: 'far' }),
  ];
  const [notice] = noticesOf(facts(accounts), NOW);
  expect(notice).toMatchObject({ id: 'sign-in-by:certificate:14', accounts: ['later', 'sooner'], severity: 'soon' });
});

test('a certificate counts by what needs it', () => {
  const org = accountView({ applicationId: 'application skatteverket-org' });
  const severity = (account: AccountView, days: number): string[] => said(facts([account], withCertificate(days)));
  // Each token of an organisation is fetched with it: near its end somebody is needed.
  expect(severity(org, 60)).toEqual(['certificate-ends:certificate:60 to-know']);
  expect(severity(org, 30)).toEqual(['certificate-ends:certificate:30 soon']);
  expect(severity(org, 7)).toEqual(['certificate-ends:certificate:7 needs-person']);
  expect(severity(org, -1)).toEqual(['certificate-ends:certificate:0 needs-person']);
  // Tokens of ANAF live on without it.
  const lasting = anaf({ access: 80, refresh: 300 });
  expect(severity(lasting, 7)).toEqual(['certificate-ends:certificate:7 soon']);
  expect(severity(lasting, -30)).toEqual(['certificate-ends:certificate:0 soon']);
  expect(severity(lasting, -31)).toEqual([]);
  // Nobody hears of one that nothing hangs on.
  expect(said(facts([], withCertificate(3)))).toEqual([]);
});

test('Skatteverket accounts at rest are no notice (S21)', () => {
  const ended = accessToken(NOW - 2 * DAY, NOW - DAY);
  const rest = [
    accountView({ id: 'org', applicationId: 'application skatteverket-org', accessToken: ended, lastFailure: failure }),
    accountView({
      id: 'per',
      applicationId: 'application skatteverket-per',
      certificateId: null,
      accessToken: ended,
      refreshToken: { expiresAt: NOW - DAY, isCertain: false },
      lastFailure: { at: NOW, failure: { code: 'signin-needed', reason: 'refresh-token-ended' } },
      answerLost: true,
    }),
  ];
  expect(said(facts(rest))).toEqual([]);
});

test('a sign-in is needed where nothing renews it; programs that still work leave time', () => {
  const refused = { at: NOW, failure: { code: 'signin-needed', reason: 'refused' } } as const;
  const stuck = (access: number): AccountView =>
    anaf({ access, refresh: 300 }, { renewsItselfAt: null, lastFailure: refused });
  expect(said(facts([stuck(80)]))).toEqual(['sign-in-needed:certificate soon']);
  expect(said(facts([stuck(7)]))).toEqual(['sign-in-needed:certificate needs-person']);
  expect(said(facts([stuck(-1)]))).toEqual(['sign-in-needed:certificate needs-person']);
  // An access token alone lives its life; one that never came is nobody's loss.
  expect(said(facts([anaf({ access: 20 })]))).toEqual(['sign-in-by:certificate:30 soon']);
  expect(said(facts([anaf({ access: -1 })]))).toEqual(['sign-in-needed:certificate needs-person']);
  expect(said(facts([accountView()]))).toEqual([]);
});

test('what the program is about to renew by itself is no notice, however long it was off', () => {
  expect(said(facts([anaf({ access: -30, refresh: 200 })]))).toEqual([]);
  expect(said(facts([anaf({ access: 80, refresh: 300 }, { answerLost: true })]))).toEqual([]);
});

test('renewing that fails is told only within a week of the end', () => {
  const failing = (access: number): AccountView => anaf({ access, refresh: 300 }, { lastFailure: failure });
  expect(said(facts([failing(7)]))).toEqual([]);
  expect(said(facts([failing(6.9)]))).toEqual(['renewal-failing:certificate needs-person']);
  const declined = { at: NOW, failure: { code: 'signin-declined' } } as const;
  expect(said(facts([anaf({ access: 3, refresh: 300 }, { lastFailure: declined })]))).toEqual([]);
});

test('a lost answer, another program’s copy, accounts elsewhere', () => {
  const lost = anaf({ access: 80, refresh: 300 }, { answerLost: true, renewsItselfAt: null });
  expect(said(facts([lost]))).toEqual(['answer-lost:certificate needs-person']);
  const copy = (access: number): AccountView =>
    anaf({ access, refresh: 300 }, { hasOtherCopy: true, renewsItselfAt: null, certificateId: null, holder: '' });
  expect(said(facts([copy(80)]))).toEqual(['other-copy:application anaf to-know']);
  expect(said(facts([copy(5)]))).toEqual(['other-copy:application anaf:7 needs-person']);
  const moved = (access: number): AccountView =>
    anaf({ access, refresh: 300 }, { standing: 'moved', renewsItselfAt: null, lastFailure: failure });
  expect(said(facts([moved(8)]))).toEqual([]);
  expect(said(facts([moved(7)]))).toEqual(['elsewhere-ends:certificate:7 to-know']);
  expect(said(facts([moved(0)]))).toEqual([]);
});

test('programs with an old copy are named by name, once each', () => {
  const copy = { id: 'r', way: 'clipboard', path: null, handedAt: NOW - DAY } as const;
  const accounts = ['a', 'b'].map((id) =>
    anaf(
      { access: 80, refresh: 300 },
      {
        id,
        recipients: [
          { ...copy, name: 'Saga', copyExpiresAt: NOW + 5 * DAY, isCurrent: false },
          { ...copy, name: 'New', copyExpiresAt: NOW + 5 * DAY, isCurrent: true },
          { ...copy, name: 'Later', copyExpiresAt: NOW + 8 * DAY, isCurrent: false },
        ],
      },
    ),
  );
  expect(noticesOf(facts(accounts), NOW)).toMatchObject([
    { id: 'old-copy:certificate:7', recipients: ['Saga'], accounts: ['a', 'b'] },
  ]);
});

test('a clock behind, a failing backup, and what happened meanwhile', () => {
  const ahead = (hours: number): AccountView =>
    anaf({ access: 80, refresh: 300 }, { accessToken: accessToken(NOW + (hours * DAY) / 24, NOW + 90 * DAY) });
  expect(said(facts([ahead(1)]))).toEqual([]);
  expect(said(facts([ahead(1.1)]))).toEqual(['clock-behind needs-person']);
  const lastFailure = { at: NOW, reason: 'disk-full' } as const;
  const backup = (days: number): NoticeFacts['backup'] => ({ folder: '/b', lastAt: NOW - days * DAY, lastFailure });
  expect(said(facts([], { backup: backup(1) }))).toEqual(['backup-failing soon']);
  expect(said(facts([], { backup: backup(8) }))).toEqual(['backup-failing needs-person']);
  expect(said(facts([], { backup: { folder: '/b', lastAt: null, lastFailure: null } }))).toEqual([]);
  const stuck = anaf({ access: 3, refresh: 300 }, { id: 'stuck', renewsItselfAt: null, lastFailure: failure });
  const away = { since: NOW - DAY, renewed: 3, needPerson: ['stuck', 'removed meanwhile'] };
  expect(noticesOf(facts([stuck], { away }), NOW)[0]).toMatchObject({
    ...{ kind: 'away', renewed: 3, needCertificate: 1, needPerson: 0, snooze: null },
  });
  expect(said(facts([], { away: { since: NOW, renewed: 0, needPerson: ['removed'] } }))).toEqual([]);
});

test('personal numbers are masked in every name', () => {
  const account = anaf({ access: 3 }, { holder: 'POPESCU ANA 2850101221147' });
  const [notice] = noticesOf(facts([account]), NOW);
  expect(JSON.stringify(notice)).toContain('POPESCU ANA 28');
  expect(JSON.stringify(notice)).not.toContain('2850101221147');
});

test('the most pressing comes first, and the tray counts what needs a person', () => {
  const lastFailure = { at: NOW, reason: 'disk-full' } as const;
  const all = facts([anaf({ access: 3 })], {
    ...withCertificate(50),
    backup: { folder: '/b', lastAt: NOW, lastFailure },
    away: { since: NOW, renewed: 1, needPerson: [] },
  });
  const notices = noticesOf(all, NOW);
  expect(notices.map(({ kind }) => kind)).toEqual(['away', 'sign-in-by', 'backup-failing', 'certificate-ends']);
  expect(needsPersonCount(notices)).toBe(1);
});

function snoozed(all: NoticeFacts, until: 'tomorrow' | 'next-threshold', now = NOW): NoticeFacts {
  const memory = noticesOf(all, now).reduce<NoticeMemory>(
    (before, notice: NoticeView) => withSnooze(before, notice, until, now),
    noMemory,
  );
  return { ...all, snoozes: memory.snoozes };
}

test('put off until tomorrow: gone until this computer’s midnight, back after', () => {
  const all = snoozed(facts([anaf({ access: 13.9 })]), 'tomorrow');
  const local = new Date(NOW);
  const midnight = new Date(local.getFullYear(), local.getMonth(), local.getDate() + 1).getTime();
  expect(said(all)).toEqual([]);
  expect(said(all, midnight - 1)).toEqual([]);
  expect(said(all, midnight)).toEqual(['sign-in-by:certificate:14 soon']);
});

test('put off until its next threshold: passing one shows it again at once', () => {
  const all = snoozed(facts([anaf({ access: 13.9 })]), 'next-threshold');
  const end = NOW + 13.9 * DAY;
  expect(said(all, end - 7 * DAY - 1)).toEqual([]);
  expect(said(all, end - 7 * DAY)).toEqual(['sign-in-by:certificate:7 needs-person']);
  const tomorrow = snoozed(facts([anaf({ access: 7.1 })]), 'tomorrow');
  expect(said(tomorrow, NOW + 0.1 * DAY)).toEqual(['sign-in-by:certificate:7 needs-person']);
});

test('a notice put off is not put off for the next token, nor for years by a clock that was ahead', () => {
  const old = snoozed(facts([anaf({ access: 13 })]), 'next-threshold');
  const renewed = facts([anaf({ access: 13 + 90 })]);
  expect(said({ ...renewed, snoozes: old.snoozes }, NOW + 90 * DAY)).toEqual(['sign-in-by:certificate:14 soon']);
  const tenYears = NOW + 3650 * DAY;
  const ahead = snoozed(facts([anaf({ access: -1 })]), 'tomorrow', tenYears);
  expect(said(ahead, tenYears)).toEqual([]);
  expect(said(ahead, NOW)).toEqual(['sign-in-needed:certificate needs-person']);
});
