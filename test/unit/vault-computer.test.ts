import { describe, expect, it } from 'vitest';
import { readComputer } from '../../electron/vault/computer.ts';

const raw = '4c4c4544-0043-3510-8052-b4c04f4d3232';

/** A system of that platform on which these files and programs answer, and nothing else. */
function systemOf(platform: NodeJS.Platform, answers: Readonly<Record<string, string>>, diskType = 0) {
  const answer = (name: string): Promise<string> => {
    const found = answers[name];
    return found === undefined ? Promise.reject(new Error(`no ${name}`)) : Promise.resolve(found);
  };
  return {
    platform,
    name: 'office',
    readText: answer,
    readLink: answer,
    run: (program: string, args: readonly string[]) => answer(`${program.replace(/^.*[\\/]/, '')} ${args.join(' ')}`),
    diskType: () => Promise.resolve(diskType),
  };
}
const ioreg = (id: string) => ({
  'ioreg -rd1 -c IOPlatformExpertDevice': `+-o Mac\n  "IOPlatformSerialNumber" = "C02XX"\n  "IOPlatformUUID" = "${id}"\n`,
});
const reg = (id: string) => ({
  'reg.exe query HKLM\\SOFTWARE\\Microsoft\\Cryptography /v MachineGuid /reg:64': `\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\r\n    MachineGuid    REG_SZ    ${id}\r\n`,
});
const linux = (id: string) => ({ '/etc/machine-id': `${id}\n` });
const idOn = async (platform: NodeJS.Platform, answers: Record<string, string>) =>
  (await readComputer(systemOf(platform, answers))).id;

describe('a computer', () => {
  it('has an id on each system that is not the system’s own, and another on another computer', async () => {
    const other = raw.replace('4c4c', '5c5c');
    for (const [platform, answersOf] of [
      ['darwin', ioreg],
      ['win32', reg],
      ['linux', linux],
    ] as const) {
      const id = await idOn(platform, answersOf(raw));
      expect(id).toMatch(/^[0-9a-f]{32}$/);
      expect(raw.replaceAll('-', '')).not.toContain(id);
      expect(await idOn(platform, answersOf(raw.toUpperCase()))).toBe(id);
      expect(await idOn(platform, answersOf(other))).not.toBe(id);
    }
  });

  it('has none where the system has none, or does not say', async () => {
    const none = ['', 'uninitialized', '0'.repeat(32)];
    for (const id of none) expect(await idOn('linux', linux(id))).toBeNull();
    for (const platform of ['linux', 'darwin', 'win32', 'freebsd'] as const) {
      expect(await readComputer(systemOf(platform, {}))).toMatchObject({ id: null, boot: null, processes: null });
    }
    expect(await idOn('linux', { '/var/lib/dbus/machine-id': raw.replaceAll('-', '') })).not.toBeNull();
  });

  it('knows its start, and the disks that no other can reach', async () => {
    const answers = { '/proc/sys/kernel/random/boot_id': 'b1\n', '/proc/self/ns/pid': 'pid:[17]' };
    const [ext4, nfs] = [0xef53, 0x6969];
    const onDisk = await readComputer(systemOf('linux', answers, ext4));
    expect(onDisk).toMatchObject({ boot: 'b1', processes: 'pid:[17]', name: 'office', isIdOfHardware: false });
    expect(await onDisk.ownsDiskOf('/v')).toBe(true);
    expect(await (await readComputer(systemOf('linux', answers, nfs))).ownsDiskOf('/v')).toBe(false);
    const mac = await readComputer(systemOf('darwin', { 'sysctl -n kern.bootsessionuuid': 'b2\n' }, ext4));
    expect(mac).toMatchObject({ boot: 'b2', processes: null, isIdOfHardware: true });
    expect(await mac.ownsDiskOf('/v')).toBe(false);
  });

  it('is itself, each time it is asked', async () => {
    const [first, second] = [await readComputer(), await readComputer()];
    expect({ ...first, ownsDiskOf: null }).toEqual({ ...second, ownsDiskOf: null });
  });
});
