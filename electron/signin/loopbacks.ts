import { listenOnLoopback, type LoopbackListener, type LoopbackListenerOptions } from './loopback-listener.ts';
import type { LoopbackWords } from './loopback-pages.ts';

/** The loopback listeners of the sign-ins under way. */
export type Loopbacks = {
  /** As {@link listenOnLoopback}. */
  open(options: Omit<LoopbackListenerOptions, 'words'>): Promise<LoopbackListener>;
  /** Whether `address` is a first page of one of them that was not opened yet: no other of ours is ever opened in a browser. */
  isFirstPage(address: string): boolean;
  listeners(): readonly LoopbackListener[];
  /** Ends all at once; for when the program ends. */
  closeAll(): void;
};

/** @param words what their pages say, in the user's language */
export function createLoopbacks(words: () => LoopbackWords): Loopbacks {
  const open = new Set<LoopbackListener>();
  return {
    async open(options) {
      const listener = await listenOnLoopback({ ...options, words });
      open.add(listener);
      void listener.closed.then(() => open.delete(listener));
      return listener;
    },
    isFirstPage: (address) => [...open].some((listener) => listener.isFirstPage(address)),
    listeners: () => [...open],
    closeAll: () => [...open].forEach((listener) => listener.close()),
  };
}
