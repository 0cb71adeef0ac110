import type { KillEvent } from './kill-events.ts';

/** What killing has shown so far. */
export type KillVerdict = {
  /** Accounts that were lost, shown as what they were not, or gone, where that could have been avoided; why each. */
  readonly failures: readonly string[];
  /** Strict single use only: losses whose kill fell between "request sent" and "fsync returned". */
  readonly unavoidable: number;
  /** Kills that fell into that window for one account or more. */
  readonly killsInWindow: number;
  /** ms from "request sent" to "fsync returned", of each renewal that came to its end. */
  readonly windowsMs: readonly number[];
  /** Renewals that ended well. */
  readonly renewed: number;
};

export type KillLedger = {
  take(event: KillEvent): void;
  /** The process is dead and its last event taken. */
  killed(): void;
  /** A failure that no event tells of. */
  fault(why: string): void;
  /** Accounts whose renewal was under way at a kill, and has not been settled since. */
  inDoubt(): string[];
  /** Accounts that cannot be renewed any more. */
  lost(): string[];
  /** The account has been signed in anew. */
  replaced(id: string): void;
  verdict(): KillVerdict;
};

type Account = {
  /** When the request was sent whose answer is not durable yet; null where there is none. */
  sentAt: number | null;
  hasAnswer: boolean;
  isInDoubt: boolean;
  shownObtainedAt: number;
  isLost: boolean;
};

/**
 * Judges what the renewing process told and what was found afterwards.
 * @param isStrict the authority takes each refresh token once; otherwise it has a grace, and nothing may be lost at all
 */
export function createKillLedger(ids: readonly string[], isStrict: boolean): KillLedger {
  const accounts = new Map<string, Account>(ids.map((id) => [id, settled()]));
  const failures: string[] = [];
  const windowsMs: number[] = [];
  let unavoidable = 0;
  let killsInWindow = 0;
  let renewed = 0;

  function settled(): Account {
    return { sentAt: null, hasAnswer: false, isInDoubt: false, shownObtainedAt: 0, isLost: false };
  }

  function takeOpen(event: Extract<KillEvent, { kind: 'open' }>): void {
    if (event.unreadable > 0) failures.push(`${event.unreadable} unreadable files`);
    const stored = new Map(event.accounts.map(({ id, obtainedAt }) => [id, obtainedAt]));
    for (const [id, account] of accounts) {
      const obtainedAt = stored.get(id);
      if (obtainedAt === undefined) failures.push(`${id}: deleted`);
      else if (obtainedAt < account.shownObtainedAt) failures.push(`${id}: shown as renewed, and was not`);
      // Told once.
      account.shownObtainedAt = Math.min(account.shownObtainedAt, obtainedAt ?? 0);
      if (obtainedAt === undefined) account.isLost = true;
    }
  }

  function takeRefusal(id: string, account: Account, code: string): void {
    if (account.isLost) return;
    account.isLost = true;
    account.sentAt = null;
    // Any other failure is not what becomes of a spent token.
    const isSpent = /^(signin-needed|authority-refused)/.test(code);
    if (isStrict && isSpent && account.isInDoubt) unavoidable += 1;
    else failures.push(`${id}: cannot be renewed (${code})${account.isInDoubt ? ', killed in the window' : ''}`);
  }

  return {
    take(event) {
      if (event.kind === 'open') {
        takeOpen(event);
        return;
      }
      if (event.kind === 'not-open') return void failures.push(`the vault did not open: ${event.state}`);
      if (event.kind === 'opening' || event.kind === 'done' || event.kind === 'settled') return;
      const account = accounts.get(event.id);
      if (!account) return void failures.push(`${event.id}: not an account of this run`);
      switch (event.kind) {
        case 'sent':
          account.sentAt = event.at;
          account.hasAnswer = false;
          return;
        case 'answered':
          // A refusal is no answer that could be lost.
          if (event.status === 200) account.hasAnswer = true;
          else account.sentAt = null;
          return;
        case 'durable':
          if (account.sentAt === null || !account.hasAnswer) return;
          windowsMs.push(event.at - account.sentAt);
          account.sentAt = null;
          account.isInDoubt = false;
          return;
        case 'shown':
          account.shownObtainedAt = Math.max(account.shownObtainedAt, event.obtainedAt);
          return;
        case 'gone':
          failures.push(`${event.id}: shown as deleted`);
          return;
        case 'renewed':
          renewed += 1;
          return;
        case 'refused':
          takeRefusal(event.id, account, event.code);
      }
    },
    killed() {
      let isInWindow = false;
      for (const account of accounts.values()) {
        if (account.sentAt === null) continue;
        account.sentAt = null;
        account.isInDoubt = true;
        isInWindow = true;
      }
      if (isInWindow) killsInWindow += 1;
    },
    fault: (why) => void failures.push(why),
    inDoubt: () => [...accounts].flatMap(([id, { isInDoubt, isLost }]) => (isInDoubt && !isLost ? [id] : [])),
    lost: () => [...accounts].flatMap(([id, { isLost }]) => (isLost ? [id] : [])),
    replaced: (id) => void accounts.set(id, settled()),
    verdict: () => ({ failures, unavoidable, killsInWindow, windowsMs, renewed }),
  };
}
