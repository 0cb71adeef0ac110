import { tmpdir, userInfo } from 'node:os';
import { app, type BrowserWindow } from 'electron';
import type { HandOverDesk } from '../accounts/hand-over.ts';
import { icaclsOwnerOnly } from '../handover/owner-only.ts';
import { createTokenFiles } from '../handover/token-file.ts';
import type { Asking } from './native-question.ts';
import { secretClipboard } from './secret-clipboard.ts';
import { chooseNewFile } from './token-file-dialog.ts';

/** The native dialogs, the system's clipboard and the file system, for hand-overs. */
export function handOverDesk(window: () => BrowserWindow | null, asking: Asking, ownFolder: string): HandOverDesk {
  const place = {
    platform: process.platform,
    home: app.getPath('home'),
    env: process.env,
    temporaryFolders: [tmpdir(), '/tmp', '/var/tmp', '/dev/shm'],
    ownFolder,
  };
  const user = { env: process.env, name: userInfo().username };
  return {
    tokenFiles: createTokenFiles(place, (path) => icaclsOwnerOnly(path, user)),
    clipboard: secretClipboard(process.platform),
    confirm: asking.confirm,
    chooseNewFile: (suggestedName) => asking.choose(({ files }) => chooseNewFile(window(), files, suggestedName)),
  };
}
