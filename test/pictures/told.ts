import type { AttemptView, Change } from '../../electron/contract/snapshot.ts';
import { found } from './people.ts';
import type { Stage } from './stage.ts';

// What main tells its window in states that take weeks, a hardware token or a thousand accounts to come about.

const dayMs = 86_400_000;
const now = (): number => Date.now();

/** A notice of each kind that needs somebody, and some that do not. */
export const manyNotices: Change = {
  kind: 'notices',
  value: [
    {
      kind: 'certificate-ends',
      id: 'one',
      severity: 'needs-person',
      snooze: null,
      holder: 'Dumitrescu Ștefan',
      accounts: ['certificate-ended'],
      endsAt: now() - 3 * dayMs,
      stage: 0,
    },
    {
      kind: 'sign-in-needed',
      id: 'two',
      severity: 'needs-person',
      snooze: 'tomorrow',
      holder: 'Popescu Maria',
      accounts: ['needed'],
      endsAt: now() - 2 * dayMs,
    },
    {
      kind: 'sign-in-by',
      id: 'three',
      severity: 'soon',
      snooze: 'next-threshold',
      holder: 'Popescu Maria',
      accounts: ['soon', 'due'],
      endsAt: now() + 17 * dayMs,
      stage: 30,
    },
    {
      kind: 'old-copy',
      id: 'four',
      severity: 'soon',
      snooze: 'next-threshold',
      holder: 'Popescu Maria',
      accounts: ['due'],
      recipients: ['SAGA C', 'SmartBill'],
      endsAt: now() + 6 * dayMs,
      stage: 7,
    },
    { kind: 'backup-failing', id: 'five', severity: 'to-know', snooze: null, lastAt: now() - 5 * dayMs },
    {
      kind: 'away',
      id: 'six',
      severity: 'to-know',
      snooze: null,
      since: now() - dayMs,
      renewed: 12,
      needCertificate: 2,
      needPerson: 1,
    },
  ],
};

/** Renewing all that are due, half-way. */
export const renewalRunning: Change = {
  kind: 'renewalRun',
  value: { state: 'running', total: 42, renewed: 17, failed: [], waitsUntil: now() + 60_000 },
};

/** Its end, with accounts that could not be renewed. */
export const renewalDone = (...accountIds: readonly string[]): Change => ({
  kind: 'renewalRun',
  value: {
    state: 'done',
    total: 42,
    renewed: 42 - accountIds.length,
    failed: accountIds.map((accountId) => ({
      accountId,
      failure: { code: 'authority-busy', stage: 'token', status: 429, retryAfterSeconds: 60 },
    })),
    waitsUntil: null,
  },
});

/** A sign-in by a hardware token that is under way for the account that ANAF gave its tokens. */
export async function attempt({ snapshot }: Stage): Promise<AttemptView> {
  const { accounts } = await snapshot();
  const account = found(Object.values(accounts).find(({ companies }) => companies.length > 0));
  return {
    id: 'attempt',
    applicationId: account.applicationId,
    accountId: account.id,
    certificateId: null,
    route: 'device-window',
    redirectUri: account.redirectUri,
    arrival: 'caught',
    status: 'waiting',
    startedAt: now(),
    deadline: now() + 600_000,
  };
}

/** It asks which certificate is shown. */
export function certificateQuestion(view: AttemptView): Change[] {
  const certificate = {
    fingerprint: 'ab'.repeat(32),
    holder: 'Popescu Maria',
    issuer: 'certSIGN Qualified CA Class 3 G2',
    serialNumber: '2001abc45f0e11d7',
    notBefore: now() - 300 * dayMs,
    notAfter: now() + 60 * dayMs,
    unfit: null,
  };
  const old = { ...certificate, fingerprint: 'cd'.repeat(32), notAfter: now() - 60 * dayMs, unfit: 'expired' } as const;
  const value = {
    kind: 'certificate',
    attemptId: view.id,
    host: 'logincert.anaf.ro',
    certificates: [certificate, old],
    last: null,
  } as const;
  return [
    { kind: 'attempts', id: view.id, value: view },
    { kind: 'device-questions', id: view.id, value: { ...value, certificates: [...value.certificates] } },
  ];
}

/** It asks for the token's PIN, once more. */
export function pinQuestion(view: AttemptView): Change[] {
  return [
    { kind: 'attempts', id: view.id, value: view },
    {
      kind: 'device-questions',
      id: view.id,
      value: { kind: 'pin', attemptId: view.id, tokenName: 'Popescu Maria (SafeNet eToken)', wrong: 1, triesLeft: 2 },
    },
  ];
}
