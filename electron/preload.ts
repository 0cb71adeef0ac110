import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL, CHANGE_CHANNEL } from './contract/channels.ts';
import type { Bridge } from './contract/client.ts';
import type { Change } from './contract/snapshot.ts';

contextBridge.exposeInMainWorld('taxpass', createBridge());

/**
 * The page's scripts take a while to come. What they ask for first is asked for at once, and what main tells until
 * somebody listens is kept for the first who does.
 */
function createBridge(): Bridge {
  let firstSnapshot: Promise<unknown> | null = ipcRenderer.invoke(CALL_CHANNEL, 'snapshot.get', {});
  const early: (readonly Change[])[] = [];
  const keep = (_event: unknown, changes: readonly Change[]): void => void early.push(changes);
  ipcRenderer.on(CHANGE_CHANNEL, keep);

  return {
    call(name, input) {
      const asked = name === 'snapshot.get' ? firstSnapshot : null;
      if (asked === null) return ipcRenderer.invoke(CALL_CHANNEL, name, input);
      firstSnapshot = null;
      return asked as never;
    },
    onChanges(listener) {
      const forward = (_event: unknown, changes: readonly Change[]): void => listener(changes);
      ipcRenderer.on(CHANGE_CHANNEL, forward);
      ipcRenderer.off(CHANGE_CHANNEL, keep);
      for (const changes of early.splice(0)) listener(changes);
      return () => ipcRenderer.off(CHANGE_CHANNEL, forward);
    },
  };
}
