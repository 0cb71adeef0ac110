import { Worker } from 'node:worker_threads';
import { P12Error } from './p12/p12-error.ts';
import type { P12ErrorCode, P12Identity } from './p12/p12-error.ts';
import type { OpenedP12, OpenP12Options } from './p12.ts';

/** How to open a PKCS#12 file in a thread of its own. */
export interface OpenP12InThreadOptions extends OpenP12Options {
  /** The built `p12-worker.js`. */
  readonly worker: string | URL;
  /** Milliseconds until the thread is ended. */
  readonly deadlineMs: number;
}

/** What the thread is asked. */
export interface P12WorkerRequest {
  readonly bytes: Uint8Array;
  readonly password: string;
  readonly identity: string | undefined;
  readonly allowExpensive: boolean | undefined;
}

/** What the thread answers: plain data, since an error's class does not survive the way between threads. */
export type P12WorkerAnswer =
  | { readonly opened: OpenedP12 }
  | {
      readonly error: {
        readonly code: P12ErrorCode;
        readonly identities: readonly P12Identity[];
        readonly algorithm: string | undefined;
      };
    };

/**
 * `openP12` in a thread of its own, so that a file that declares much work neither freezes the caller nor outlives
 * `deadlineMs` or the signal. The password travels in a message, never in the thread's environment or arguments.
 * @throws {P12Error} as `openP12`, and `timed-out`; `failed` where the thread could not start or died
 */
export async function openP12InThread(
  bytes: Uint8Array,
  password: string,
  options: OpenP12InThreadOptions,
): Promise<OpenedP12> {
  const { worker: entry, deadlineMs, signal, identity, allowExpensive } = options;
  if (signal?.aborted) throw new P12Error('aborted');
  const worker = startWorker(entry);
  let deadline: NodeJS.Timeout | undefined;
  let onAbort = (): void => undefined;
  try {
    return await new Promise<OpenedP12>((resolve, reject) => {
      const fail = (code: P12ErrorCode) => (): void => reject(new P12Error(code));
      deadline = setTimeout(fail('timed-out'), deadlineMs);
      onAbort = fail('aborted');
      signal?.addEventListener('abort', onAbort, { once: true });
      worker.once('error', fail('failed'));
      worker.once('messageerror', fail('failed'));
      worker.once('exit', fail('failed'));
      worker.once('message', (answer: P12WorkerAnswer) => {
        if ('opened' in answer) resolve(answer.opened);
        else reject(toP12Error(answer.error));
      });
      // A copy of its own: cloning a slice of Node's buffer pool would take the neighbours along.
      const copy = Uint8Array.from(bytes);
      const request: P12WorkerRequest = { bytes: copy, password, identity, allowExpensive };
      worker.postMessage(request, [copy.buffer]);
    });
  } finally {
    clearTimeout(deadline);
    signal?.removeEventListener('abort', onAbort);
    // Not awaited: it resolves only when the thread pool has finished what this thread gave it.
    void worker.terminate();
    worker.unref();
  }
}

function startWorker(entry: string | URL): Worker {
  try {
    // The file format needs some memory and no more; without a bound, hostile input could take the whole program down.
    return new Worker(entry, { env: {}, argv: [], execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 256 } });
  } catch {
    throw new P12Error('failed');
  }
}

function toP12Error({ code, identities, algorithm }: Extract<P12WorkerAnswer, { error: unknown }>['error']): P12Error {
  return new P12Error(code, { identities, ...(algorithm === undefined ? {} : { algorithm }) });
}
