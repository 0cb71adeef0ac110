import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Agent } from 'undici';
import { accountKind } from '../../electron/accounts/records.ts';
import type { Change } from '../../electron/contract/snapshot.ts';
import { lookupWithLocalhost } from '../../electron/network/lookup.ts';
import { accountOf, type Pair } from '../soak/soak-office.ts';
import { resultOf, type BenchEntry } from './bench-entry.ts';
import { startBureau, type Bureau, type Desk } from './living-accounts.ts';

const runs = 5;
const accounts = 300;
/** As many holders as the program renews side by side. */
const atOnce = 4;
const dayMs = 86_400_000;

/** "All that are due" for 300 accounts of 300 holders, beside the same calls by bare undici and a synced write each. */
export const renewAll300: BenchEntry = {
  name: 'renewAll.300',
  limit: { of: 'ratio', atMost: 1.5 },
  async run({ folder, log }) {
    const bureau = await startBureau(folder);
    try {
      let hear: (changes: readonly Change[]) => void = () => undefined;
      const announce = (changes: readonly Change[]): void => hear(changes);
      const desk = await bureau.open('vault', { living: accounts, others: 0 }, { announce });
      const bareFolder = join(folder, 'bare');
      await mkdir(bareFolder);
      const values: number[] = [];
      const references: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        await makeDue(desk);
        values.push(await msOf(() => renewAll(desk, (listen) => void (hear = listen))));
        references.push(await renewBare(bureau, desk, bareFolder));
        log(`renewAll.300: ${Math.round(values.at(-1) ?? 0)} ms, bare ${Math.round(references.at(-1) ?? 0)} ms`);
      }
      await desk.program.close();
      const reference = `the same ${accounts} calls by bare undici, ${atOnce} at once, and one synced write each`;
      return resultOf('ms', reference, values, references);
    } finally {
      await bureau.close();
    }
  },
};

async function msOf(act: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await act();
  return performance.now() - started;
}

/** Every account as it is when its access token is about to end. */
async function makeDue({ vault, living, account }: Desk): Promise<void> {
  const now = Date.now();
  const due = { obtainedAt: now - 90 * dayMs, expiresAt: now + dayMs / 24 };
  for (const id of living) {
    const record = account(id);
    if (!record.grant) throw new Error(`${id} has no tokens`);
    await vault.write(accountKind, id, { ...record, superseded: [], grant: { ...record.grant, ...due } });
  }
}

async function renewAll(desk: Desk, listen: (hear: (changes: readonly Change[]) => void) => void): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    listen((changes) => {
      for (const change of changes) {
        if (change.kind !== 'renewalRun' || change.value === null || change.value.state === 'running') continue;
        const { renewed, failed } = change.value;
        if (renewed === accounts && failed.length === 0) resolve();
        else reject(new Error(`${renewed} renewed, ${failed.length} failed`));
      }
    });
  });
  const begun = await desk.program.office.calls['renewals.start']({});
  if (begun.accounts !== accounts) throw new Error(`${begun.accounts} of ${accounts} are due`);
  await ended;
}

/** The reference; the pairs it brings go into the vault afterwards, beside the clock. */
async function renewBare({ driver, application }: Bureau, desk: Desk, folder: string): Promise<number> {
  const { clientId, clientSecret } = driver.post.oauth2;
  const { origin, pathname } = new URL(driver.ready.refresh);
  const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  const agent = new Agent({ pipelining: 0, connect: { ca: driver.ready.caPem, lookup: lookupWithLocalhost } });
  const given = new Map<string, Pair>();
  const renewOne = async (id: string): Promise<void> => {
    const refreshToken = desk.account(id).grant?.refreshToken?.value ?? '';
    const { statusCode, body } = await agent.request({
      origin,
      path: pathname,
      method: 'POST',
      headers: { authorization, 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams({ refresh_token: refreshToken, grant_type: 'refresh_token' }).toString(),
    });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`the authority answered ${statusCode}`);
    const file = await open(join(folder, id), 'w');
    await file.writeFile(text);
    await file.sync();
    await file.close();
    given.set(id, JSON.parse(text) as Pair);
  };
  const ms = await msOf(async () => {
    const queue = desk.living.values();
    const work = async (): Promise<void> => {
      for (const id of queue) await renewOne(id);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  });
  await agent.close();
  for (const [id, pair] of given) {
    await desk.vault.write(accountKind, id, accountOf(id, application, pair, Date.now()));
  }
  return ms;
}
