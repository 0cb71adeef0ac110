import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { atExit } from '../../build/scripts/at-exit.mjs';

/** A script of the soak's own in a process of its own, which tells events on fd 3. */
export type KilledProcess<Event> = {
  /** Resolves at the first event that `is` accepts; with null where the process ends before. */
  seen(is: (event: Event) => boolean): Promise<Event | null>;
  kill(): void;
  /** Resolves when the process is gone and all it told has been handed over. */
  ended(): Promise<{ readonly bySignal: boolean; readonly code: number | null; readonly errors: string }>;
};

/** Starts `script` under this runtime; `take` is given each event in order. */
export function startKilledProcess<Event>(
  script: string,
  args: readonly string[],
  take: (event: Event) => void,
): KilledProcess<Event> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
  const forget = atExit(() => child.kill('SIGKILL'));
  const waiting = new Set<(event: Event) => void>();
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const lines = createInterface({ input: child.stdio[3] as Readable });
  lines.on('line', (line) => {
    const event = parse(line) as Event | null;
    if (event === null) return;
    take(event);
    for (const hear of waiting) hear(event);
  });
  const isOver = Promise.all([once(child, 'close'), once(lines, 'close')]).then(([[code, signal]]) => {
    forget();
    return { bySignal: signal === 'SIGKILL', code: code as number | null, errors };
  });
  return {
    async seen(is) {
      let hear: (event: Event) => void = () => undefined;
      const event = new Promise<Event>((resolve) => {
        hear = (one) => is(one) && resolve(one);
        waiting.add(hear);
      });
      try {
        return await Promise.race([event, isOver.then(() => null)]);
      } finally {
        waiting.delete(hear);
      }
    },
    kill: () => void child.kill('SIGKILL'),
    ended: () => isOver,
  };
}

/** Null where the kill has cut the last line. */
function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return null;
  }
}
