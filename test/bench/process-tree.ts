import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The kernel counts CPU time in these, whatever its own clock (proc(5), USER_HZ). */
const tickMs = 10;
/** The sub-type of a utility process that runs a script of the app: the practice authorities. */
const scriptProcess = 'node.mojom.NodeService';

type Process = { readonly parent: number; readonly ticks: number };

/** CPU time of each process with its descendants, those that have ended and were waited for included, ms. Linux only. */
export async function cpuMsOf(roots: readonly number[]): Promise<number[]> {
  const processes = await allProcesses();
  return roots.map((root) =>
    membersOf(processes, root).reduce((sum, pid) => sum + (processes.get(pid)?.ticks ?? 0) * tickMs, 0),
  );
}

/**
 * The proportional set size of a process and its descendants, bytes: memory that several share is divided among them.
 * Processes that run a script of their own, as the practice authorities do, are left out. Linux only.
 */
export async function memoryOf(root: number): Promise<number> {
  const members = membersOf(await allProcesses(), root);
  const sizes = await Promise.all(
    members.map(async (pid) => {
      const command = await readFile(join('/proc', String(pid), 'cmdline'), 'utf8').catch(() => '');
      if (command.includes(scriptProcess)) return 0;
      const rollup = await readFile(join('/proc', String(pid), 'smaps_rollup'), 'utf8').catch(() => '');
      return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) * 1024;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function allProcesses(): Promise<ReadonlyMap<number, Process>> {
  const processes = new Map<number, Process>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(join('/proc', name, 'stat'), 'utf8').catch(() => '');
    // The name in brackets may hold anything; the fields after it are numbered from 3.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const field = (number: number): number => Number(fields[number - 3]);
    if (stat !== '')
      processes.set(Number(name), { parent: field(4), ticks: field(14) + field(15) + field(16) + field(17) });
  }
  return processes;
}

function membersOf(processes: ReadonlyMap<number, Process>, root: number): number[] {
  const isUnder = (pid: number): boolean => {
    for (let at = pid; at > 1; at = processes.get(at)?.parent ?? 0) if (at === root) return true;
    return false;
  };
  return [...processes.keys()].filter(isUnder);
}
