/** The longest address taken from a command line, characters. */
const LONGEST = 20_000;

/** What no address has in it: white space, control characters, quotes. Somebody wants to be taken for another argument. */
const strange = /[\p{Cc}\s"]/u;

/**
 * The one callback address among a start's arguments, or null: none, more than one, one too long or with anything strange
 * in it is not taken. The desktop entry starts us with `-- %u`, so what comes before the double dash is never an address.
 */
export function callbackArgument(argv: readonly string[], scheme: string): string | null {
  const separator = argv.lastIndexOf('--');
  const candidates = argv.slice(separator + 1).filter((argument) => argument.toLowerCase().startsWith(`${scheme}:`));
  const [address] = candidates;
  if (candidates.length !== 1 || address === undefined) return null;
  return address.length <= LONGEST && !strange.test(address) ? address : null;
}
