import { shell } from 'electron';
import { fail } from '../contract/failure.ts';

/**
 * The one way anything is opened outside the app: https only, at an origin of the built-in profiles. Fails with
 * `browser-not-opened` where the system has nothing to open it with.
 */
export async function openExternal(url: URL, origins: readonly string[]): Promise<void> {
  if (url.protocol !== 'https:' || !origins.includes(url.origin))
    throw new Error('an address that is not to be opened');
  try {
    await shell.openExternal(url.href);
  } catch (error) {
    fail({ code: 'browser-not-opened' }, error);
  }
}
