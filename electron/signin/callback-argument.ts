/** The longest address taken from a command line, characters. */
const LONGEST = 20_000;

/**
 * The one callback address among a start's arguments, or null: none, more than one, or one too long is not taken. The
 * desktop entry starts us with `-- %u`, so what comes before the double dash is never an address.
 */
export function callbackArgument(argv: readonly string[], scheme: string): string | null {
  const separator = argv.lastIndexOf('--');
  const candidates = argv.slice(separator + 1).filter((argument) => argument.toLowerCase().startsWith(`${scheme}:`));
  const [address] = candidates;
  return candidates.length === 1 && address !== undefined && address.length <= LONGEST ? address : null;
}
