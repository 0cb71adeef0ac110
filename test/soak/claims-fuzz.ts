import { performance } from 'node:perf_hooks';
import { TokenReading } from '../../electron/contract/token-reading.ts';
import { readToken } from '../../electron/tokens/claims.ts';
import { anafJti, anafPayload, anafToken } from '../fixtures/anaf-token.ts';
import { tokenMutations } from '../fixtures/token-mutations.ts';
import { medianOf } from './median.ts';
import type { SoakEntry } from './soak-entry.ts';

/** A `jti` that nothing but its name gives away. */
const otherJti = '6f0b1c52-7d1e-4a86-9f2b-3c94e0d7a815';
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
    const tokens = [
      { jti: anafJti, token: anafToken() },
      { jti: otherJti, token: anafToken({ ...anafPayload, jti: otherJti }) },
    ];
    const forms = { jwt: 0, opaque: 0, malformed: 0 };
    const kinds = new Set<string>();
    const tookMs: number[] = [];
    const failures: string[] = [];
    let tried = 0;
    let slow = 0;
    for (let batches = 0; tried < tokensAtLeast || Date.now() < until; batches += 1) {
      const { jti, token } = tokens[batches % tokens.length] ?? { jti: anafJti, token: anafToken() };
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
        const wrong = reading === null ? 'it threw' : wrongWith(reading, broken, isHidden(jti, name) ? jti : null);
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

/**
 * A `jti` of the usual form is masked wherever it stands. One of another form is known by its member's name alone, which
 * a change of any letter may have hit.
 */
function isHidden(jti: string, mutation: string): boolean {
  return jti === anafJti || !/flip|strange|remove|insert/.test(mutation);
}

function wrongWith(reading: TokenReading, broken: string, jti: string | null): string | null {
  if (!TokenReading.safeParse(reading).success) return 'no reading';
  const shown = JSON.stringify(reading);
  if (jti !== null && shown.includes(jti)) return 'the jti is shown';
  if (broken.length > 40 && shown.includes(broken)) return 'the token is shown';
  return null;
}
