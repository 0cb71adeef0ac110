import type { Random } from './random.ts';

/** Arguments of a start, and the one address among them that is to be taken, or null. */
export type MadeArguments = { readonly argv: readonly string[]; readonly expected: string | null };

/** Arguments that are no address of ours, whatever they hold. */
const bystanders = (address: string): readonly string[] => [
  '--inspect',
  '--inspect-brk=0.0.0.0:9229',
  '--no-sandbox',
  '--gpu-launcher=/bin/true',
  `--${address}`,
  `--url=${address}`,
  `-${address}`,
  ` ${address}`,
  `"${address}"`,
  `https://evil.example/?next=${address}`,
  'taxpass-practice://oauth/callback?code=a',
  'taxpassx://oauth/callback?code=a',
  'taxpass',
  '/tmp/taxpass:',
  '',
  '-',
];

/** What can stand in an address to bring on more than one argument, where somebody quotes badly; none is taken. */
const tails = [
  '" --inspect',
  ' --no-sandbox',
  '\n--inspect',
  '\r\n',
  '\t',
  '\u0000',
  '"',
  '\u007f',
  ' taxpass://oauth/callback',
];

/** Draws the arguments of a start: none, one or several addresses, whole or with something added, among bystanders. */
export function makeArguments(random: Random, web: string): MadeArguments {
  const address = random.pick([
    'taxpass://oauth/callback?code=a&state=b',
    'TAXPASS://oauth/callback?code=a',
    'taxpass:callback--inspect',
    'taxpass://oauth/--no-sandbox?code=a',
    `taxpass://oauth/callback?code=${'a'.repeat(random.pick([10, 19_000, 21_000]))}`,
  ]);
  const before = drawn(random, bystanders(address), 4).concat(random.pick([[], [], [address]]));
  const after = drawn(random, [...bystanders(address), web.replace(/^taxpass/i, 'no')], 2);
  const addresses = random.pick([
    [],
    [address],
    [address],
    [address],
    [address, address],
    [address + random.pick(tails)],
  ]);
  const hasSeparator = random.unit() < 0.9;
  const last = [...after, ...addresses].sort(() => random.unit() - 0.5);
  const counted = hasSeparator ? addresses : [...before.filter((each) => each === address), ...addresses];
  const [only] = counted;
  const isTaken = counted.length === 1 && only === address && address.length <= 20_000;
  return { argv: ['taxpass', ...before, ...(hasSeparator ? ['--'] : []), ...last], expected: isTaken ? address : null };
}

function drawn(random: Random, from: readonly string[], most: number): string[] {
  return Array.from({ length: random.below(most + 1) }, () => random.pick(from));
}
