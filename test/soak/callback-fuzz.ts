import { performance } from 'node:perf_hooks';
import { skatteverketPer } from '../../electron/authorities/skatteverket.ts';
import { FailureError } from '../../electron/contract/failure.ts';
import { acceptCallback, type Attempt } from '../../electron/signin/attempt.ts';
import { callbackArgument } from '../../electron/signin/callback-argument.ts';
import { isArrival, readCallback } from '../../electron/signin/callback.ts';
import { makeArguments } from './callback-arguments.ts';
import { makeUrl, type MadeUrl } from './callback-urls.ts';
import type { Random } from './random.ts';
import type { SoakEntry } from './soak-entry.ts';

const urlsAtLeast = 10_000;
const batch = 1000;
/** Parameters of the longest address that is timed, and what judging it may take, ms: quadratic work takes seconds. */
const manyParameters = 80_000;
const mostMs = 500;

/** What became of the addresses of one seed; `failures` says which was judged wrongly, and how. */
export type FuzzTally = { readonly ends: Record<string, number>; readonly failures: string[] };

/** Judges addresses, made right or wrong on purpose, by the program's own code, and by how they were made. */
export const callbackFuzz: SoakEntry = {
  name: 'callback.fuzz',
  isRandom: true,
  async run({ random, until, log }) {
    const tally: FuzzTally = { ends: {}, failures: [] };
    let tried = 0;
    for (; (tried < urlsAtLeast || Date.now() < until) && tally.failures.length < 1000; tried += batch) {
      fuzzCallbacks(random, batch, tally);
      // Others may have their turn: signals are heard between two batches.
      await new Promise(setImmediate);
    }
    const longestMs = quickestOfFive(manyParameters);
    if (longestMs > mostMs) tally.failures.push(`${manyParameters} parameters took ${longestMs} ms`);
    const { ends, failures } = tally;
    for (const end of [
      'not parsed',
      'elsewhere',
      'code',
      'callback-malformed',
      'callback-state-wrong',
      'one argument',
    ]) {
      if (!ends[end]) failures.push(`never reached: ${end}`);
    }
    log(`callback.fuzz: ${tried} addresses, ${failures.length} failed`);
    return { tried, failed: failures.length, ends, longestMs, failures: failures.slice(0, 20) };
  },
};

/** Tries `count` addresses and as many argument lists. */
export function fuzzCallbacks(random: Random, count: number, { ends, failures }: FuzzTally): void {
  const note = (end: string): void => void (ends[end] = (ends[end] ?? 0) + 1);
  for (let number = 0; number < count; number += 1) {
    const url = makeUrl(random);
    const [expected, found] = [expectedEnd(url), foundEnd(url)];
    note(found.split(':')[0] ?? '');
    // An address that is none at all and one that leads elsewhere come to the same: it is not taken.
    const isSame = expected === 'elsewhere' ? ['elsewhere', 'not parsed'].includes(found) : expected === found;
    if (!isSame) failures.push(`${url.made}: ${found}, not ${expected}: ${JSON.stringify(url.text.slice(0, 300))}`);

    const { argv, expected: address } = makeArguments(random, url.text);
    const taken = argumentOf(argv);
    if (taken !== null) note('one argument');
    if (taken !== address) failures.push(`arguments: ${JSON.stringify([taken, address, argv]).slice(0, 600)}`);
  }
}

function attemptOf({ arrivalUri, state }: MadeUrl): Attempt {
  return {
    id: 'fuzz',
    state,
    codeVerifier: null,
    // Where no state was sent only the app's own window may take a callback.
    route: state === null ? 'window' : 'browser',
    redirectUri: arrivalUri,
    arrivalUri,
    scopes: [],
    startedAt: 0,
    deadline: 0,
  };
}

/** By the program: what the address ends as. */
function foundEnd(made: MadeUrl): string {
  try {
    if (!URL.canParse(made.text)) return 'not parsed';
    const url = new URL(made.text);
    if (!isArrival(url, made.arrivalUri)) return 'elsewhere';
    const read = readCallback(url);
    try {
      const code = acceptCallback(skatteverketPer, attemptOf(made), url);
      return read.kind === 'code' && read.authorizationCode === code ? `code:${code}` : `a code from ${read.kind}`;
    } catch (error) {
      if (error instanceof FailureError) return error.failure.code;
      throw error;
    }
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

/** By how it was made: each rule on its own, first the one that must hold before all others. */
function expectedEnd({ arrives, parameters, state }: MadeUrl): string {
  if (!arrives) return 'elsewhere';
  const of = (name: string): string[] => parameters.filter(([each]) => each === name).map(([, value]) => value);
  const all = ['code', 'error', 'state', 'error_description'].map(of);
  if (all.some((values) => values.length > 1 || values.some((value) => value.length > 4096)))
    return 'callback-malformed';
  const [code, error, states] = all.map((values) => values[0]);
  const isBoth = code !== undefined && error !== undefined;
  if (isBoth || (!code && !error)) return 'callback-malformed';
  if (state !== null && states === undefined) return 'callback-state-missing';
  if (state !== null && states !== state) return 'callback-state-wrong';
  if (code) return `code:${code}`;
  return error === 'access_denied' ? 'signin-declined' : 'authority-refused';
}

function argumentOf(argv: readonly string[]): string | null | undefined {
  try {
    return callbackArgument(argv, 'taxpass');
  } catch {
    return undefined;
  }
}

/** How long judging so many parameters, and as many arguments, takes at best, ms. */
function quickestOfFive(count: number): number {
  const tries = Array.from({ length: 5 }, () => {
    const url = new URL(`https://localhost/test?${'a=1&'.repeat(count)}code=x&state=y`);
    const argv = Array<string>(count).fill('taxpass:a');
    const started = performance.now();
    isArrival(url, 'https://localhost/test');
    readCallback(url);
    callbackArgument(argv, 'taxpass');
    return performance.now() - started;
  });
  return Math.round(Math.min(...tries));
}
