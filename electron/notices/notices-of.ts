import { maskPersonalNumbers } from '../contract/personal-numbers.ts';
import type { NoticeStage, NoticeView } from '../contract/notice-view.ts';
import type { AccountView, ApplicationView, CertificateView, ProfileView, Snapshot } from '../contract/snapshot.ts';
import { isSnoozed, type Snooze } from './notice-memory.ts';
import { stageOf } from './stages.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Within this of an end somebody is needed, not soon but now, ms. */
const NEAR_MS = 7 * DAY_MS;
/** An ended certificate that nothing needs yet is told of for so long, ms; later the sign-in it is for is. */
const ENDED_TOLD_MS = 30 * DAY_MS;
/** So far ahead of this computer's clock a token may have been obtained before the clock is called wrong, ms. */
const CLOCK_SLACK_MS = HOUR_MS;

/** What notices are made of; all of it is public. */
export type NoticeFacts = Pick<
  Snapshot,
  'accounts' | 'applications' | 'certificates' | 'profiles' | 'backup' | 'away'
> & {
  readonly snoozes: readonly Snooze[];
};

/** An account with what it refers to. */
type Facts = {
  readonly account: AccountView;
  readonly application: ApplicationView;
  readonly profile: ProfileView;
  readonly certificate: CertificateView | undefined;
};

type Severity = NoticeView['severity'];
type Deadline = { readonly facts: Facts; readonly endsAt: number };

/**
 * All that somebody should know or do at `now` (epoch ms), the most pressing first, without what is put off. One notice
 * a kind and holder, however many accounts it is about. Accounts that rest until they are used (Skatteverket, S21) are
 * in none of them but that of their certificate.
 */
export function noticesOf(facts: NoticeFacts, now: number): readonly NoticeView[] {
  const all = Object.values(facts.accounts).flatMap((account): Facts[] => {
    const application = facts.applications[account.applicationId];
    const profile = facts.profiles.find(({ id }) => id === application?.profile);
    const certificate = account.certificateId === null ? undefined : facts.certificates[account.certificateId];
    return application && profile ? [{ account, application, profile, certificate }] : [];
  });
  // Only these live on without being used, so only their deadlines are anybody's business.
  const lasting = all.filter(({ profile }) => isLasting(profile));
  const here = lasting.filter(({ account }) => account.standing === 'here');
  return [
    ...awayNotice(facts, here),
    ...clockNotice(all, now),
    ...certificateNotices(all, now),
    ...signInNotices(here, now),
    ...renewalNotices(here, now),
    ...otherCopyNotices(here, now),
    ...oldCopyNotices(here, now),
    ...elsewhereNotices(lasting, now),
    ...backupNotice(facts.backup, now),
  ]
    .filter((notice) => !isSnoozed(facts.snoozes, notice, now))
    .sort((a, b) => rank(a) - rank(b) || endOf(a) - endOf(b) || (a.id < b.id ? -1 : 1));
}

/** How many of the notices somebody has to act on now: what the tray counts. */
export function needsPersonCount(notices: readonly NoticeView[]): number {
  return notices.filter(({ severity }) => severity === 'needs-person').length;
}

function rank({ kind, severity }: NoticeView): number {
  return kind === 'away' ? -1 : ['needs-person', 'soon', 'to-know'].indexOf(severity);
}

function endOf(notice: NoticeView): number {
  return 'endsAt' in notice ? notice.endsAt : 0;
}

/** Its programs count on a token that lives for months, and a person with a certificate begins it anew. */
function isLasting({ renewal, needsCertificate }: ProfileView): boolean {
  return renewal === 'refresh-token' && needsCertificate;
}

/** Until when programs work, epoch ms; null where it never had a token, or has another registration's. */
function programsUntil({ accessToken }: AccountView): number | null {
  return accessToken?.expiresAt ?? null;
}

/** Until when nobody has to sign in, epoch ms; null as above. */
function personNotNeededUntil(account: AccountView): number | null {
  const until = programsUntil(account);
  if (until === null || account.renewsItselfAt === null) return until;
  return Math.max(until, account.refreshToken?.expiresAt ?? 0);
}

/** Whether the program has nothing left to renew it with, or was told that it cannot. */
function isStuck({ renewsItselfAt, hasOtherCopy, answerLost }: AccountView): boolean {
  return renewsItselfAt === null && !hasOtherCopy && !answerLost;
}

function severityOf(endsAt: number, now: number): Severity {
  const stage = stageOf(endsAt, now);
  if (stage === null || stage === 60) return 'to-know';
  return endsAt - now <= NEAR_MS ? 'needs-person' : 'soon';
}

/** What hangs together: a holder's certificate, or the application where none is known here. */
function subjectOf({ account }: Facts): string {
  return account.certificateId ?? account.applicationId;
}

function holderOf({ account, application }: Facts): string {
  return maskPersonalNumbers(account.holder === '' ? application.name : account.holder);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyArray<readonly [string, readonly T[]]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups];
}

/** One notice for each holder of `deadlines`, made by `make` from the earliest end. */
function byHolder(
  deadlines: readonly Deadline[],
  make: (input: {
    readonly subject: string;
    readonly shared: { readonly holder: string; readonly accounts: string[]; readonly endsAt: number };
    readonly group: readonly Deadline[];
  }) => NoticeView | null,
): NoticeView[] {
  return grouped(deadlines, ({ facts }) => subjectOf(facts)).flatMap(([subject, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const endsAt = Math.min(...group.map((one) => one.endsAt));
    const accounts = [...new Set(group.map(({ facts }) => facts.account.id))];
    const notice = make({ subject, shared: { holder: holderOf(first.facts), accounts, endsAt }, group });
    return notice ? [notice] : [];
  });
}

/** The deadlines of those for which `endsAt` knows one. */
function deadlinesOf(all: readonly Facts[], endsAt: (account: AccountView) => number | null): readonly Deadline[] {
  return all.flatMap((facts) => {
    const end = endsAt(facts.account);
    return end === null ? [] : [{ facts, endsAt: end }];
  });
}

function snoozeAt(stage: NoticeStage): NoticeView['snooze'] {
  return stage === 0 ? 'tomorrow' : 'next-threshold';
}

/** Nobody needs to hear of a certificate that nothing hangs on. */
function certificateNotices(all: readonly Facts[], now: number): NoticeView[] {
  const users = all.flatMap((facts) =>
    facts.certificate && facts.account.standing === 'here' ? [{ facts, endsAt: facts.certificate.notAfter }] : [],
  );
  return byHolder(users, ({ subject, shared, group }) => {
    const { endsAt } = shared;
    const stage = stageOf(endsAt, now);
    if (stage === null) return null;
    // Where tokens live on without it, its end is no trouble until somebody has to sign in.
    const isNeeded = group.some(({ facts: { account, profile } }) => {
      const until = isLasting(profile) ? personNotNeededUntil(account) : endsAt;
      return until !== null && until <= Math.max(endsAt, now) + NEAR_MS;
    });
    if (stage === 0 && !isNeeded && now - endsAt > ENDED_TOLD_MS) return null;
    const severity = severityOf(endsAt, now);
    return {
      kind: 'certificate-ends',
      id: `certificate-ends:${subject}:${stage}`,
      severity: severity === 'needs-person' && !isNeeded ? 'soon' : severity,
      snooze: snoozeAt(stage),
      stage,
      ...shared,
    };
  });
}

/** Sign-ins that will be needed, and those that are. */
function signInNotices(here: readonly Facts[], now: number): NoticeView[] {
  const isNeeded = ({ account }: Facts): boolean =>
    isStuck(account) && (account.lastFailure !== null || (programsUntil(account) ?? 0) <= now);
  const coming = here.filter((facts) => !facts.account.hasOtherCopy && !facts.account.answerLost && !isNeeded(facts));
  return [
    ...byHolder(deadlinesOf(here.filter(isNeeded), programsUntil), ({ subject, shared }) => ({
      kind: 'sign-in-needed',
      id: `sign-in-needed:${subject}`,
      severity: severityOf(shared.endsAt, now) === 'needs-person' ? 'needs-person' : 'soon',
      snooze: 'tomorrow',
      ...shared,
    })),
    ...byHolder(
      deadlinesOf(coming, personNotNeededUntil).filter(({ endsAt }) => endsAt > now && stageOf(endsAt, now) !== null),
      ({ subject, shared }) => {
        const stage = stageOf(shared.endsAt, now);
        if (stage === null) return null;
        return {
          kind: 'sign-in-by',
          id: `sign-in-by:${subject}:${stage}`,
          severity: severityOf(shared.endsAt, now),
          snooze: snoozeAt(stage),
          stage,
          ...shared,
        };
      },
    ),
  ];
}

/** Somebody's own decision, not a fault. */
const calmEnds: readonly string[] = ['signin-declined', 'signin-cancelled'];

function renewalNotices(here: readonly Facts[], now: number): NoticeView[] {
  const failing = here.filter(
    ({ account: { lastFailure, renewsItselfAt } }) =>
      lastFailure !== null && renewsItselfAt !== null && !calmEnds.includes(lastFailure.failure.code),
  );
  // What the program asks for once more by itself is nobody's business yet.
  const lost = here.filter(({ account }) => account.answerLost && account.renewsItselfAt === null);
  return [
    ...byHolder(
      deadlinesOf(failing, programsUntil).filter(({ endsAt }) => endsAt - now < NEAR_MS),
      ({ subject, shared }) => ({
        kind: 'renewal-failing',
        id: `renewal-failing:${subject}`,
        severity: 'needs-person',
        snooze: 'tomorrow',
        ...shared,
      }),
    ),
    ...byHolder(deadlinesOf(lost, programsUntil), ({ subject, shared }) => ({
      kind: 'answer-lost',
      id: `answer-lost:${subject}`,
      severity: 'needs-person',
      snooze: 'tomorrow',
      ...shared,
    })),
  ];
}

function otherCopyNotices(here: readonly Facts[], now: number): NoticeView[] {
  const waiting = here.filter(({ account }) => account.hasOtherCopy);
  return byHolder(deadlinesOf(waiting, programsUntil), ({ subject, shared }) => {
    const stage = stageOf(shared.endsAt, now);
    return {
      kind: 'other-copy',
      id: `other-copy:${subject}${stage === null ? '' : `:${stage}`}`,
      severity: severityOf(shared.endsAt, now),
      snooze: stage === 0 ? 'tomorrow' : 'next-threshold',
      ...shared,
    };
  });
}

function oldCopyNotices(here: readonly Facts[], now: number): NoticeView[] {
  const copies = here.flatMap((facts) =>
    facts.account.recipients
      .filter(({ isCurrent, copyExpiresAt }) => !isCurrent && copyExpiresAt - now <= NEAR_MS)
      .map(({ name, copyExpiresAt }) => ({ facts, endsAt: copyExpiresAt, name: maskPersonalNumbers(name) })),
  );
  return byHolder(copies, ({ subject, shared }) => {
    const stage = stageOf(shared.endsAt, now);
    if (stage === null) return null;
    const own = copies.filter(({ facts }) => subjectOf(facts) === subject);
    return {
      kind: 'old-copy',
      id: `old-copy:${subject}:${stage}`,
      severity: 'needs-person',
      snooze: snoozeAt(stage),
      recipients: [...new Set(own.map(({ name }) => name))],
      stage,
      ...shared,
    };
  });
}

/** Until it has ended: then there is nothing left here to know of. */
function elsewhereNotices(lasting: readonly Facts[], now: number): NoticeView[] {
  const elsewhere = lasting.filter(({ account }) => account.standing !== 'here');
  const ending = deadlinesOf(elsewhere, programsUntil).filter(({ endsAt }) => endsAt > now && endsAt - now <= NEAR_MS);
  return byHolder(ending, ({ subject, shared }) => {
    const stage = stageOf(shared.endsAt, now);
    if (stage === null) return null;
    const id = `elsewhere-ends:${subject}:${stage}`;
    return { kind: 'elsewhere-ends', id, severity: 'to-know', snooze: snoozeAt(stage), stage, ...shared };
  });
}

function backupNotice(backup: NoticeFacts['backup'], now: number): NoticeView[] {
  if (backup?.lastFailure == null) return [];
  const { lastAt, lastFailure } = backup;
  const isOld = now - (lastAt ?? lastFailure.at) > NEAR_MS;
  const severity = isOld ? 'needs-person' : 'soon';
  return [{ kind: 'backup-failing', id: 'backup-failing', severity, snooze: 'tomorrow', lastAt }];
}

function clockNotice(all: readonly Facts[], now: number): NoticeView[] {
  const obtainedAt = Math.max(0, ...all.map(({ account }) => account.accessToken?.obtainedAt ?? 0));
  if (obtainedAt - now <= CLOCK_SLACK_MS) return [];
  return [{ kind: 'clock-behind', id: 'clock-behind', severity: 'needs-person', snooze: 'tomorrow', obtainedAt }];
}

function awayNotice({ away, accounts }: NoticeFacts, here: readonly Facts[]): NoticeView[] {
  if (away === null) return [];
  const helpless = away.needPerson.filter((id) => accounts[id] !== undefined);
  const needCertificate = here.filter(({ account }) => helpless.includes(account.id) && isStuck(account)).length;
  const needPerson = helpless.length - needCertificate;
  if (away.renewed + helpless.length === 0) return [];
  const { since, renewed } = away;
  return [{ kind: 'away', id: 'away', severity: 'to-know', snooze: null, since, renewed, needCertificate, needPerson }];
}
