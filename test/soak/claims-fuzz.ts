import { performance } from 'node:perf_hooks';
import { TokenReading } from '../../electron/contract/token-reading.ts';
import { readToken } from '../../electron/tokens/claims.ts';
import { anafJti, anafToken } from '../fixtures/anaf-token.ts';
import { tokenMutations } from '../fixtures/token-mutations.ts';
import { medianOf } from './median.ts';
import type { SoakEntry } from './soak-entry.ts';

const tokensAtLeast = 12_000;
/** Tokens drawn from one seed. */
const batch = 2000;
/** Longer than any token should take, ms: such are counted and no failure, since this computer may be busy. */
const slowMs = 250;

/** Reads tokens broken in one or two ways each: none throws, is shown as something else, or shows its `jti`. */
export const claimsFuzz: SoakEntry = {
  name: 'claims.fuzz',
  isRandom: true,
  async run({ random, until, log }) {
    const token = anafToken();
    const forms = { jwt: 0, opaque: 0, malformed: 0 };
    const kinds = new Set<string>();
    const tookMs: number[] = [];
    const failures: string[] = [];
    let tried = 0;
    let slow = 0;
    while (tried < tokensAtLeast || Date.now() < until) {
      const seed = random.below(2 ** 31);
      let number = 0;
      for (const { name, token: broken } of tokenMutations(token, seed, batch)) {
        tried += 1;
        kinds.add(name);
        const where = `${name}, number ${number} of seed ${seed}`;
        number += 1;
        const started = performance.now();
        const reading = readOrNull(broken);
        const ms = performance.now() - started;
        tookMs.push(ms);
        if (ms > slowMs) slow += 1;
        const wrong = reading === null ? 'it threw' : wrongWith(reading, broken);
        if (wrong !== null) failures.push(`${where}: ${wrong}`);
        else if (reading) forms[reading.form] += 1;
      }
      // Others may have their turn: signals are heard between two batches.
      await new Promise(setImmediate);
      if (failures.length > 1000) break;
    }
    if (Math.min(...Object.values(forms)) === 0) failures.push(`a form was never reached: ${JSON.stringify(forms)}`);
    log(`claims.fuzz: ${tried} tokens, ${failures.length} failed`);
    return {
      tried,
      failed: failures.length,
      kinds: kinds.size,
      forms,
      slow,
      medianMs: medianOf(tookMs),
      slowestMs: Math.round(tookMs.reduce((most, ms) => Math.max(most, ms), 0)),
      failures: failures.slice(0, 20),
    };
  },
};

function readOrNull(token: string): TokenReading | null {
  try {
    return readToken(token);
  } catch {
    return null;
  }
}

function wrongWith(reading: TokenReading, broken: string): string | null {
  if (!TokenReading.safeParse(reading).success) return 'no reading';
  const shown = JSON.stringify(reading);
  if (shown.includes(anafJti)) return 'the jti is shown';
  if (broken.length > 40 && shown.includes(broken)) return 'the token is shown';
  return null;
}
