import { expect, test } from 'vitest';
import { endingOf, done, entryOf, type Noting } from '../../electron/activity/noting.ts';
import type { Notes } from '../../electron/activity/notes.ts';
import { anaf } from '../../electron/authorities/anaf.ts';
import { createNetworkDesk } from '../../electron/desktop/network-desk.ts';
import { makeCertificate, makeKey } from '../../electron/practice/certificate.ts';
import { VaultError } from '../../electron/vault/errors.ts';
import type { Vault } from '../../electron/vault/vault.ts';
import { failureOf } from '../fixtures/office.ts';

const NOW = Date.now();
const DAY_MS = 86_400_000;

async function caPem(commonName: string): Promise<string> {
  const subject = { commonName, organization: 'Office' };
  const [notBefore, notAfter] = [new Date(NOW - DAY_MS), new Date(NOW + DAY_MS)];
  return makeCertificate({ subject, subjectKey: await makeKey('ec'), purpose: { kind: 'ca' }, notBefore, notAfter });
}

/** A desk over a vault in memory, asked for a file with these; `disk.isFull` has every write fail, `disk.log` the log wait. */
async function openDesk(names: readonly string[], answers: boolean[]) {
  const file = Buffer.from((await Promise.all(names.map(caPem))).join(''));
  const records = new Map<string, { pem: string }>();
  const disk = { isFull: false, log: Promise.resolve() };
  const change = (act: () => unknown): Promise<void> =>
    disk.isFull ? Promise.reject(new VaultError('disk-full', 'record')) : Promise.resolve(void act());
  const vault = {
    list: () => [...records].map(([id, value]) => ({ id, value })),
    read: (_kind: unknown, id: string) => records.get(id),
    write: (_kind: unknown, id: string, value: { pem: string }) => change(() => records.set(id, value)),
    remove: (_kind: unknown, id: string) => change(() => records.delete(id)),
  } as unknown as Vault;
  const noted: Noting[] = [];
  const around: Notes['around'] = async (act, tell) => {
    const answer = await act().catch((error: unknown) => {
      const unended = tell(undefined);
      if (unended) noted.push({ ...unended, ...endingOf(error) });
      throw error;
    });
    const unended = tell(answer);
    if (unended) noted.push({ ...unended, ...done });
    await disk.log;
    return answer;
  };
  const desk = createNetworkDesk({
    resolveProxy: () => Promise.resolve('DIRECT'),
    readSystemRoots: () => null,
    profiles: () => [anaf],
    chooseCaFile: () => Promise.resolve(file),
    confirm: () => Promise.resolve(answers.shift() ?? false),
    around,
    now: () => NOW,
  });
  desk.settle(vault);
  const entries = () => noted.splice(0).map((noting) => entryOf(noting, NOW));
  return { calls: desk.calls, roots: desk.ways.roots, disk, entries, ids: () => [...records.keys()] };
}

const entry = (act: string, name: string, result = 'ok') => ({ act, who: 'person', name, result, accountId: null });

test('each certificate authority that is trusted or removed is noted by its name, one that was declined is not', async () => {
  const { calls, entries, ids } = await openDesk(['One', 'Two'], [true, false]);
  expect(await calls['settings.trustCaFile']({})).toEqual({ added: 1 });
  expect(entries()).toMatchObject([entry('ca-trust', 'One, Office')]);
  const [id = ''] = ids();
  await calls['settings.distrustCa']({ id });
  await calls['settings.distrustCa']({ id });
  expect(entries()).toMatchObject([entry('ca-removal', 'One, Office')]);
  expect(ids()).toEqual([]);
});

test('what the disk refused is noted as that', async () => {
  const { calls, disk, entries, ids } = await openDesk(['One'], [true, true]);
  disk.isFull = true;
  expect(await failureOf(Promise.resolve(calls['settings.trustCaFile']({})))).toMatchObject({ reason: 'disk-full' });
  expect(entries()).toMatchObject([entry('ca-trust', 'One, Office', 'vault-write-failed')]);
  expect(ids()).toEqual([]);
});

test('a certificate authority is trusted, and no longer trusted, before a disk that stalls has its note', async () => {
  const { calls, roots, disk, ids } = await openDesk(['One'], [true]);
  expect(roots()).toBeNull();
  let release: () => void = () => undefined;
  const stall = () => {
    disk.log = new Promise((resolve) => (release = resolve));
  };
  stall();
  const trusting = Promise.resolve(calls['settings.trustCaFile']({}));
  await expect.poll(() => roots()?.length ?? 0).toBeGreaterThan(0);
  release();
  await trusting;
  stall();
  const [id = ''] = ids();
  const removing = Promise.resolve(calls['settings.distrustCa']({ id }));
  await expect.poll(roots, { timeout: 2_000 }).toBeNull();
  release();
  await removing;
});
