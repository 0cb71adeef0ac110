import type { Keychain } from '../../electron/vault/key-file.ts';
import { VaultError } from '../../electron/vault/errors.ts';
import { endingOf, wrongWithLater, type FaultProgram, type FaultWorld } from './fault-world.ts';
import type { Trial, Trials } from './renewal-fault.ts';
import { openSoakOffice, soakKeychain } from './soak-office.ts';

/** The keychain is not as it was when the program comes back; then it is again. */
export async function keychainTrials(world: FaultWorld): Promise<Trials> {
  const program = await world.openProgram('keychain');
  const opens = (open: Keychain['open']): Keychain => ({ ...soakKeychain, open });
  const kinds: ReadonlyArray<readonly [string, Keychain | 'unavailable']> = [
    ['keychain gone', 'unavailable'],
    ['keychain that only obscures', { ...soakKeychain, backend: 'basic_text' }],
    ['keychain locked', opens(() => Promise.reject(new VaultError('keychain-locked', 'locked')))],
    ['keychain that refuses', opens(() => Promise.reject(new Error('another user')))],
    ['keychain of another kind', { ...soakKeychain, backend: 'another' }],
    ['keychain with another key', opens(() => Promise.resolve({ text: otherKey, reseal: false }))],
    ['keychain with no key', opens(() => Promise.resolve({ text: '', reseal: false }))],
  ];
  const trials = kinds.map(([kind, keychain]): Trial => ({ kind, run: () => keychainTrial(program, keychain) }));
  return { trials, notMeasured: ['a keychain that hangs: how long the system may ask its user is not ours to bound'] };
}

const otherKey = Buffer.alloc(32, 7).toString('base64');

async function keychainTrial(program: FaultProgram, keychain: Keychain | 'unavailable'): Promise<string | null> {
  const id = await program.borrow();
  const pair = program.grant(id);
  const { vaultFolder } = program;
  await program.running().close();
  const without = await openSoakOffice({ vaultFolder, profiles: () => [], keychain });
  const { code, wrong } = await endingOf(without.renew(id));
  await without.close();
  if (without.opening.state === 'ready') return 'the vault opened';
  if (wrong !== null) return wrong;
  if (code === null) return 'told as renewed without a vault';
  await program.restart();
  if (program.grant(id).refreshToken?.value !== pair.refreshToken?.value) return 'the pair is another';
  return (await program.wrongWith(id)) ?? wrongWithLater(program, id);
}
