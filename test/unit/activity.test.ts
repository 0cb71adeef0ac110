import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, stat, truncate, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogFiles } from '../../electron/activity/log-files.ts';
import { activityIn, inShort, renewalOf, wholeLog } from '../fixtures/activity.ts';

let folder: string;
let key: Buffer;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taxpass-activity-'));
  key = randomBytes(32);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const november = (): string => join(folder, 'activity-2026-11.log');
const head = (): string => join(folder, 'activity-head');

/** A log of the entries e1 to e`count`, closed again. */
async function filled(count: number): Promise<void> {
  const { activity } = activityIn(folder, key);
  for (let index = 1; index <= count; index += 1) await activity.note(renewalOf(`e${index}`));
}
const readBack = (): Promise<string[]> => wholeLog(activityIn(folder, key).activity);

/** The blocks of November, as lines. */
const lines = async (): Promise<string[]> => (await readFile(november(), 'latin1')).split('\n').slice(1);
const putLines = (blocks: readonly string[]): Promise<void> =>
  writeFile(november(), blocks.map((block) => `\n${block}`).join(''), 'latin1');

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `e${index + 1}`);

describe('noting', () => {
  it('keeps what was noted over a restart, in the order it was noted', async () => {
    await filled(3);
    const { activity } = activityIn(folder, key);
    await Promise.all([activity.note(renewalOf('e4')), activity.note(renewalOf('e5')), activity.note(renewalOf('e6'))]);
    expect(await readBack()).toEqual(names(6));
    if (process.platform !== 'win32') expect((await stat(november())).mode & 0o777).toBe(0o600);
  });

  it('puts on the disk together what comes while it is writing', async () => {
    let appends = 0;
    const count = (files: LogFiles): LogFiles => ({
      ...files,
      append: (month, text) => {
        appends += 1;
        return files.append(month, text);
      },
    });
    const { activity } = activityIn(folder, key, count);
    await Promise.all(Array.from({ length: 200 }, (_, index) => activity.note(renewalOf(`e${index + 1}`))));
    expect(appends).toBeLessThan(5);
    expect(await readBack()).toEqual(names(200));
  });

  it('knows in the end how many came, though its head was not written while more waited', async () => {
    let [heads, noted] = [0, 1];
    const all: Promise<void>[] = [];
    const bend = (files: LogFiles): LogFiles => ({
      ...files,
      append: (month, text) => {
        if (noted < 6) all.push(activity.note(renewalOf(`e${(noted += 1)}`)));
        return files.append(month, text);
      },
      writeHead: (sealed) => {
        heads += 1;
        return files.writeHead(sealed);
      },
    });
    const { activity } = activityIn(folder, key, bend);
    all.push(activity.note(renewalOf('e1')));
    for (let index = 0; index < all.length; index += 1) await all[index];
    expect({ heads, noted: all.length }).toEqual({ heads: 2, noted: 6 });
    await putLines((await lines()).slice(0, 4));
    expect(await readBack()).toEqual([...names(4), '5–6 missing']);
  });

  it('knows how many came where the next could not be written', async () => {
    let appends = 0;
    const bend = (files: LogFiles): LogFiles => ({
      ...files,
      append: async (month, text) => {
        appends += 1;
        if (appends === 2) lost = activity.note(renewalOf('lost')).catch((error: unknown) => error);
        if (appends === 3) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        await files.append(month, text);
      },
    });
    const { activity } = activityIn(folder, key, bend);
    let lost: Promise<unknown> = Promise.resolve();
    await activity.note(renewalOf('e1'));
    await activity.note(renewalOf('e2'));
    expect(await lost).toMatchObject({ code: 'disk-full' });
    await putLines((await lines()).slice(0, 1));
    expect(await readBack()).toEqual(['e1', '2–2 missing']);
  });

  it('goes on in a new file where its own was taken away meanwhile', async () => {
    const { activity } = activityIn(folder, key);
    await activity.note(renewalOf('e1'));
    await rm(folder, { recursive: true });
    await activity.note(renewalOf('e2'));
    expect(await wholeLog(activity)).toEqual(['1–1 missing', 'e2']);
    await unlink(november());
    await activity.note(renewalOf('e3'));
    expect(await readBack()).toEqual(['1–2 missing', 'e3']);
  });

  it('adds the same few bytes however many entries there are', async () => {
    const { activity } = activityIn(folder, key);
    const bytesOfOne = async (): Promise<number> => {
      const before = (await stat(november())).size;
      await activity.note(renewalOf('the same'));
      return (await stat(november())).size - before;
    };
    await activity.note(renewalOf('first'));
    const second = await bytesOfOne();
    await Promise.all(Array.from({ length: 1000 }, (_, index) => activity.note(renewalOf(`e${index}`))));
    // Only the number got longer.
    expect((await bytesOfOne()) - second).toBe('1003'.length - '2'.length);
    expect((await stat(head())).size).toBeLessThan(100);
  });

  it('begins a file each month and never a file behind the newest', async () => {
    const { activity, clock } = activityIn(folder, key);
    await activity.note(renewalOf('e1'));
    clock.nowMs = Date.UTC(2026, 11, 1);
    await activity.note(renewalOf('e2'));
    clock.nowMs = Date.UTC(2026, 10, 30);
    await activity.note(renewalOf('e3'));
    clock.nowMs = Date.UTC(2036, 0, 1);
    await activity.note(renewalOf('e4'));
    expect((await readdir(folder)).sort()).toEqual([
      'activity-2026-11.log',
      'activity-2026-12.log',
      'activity-2036-01.log',
      'activity-head',
    ]);
    expect(await readBack()).toEqual(names(4));
    const { rows } = await activity.list({ accountId: null, before: null, limit: 2 });
    expect(rows.map((row) => row.kind === 'entry' && row.entry.at)).toEqual([
      Date.UTC(2036, 0, 1),
      Date.UTC(2026, 10, 30),
    ]);
  });

  it('rejects where the disk is full, goes on afterwards, and tells of what is missing', async () => {
    let isFull = false;
    const bend = (files: LogFiles): LogFiles => ({
      ...files,
      // Half of it arrives, as on a disk that fills up meanwhile.
      append: async (month, text) => {
        if (!isFull) return files.append(month, text);
        await files.append(month, text.slice(0, text.length / 2));
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    });
    const { activity } = activityIn(folder, key, bend);
    await activity.note(renewalOf('e1'));
    isFull = true;
    await expect(activity.note(renewalOf('lost'))).rejects.toMatchObject({ code: 'disk-full' });
    isFull = false;
    await activity.note(renewalOf('e3'));
    expect(await wholeLog(activity)).toEqual(['e1', '2–2 missing', 'e3']);
    expect(await readBack()).toEqual(['e1', '2–2 missing', 'e3']);
  });

  it('goes on after a block that was cut at any byte, and loses no other', async () => {
    await filled(2);
    const whole = await readFile(november());
    const lastBlock = whole.lastIndexOf(0x0a);
    for (let cut = lastBlock; cut < whole.length; cut += 1) {
      await writeFile(november(), whole.subarray(0, cut));
      // A crash leaves the head behind, never ahead.
      await unlink(head());
      const first = activityIn(folder, key);
      await writeFile(head(), headOf(first.sealer, 1));
      await first.activity.note(renewalOf('after'));
      expect(await wholeLog(first.activity), `cut at ${cut - lastBlock}`).toEqual(['e1', 'after']);
      expect(await readBack()).toEqual(['e1', 'after']);
    }
  });
});

function headOf(sealer: ReturnType<typeof activityIn>['sealer'], number: number): Uint8Array {
  return sealer.seal({ kind: 'activity-head', id: 'last' }, Buffer.from(String(number).padStart(16, '0')));
}

describe('what was tampered with', () => {
  beforeEach(() => filled(6));

  it('is told of where an entry was cut out', async () => {
    const blocks = await lines();
    await putLines([...blocks.slice(0, 2), ...blocks.slice(4)]);
    expect(await readBack()).toEqual(['e1', 'e2', '3–4 missing', 'e5', 'e6']);
    await putLines(blocks.slice(2));
    expect(await readBack()).toEqual(['1–2 missing', 'e3', 'e4', 'e5', 'e6']);
  });

  it('is told of where any byte of an entry was changed', async () => {
    const blocks = await lines();
    const third = blocks[2] ?? '';
    for (let at = 0; at < third.length; at += 1) {
      const changed = third.slice(0, at) + (third[at] === 'A' ? 'B' : 'A') + third.slice(at + 1);
      // The last character of base64 has bits that mean nothing.
      if (Buffer.from(changed.slice(2), 'base64').equals(Buffer.from(third.slice(2), 'base64')) && at >= 2) continue;
      await putLines(blocks.with(2, changed));
      expect(await readBack(), `byte ${at}`).toEqual(['e1', 'e2', '3–3 missing', 'e4', 'e5', 'e6']);
    }
  });

  it('is told of where entries changed places or numbers', async () => {
    const blocks = await lines();
    await putLines(blocks.with(1, blocks[3] ?? '').with(3, blocks[1] ?? ''));
    expect((await readBack()).some((row) => row.includes('missing'))).toBe(true);
    const renumbered = (blocks[1] ?? '').replace(/^2 /, '4 ');
    await putLines(blocks.with(3, renumbered));
    expect(await readBack()).toEqual(['e1', 'e2', 'e3', '4–4 missing', 'e5', 'e6']);
  });

  it('is told of where the end was cut off, and stays told of', async () => {
    const blocks = await lines();
    await putLines(blocks.slice(0, 4));
    expect(await readBack()).toEqual(['e1', 'e2', 'e3', 'e4', '5–6 missing']);
    const { activity } = activityIn(folder, key);
    await activity.note(renewalOf('e7'));
    expect(await readBack()).toEqual(['e1', 'e2', 'e3', 'e4', '5–6 missing', 'e7']);
  });

  it('is told of where the end was cut off and the head was taken away or spoilt', async () => {
    const blocks = await lines();
    for (const spoil of [() => unlink(head()), () => truncate(head(), 5), () => writeFile(head(), randomBytes(61))]) {
      await rm(folder, { recursive: true });
      await filled(6);
      await putLines(blocks.slice(0, 4));
      await spoil();
      const told = await readBack();
      expect(told.slice(4)).toEqual(['5–5 missing']);
    }
  });

  it('is told of where a month was taken away or put in another’s place', async () => {
    const { activity, clock } = activityIn(folder, key);
    clock.nowMs = Date.UTC(2026, 11, 24);
    await activity.note(renewalOf('e7'));
    clock.nowMs = Date.UTC(2027, 0, 2);
    await activity.note(renewalOf('e8'));
    await rename(join(folder, 'activity-2026-12.log'), join(folder, 'activity-2025-12.log'));
    expect(await readBack()).toEqual([...names(6), '7–7 missing', 'e8']);
    await unlink(join(folder, 'activity-2025-12.log'));
    await unlink(join(folder, 'activity-2027-01.log'));
    expect(await readBack()).toEqual([...names(6), '7–8 missing']);
    for (const name of await readdir(folder)) if (name.endsWith('.log')) await unlink(join(folder, name));
    expect(await readBack()).toEqual(['1–8 missing']);
  });

  it('is told of where an entry was moved to the month after', async () => {
    const { activity, clock } = activityIn(folder, key);
    clock.nowMs = Date.UTC(2026, 11, 24);
    await activity.note(renewalOf('e7'));
    const december = join(folder, 'activity-2026-12.log');
    const blocks = await lines();
    await writeFile(december, `\n${blocks[5] ?? ''}${await readFile(december, 'latin1')}`, 'latin1');
    await putLines(blocks.slice(0, 5));
    expect(await readBack()).toEqual([...names(5), '6–6 missing', 'e7']);
  });

  it('is nothing where only rubbish was added, however much', async () => {
    const blocks = await lines();
    await putLines([blocks[0] ?? '', 'rubbish', '', '99999 AAAA', ...blocks.slice(0), `7 ${'A'.repeat(300_000)}`]);
    expect(await readBack()).toEqual(names(6));
  });

  it('is everything where the key is another', async () => {
    expect(await wholeLog(activityIn(folder, randomBytes(32)).activity)).toEqual(['1–1 missing']);
  });
});

describe('reading', () => {
  it('gives pages of everything or of one account', async () => {
    const { activity } = activityIn(folder, key);
    for (let index = 1; index <= 25; index += 1) await activity.note(renewalOf(`e${index}`, `account-${index % 2}`));
    const seen: string[] = [];
    let before: number | null = null;
    do {
      const page = await activity.list({ accountId: 'account-1', before, limit: 5 });
      seen.push(...page.rows.map(inShort));
      before = page.next;
    } while (before !== null);
    expect(seen).toEqual(
      names(25)
        .filter((_, index) => index % 2 === 0)
        .reverse(),
    );
    expect((await activity.list({ accountId: null, before: null, limit: 25 })).next).toBe(null);
    expect((await activity.list({ accountId: null, before: 1, limit: 25 })).rows).toEqual([]);
  });

  it('tells of gaps with every account and over the border of a page', async () => {
    await filled(6);
    const blocks = await lines();
    await putLines([...blocks.slice(0, 2), ...blocks.slice(4)]);
    const { activity } = activityIn(folder, key);
    const first = await activity.list({ accountId: null, before: null, limit: 3 });
    expect(first.rows.map(inShort)).toEqual(['e6', 'e5', '3–4 missing']);
    const second = await activity.list({ accountId: null, before: first.next, limit: 3 });
    expect(second.rows.map(inShort)).toEqual(['e2', 'e1']);
    const other = await activity.list({ accountId: 'another', before: null, limit: 3 });
    expect(other.rows.map(inShort)).toEqual(['3–4 missing']);
  });

  it('shows no gap for what is being written', async () => {
    let release = (): void => undefined;
    let reach = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    const reached = new Promise<void>((resolve) => (reach = resolve));
    const bend = (files: LogFiles): LogFiles => ({
      ...files,
      append: async (month, text) => {
        reach();
        await released;
        await files.append(month, text);
      },
    });
    await filled(1);
    const { activity } = activityIn(folder, key, bend);
    const noted = activity.note(renewalOf('e2'));
    await reached;
    const listed = wholeLog(activity);
    release();
    expect(await listed).toEqual(['e1', 'e2']);
    await noted;
  });

  it('reads only the end of 10,000 entries for a page', async () => {
    const { activity } = activityIn(folder, key);
    await Promise.all(Array.from({ length: 10_000 }, (_, index) => activity.note(renewalOf(`e${index + 1}`))));
    let read = 0;
    const count = (files: LogFiles): LogFiles => ({
      ...files,
      linesFromEnd: async function* (month) {
        for await (const text of files.linesFromEnd(month)) {
          read += 1;
          yield text;
        }
      },
    });
    const again = activityIn(folder, key, count).activity;
    const page = await again.list({ accountId: null, before: null, limit: 100 });
    expect(page.rows.map(inShort)).toEqual(names(10_000).slice(-100).reverse());
    expect(read).toBeLessThan(110);
    expect(await wholeLog(again)).toHaveLength(10_000);
  });
});
