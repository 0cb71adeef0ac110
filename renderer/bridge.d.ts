import type { Bridge } from '../electron/contract/client.ts';

declare global {
  interface Window {
    /** Put here by the preload: the whole of what this window can reach. */
    readonly taxpass: Bridge;
  }
}
