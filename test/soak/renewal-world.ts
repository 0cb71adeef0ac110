import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { AccountRecord, ApplicationRecord } from '../../electron/accounts/records.ts';
import type { Profile } from '../../electron/authorities/schema.ts';
import { anafDriver } from '../fixtures/anaf-requests.ts';
import { practiceProfiles } from '../fixtures/office.ts';
import { startPractice } from '../fixtures/practice.ts';
import { exactly } from './exact-wait.ts';
import type { KillEvent, KillOrder } from './kill-events.ts';
import type { KillLedger } from './kill-ledger.ts';
import { startKilledProcess } from './killed-process.ts';
import { medianOf } from './median.ts';
import { accountOf, anafApplication } from './soak-office.ts';

/** A practice ANAF with a grace, and accounts signed in there, for killing what renews them. */
export type RenewalWorld = {
  readonly profiles: readonly Profile[];
  readonly application: ApplicationRecord;
  signIn(id: string): Promise<AccountRecord>;
  stop(): Promise<void>;
};

const graceSeconds = 60;

export async function startRenewalWorld(): Promise<RenewalWorld> {
  const practice = await startPractice({ switches: { refreshGraceSeconds: graceSeconds } });
  const driver = await anafDriver(practice);
  const application = anafApplication('application', driver.post);
  return {
    profiles: practiceProfiles(practice),
    application,
    signIn: async (id) => accountOf(id, application, await driver.pair(), Date.now()),
    stop: () => practice.stop(),
  };
}

/** When a renewing process is killed: at a share of the time that opening the vault takes, or so long after. */
export type RenewalKill = { readonly opening: number } | { readonly afterOpenMs: number };

/** Renewing processes of one kind: how long they need to open the vault is learnt from those that got there. */
export type RenewalKiller = {
  /**
   * Starts the process and kills it, and tells the ledger; resolves with whether the kill fell while it was opening the
   * vault.
   */
  kill(script: string, folder: string, order: KillOrder, ledger: KillLedger, when: RenewalKill): Promise<boolean>;
  /** Has a process renew every account once; a failure of it goes to the ledger. */
  verify(script: string, folder: string, order: KillOrder, ledger: KillLedger): Promise<void>;
};

const verifyDeadlineMs = 30_000;
const usualOpeningMs = 60;
/** Opening may take this much longer than it mostly does. */
const slack = 1.25;

export function createRenewalKiller(): RenewalKiller {
  const openingMs: number[] = [];
  return {
    async kill(script, folder, order, ledger, when) {
      let opensAt = 0;
      let isOpening = false;
      const child = startKilledProcess<KillEvent>(script, [written(folder, order)], (event) => {
        if (event.kind === 'opening') [opensAt, isOpening] = [performance.now(), true];
        if (event.kind === 'open') {
          openingMs.push(performance.now() - opensAt);
          isOpening = false;
        }
        ledger.take(event);
      });
      if ('opening' in when) {
        await child.seen(({ kind }) => kind === 'opening');
        await exactly(when.opening * slack * (medianOf(openingMs) ?? usualOpeningMs));
      } else {
        await child.seen(({ kind }) => kind === 'open' || kind === 'not-open');
        await exactly(when.afterOpenMs);
      }
      child.kill();
      const { bySignal, code, errors } = await child.ended();
      ledger.killed();
      if (!bySignal) ledger.fault(`the process ended by itself (${code ?? 'signal'}): ${errors.slice(0, 500)}`);
      return isOpening;
    },
    async verify(script, folder, order, ledger) {
      const last = startKilledProcess<KillEvent>(script, [written(folder, { ...order, mode: 'verify' })], ledger.take);
      const deadline = setTimeout(() => last.kill(), verifyDeadlineMs);
      const isDone = last.seen(({ kind }) => kind === 'done');
      const { code, errors } = await last.ended();
      clearTimeout(deadline);
      if (code !== 0 || (await isDone) === null) {
        ledger.fault(`the last process ended with ${code ?? 'a signal'}: ${errors.slice(0, 500)}`);
      }
    },
  };
}

function written(folder: string, order: KillOrder): string {
  const path = join(folder, 'order.json');
  writeFileSync(path, JSON.stringify(order));
  return path;
}
