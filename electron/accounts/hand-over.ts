import { randomUUID } from 'node:crypto';
import { fail, FailureError, type Failure, type FileProblem } from '../contract/failure.ts';
import type { Change, HandOverView } from '../contract/snapshot.ts';
import { createClipboardCopy, type Clipboard } from '../handover/clipboard-copy.ts';
import { sha256Of } from '../handover/sha256.ts';
import { TokenFileError, type IsOurs, type TokenFiles } from '../handover/token-file.ts';
import { createTurns } from '../vault/turns.ts';
import { holderNameOf } from './account-name.ts';
import { withoutEnded } from './compromised.ts';
import { grantOf } from './grant.ts';
import type { AccountRecord, Grant, OrphanTokensRecord, Recipient } from './records.ts';
import type { Store } from './store.ts';

/** What the person is asked, natively, before a token leaves the program. */
export type HandOverQuestion =
  | { readonly about: 'copy' | 'file'; readonly recipientName: string; readonly holder: string }
  | { readonly about: 'report'; readonly tokens: number };

/** The desktop's part of it. */
export type HandOverDesk = Pick<HandOverDeps, 'tokenFiles' | 'clipboard' | 'confirm' | 'chooseNewFile'>;

export type HandOverDeps = {
  readonly store: () => Store;
  readonly tokenFiles: TokenFiles;
  readonly clipboard: Clipboard;
  /** The native question; false where it was not answered with a clear yes. */
  readonly confirm: (question: HandOverQuestion) => Promise<boolean>;
  /** The native dialog for a new file; null when it was closed. */
  readonly chooseNewFile: (suggestedName: string) => Promise<string | null>;
  readonly announce: (changes: readonly Change[]) => void;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
};

type Outcome = { readonly outcome: 'done' | 'declined' };
type FileRecipient = Recipient & { readonly way: { readonly by: 'file'; readonly path: string } };

/** Copies of access tokens for other programs (R17, S14): never a refresh token. */
export type HandOver = {
  copy(accountId: string, recipientName: string): Promise<Outcome>;
  toFile(accountId: string, recipientName: string): Promise<Outcome>;
  /** Forgets a recipient and deletes its file, if that is still ours. */
  stop(accountId: string, recipientId: string): Promise<{ readonly file: 'none' | 'deleted' | 'left' }>;
  /**
   * Before an account is removed, and after an authority revoked its tokens: deletes every file and forgets its
   * recipient. Who got a copy by the clipboard stays named. Never fails for a file that cannot be deleted; answers the
   * paths of those.
   */
  stopAll(accountId: string): Promise<string[]>;
  /**
   * After a new access token is stored: writes it to the files of the account's recipients. Never rejects; what went
   * wrong is shown with the recipient.
   */
  afterRenewal(accountId: string): Promise<void>;
  /** {@link afterRenewal} for the accounts among `changes` that a file is behind of: renewed or signed in, however it came. */
  follow(changes: readonly Change[]): Promise<void>;
  /** At start: makes up for what an end at a bad moment left undone. */
  catchUp(): Promise<void>;
  /**
   * At each look at the clock: deletes files whose token has ended and forgets replaced tokens, and those of removed
   * accounts, that ended (R19).
   */
  expire(): Promise<void>;
  /** A minute more on the clipboard, up to five from now. */
  keepLonger(): void;
  /** Takes a token off the clipboard, if it is still there; also when the program ends. */
  clearClipboard(): Promise<void>;
  view(): HandOverView;
};

/**
 * What `copy.sha256` of a recipient is while it has no file: before its first one is written, and when its file was
 * deleted because the token had ended. Then, and only then, a file that is missing is written: at the next renewal, and
 * at the next start, since the program may have ended before it wrote the first.
 */
const NO_COPY = '';

export function createHandOver(deps: HandOverDeps): HandOver {
  const { tokenFiles, now } = deps;
  const fileProblems = new Map<string, FileProblem>();
  /** One act at a time on an account's files; never held while a person is asked. */
  const turns = createTurns();
  const clipboardCopy = createClipboardCopy({ clipboard: deps.clipboard, now, onChange: tell });

  function view(): HandOverView {
    return { clipboard: clipboardCopy.view(), fileProblems: Object.fromEntries(fileProblems) };
  }

  function tell(): void {
    deps.announce([{ kind: 'hand-over', value: view() }]);
  }

  function keepProblem(recipientId: string, problem: FileProblem | null): void {
    if ((fileProblems.get(recipientId) ?? null) === problem) return;
    if (problem === null) fileProblems.delete(recipientId);
    else fileProblems.set(recipientId, problem);
    tell();
  }

  /** None while the vault is not open. */
  function ifOpen<T>(read: (store: Store) => readonly T[]): readonly T[] {
    try {
      return read(deps.store());
    } catch (error) {
      ignoreFailure(error);
      return [];
    }
  }

  function livingGrant(account: AccountRecord): Grant | null {
    const grant = grantOf(account, deps.store().application(account.applicationId));
    return grant !== null && grant.expiresAt > now() ? grant : null;
  }

  function grantToHand(accountId: string): Grant {
    return livingGrant(deps.store().account(accountId)) ?? fail({ code: 'no-access-token' });
  }

  /** What a question calls the account. */
  function accountName(accountId: string): string {
    const store = deps.store();
    const account = store.account(accountId);
    const holder = holderNameOf(store, account);
    return holder === '' ? store.application(account.applicationId).name : holder;
  }

  /** Keeps a recipient, in the place of the one with its id. */
  function keep(accountId: string, recipient: Recipient): Promise<void> {
    return deps.store().changeAccount(accountId, (current) => {
      const isKnown = current.recipients.some(({ id }) => id === recipient.id);
      const recipients = isKnown
        ? current.recipients.map((each) => (each.id === recipient.id ? recipient : each))
        : [...current.recipients, recipient];
      return { ...current, recipients };
    });
  }

  function forget(accountId: string, recipientId: string): Promise<void> {
    return deps.store().changeAccount(accountId, (current) => ({
      ...current,
      recipients: current.recipients.filter(({ id }) => id !== recipientId),
    }));
  }

  /** Takes a file away; false where it was left. A file that is not there any more is no trouble. */
  async function removeFile(account: AccountRecord, recipient: FileRecipient): Promise<boolean> {
    try {
      await tokenFiles.remove(recipient.way.path, isOursFor(account, recipient));
      return true;
    } catch (error) {
      const problem = problemOf(error);
      if (problem === 'missing') return true;
      keepProblem(recipient.id, problem);
      return false;
    }
  }

  async function copy(accountId: string, recipientName: string): Promise<Outcome> {
    grantToHand(accountId);
    if (!(await deps.confirm({ about: 'copy', recipientName, holder: accountName(accountId) }))) {
      return { outcome: 'declined' };
    }
    return turns(accountId, async () => {
      // It may have been renewed while the question stood there.
      const grant = grantToHand(accountId);
      const known = deps
        .store()
        .account(accountId)
        .recipients.find(({ name, way }) => name === recipientName && way.by === 'clipboard');
      // Named before it is handed over: what got out is always accounted for.
      await keep(accountId, {
        id: known?.id ?? randomUUID(),
        name: recipientName,
        way: { by: 'clipboard' },
        handedAt: now(),
        copy: copyOf(grant),
      });
      await clipboardCopy.put(accountId, recipientName, grant.accessToken);
      return { outcome: 'done' };
    });
  }

  async function toFile(accountId: string, recipientName: string): Promise<Outcome> {
    grantToHand(accountId);
    if (!(await deps.confirm({ about: 'file', recipientName, holder: accountName(accountId) }))) {
      return { outcome: 'declined' };
    }
    const chosen = await deps.chooseNewFile(`${fileNameOf(recipientName)}.token`);
    if (chosen === null) return { outcome: 'declined' };
    return turns(accountId, async () => {
      const grant = grantToHand(accountId);
      const path = await orFail(tokenFiles.settle(chosen));
      const account = deps.store().account(accountId);
      const known = account.recipients.filter(isFile).find(({ name }) => name === recipientName);
      const id = randomUUID();
      const handedAt = now();
      const recipient = { id, name: recipientName, way: { by: 'file', path }, handedAt } as const;
      // The record first: no end at a bad moment leaves a file that nobody knows of. A copy that never was has ended.
      await keep(accountId, { ...recipient, copy: { sha256: NO_COPY, expiresAt: handedAt } });
      try {
        await orFail(tokenFiles.create(path, grant.accessToken));
      } catch (error) {
        await forget(accountId, id);
        throw error;
      }
      await keep(accountId, { ...recipient, copy: copyOf(grant) });
      // The one it had before; where that cannot go it stays named, with the reason.
      if (known && (await removeFile(account, known))) await drop(accountId, known.id);
      return { outcome: 'done' };
    });
  }

  async function drop(accountId: string, recipientId: string): Promise<void> {
    await forget(accountId, recipientId);
    keepProblem(recipientId, null);
  }

  async function writeFile(account: AccountRecord, recipient: FileRecipient, accessToken: string): Promise<void> {
    const { path } = recipient.way;
    if (recipient.copy.sha256 === NO_COPY) {
      try {
        await tokenFiles.create(path, accessToken);
        return;
      } catch (error) {
        // An end between writing the file and writing that down leaves one of ours there.
        if (!(error instanceof TokenFileError) || error.problem !== 'changed') throw error;
      }
    }
    await tokenFiles.replace(path, accessToken, isOursFor(account, recipient));
  }

  async function refreshFile(account: AccountRecord, recipient: FileRecipient, grant: Grant): Promise<void> {
    try {
      await writeFile(account, recipient, grant.accessToken);
      await keep(account.id, { ...recipient, handedAt: now(), copy: copyOf(grant) });
      keepProblem(recipient.id, null);
    } catch (error) {
      // A store that refuses the write says so itself; the file is fresh, and known as ours by the account's token.
      if (error instanceof TokenFileError) keepProblem(recipient.id, error.problem);
      else if (!(error instanceof FailureError)) throw error;
    }
  }

  function refreshFiles(accountId: string): Promise<void> {
    return turns(accountId, async () => {
      const account = deps
        .store()
        .accounts()
        .find(({ id }) => id === accountId);
      const grant = account ? livingGrant(account) : null;
      if (!account || !grant) return;
      const sha256 = sha256Of(grant.accessToken);
      for (const recipient of account.recipients.filter(isFile)) {
        if (recipient.copy.sha256 !== sha256) await refreshFile(account, recipient, grant);
      }
    });
  }

  function expireAccount(accountId: string): Promise<void> {
    return turns(accountId, async () => {
      const account = deps
        .store()
        .accounts()
        .find(({ id }) => id === accountId);
      if (!account) return;
      for (const recipient of account.recipients.filter(isFile)) {
        if (!hasEndedFile(recipient, now()) || !(await removeFile(account, recipient))) continue;
        await keep(accountId, { ...recipient, copy: { ...recipient.copy, sha256: NO_COPY } });
      }
      if (withoutEnded(account, now()) !== account) {
        await deps.store().changeAccount(accountId, (current) => withoutEnded(current, now()));
      }
    });
  }

  /** Forgets what has ended of a removed account's tokens. */
  async function expireOrphans(orphans: OrphanTokensRecord): Promise<void> {
    const tokens = orphans.tokens.filter(({ expiresAt }) => expiresAt > now());
    if (tokens.length === orphans.tokens.length) return;
    await (tokens.length === 0
      ? deps.store().removeOrphans(orphans.id)
      : deps.store().saveOrphans({ ...orphans, tokens }));
  }

  return {
    copy,
    toFile,
    stop: (accountId, recipientId) =>
      turns(accountId, async () => {
        const account = deps.store().account(accountId);
        const recipient = account.recipients.find(({ id }) => id === recipientId);
        const isDeleted = recipient && isFile(recipient) ? await removeFile(account, recipient) : null;
        await drop(accountId, recipientId);
        return { file: isDeleted === null ? 'none' : isDeleted ? 'deleted' : 'left' };
      }),
    stopAll: (accountId) =>
      turns(accountId, async () => {
        const account = deps.store().account(accountId);
        const filesLeft: string[] = [];
        for (const recipient of account.recipients.filter(isFile)) {
          if (!(await removeFile(account, recipient))) filesLeft.push(recipient.way.path);
          await drop(accountId, recipient.id);
        }
        return filesLeft;
      }),
    afterRenewal: (accountId) => refreshFiles(accountId).catch(ignoreFailure),
    async follow(changes) {
      for (const change of changes) {
        if (change.kind !== 'accounts' || change.value === null) continue;
        const isStale = change.value.recipients.some(({ way, isCurrent }) => way === 'file' && isCurrent === false);
        if (isStale) await refreshFiles(change.id).catch(ignoreFailure);
      }
    },
    async catchUp() {
      for (const { id, recipients } of deps.store().accounts()) {
        if (recipients.some(isFile)) await refreshFiles(id).catch(ignoreFailure);
      }
    },
    async expire() {
      for (const account of ifOpen((store) => store.accounts())) {
        const isDue =
          account.recipients.some((recipient) => isFile(recipient) && hasEndedFile(recipient, now())) ||
          withoutEnded(account, now()) !== account;
        // What the disk refuses is tried again at the next look.
        if (isDue) await expireAccount(account.id).catch(ignoreFailure);
      }
      for (const orphans of ifOpen((store) => store.orphans())) await expireOrphans(orphans).catch(ignoreFailure);
    },
    keepLonger: () => clipboardCopy.keepLonger(),
    clearClipboard: () => clipboardCopy.clear(),
    view,
  };
}

/** Passes on what a token file's fault is called on the bridge. */
export async function orFail<T>(act: Promise<T>): Promise<T> {
  return act.catch((error: unknown) => {
    if (error instanceof TokenFileError) return fail(failureOf(error), error);
    throw error;
  });
}

function failureOf({ problem, refusal }: TokenFileError): Failure {
  return refusal === null
    ? { code: 'hand-over-file-failed', problem }
    : { code: 'hand-over-place-refused', ...refusal };
}

function problemOf(error: unknown): FileProblem {
  if (error instanceof TokenFileError) return error.problem;
  throw error;
}

function ignoreFailure(error: unknown): void {
  if (!(error instanceof FailureError)) throw error;
}

function isFile(recipient: Recipient): recipient is FileRecipient {
  return recipient.way.by === 'file';
}

function hasEndedFile({ copy }: Recipient, now: number): boolean {
  return copy.sha256 !== NO_COPY && copy.expiresAt <= now;
}

function copyOf({ accessToken, expiresAt }: Grant): Recipient['copy'] {
  return { sha256: sha256Of(accessToken), expiresAt };
}

/**
 * A content is ours if it is what was written last, or any access token of this very account: an end between writing
 * the file and writing that down leaves such a one.
 */
function isOursFor({ grant, superseded }: AccountRecord, { copy }: Recipient): IsOurs {
  const own = new Set([copy.sha256, ...superseded.map(({ accessToken }) => sha256Of(accessToken))]);
  if (grant !== null) own.add(sha256Of(grant.accessToken));
  own.delete(NO_COPY);
  return (sha256) => own.has(sha256);
}

/** A name every file system takes: letters, digits and hyphens of the recipient's. */
function fileNameOf(recipientName: string): string {
  const plain = recipientName
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return plain === '' ? 'access' : plain;
}
