import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { accountKind, applicationKind, type AccountRecord, type Grant } from '../../electron/accounts/records.ts';
import type { Profile } from '../../electron/authorities/schema.ts';
import { Failure, FailureError } from '../../electron/contract/failure.ts';
import { nodeFileSystem } from '../../electron/vault/file-system.ts';
import { fileOf } from '../../electron/vault/kind.ts';
import { anafDriver } from '../fixtures/anaf-requests.ts';
import { practiceProfiles } from '../fixtures/office.ts';
import { startPractice } from '../fixtures/practice.ts';
import { startFaultAuthority, type FaultAuthority } from './fault-authority.ts';
import { createFaultyDisk, type FaultyDisk } from './fault-disk.ts';
import { accountOf, anafApplication, openSoakOffice, soakKeychain, type SoakOffice } from './soak-office.ts';

/** A program under faults: the real one over one vault folder, at an authority whose answers can be spoilt. */
export type FaultProgram = {
  readonly vaultFolder: string;
  readonly disk: FaultyDisk;
  /** Where the profile sends refreshes; null where it is to be the authority. */
  moveAuthority(to: { readonly token: string; readonly caPem: string } | null): void;
  running(): SoakOffice;
  /** Ends the program and starts another over the same folder. */
  restart(): Promise<void>;
  /** An account whose tokens are JWTs, or opaque: one that is free and sound, else a new one. */
  borrow(form?: 'jwt' | 'opaque'): Promise<string>;
  /** The account came through its trial, and may be borrowed again. */
  giveBack(accountId: string): void;
  grant(accountId: string): Grant;
  /** Whether the account as it was last written would outlast a power cut. */
  isDurable(accountId: string): boolean;
  /** What is wrong with the account as it is in memory and on the disk, if anything. */
  wrongWith(accountId: string): Promise<string | null>;
  close(): Promise<void>;
};

export type FaultWorld = {
  readonly authority: FaultAuthority;
  openProgram(name: string): Promise<FaultProgram>;
  close(): Promise<void>;
};

/** The grace within which the authority answers a spent refresh token again; longer than the longest fault. */
const graceSeconds = 600;

export async function startFaultWorld(base: string): Promise<FaultWorld> {
  const practice = await startPractice({
    switches: { refreshGraceSeconds: graceSeconds, allowRefreshContentType: true },
  });
  const anaf = practice.ready.authorities.anaf.production;
  const driver = await anafDriver(practice);
  const authority = await startFaultAuthority(anaf);
  const application = anafApplication('application', driver.post);
  const givenAtSignIn: { access_token: string; refresh_token: string }[] = [];

  const profilesAt = ({ token, caPem }: { token: string; caPem: string }): Profile[] =>
    practiceProfiles(practice, (environment) => ({ ...environment, token, refresh: token, trustedCa: caPem })).map(
      // The pace that the authority asks for is another matter.
      (profile) => ({ ...profile, tokenSpacingMs: 0 }),
    );

  return {
    authority,
    async openProgram(name) {
      const vaultFolder = join(base, name, 'vault');
      await mkdir(vaultFolder, { recursive: true, mode: 0o700 });
      const disk = createFaultyDisk(nodeFileSystem());
      let place: { token: string; caPem: string } = authority;
      const open = () => openSoakOffice({ vaultFolder, profiles: () => profilesAt(place), fs: disk.fs });
      let running = await open();
      const vault = () => {
        const { opening } = running;
        if (opening.state !== 'ready') throw new Error(`the vault is ${opening.state}`);
        return opening.vault;
      };
      await vault().write(applicationKind, application.id, application);
      let accounts = 0;
      const sound: string[] = [];

      const program: FaultProgram = {
        vaultFolder,
        disk,
        moveAuthority: (to) => void (place = to ?? authority),
        running: () => running,
        async restart() {
          await running.close();
          running = await open();
          vault();
        },
        async borrow(form = 'jwt') {
          const free = sound.findIndex((id) => id.startsWith(`${form}-`));
          const [known] = free < 0 ? [] : sound.splice(free, 1);
          if (known !== undefined) return known;
          const id = `${form}-${(accounts += 1)}`;
          const pair = await driver.pair(form === 'opaque' ? { token_content_type: null } : {});
          givenAtSignIn.push(pair);
          await vault().write(accountKind, id, accountOf(id, application, pair, Date.now()));
          return id;
        },
        giveBack: (id) => void sound.push(id),
        isDurable: (id) => disk.isDurable(fileOf(accountKind.name, id)),
        grant: (id) => grantOf(vault().read(accountKind, id), id),
        async wrongWith(id) {
          const inMemory = vault().read(accountKind, id);
          const wrong = wrongWithRecord(inMemory, 'in memory');
          if (wrong !== null) return wrong;
          const copy = join(base, name, 'copy');
          await rm(copy, { recursive: true, force: true });
          await cp(vaultFolder, copy, { recursive: true });
          const other = await openSoakOffice({ vaultFolder: copy, profiles: () => [], keychain: soakKeychain });
          try {
            if (other.opening.state !== 'ready') return `a copy of the vault is ${other.opening.state}`;
            if (other.opening.vault.unreadable.length > 0) return 'a file of the vault is unreadable';
            return wrongWithRecord(other.opening.vault.read(accountKind, id), 'on the disk');
          } finally {
            await other.close();
          }
        },
        close: () => running.close(),
      };
      return program;
    },
    async close() {
      await authority.close();
      await practice.stop();
    },
  };

  /** The account is there, and each of its tokens is one that the authority gave. */
  function wrongWithRecord(record: AccountRecord | undefined, where: string): string | null {
    if (!record) return `the account is gone ${where}`;
    if (!record.grant?.refreshToken) return `the tokens are gone ${where}`;
    const { accessToken, refreshToken } = record.grant;
    const known = [...givenAtSignIn, ...authority.pairs];
    if (!known.some((pair) => pair.refresh_token === refreshToken.value)) return `a strange refresh token ${where}`;
    if (!known.some((pair) => pair.access_token === accessToken)) return `a strange access token ${where}`;
    return null;
  }
}

function grantOf(record: AccountRecord | undefined, id: string): Grant {
  if (!record?.grant) throw new Error(`${id} has no tokens`);
  return record.grant;
}

/** How a renewal ended: well, or with a failure of the closed union; what is neither is `wrong`. */
export type Ending = { readonly code: string | null; readonly wrong: string | null };

export async function endingOf(renewal: Promise<unknown>): Promise<Ending> {
  try {
    await renewal;
    return { code: null, wrong: null };
  } catch (error) {
    if (!(error instanceof FailureError)) return { code: 'unexpected', wrong: `no failure of ours: ${wordOf(error)}` };
    const { failure } = error;
    if (failure.code === 'unexpected' || !Failure.safeParse(failure).success) {
      return { code: failure.code, wrong: `failed as ${failure.code}` };
    }
    return { code: 'reason' in failure ? `${failure.code} ${failure.reason}` : failure.code, wrong: null };
  }
}

/** A renewal of an account that the authority would renew: what is wrong where it does not succeed, if anything. */
export async function wrongWithRenewal(program: FaultProgram, id: string): Promise<string | null> {
  const before = program.grant(id).refreshToken?.value;
  const { code, wrong } = await endingOf(program.running().renew(id));
  if (code !== null) return wrong ?? `cannot be renewed afterwards: ${code}`;
  // A repeated answer brings the pair of the lost one; in any case it is another than before.
  return program.grant(id).refreshToken?.value === before ? 'a later renewal brought nothing' : null;
}

/** As {@link wrongWithRenewal}, and what is wrong with what it stored. Gives the account back where nothing is. */
export async function wrongWithLater(program: FaultProgram, id: string): Promise<string | null> {
  const wrong = (await wrongWithRenewal(program, id)) ?? (await program.wrongWith(id));
  if (wrong === null) program.giveBack(id);
  return wrong;
}

function wordOf(error: unknown): string {
  return error instanceof Error ? error.message : 'no error';
}
