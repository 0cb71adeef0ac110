import { parentPort } from 'node:worker_threads';
import { openP12, P12Error } from './p12.ts';
import type { P12WorkerAnswer, P12WorkerRequest } from './p12-thread.ts';

// The entry of the thread that `openP12InThread` starts: one request, one answer, and it ends.
const port = parentPort;
if (!port) throw new Error('p12-worker runs only as a worker thread');
port.once('message', ({ bytes, password, identity, allowExpensive }: P12WorkerRequest) => {
  openP12(bytes, password, { identity, allowExpensive }).then(
    (opened) => answer({ opened }),
    (error: unknown) => {
      const { code, identities, algorithm } = error instanceof P12Error ? error : new P12Error('failed');
      answer({ error: { code, identities, algorithm } });
    },
  );
});

function answer(message: P12WorkerAnswer): void {
  port?.postMessage(message);
}
