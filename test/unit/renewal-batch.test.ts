import { expect, it } from 'vitest';
import { renewBatch, type Due } from '../../electron/accounts/renewal-batch.ts';
import { FailureError, type Failure } from '../../electron/contract/failure.ts';

const due = (accountId: string, holder = accountId, authority = 'anaf'): Due => ({ accountId, holder, authority });
const busy = (retryAfterSeconds: number): Failure => ({
  code: 'authority-busy',
  stage: 'token',
  status: 429,
  retryAfterSeconds,
});

type Options = Partial<Parameters<typeof renewBatch>[2]>;

async function batch(accounts: readonly Due[], renew: (accountId: string) => Promise<void>, options: Options = {}) {
  const results: [string, string | null][] = [];
  const waits: number[] = [];
  await renewBatch(accounts, 'program', {
    renew,
    onResult: ({ accountId }, failure) => results.push([accountId, failure?.code ?? null]),
    onWait: (ms) => waits.push(ms),
    isPatient: true,
    signal: new AbortController().signal,
    ...options,
  });
  return { results: Object.fromEntries(results), waits };
}

it('renews one holder’s accounts one after the other, and four holders side by side', async () => {
  const under = new Map<string, number>();
  let most = 0;
  let mostOfOne = 0;
  const accounts = Array.from({ length: 40 }, (_, index) => due(`a${index}`, `h${index % 8}`));
  const holderOf = new Map(accounts.map(({ accountId, holder }) => [accountId, holder]));
  const { results } = await batch(accounts, async (accountId) => {
    const holder = holderOf.get(accountId) ?? '';
    under.set(holder, (under.get(holder) ?? 0) + 1);
    most = Math.max(
      most,
      [...under.values()].reduce((sum, count) => sum + count, 0),
    );
    mostOfOne = Math.max(mostOfOne, ...under.values());
    await new Promise((resolve) => setImmediate(resolve));
    under.set(holder, (under.get(holder) ?? 0) - 1);
  });
  expect(Object.values(results)).toEqual(Array.from({ length: 40 }, () => null));
  expect({ most, mostOfOne }).toEqual({ most: 4, mostOfOne: 1 });
});

it('one that fails does not stop the others; a fault of ours is its own failure', async () => {
  const { results } = await batch([due('a', 'h'), due('b', 'h'), due('c', 'h')], (accountId) => {
    if (accountId === 'a') return Promise.reject(new FailureError({ code: 'signin-needed', reason: 'refused' }));
    if (accountId === 'b') return Promise.reject(new TypeError('a fault'));
    return Promise.resolve();
  });
  expect(results).toEqual({ a: 'signin-needed', b: 'unexpected', c: null });
});

it('waits when the authority asks for it, then goes on with the same account; other authorities do not wait', async () => {
  const order: string[] = [];
  let refused = 0;
  const { results, waits } = await batch(
    [due('a', 'h'), due('b', 'h'), due('other', 'o', 'skatteverket')],
    (accountId) => {
      order.push(accountId);
      if (accountId !== 'a' || refused++ > 0) return Promise.resolve();
      return Promise.reject(new FailureError(busy(0)));
    },
  );
  expect(results).toEqual({ a: null, b: null, other: null });
  expect(order.filter((id) => id !== 'other')).toEqual(['a', 'a', 'b']);
  expect(order.indexOf('other')).toBeLessThan(order.lastIndexOf('a'));
  expect(waits.at(-1)).toBe(0);
  expect(Math.max(...waits)).toBeGreaterThan(1500);
});

it('gives an authority up that asks for more than two minutes, and asks it nothing more', async () => {
  const order: string[] = [];
  const { results, waits } = await batch([due('a', 'h'), due('b', 'h'), due('c', 'i')], (accountId) => {
    order.push(accountId);
    return Promise.reject(new FailureError(busy(3600)));
  });
  expect(results).toEqual({ a: 'authority-busy', b: 'authority-busy', c: 'authority-busy' });
  expect(order).not.toContain('b');
  expect(waits).toEqual([]);
});

it('where it is not patient it does not wait at all', async () => {
  const order: string[] = [];
  const options = { isPatient: false };
  const { results } = await batch(
    [due('a', 'h'), due('b', 'h')],
    (accountId) => {
      order.push(accountId);
      return Promise.reject(new FailureError(busy(1)));
    },
    options,
  );
  expect(results).toEqual({ a: 'authority-busy', b: 'authority-busy' });
  expect(order).toEqual(['a']);
});

it('cancelled: what has begun ends, the others are left alone and have no result, even while one waits', async () => {
  const abort = new AbortController();
  const order: string[] = [];
  const { results } = await batch(
    [due('a', 'h'), due('b', 'h'), due('c', 'h')],
    async (accountId) => {
      order.push(accountId);
      if (accountId === 'b') {
        setImmediate(() => abort.abort());
        throw new FailureError(busy(60));
      }
      return Promise.resolve();
    },
    { signal: abort.signal },
  );
  expect(order).toEqual(['a', 'b']);
  expect(results).toEqual({ a: null });
});
