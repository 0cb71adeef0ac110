import { subscribe } from 'node:diagnostics_channel';
import { readFileSync, writeSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Profile } from '../../electron/authorities/schema.ts';
import { FailureError } from '../../electron/contract/failure.ts';
import type { Change } from '../../electron/contract/snapshot.ts';
import { nodeFileSystem } from '../../electron/vault/file-system.ts';
import type { KillEvent, KillOrder } from './kill-events.ts';
import { createRandom } from './random.ts';
import { openSoakOffice, soakTokenFiles, type SoakOffice } from './soak-office.ts';
import { losingUnsynced, tellingDurable } from './watched-file-system.ts';

// The process that `renewal.kill` kills: renews accounts and tells on fd 3 what it is about to do and what it has done.

const triesBeforeRefused = 2;

/** Written at once: what was told stays told, however soon the kill comes. */
function tell(event: KillEvent): void {
  writeSync(3, `${JSON.stringify(event)}\n`);
}

/** Tells when a refresh is about to be written to the socket, and when its answer is complete. */
function tellRequests(accountOfToken: (refreshToken: string) => string | null): void {
  const accounts = new WeakMap<object, { readonly id: string; status: number }>();
  type Message = { readonly request: object & { readonly body?: unknown }; readonly response?: { statusCode: number } };
  subscribe('undici:request:create', (message) => {
    const { request } = message as Message;
    const fields = new URLSearchParams(Buffer.isBuffer(request.body) ? request.body.toString() : String(request.body));
    const id = accountOfToken(fields.get('refresh_token') ?? '');
    if (id === null) throw new Error('a request that is nobody’s renewal');
    accounts.set(request, { id, status: 0 });
  });
  subscribe('undici:client:sendHeaders', (message) => {
    const known = accounts.get((message as Message).request);
    if (known) tell({ kind: 'sent', id: known.id, at: performance.now() });
  });
  subscribe('undici:request:headers', (message) => {
    const { request, response } = message as Message;
    const known = accounts.get(request);
    if (known) known.status = response?.statusCode ?? 0;
  });
  subscribe('undici:request:trailers', (message) => {
    const known = accounts.get((message as Message).request);
    if (known) tell({ kind: 'answered', ...known });
  });
}

function tellChanges(changes: readonly Change[]): void {
  for (const change of changes) {
    if (change.kind !== 'accounts') continue;
    const { id, value } = change;
    if (value === null) tell({ kind: 'gone', id });
    else if (value.accessToken) tell({ kind: 'shown', id, obtainedAt: value.accessToken.obtainedAt });
  }
}

/** One renewal as the window asks for it; where it fails, as often as a person would try. */
async function renew(program: SoakOffice, id: string): Promise<boolean> {
  for (let left = triesBeforeRefused; ;) {
    try {
      await program.renew(id);
      tell({ kind: 'renewed', id });
      return true;
    } catch (error) {
      left -= 1;
      if (left > 0) continue;
      tell({ kind: 'refused', id, code: wordOf(error) });
      return false;
    }
  }
}

function wordOf(error: unknown): string {
  if (!(error instanceof FailureError))
    return error instanceof Error ? `no failure of ours: ${error.message}` : 'unknown';
  const { failure } = error;
  return 'reason' in failure ? `${failure.code} ${failure.reason}` : failure.code;
}

async function main(): Promise<void> {
  const order = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as KillOrder;
  const random = createRandom(order.seed);
  const fileOf = /^account-(.+)\.sealed$/;
  const fs = tellingDurable(losingUnsynced(nodeFileSystem()), (file) => {
    const [, id] = fileOf.exec(file) ?? [];
    if (id !== undefined) tell({ kind: 'durable', id, at: performance.now() });
  });
  tell({ kind: 'opening' });
  const program = await openSoakOffice({
    vaultFolder: order.vaultFolder,
    profiles: () => order.profiles as readonly Profile[],
    fs,
    announce: tellChanges,
    ...(order.home === undefined ? {} : { tokenFiles: soakTokenFiles(order.home) }),
  });
  const { opening, office } = program;
  if (opening.state !== 'ready') {
    tell({ kind: 'not-open', state: opening.state });
    return;
  }
  const store = office.workspace.store();
  tellRequests(
    (refreshToken) => store.accounts().find(({ grant }) => grant?.refreshToken?.value === refreshToken)?.id ?? null,
  );
  const stored = store.accounts().map(({ id, grant }) => ({ id, obtainedAt: grant?.obtainedAt ?? 0 }));
  tell({ kind: 'open', accounts: stored, unreadable: opening.vault.unreadable.length });

  const usable = new Set(stored.map(({ id }) => id).filter((id) => !order.without.includes(id)));
  const queue = [...order.first.filter((id) => usable.has(id))];
  if (order.mode === 'verify') queue.push(...[...usable].filter((id) => !queue.includes(id)));
  const unsettled = new Set(queue);
  const busy = new Set<string>();
  const next = (): string | undefined => {
    const waiting = queue.shift();
    if (waiting !== undefined || order.mode === 'verify') return waiting;
    const idle = [...usable].filter((id) => !busy.has(id));
    return idle.length === 0 ? undefined : random.pick(idle);
  };
  const work = async (): Promise<void> => {
    for (let id = next(); id !== undefined; id = next()) {
      busy.add(id);
      if (!(await renew(program, id))) usable.delete(id);
      busy.delete(id);
      if (unsettled.delete(id) && unsettled.size === 0) tell({ kind: 'settled' });
    }
  };
  if (unsettled.size === 0) tell({ kind: 'settled' });
  await Promise.all(Array.from({ length: order.atOnce }, work));
  tell({ kind: 'done' });
  await program.close();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
