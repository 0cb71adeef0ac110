import { setTimeout as wait } from 'node:timers/promises';
import { answerKinds, cutAfter, slowKinds, type AnswerKind } from './fault-answers.ts';
import { diskKinds, type DiskFault } from './fault-disk.ts';
import { keychainTrials } from './fault-keychain.ts';
import { placeTrials } from './fault-places.ts';
import {
  endingOf,
  startFaultWorld,
  wrongWithLater,
  wrongWithRenewal,
  type FaultProgram,
  type FaultWorld,
} from './fault-world.ts';
import { wireTrials } from './fault-wire.ts';
import type { SoakEntry, SoakRun } from './soak-entry.ts';

/** One trial of one kind; resolves with what went wrong, or null. */
export type Trial = { readonly kind: string; readonly run: () => Promise<string | null> };

/** What was tried, and what this machine cannot try. */
export type Trials = { readonly trials: readonly Trial[]; readonly notMeasured: readonly string[] };

/** Longer than the program lets a refresh take. */
const trialDeadlineMs = 150_000;
const cutsAtOnce = 4;
/** Cuts in a row, each a lost answer to the same refresh token, before a renewal is let through. */
const cutsBeforeRenewal = 20;

/**
 * Makes renewals fail in every way there is a kind for, and looks each time whether the account, its tokens and a later
 * renewal are there, and whether the failure has a name.
 */
export const renewalFault: SoakEntry = {
  name: 'renewal.fault',
  isRandom: false,
  async run({ folder, log }: SoakRun) {
    const world = await startFaultWorld(folder);
    const failures: string[] = [];
    const kinds = new Set<string>();
    let tried = 0;
    const attempt = async ({ kind, run }: Trial): Promise<void> => {
      tried += 1;
      kinds.add(kind);
      const late = new AbortController();
      const wrong = await Promise.race([
        run(),
        wait(trialDeadlineMs, 'did not end', { signal: late.signal, ref: false }),
      ]).catch((error: unknown) => `ended by ${error instanceof Error ? error.message : 'an error'}`);
      late.abort();
      if (wrong !== null) failures.push(`${kind}: ${wrong}`);
    };
    try {
      const program = await world.openProgram('answers');
      const slow = slowTrials(world);
      const slowEnds = Promise.all(slow.map(attempt));
      for (const trial of answerTrials(world, program)) await attempt(trial);
      log(`renewal.fault: answers done, ${tried} tried, ${failures.length} failed`);
      for (const trial of await cutTrials(world, attempt)) await attempt(trial);
      log(`renewal.fault: cuts done, ${tried} tried, ${failures.length} failed`);
      const disk = await world.openProgram('disk');
      for (const trial of diskTrials(world, disk)) await attempt(trial);
      await slowEnds;
      const others = [await wireTrials(world), await keychainTrials(world), await placeTrials(world, folder)];
      for (const trial of others.flatMap(({ trials }) => trials)) await attempt(trial);
      await Promise.all([program.close(), disk.close()]);
      const notMeasured = others.flatMap((part) => part.notMeasured);
      return { tried, failed: failures.length, kinds: kinds.size, notMeasured, failures: failures.slice(0, 50) };
    } finally {
      await world.close();
    }
  },
};

/** Each kind of answer, for a program that goes on and for one that is started again. */
function answerTrials(world: FaultWorld, program: FaultProgram): Trial[] {
  return answerKinds.flatMap((kind) =>
    [false, true].map((isRestarted) => ({
      kind: kind.name,
      run: async () => answerTrial(world, program, kind, isRestarted),
    })),
  );
}

async function answerTrial(
  world: FaultWorld,
  program: FaultProgram,
  { fault, mayRenew }: AnswerKind,
  isRestarted: boolean,
): Promise<string | null> {
  // Opaque tokens do not say when they end: there what the answer says of it counts.
  const id = await program.borrow(isRestarted ? 'jwt' : 'opaque');
  const before = program.grant(id);
  const spent = before.refreshToken?.value ?? '';
  world.authority.spoil(spent, fault);
  const { code, wrong } = await endingOf(program.running().renew(id));
  world.authority.spoil(spent, null);
  if (wrong !== null) return wrong;
  if (mayRenew && code !== null) return `failed with ${code}, though the pair could be read`;
  if (!mayRenew && code === null) return 'told as renewed';
  const isNew = program.grant(id).accessToken !== before.accessToken;
  if (mayRenew !== isNew) return mayRenew ? 'the old access token is stored' : 'the stored tokens changed';
  if (isRestarted) await program.restart();
  const stored = await program.wrongWith(id);
  if (stored !== null) return stored;
  const { obtainedAt, expiresAt } = program.grant(id);
  if (expiresAt < obtainedAt || expiresAt > obtainedAt + 11 * 366 * 86_400_000) return 'an end that cannot be believed';
  return wrongWithLater(program, id);
}

/** Each in a program of its own, beside all others: they last a minute or more. */
function slowTrials(world: FaultWorld): Trial[] {
  return slowKinds.map((kind, index) => ({
    kind: kind.name,
    run: async () => {
      const program = await world.openProgram(`slow-${index}`);
      try {
        return await answerTrial(world, program, kind, true);
      } finally {
        await program.close();
      }
    },
  }));
}

/** The answer cut after every byte of its body, several accounts at once; what is stored is looked at in memory. */
async function cutTrials(world: FaultWorld, attempt: (trial: Trial) => Promise<void>): Promise<Trial[]> {
  const program = await world.openProgram('cuts');
  const ids = await Promise.all(Array.from({ length: cutsAtOnce }, () => program.borrow()));
  const [first = ''] = ids;
  await program.running().renew(first);
  const length = JSON.stringify(world.authority.pairs.at(-1)).length;
  let next = 0;
  const cut = async (id: string): Promise<void> => {
    for (let bytes = next++; bytes < length; bytes = next++) {
      const isLast = bytes % cutsBeforeRenewal === 0;
      await attempt({ kind: 'cut after each byte', run: () => cutTrial(world, program, id, bytes, isLast) });
    }
  };
  await Promise.all(ids.map(cut));
  return ids.map((id) => ({
    kind: 'cut after each byte',
    run: async () => {
      await program.restart();
      return (await program.wrongWith(id)) ?? wrongWithLater(program, id);
    },
  }));
}

async function cutTrial(
  world: FaultWorld,
  program: FaultProgram,
  id: string,
  bytes: number,
  isRenewed: boolean,
): Promise<string | null> {
  const spent = program.grant(id).refreshToken?.value ?? '';
  world.authority.spoil(spent, cutAfter(bytes).fault);
  const { code, wrong } = await endingOf(program.running().renew(id));
  world.authority.spoil(spent, null);
  if (wrong !== null) return `${bytes}: ${wrong}`;
  if (code === null) return `${bytes}: told as renewed`;
  if (program.grant(id).refreshToken?.value !== spent) return `${bytes}: the stored token changed`;
  const later = isRenewed ? await wrongWithRenewal(program, id) : null;
  return later === null ? null : `${bytes}: ${later}`;
}

function diskTrials(world: FaultWorld, program: FaultProgram): Trial[] {
  return diskKinds.flatMap(({ name, fault }) =>
    [false, true].map((isRestarted) => ({
      kind: name,
      run: () => diskTrial(world, program, fault, isRestarted),
    })),
  );
}

async function diskTrial(
  world: FaultWorld,
  program: FaultProgram,
  fault: DiskFault,
  isRestarted: boolean,
): Promise<string | null> {
  const id = await program.borrow();
  const before = program.grant(id);
  const spent = before.refreshToken?.value ?? '';
  program.disk.fail(fault);
  const { code, wrong } = await endingOf(program.running().renew(id));
  const hasFailed = program.disk.hasFailed();
  program.disk.fail(null);
  if (wrong !== null) return wrong;
  if (!hasFailed && code !== null) return `no fault, and yet ${code}`;
  const isSent = world.authority.arrivals(spent) > 0;
  if (fault.write === 1 && hasFailed && code !== null && isSent) return 'the request was sent though the disk refused';
  const isNew = program.grant(id).refreshToken?.value !== spent;
  if (code === null && !isNew) return 'told as renewed, and the old pair is stored';
  if (code === null && !program.isDurable(id)) return 'told as renewed before it was durable';
  if (isRestarted) await program.restart();
  else if (code !== null && isSent) {
    const waiting = await wrongWithWaiting(world, program, id, spent);
    if (waiting !== null) return waiting;
  }
  const stored = await program.wrongWith(id);
  if (stored !== null) return stored;
  return wrongWithLater(program, id);
}

/**
 * What is wrong with an answer that the disk did not take, or may yet forget: the next renewal is to make it durable, and
 * to send nothing.
 */
async function wrongWithWaiting(
  world: FaultWorld,
  program: FaultProgram,
  id: string,
  spent: string,
): Promise<string | null> {
  const { arrivals } = world.authority;
  // The one that was sent, or the new one where it is in place and may yet be forgotten.
  const stored = program.grant(id).refreshToken?.value ?? '';
  const sent = arrivals(stored);
  const { code, wrong } = await endingOf(program.running().renew(id));
  if (code !== null) return wrong ?? `the answer cannot be stored afterwards: ${code}`;
  if (program.grant(id).refreshToken?.value === spent) return 'the answer was dropped';
  if (arrivals(stored) !== sent) return 'a request was sent while an answer waited';
  return program.isDurable(id) ? null : 'told as renewed before it was durable';
}
