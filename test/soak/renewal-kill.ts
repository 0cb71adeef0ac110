import { writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { accountKind, applicationKind, type ApplicationRecord } from '../../electron/accounts/records.ts';
import { anafDriver, type AnafDriver } from '../fixtures/anaf-requests.ts';
import { practiceProfiles } from '../fixtures/office.ts';
import { startPractice, type RunningPractice } from '../fixtures/practice.ts';
import { bundleScript } from './bundle.ts';
import { exactly } from './exact-wait.ts';
import type { KillEvent, KillOrder } from './kill-events.ts';
import { createKillLedger, type KillLedger, type KillVerdict } from './kill-ledger.ts';
import { startKilledProcess } from './killed-process.ts';
import { medianOf } from './median.ts';
import type { SoakEntry, SoakResult, SoakRun } from './soak-entry.ts';
import { accountOf, anafApplication, openSoakOffice } from './soak-office.ts';

const killsAtLeast = 300;
const accountCount = 8;
const atOnce = 3;
const graceSeconds = 60;
/** Shares of the kills: before the vault is open, and while what the last kill left in doubt is being renewed. */
const inStartUp = 0.15;
const inRetry = 0.25;
/** ms within which the kill falls, from the vault's opening for those, for the others from the last retry's end. */
const renewingMs = 250;
/** An account's record keeps what it replaced for as long as that lives. */
const accessSeconds = 5;
const openDeadlineMs = 30_000;

type Way = { readonly name: string; readonly isStrict: boolean };

/** Kills the renewing process at random moments of its path, at an authority with a grace and at one without. */
export const renewalKill: SoakEntry = {
  name: 'renewal.kill',
  isRandom: true,
  async run(run) {
    // Side by side: each has an authority, a vault and a process of its own, and mostly waits for the disk.
    const [graceful, strict] = await Promise.all([
      killAt({ name: 'grace', isStrict: false }, run),
      killAt({ name: 'strict', isStrict: true }, run),
    ]);
    const failures = [...graceful.verdict.failures, ...strict.verdict.failures];
    return {
      tried: graceful.kills + strict.kills,
      failed: failures.length,
      unavoidable: strict.verdict.unavoidable,
      windowMedianMs: medianOf([...graceful.verdict.windowsMs, ...strict.verdict.windowsMs]),
      grace: summaryOf(graceful),
      strict: summaryOf(strict),
      failures: failures.slice(0, 20),
    } satisfies SoakResult;
  },
};

type Killed = { readonly kills: number; readonly killsInStartUp: number; readonly verdict: KillVerdict };

function summaryOf({ kills, killsInStartUp, verdict }: Killed): Record<string, number | null> {
  const { failures, unavoidable, killsInWindow, renewed, windowsMs } = verdict;
  const windowMedianMs = medianOf(windowsMs);
  return { kills, failed: failures.length, unavoidable, killsInStartUp, killsInWindow, renewed, windowMedianMs };
}

async function killAt({ name, isStrict }: Way, { random: source, folder: base, until, log }: SoakRun): Promise<Killed> {
  const random = source.named(name);
  const folder = join(base, name);
  await mkdir(folder, { recursive: true });
  const script = await bundleScript('soak/renewal-child.ts', folder);
  const practice = await startPractice({
    switches: { refreshGraceSeconds: isStrict ? 0 : graceSeconds, anafAccessSeconds: accessSeconds },
  });
  try {
    const driver = await anafDriver(practice);
    const world = await makeWorld(practice, driver, join(folder, 'vault'));
    const { ledger } = world;
    let kills = 0;
    let killsInStartUp = 0;
    let startUpMs = 200;
    while (kills < killsAtLeast || Date.now() < until) {
      const draw = random.unit();
      const isEarly = draw < inStartUp;
      const from: KillEvent['kind'] = draw < inStartUp + inRetry ? 'open' : 'settled';
      const order: KillOrder = { ...world.order(), seed: random.below(2 ** 31), mode: 'loop' };
      const child = startKilledProcess<KillEvent>(script, [writeOrder(folder, order)], ledger.take);
      const started = performance.now();
      if (isEarly) await wait(random.unit() * startUpMs);
      else {
        const opened = await child.seen(({ kind }) => kind === from || kind === 'not-open');
        if (from === 'open' && opened) startUpMs = performance.now() - started;
        await exactly(random.unit() * renewingMs);
      }
      child.kill();
      const { bySignal, code, errors } = await child.ended();
      ledger.killed();
      kills += 1;
      if (isEarly) killsInStartUp += 1;
      if (!bySignal) ledger.fault(`the process ended by itself (${code ?? 'signal'}): ${errors.slice(0, 500)}`);
      await world.replaceLost().catch((error: unknown) => {
        ledger.fault(`no new sign-in could be stored: ${error instanceof Error ? error.message : 'an error'}`);
      });
      if (kills % 50 === 0) log(line(name, { kills, killsInStartUp, verdict: ledger.verdict() }));
      if (ledger.verdict().failures.length > 50) break;
    }
    const last = startKilledProcess<KillEvent>(
      script,
      [writeOrder(folder, { ...world.order(), seed: 0, mode: 'verify' })],
      ledger.take,
    );
    const deadline = setTimeout(() => last.kill(), openDeadlineMs);
    const isDone = last.seen(({ kind }) => kind === 'done');
    const { code, errors } = await last.ended();
    clearTimeout(deadline);
    if (code !== 0 || (await isDone) === null)
      ledger.fault(`the last process ended with ${code ?? 'a signal'}: ${errors}`);
    return { kills, killsInStartUp, verdict: ledger.verdict() };
  } finally {
    await practice.stop();
  }
}

function line(name: string, killed: Killed): string {
  const { failures, unavoidable, killsInWindow, renewed } = killed.verdict;
  return (
    `renewal.kill ${name}: ${killed.kills} kills, ${killsInWindow} in the window, ${renewed} renewed, ` +
    `${failures.length} failed, ${unavoidable} unavoidable`
  );
}

type World = {
  readonly ledger: KillLedger;
  order(): Omit<KillOrder, 'seed' | 'mode'>;
  /** Signs the lost accounts in anew, in the vault that nobody else has open now. */
  replaceLost(): Promise<void>;
};

async function makeWorld(practice: RunningPractice, driver: AnafDriver, vaultFolder: string): Promise<World> {
  const profiles = practiceProfiles(practice);
  const application: ApplicationRecord = anafApplication('application', driver.post);
  const ids = Array.from({ length: accountCount }, (_, index) => `account-${index}`);
  const isStrict = (await practice.control.switches()).refreshGraceSeconds === 0;
  const ledger = createKillLedger(ids, isStrict);

  async function signIn(accounts: readonly string[]): Promise<void> {
    const { opening, close } = await openSoakOffice({ vaultFolder, profiles: () => profiles });
    if (opening.state !== 'ready') throw new Error(`the vault is ${opening.state}`);
    await opening.vault.write(applicationKind, application.id, application);
    for (const id of accounts) {
      await opening.vault.write(accountKind, id, accountOf(id, application, await driver.pair(), Date.now()));
    }
    await close();
  }

  await signIn(ids);
  return {
    ledger,
    order: () => ({ vaultFolder, profiles, first: ledger.inDoubt(), without: ledger.lost(), atOnce }),
    async replaceLost() {
      const lost = ledger.lost();
      if (lost.length === 0) return;
      await signIn(lost);
      for (const id of lost) ledger.replaced(id);
    },
  };
}

function writeOrder(folder: string, order: KillOrder): string {
  const path = join(folder, 'order.json');
  writeFileSync(path, JSON.stringify(order));
  return path;
}
