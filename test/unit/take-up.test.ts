import { expect, it } from 'vitest';
import { takeUp } from '../../electron/desktop/take-up.ts';

/** What was done, in order; each act as it is given, else done at once. */
function setting(acts: Partial<Record<'resume' | 'tick' | 'freshen', () => Promise<void>>> = {}, isPossible = true) {
  const done: string[] = [];
  const act = (name: 'resume' | 'tick' | 'freshen') => () => {
    done.push(name);
    return acts[name]?.() ?? Promise.resolve();
  };
  const taken = takeUp({
    isPossible: () => isPossible,
    resume: act('resume'),
    deliver: () => void done.push('deliver'),
    tick: act('tick'),
    freshen: act('freshen'),
    onFault: (error) => void done.push(String(error)),
  });
  return { done, taken };
}

const never = () => new Promise<void>(() => undefined);
const failing = (text: string) => () => Promise.reject(new Error(text));

it('takes up sign-ins, callbacks, renewals and files, each once', async () => {
  const { done, taken } = setting();
  await taken;
  expect(done).toEqual(['resume', 'deliver', 'tick', 'freshen']);
});

it('renews and resolves though a drive never answers', async () => {
  const { done, taken } = setting({ freshen: never });
  await taken;
  expect(done).toContain('tick');
});

it('freshens files though a renewal takes its time', async () => {
  const { done, taken } = setting({ tick: never });
  await taken;
  expect(done).toContain('freshen');
});

it('tells of what fails and goes on with the rest', async () => {
  const { done, taken } = setting({ resume: failing('a'), freshen: failing('b') });
  await taken;
  await new Promise(setImmediate);
  expect(done).toEqual(['resume', 'Error: a', 'deliver', 'tick', 'freshen', 'Error: b']);
});

it('does nothing before vault and authorities are there', async () => {
  const { done, taken } = setting({}, false);
  await taken;
  expect(done).toEqual([]);
});
