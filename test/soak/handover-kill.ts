import { mkdir, readdir, readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AccountRecord, Recipient } from '../../electron/accounts/records.ts';
import { sha256Of } from '../../electron/handover/sha256.ts';
import { errnoOf } from '../../electron/vault/errors.ts';
import { bundleScript } from './bundle.ts';
import type { KillOrder } from './kill-events.ts';
import { createKillLedger } from './kill-ledger.ts';
import type { Random } from './random.ts';
import { createRenewalKiller, startRenewalWorld } from './renewal-world.ts';
import type { SoakEntry } from './soak-entry.ts';
import { openSoakOffice, soakTokenFiles } from './soak-office.ts';
import { copyFolder, fillStore, openSoakVault } from './soak-vault.ts';

const killsAtLeast = 60;
const lanes = 2;
/** A record keeps what it replaced for as long as that lives, so a vault is not used for longer. */
const killsAVault = 10;
const ids = ['account-0', 'account-1', 'account-2'];
/** The share of kills that fall while the vault is opened and what was left undone is made up for. */
const inOpening = 0.25;
const renewingMs = 400;
const faultsAtMost = 50;

/** Kills renewals that keep token files fresh: each file is a whole access token, and no other one stays behind. */
export const handOverKill: SoakEntry = {
  name: 'handover.kill',
  isRandom: true,
  async run({ random: source, folder: base, until, log }) {
    const script = await bundleScript('soak/renewal-child.ts', base);
    const world = await startRenewalWorld();
    const killer = createRenewalKiller();
    const failures: string[] = [];
    const seen = { filesWithOld: 0, filesWithNew: 0, temporariesLeft: 0, catchUps: 0, renewed: 0 };
    let kills = 0;

    async function oneVault(lane: string, random: Random): Promise<void> {
      await rm(lane, { recursive: true, force: true });
      const [vaultFolder, home] = [join(lane, 'vault'), join(lane, 'home')];
      const files = join(home, 'tokens');
      await mkdir(files, { recursive: true, mode: 0o700 });
      const pathOf = (id: string): string => join(files, `${id}.token`);
      const accounts: AccountRecord[] = [];
      for (const id of ids) accounts.push(await handedOver(await world.signIn(id), home, pathOf(id)));
      await mkdir(vaultFolder, { mode: 0o700 });
      const { store } = await openSoakVault(vaultFolder);
      await fillStore(store, { certificates: [], applications: [world.application], accounts });
      const ledger = createKillLedger(ids, false);
      const order = (): KillOrder => ({
        vaultFolder,
        profiles: world.profiles,
        first: ledger.inDoubt(),
        without: ledger.lost(),
        seed: random.below(2 ** 31),
        mode: 'loop',
        atOnce: 2,
        home,
      });

      /** Old or new, but whole, and an access token of the very account. */
      async function wrongAfterKill(): Promise<string | null> {
        const after = await openSoakVault(await copyFolder(vaultFolder, join(lane, 'copy')));
        for (const account of after.store.accounts()) {
          const wrong = wrongWithFile(account, await contentOf(pathOf(account.id)));
          if (wrong !== null) return wrong;
          if (isCurrent(account, await contentOf(pathOf(account.id)))) seen.filesWithNew += 1;
          else seen.filesWithOld += 1;
        }
        if (await hasTemporaries(files)) seen.temporariesLeft += 1;
        return null;
      }

      /** The next start makes up for what was left undone. */
      async function wrongAfterStart(): Promise<string | null> {
        seen.catchUps += 1;
        const tokenFiles = soakTokenFiles(home);
        const { opening, office, close } = await openSoakOffice({
          vaultFolder,
          profiles: () => world.profiles,
          tokenFiles,
        });
        if (opening.state !== 'ready') return `the vault is ${opening.state}`;
        const started = office.workspace.store().accounts();
        await close();
        for (const account of started) {
          if (!isCurrent(account, await contentOf(pathOf(account.id))))
            return 'a file is not fresh after the next start';
          if (!isCurrent(account, account.grant?.accessToken ?? null, account.recipients))
            return 'a copy is not written down';
        }
        return (await hasTemporaries(files)) ? 'a temporary file stays' : null;
      }

      for (let left = killsAVault; left > 0 && failures.length <= faultsAtMost; left -= 1) {
        const moment = random.unit();
        const when = random.unit() < inOpening ? { opening: moment } : { afterOpenMs: moment * renewingMs };
        const isStarted = random.below(2) === 0;
        await killer.kill(script, lane, order(), ledger, when);
        kills += 1;
        try {
          const wrong = (await wrongAfterKill()) ?? (isStarted ? await wrongAfterStart() : null);
          if (wrong !== null) ledger.fault(wrong);
        } catch (error) {
          ledger.fault(error instanceof Error ? error.message : 'no error');
        }
      }
      const wrong = await wrongAfterStart();
      if (wrong !== null) ledger.fault(wrong);
      failures.push(...ledger.verdict().failures);
      seen.renewed += ledger.verdict().renewed;
    }

    const work = async (number: number): Promise<void> => {
      const random = source.named(`lane ${number}`);
      while ((kills < killsAtLeast || Date.now() < until) && failures.length <= faultsAtMost) {
        await oneVault(join(await realpath(base), String(number)), random);
      }
    };
    try {
      await Promise.all(Array.from({ length: lanes }, (_, number) => work(number)));
    } finally {
      await world.stop();
    }
    log(`handover.kill: ${kills} kills, ${failures.length} failed`);
    return { tried: kills, failed: failures.length, ...seen, failures: failures.slice(0, 20) };
  },
};

/** The account with a recipient whose file has just been written. */
async function handedOver(account: AccountRecord, home: string, path: string): Promise<AccountRecord> {
  const { grant } = account;
  if (grant === null) throw new Error('no tokens');
  await soakTokenFiles(home).create(path, grant.accessToken);
  const recipient: Recipient = {
    id: `to-${account.id}`,
    name: 'Contabilitate',
    way: { by: 'file', path },
    handedAt: grant.obtainedAt,
    copy: { sha256: sha256Of(grant.accessToken), expiresAt: grant.expiresAt },
  };
  return { ...account, recipients: [recipient] };
}

function wrongWithFile({ grant, superseded, recipients }: AccountRecord, content: string | null): string | null {
  if (content === null) return recipients[0]?.copy.sha256 === '' ? null : 'a file is gone, and nothing says so';
  if (content === grant?.refreshToken?.value) return 'a refresh token in a file';
  const own = [grant?.accessToken, ...superseded.map(({ accessToken }) => accessToken)];
  return own.includes(content) ? null : 'a file holds no whole access token of its account';
}

/** Whether a file has the account's newest access token; with `recipients`, whether they are written down as having it. */
function isCurrent({ grant }: AccountRecord, content: string | null, recipients: readonly Recipient[] = []): boolean {
  if (content === null || content !== grant?.accessToken) return false;
  return recipients.every(({ copy }) => copy.sha256 === sha256Of(content));
}

async function contentOf(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function hasTemporaries(folder: string): Promise<boolean> {
  return (await readdir(folder)).some((name) => name.endsWith('.tmp'));
}
