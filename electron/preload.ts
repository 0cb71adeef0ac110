import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL, CHANGE_CHANNEL } from './contract/channels.ts';
import type { Bridge } from './contract/client.ts';
import type { Change } from './contract/snapshot.ts';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  onChanges: (listener) => {
    const forward = (_event: unknown, changes: readonly Change[]): void => listener(changes);
    ipcRenderer.on(CHANGE_CHANNEL, forward);
    return () => ipcRenderer.off(CHANGE_CHANNEL, forward);
  },
};

contextBridge.exposeInMainWorld('taxpass', bridge);
