import { randomInt } from 'node:crypto';
import { expect, test } from 'vitest';
import { fuzzCallbacks, type FuzzTally } from '../soak/callback-fuzz.ts';
import { createRandom } from '../soak/random.ts';

test('200 addresses, made right or wrong on purpose, end as they were made', () => {
  const seed = randomInt(2 ** 31);
  console.log(`callback.fuzz: seed ${seed}`);
  const tally: FuzzTally = { ends: {}, failures: [] };
  fuzzCallbacks(createRandom(seed), 200, tally);
  expect(tally.failures, `seed ${seed}`).toEqual([]);
  expect(Object.keys(tally.ends).length, `seed ${seed}`).toBeGreaterThan(3);
});
