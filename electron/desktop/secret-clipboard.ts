import * as electron from 'electron';
import type { Clipboard } from '../handover/clipboard-copy.ts';

/**
 * By which clipboard histories and managers know a secret, and leave it out: Windows' history and its clipboard in the
 * cloud, the managers of macOS that follow nspasteboard.org, Klipper.
 */
const secretMarks: Partial<Record<NodeJS.Platform, Readonly<Record<string, string>>>> = {
  win32: { 'electron application/osclipboard;format="ExcludeClipboardContentFromMonitorProcessing"': '1' },
  darwin: { 'electron application/osclipboard;format="org.nspasteboard.ConcealedType"': '1' },
  linux: { 'electron application/osclipboard;format="x-kde-passwordManagerHint"': 'secret' },
};

/**
 * The system's clipboard for tokens. Electron 45 writes several formats at once and so can mark a secret as one;
 * Electron 33 cannot, and writes the text alone. The marks were not tried on Windows and macOS.
 */
export function secretClipboard(platform: NodeJS.Platform): Clipboard {
  const { clipboard } = electron;
  return {
    async writeSecret(text) {
      if (!('ClipboardItem' in electron)) return clipboard.writeText(text);
      const marked = new electron.ClipboardItem({ 'text/plain': text, ...secretMarks[platform] });
      // A mark that the system does not take must not keep the token from being copied.
      await clipboard.write([marked]).catch(() => clipboard.writeText(text));
    },
    // Electron 33 answers at once, 45 with a promise.
    readText: async () => clipboard.readText(),
    clear: () => clipboard.clear(),
  };
}
