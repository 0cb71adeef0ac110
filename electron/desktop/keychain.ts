import { safeStorage } from 'electron';
import type { Keychain } from '../vault/keychain.ts';

/** The calls Electron 33 has; 45 deprecates them. */
type SynchronousCalls = {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
};

/**
 * The OS keychain behind `safeStorage`, or 'unavailable'. Chromium's `basic_text` counts as none: it is a password
 * everybody knows. Electron 45 has asynchronous calls and deprecates the others; 33 has only the others.
 */
export async function systemKeychain(): Promise<Keychain | 'unavailable'> {
  const synchronous: SynchronousCalls = safeStorage;
  const asynchronous = 'encryptStringAsync' in safeStorage;
  const available = asynchronous ? await safeStorage.isAsyncEncryptionAvailable() : synchronous.isEncryptionAvailable();
  const backend = backendName();
  if (!available || backend === 'basic_text') return 'unavailable';
  return {
    backend,
    async seal(text) {
      const sealed = asynchronous ? await safeStorage.encryptStringAsync(text) : synchronous.encryptString(text);
      return sealed.toString('base64');
    },
    async open(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      if (!asynchronous) return { text: synchronous.decryptString(bytes), reseal: false };
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(bytes);
      return { text: result, reseal: shouldReEncrypt };
    },
  };
}

function backendName(): string {
  if (process.platform === 'linux') return safeStorage.getSelectedStorageBackend();
  return process.platform === 'darwin' ? 'keychain' : 'dpapi';
}
