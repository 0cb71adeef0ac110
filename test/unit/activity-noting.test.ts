import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { activityCalls } from '../../electron/activity/activity-calls.ts';
import { createNotes, type Notes } from '../../electron/activity/notes.ts';
import { done, endingOf, entryOf, type Unended } from '../../electron/activity/noting.ts';
import { FailureError } from '../../electron/contract/failure.ts';
import type { Change } from '../../electron/contract/snapshot.ts';
import { activityIn, renewalOf } from '../fixtures/activity.ts';

const cnp = '1850101123451';
const jwt = `eyJhbGciOiJSUzUxMiJ9.${'eyJzdWIiOiJ4In0'.repeat(6)}.${randomBytes(64).toString('base64url')}`;
const secret = randomBytes(32).toString('hex');

const request: Unended = {
  ...{ act: 'request', who: 'person', profile: 'skatteverket-org', accountId: 'a', name: 'Bolag A', method: 'GET' },
  ...{ host: 'api.test.skatteverket.se', path: '/utkast/198507099805/202611', status: 200, correlationId: null },
};

describe('an entry', () => {
  it('masks personal numbers in every text', () => {
    const entry = entryOf({ ...request, name: `POPESCU PNORO-${cnp}`, ...done }, 0);
    const handOver: Unended = {
      ...{ act: 'hand-over', who: 'person', profile: 'anaf', accountId: 'a', name: `CNP ${cnp}` },
      ...{ recipient: '850709-9805', means: 'file' },
    };
    const text = JSON.stringify([entry, entryOf({ ...handOver, ...done }, 0)]);
    expect(text).not.toMatch(/\d{9}/);
    expect(text).toContain('/utkast/19••••••••05/202611');
    expect(text).toContain('85••••-••05');
  });

  it('leaves out what is as long as a secret, and cuts the rest', () => {
    for (const hidden of [jwt, secret, randomBytes(48).toString('base64url')]) {
      const text = JSON.stringify(entryOf({ ...request, name: hidden, path: `/a/${hidden}/b`, ...done }, 0));
      expect(text).toContain('/a/…/b');
      for (let at = 0; at + 12 < hidden.length; at += 12) expect(text).not.toContain(hidden.slice(at, at + 12));
    }
    expect(entryOf({ ...renewalOf(`${'Ägare '.repeat(60)}${cnp}`) }, 0).name).toHaveLength(200);
    expect(entryOf({ ...renewalOf('Fastighetsförvaltning Järnvägsgatan i Östersund AB') }, 0).name).toContain(
      'Östersund',
    );
  });

  it('keeps an authority’s code only where it is a code', () => {
    const refused = (error: string) =>
      entryOf(
        {
          ...renewalOf('e'),
          ...endingOf(
            new FailureError({
              ...{
                code: 'authority-refused',
                stage: 'token',
                status: 400,
                error,
                description: secret,
                explanation: null,
              },
            }),
          ),
        },
        0,
      );
    expect(refused('invalid_grant')).toMatchObject({ result: 'authority-refused', authorityError: 'invalid_grant' });
    expect(refused('255').authorityError).toBe('255');
    for (const text of [secret, jwt, 'Invalid token', cnp, '']) expect(refused(text).authorityError).toBe(null);
    expect(JSON.stringify(refused(secret))).not.toContain(secret);
  });

  it('tells nothing of an error that is no failure', () => {
    expect(endingOf(new Error(secret))).toEqual({ result: 'unexpected', authorityError: null });
  });
});

describe('the notes', () => {
  let folder: string;
  let notes: Notes;
  let faults: string[];
  let changes: Change[];
  const key = randomBytes(32);
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'taxpass-notes-')), 'log');
    [faults, changes] = [[], []];
    notes = createNotes({
      folder,
      announce: (more) => void changes.push(...more),
      reportFault: (where) => String(faults.push(where)),
      now: () => Date.UTC(2026, 10, 22),
    });
    notes.settle(activityIn(folder, key).sealer);
  });
  afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

  const results = async (): Promise<string[]> => {
    const page = await notes.activity()?.list({ accountId: null, before: null, limit: 10 });
    return (page?.rows ?? []).map((row) => (row.kind === 'entry' ? row.entry.result : row.kind));
  };

  it('tells how an act ended, which stays its ending', async () => {
    const failure = new FailureError({ code: 'signin-cancelled' });
    expect(
      await notes.around(
        () => Promise.resolve(5),
        () => request,
      ),
    ).toBe(5);
    await expect(
      notes.around(
        () => Promise.reject(failure),
        () => request,
      ),
    ).rejects.toBe(failure);
    await notes.around(
      () => Promise.resolve(),
      () => null,
    );
    expect(await results()).toEqual(['signin-cancelled', 'ok']);
    expect(changes).toEqual([{ kind: 'activity' }, { kind: 'activity' }]);
  });

  it('never makes an act fail, and reports that it was not noted', async () => {
    await writeFile(folder, 'a file where the folder should be');
    expect(
      await notes.around(
        () => Promise.resolve('done'),
        () => request,
      ),
    ).toBe('done');
    expect(faults).toEqual(['activity.note']);
  });

  it('goes on counting when the vault is opened again while it writes', async () => {
    const { sealer } = activityIn(folder, key);
    const before = [1, 2, 3].map((index) => notes.note(renewalOf(`e${index}`)));
    notes.settle(null);
    notes.settle(sealer);
    await notes.note(renewalOf('e4'));
    await Promise.all(before);
    const page = await notes.activity()?.list({ accountId: null, before: null, limit: 10 });
    expect(page?.rows.map((row) => row.kind === 'entry' && [row.number, row.entry.name])).toEqual([
      ...[
        [4, 'e4'],
        [3, 'e3'],
        [2, 'e2'],
        [1, 'e1'],
      ],
    ]);
  });

  it('notes nothing while the vault is not open', async () => {
    notes.settle(null);
    await notes.note(renewalOf('e'));
    expect(notes.activity()).toBe(null);
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
  });

  it('puts nothing on the disk in the clear', async () => {
    await notes.note(renewalOf('POPESCU ANA'));
    await notes.note({ ...request, name: jwt, path: `/${secret}`, ...done });
    const files = await readdir(folder);
    expect(files).toHaveLength(2);
    for (const name of files) {
      const text = await readFile(join(folder, name), 'latin1');
      const raw = text.split(/[\n ]/).map((part) => Buffer.from(part, 'base64').toString('latin1'));
      for (const known of ['POPESCU', 'anaf', 'renewal', 'account-1', 'skatteverket', secret, jwt.slice(0, 20)])
        expect(
          [text, ...raw].some((part) => part.includes(known)),
          known,
        ).toBe(false);
    }
  });

  it('exports everything, the oldest first, and notes that', async () => {
    const saved: [string, string][] = [];
    let isClosed = false;
    const calls = activityCalls({
      notes,
      saveFile: (name, bytes) => {
        if (!isClosed) saved.push([name, Buffer.from(bytes).toString('utf8')]);
        return Promise.resolve(!isClosed);
      },
      now: () => Date.UTC(2026, 10, 22, 12),
    });
    for (let index = 1; index <= 250; index += 1) await notes.note(renewalOf(`e${index}`));
    expect(await calls['activity.export']({})).toEqual({ isSaved: true });
    const [name, text] = saved[0] ?? ['', ''];
    expect(name).toMatch(/^taxpass-activity-2026-11-2[23]\.csv$/);
    expect(text.match(/,e\d+,/g)?.map((found) => found.slice(1, -1))).toEqual(
      Array.from({ length: 250 }, (_, index) => `e${index + 1}`),
    );
    isClosed = true;
    expect(await calls['activity.export']({})).toEqual({ isSaved: false });
    const { rows, next } = await calls['activity.list']({ accountId: null, before: null, limit: 2 });
    expect(rows.map((row) => row.kind === 'entry' && row.entry.act)).toEqual(['activity-export', 'renewal']);
    expect(next).toBe(250);
    notes.settle(null);
    await expect(calls['activity.export']({})).rejects.toMatchObject({ failure: { code: 'vault-not-ready' } });
  });
});
