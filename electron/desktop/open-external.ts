import { shell } from 'electron';
import { fail } from '../contract/failure.ts';

/**
 * The one way the browser is opened: https only, at an origin of the built-in profiles, or the exact address of a
 * sign-in's own first page on this computer. Fails with `browser-not-opened` where the system has nothing to open it
 * with.
 */
export async function openExternal(
  url: URL,
  may: { readonly origins: readonly string[]; readonly isFirstPage: (address: string) => boolean },
): Promise<void> {
  const isKnown = may.origins.includes(url.origin) || may.isFirstPage(url.href);
  if (url.protocol !== 'https:' || !isKnown) throw new Error('an address that is not to be opened');
  try {
    await shell.openExternal(url.href);
  } catch (error) {
    fail({ code: 'browser-not-opened' }, error);
  }
}

/** Gives an address to the program that the system has for its scheme. Where it has none, nothing happens: the page says what to do. */
export function openProgram(address: URL): void {
  shell.openExternal(address.href).catch(() => undefined);
}
