import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFile, readlink, statfs } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** This computer, as far as it can be told from another; passed in, so that tests can be on two. */
export type Computer = {
  /** The same at every start, and on no other computer: never the system's own id, but a keyed hash of it. Null where unknown. */
  readonly id: string | null;
  /** Whether the id belongs to the hardware; one of the installed system is copied along with an image of its disk. */
  readonly isIdOfHardware: boolean;
  /** The host name; a network may change it at any time. */
  readonly name: string;
  /** Another at each start of the system, and unique; null where unknown. */
  readonly boot: string | null;
  /** On Linux the namespace in which process numbers count (pid_namespaces(7)); null elsewhere. */
  readonly processes: string | null;
  /** Whether it is certain that no other running system can reach this folder. */
  ownsDiskOf(folder: string): Promise<boolean>;
};

/** What is asked of the system. */
type System = {
  readonly platform: NodeJS.Platform;
  readonly name: string;
  /** A small file's text. */
  readText(path: string): Promise<string>;
  /** What a program of the system prints. */
  run(program: string, args: readonly string[]): Promise<string>;
  readLink(path: string): Promise<string>;
  /** The type of a folder's file system, as statfs(2) has it. */
  diskType(folder: string): Promise<number>;
};

/** Says what the system's id is hashed for, so that no other program's hash of it is the same (machine-id(5)). */
const purpose = 'taxpass vault home 1';

/** A program of the system that has not answered by then is not waited for, ms. */
const RUN_DEADLINE_MS = 5_000;

/**
 * Linux' numbers of the file systems that lie on a disk, or in memory, of the system that mounts them (statfs(2)). Those
 * of networks and of shared folders are not among them, nor is FUSE, behind which either may be.
 */
const ownDiskTypes: ReadonlySet<number> = new Set([
  0xef53, // ext2, ext3, ext4
  0x9123683e, // btrfs
  0x58465342, // xfs
  0xf2f52010, // f2fs
  0x2fc12fc1, // zfs
  0xca451a4e, // bcachefs
  0x01021994, // tmpfs
  0x794c7630, // overlayfs
]);

function realSystem(): System {
  const run = promisify(execFile);
  return {
    platform: process.platform,
    name: hostname(),
    readText: (path) => readFile(path, 'utf8'),
    run: async (program, args) =>
      (await run(program, [...args], { timeout: RUN_DEADLINE_MS, windowsHide: true, encoding: 'utf8' })).stdout,
    readLink: (path) => readlink(path),
    diskType: async (folder) => (await statfs(folder)).type,
  };
}

/** The id that the operating system keeps of itself, or macOS of the computer; null where there is none. */
async function systemId({ platform, readText, run }: System): Promise<string | null> {
  const idIn = (text: string): string | null => {
    const [id] = /\b(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b/i.exec(text) ?? [];
    return id === undefined || /^[0-]+$/.test(id) ? null : id.toLowerCase();
  };
  switch (platform) {
    case 'linux':
      return idIn(await readText('/etc/machine-id').catch(() => readText('/var/lib/dbus/machine-id')));
    case 'darwin': {
      const printed = await run('/usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice']);
      return idIn(/"IOPlatformUUID".*/.exec(printed)?.[0] ?? '');
    }
    case 'win32': {
      const reg = join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'reg.exe');
      const key = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography';
      const printed = await run(reg, ['query', key, '/v', 'MachineGuid', '/reg:64']);
      return idIn(/MachineGuid.*/.exec(printed)?.[0] ?? '');
    }
    default:
      return null;
  }
}

async function bootId({ platform, readText, run }: System): Promise<string | null> {
  if (platform === 'linux') return (await readText('/proc/sys/kernel/random/boot_id')).trim() || null;
  if (platform === 'darwin') return (await run('/usr/sbin/sysctl', ['-n', 'kern.bootsessionuuid'])).trim() || null;
  return null;
}

/**
 * Asks the system which computer this is. One way on all three: the id that the operating system itself keeps, since
 * whatever a program puts down in the user's folders is carried along when they are copied (Migration Assistant, a
 * roaming profile, rsync). `/etc/machine-id` on Linux, `IOPlatformUUID` on macOS, `MachineGuid` on Windows. What cannot
 * be learnt is null; nothing throws.
 */
export async function readComputer(system: System = realSystem()): Promise<Computer> {
  const { platform, name } = system;
  const unknown = (): null => null;
  const [raw, boot, processes] = await Promise.all([
    systemId(system).catch(unknown),
    bootId(system).catch(unknown),
    platform === 'linux' ? system.readLink('/proc/self/ns/pid').catch(unknown) : null,
  ]);
  return {
    id: raw === null ? null : createHmac('sha256', raw).update(purpose).digest('hex').slice(0, 32),
    isIdOfHardware: platform === 'darwin',
    name,
    boot,
    processes,
    ownsDiskOf: async (folder) =>
      platform === 'linux' &&
      (await system.diskType(folder).then(
        (type) => ownDiskTypes.has(type),
        () => false,
      )),
  };
}
