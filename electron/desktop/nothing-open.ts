import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { devNull } from 'node:os';
import type { StdioOptions } from 'node:child_process';

/** Closed in a program that is started (open(2), O_CLOEXEC). */
const CLOSES_ITSELF = 0o2000000;

/**
 * Calls `start` with the `stdio` for a program that shall have nothing of this one's open. Chromium leaves files, shared
 * memory and the sockets to its own processes open to whatever Node starts on Linux: a program that runs on would keep
 * them. Each of these is put on the null device there; elsewhere nothing is handed on that is not named.
 */
export function withNothingOpen<Started>(start: (stdio: StdioOptions) => Started): Started {
  if (process.platform !== 'linux') return start('ignore');
  const nothing = openSync(devNull, 'r+');
  try {
    const open = handedOn();
    const length = Math.max(3, ...[...open].map((descriptor) => descriptor + 1));
    // Those that are free stay so: Node itself may take them on the way.
    return start(Array.from({ length }, (_, descriptor) => (open.has(descriptor) ? nothing : 'ignore')));
  } finally {
    closeSync(nothing);
  }
}

/** The descriptors of this process, the three standard ones apart, that a program it starts would have open too (proc(5)). */
function handedOn(): ReadonlySet<number> {
  const stays = (descriptor: number): boolean => {
    try {
      const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8'))?.[1];
      return (Number.parseInt(flags ?? '0', 8) & CLOSES_ITSELF) === 0;
    } catch {
      // It was closed meanwhile.
      return false;
    }
  };
  const all = readdirSync('/proc/self/fd').map(Number);
  return new Set(all.filter((descriptor) => descriptor > 2 && stays(descriptor)));
}
