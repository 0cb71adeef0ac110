import { generateKeyPairSync } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { TokenReading } from '../../electron/contract/token-reading.ts';
import { Verification } from '../../electron/contract/token-verification.ts';
import { unwrapToken } from '../../electron/tokens/claim-paste.ts';
import { readToken } from '../../electron/tokens/claims.ts';
import { verifyToken } from '../../electron/tokens/verify.ts';
import { anafJti, anafPayload, anafToken } from '../fixtures/anaf-token.ts';
import { signedToken } from '../fixtures/signed-token.ts';
import { tokenMutations } from '../fixtures/token-mutations.ts';
import { medianOf } from './median.ts';
import type { Random } from './random.ts';
import type { SoakEntry } from './soak-entry.ts';

/** A `jti` that nothing but its name gives away. */
const otherJti = '6f0b1c52-7d1e-4a86-9f2b-3c94e0d7a815';
const tokensAtLeast = 12_000;
/** Tokens drawn from one seed. */
const batch = 2000;
/** Longer than any token should take, ms: such are counted and no failure, since this computer may be busy. */
const slowMs = 250;

/**
 * Reads tokens broken in one or two ways each: none throws, is shown as something else, or shows its `jti`. Each is then
 * tried by the key of the whole one, and the whole one by its key, broken in the same ways: nothing but the token as it
 * was signed is ever verified.
 */
export const claimsFuzz: SoakEntry = {
  name: 'claims.fuzz',
  isRandom: true,
  async run({ random, until, log }) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const key = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    const signed = signedToken(privateKey, { alg: 'ES256', kid: 'one' }, { ...anafPayload, jti: anafJti });
    const set = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one' }] });
    const whole = verifyToken(signed, key, 0);
    if (whole.outcome !== 'verified') return { tried: 0, failed: 1, failures: ['the whole token is not verified'] };
    const { thumbprint } = whole.key;
    const tokens = [
      { jti: anafJti, token: anafToken() },
      { jti: otherJti, token: anafToken({ ...anafPayload, jti: otherJti }) },
      { jti: anafJti, token: signed },
    ];
    const outcomes: Record<string, number> = {};
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
        const material = number % 2 === 0 ? key : set;
        const result = verifyOrNull(broken, material);
        const wrongly = result === null ? 'verifying threw' : wrongWithResult(result, broken, signed);
        if (wrongly !== null) failures.push(`${where}: ${wrongly}`);
        if (result !== null) outcomes[result.outcome] = (outcomes[result.outcome] ?? 0) + 1;
        const byBroken = verifyOrNull(signed, mutateKey(material, random));
        if (byBroken === null || !Verification.safeParse(byBroken).success)
          failures.push(`${where}: a broken key threw`);
        else if (byBroken.outcome === 'verified' && byBroken.key.thumbprint !== thumbprint) {
          failures.push(`${where}: another key verified`);
        }
      }
      // Others may have their turn: signals are heard between two batches.
      await new Promise(setImmediate);
      if (failures.length > 1000) break;
    }
    if (Math.min(...Object.values(forms)) === 0) failures.push(`a form was never reached: ${JSON.stringify(forms)}`);
    for (const outcome of ['verified', 'signature-does-not-match', 'token-refused', 'algorithm-refused']) {
      if (outcomes[outcome] === undefined) failures.push(`no token came to ${outcome}: ${JSON.stringify(outcomes)}`);
    }
    log(`claims.fuzz: ${tried} tokens, ${failures.length} failed`);
    return {
      tried,
      failed: failures.length,
      kinds: kinds.size,
      forms,
      outcomes,
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

function verifyOrNull(token: string, key: string): Verification | null {
  try {
    return verifyToken(token, key, Date.now());
  } catch {
    return null;
  }
}

/** What is taken off a pasted token is no part of it; whatever else was changed must not be verified. */
function wrongWithResult(result: Verification, broken: string, signed: string): string | null {
  if (!Verification.safeParse(result).success) return 'no result';
  if (result.outcome === 'verified' && unwrapToken(broken).text !== signed) return 'a changed token is verified';
  return null;
}

/** One to three characters changed, left out or put in, or the text cut. */
function mutateKey(key: string, random: Random): string {
  let text = key;
  for (let times = 1 + random.below(3); times > 0; times -= 1) {
    const at = random.below(text.length);
    const character = String.fromCharCode(32 + random.below(95));
    const way = random.pick(['change', 'leave out', 'put in', 'cut']);
    const rest = way === 'cut' ? '' : text.slice(way === 'put in' ? at : at + 1);
    text = text.slice(0, at) + (way === 'change' || way === 'put in' ? character : '') + rest;
  }
  return text;
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
