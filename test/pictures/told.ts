import type { AccountView, AttemptView, Change } from '../../electron/contract/snapshot.ts';
import { everyState, found } from './people.ts';
import type { Stage } from './stage.ts';

// What main tells its window in states that take weeks, a hardware token or a thousand accounts to come about.

const dayMs = 86_400_000;
const now = (): number => Date.now();

/** A notice of each kind that needs somebody, and some that do not. */
export const manyNotices: Extract<Change, { kind: 'notices' }> = {
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
    {
      kind: 'renewal-failing',
      id: 'seven',
      severity: 'soon',
      snooze: 'tomorrow',
      holder: 'Popescu Maria',
      accounts: ['due', 'lost'],
      endsAt: now() + 5 * dayMs,
    },
    {
      kind: 'elsewhere-ends',
      id: 'eight',
      severity: 'soon',
      snooze: 'next-threshold',
      holder: 'Popescu Maria',
      accounts: ['moved'],
      endsAt: now() + 12 * dayMs,
      stage: 14,
    },
    { kind: 'clock-behind', id: 'nine', severity: 'to-know', snooze: null, obtainedAt: now() + dayMs },
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

/** A token that is on the clipboard for that program. */
export function clipboardHolds(recipientName: string): Change {
  return {
    kind: 'hand-over',
    value: { clipboard: { accountId: 'due', recipientName, clearsAt: now() + 50_000 }, fileProblems: {} },
  };
}

/** Programs with copies of an account's tokens: one with an old one, one whose file was changed, one of another computer. */
export async function programsWithCopies(stage: Stage): Promise<Change[]> {
  const told = await everyState(stage);
  const due = told.flatMap((change) => (change.kind === 'accounts' && change.id === 'due' ? [change.value] : []));
  const account = found(due[0]);
  const common = { path: null, handedAt: now() - 40 * dayMs, copyExpiresAt: now() + 6 * dayMs, isCurrent: false };
  const recipients: AccountView['recipients'] = [
    { ...common, id: 'saga', name: 'SAGA C', way: 'clipboard' },
    { ...common, id: 'bill', name: 'SmartBill', way: 'file', path: '/home/anna/Jetoane/smartbill.token' },
    { ...common, id: 'nexus', name: 'Nexus ERP', way: 'file-elsewhere', isCurrent: null },
  ];
  const accessToken = account.accessToken && { ...account.accessToken, expiresAt: now() + 30 * dayMs };
  return [
    { kind: 'accounts', id: account.id, value: { ...account, accessToken, recipients } },
    { kind: 'hand-over', value: { clipboard: null, fileProblems: { bill: 'changed' } } },
  ];
}

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

/** A sign-in by a hardware token that is under way, since before the window was there, for the account of ANAF. */
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
    startedAt: now() - 60_000,
    deadline: now() + 540_000,
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
