import { VaultError } from './errors.ts';

/** The OS keychain, as the vault sees it. */
export interface Keychain {
  /** Which store it is: `gnome_libsecret`, `kwallet6`, `dpapi`, `keychain`… */
  readonly backend: string;
  /** Seals one line of text; resolves with base64. */
  seal(text: string): Promise<string>;
  /**
   * Opens what `seal` made. `reseal` asks for the text to be sealed anew (Electron's `shouldReEncrypt`).
   *
   * @throws VaultError `keychain-locked` where the store is there but locked; anything else means it cannot open it.
   */
  open(sealed: string): Promise<{ readonly text: string; readonly reseal: boolean }>;
}

/** Why the OS keychain did not give the data key. */
export type KeychainTrouble =
  /** There is none, or it only obscures (`basic_text`). */
  | 'no-keychain'
  | 'keychain-locked'
  /** It is there and refuses, or does not give back what it was given: another user's, or a new store. */
  | 'keychain-refused';

/** The backend of Chromium that hides nothing: a fixed password in the program. */
export const notAKeychain = 'basic_text';

/** True where `keychain` really keeps a secret. */
export function isUsable(keychain: Keychain | 'unavailable'): keychain is Keychain {
  return keychain !== 'unavailable' && keychain.backend !== notAKeychain;
}

/** What a keychain's exception means; its text is dropped, since nobody knows what it holds. */
export function troubleOf(error: unknown): KeychainTrouble {
  return error instanceof VaultError && error.code === 'keychain-locked' ? 'keychain-locked' : 'keychain-refused';
}
