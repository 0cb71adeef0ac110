import { expect, test } from 'vitest';
import { createAttempts } from '../../electron/accounts/attempts.ts';
import { freshAccount } from '../../electron/accounts/records.ts';
import { anaf } from '../../electron/authorities/anaf.ts';
import type { Change } from '../../electron/contract/snapshot.ts';
import { startAttempt } from '../../electron/signin/attempt.ts';

test('an attempt has a page to open only while it waits for the browser, and says how its callback comes home', async () => {
  const changes: Change[] = [];
  const attempts = createAttempts((more) => void changes.push(...more));
  const redirectUri = 'https://localhost:9002/callback';
  const input = { id: '1', route: 'browser', redirectUri, scheme: 'taxpass', scopes: [], now: 0 } as const;
  const account = { ...freshAccount, id: '2', applicationId: '3', certificateId: null, redirectUri, grant: null };
  const running = attempts.begin(startAttempt(anaf, input), account, 0);
  await expect(attempts.page('1')).rejects.toThrow('not-found');
  let opened = 0;
  running.leadsOn(() => Promise.resolve(new URL(`https://localhost:9002/${(opened += 1)}`)));
  expect([(await attempts.page('1')).pathname, (await attempts.page('1')).pathname]).toEqual(['/1', '/2']);
  await expect(attempts.page('2')).rejects.toThrow('not-found');
  running.arrivesBy('pasted');
  running.show('returned');
  await expect(attempts.page('1')).rejects.toThrow('not-found');
  running.end();
  const told = changes.map((change) => change.kind === 'attempts' && change.value);
  expect(told.map((view) => view && [view.status, view.arrival])).toEqual([
    ['waiting', 'loopback'],
    ['waiting', 'pasted'],
    ['returned', 'pasted'],
    null,
  ]);
});
