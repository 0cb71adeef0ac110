import { fstatSync } from 'node:fs';

/**
 * Calls back once when whoever started this process is gone: its end of stdin closed (only where stdin is a pipe), its
 * IPC channel closed, or nobody reads stdout any more. A utility process is ended by Electron itself.
 */
export function whenParentIsGone(callback: () => void): void {
  let called = false;
  const once = () => {
    if (called) return;
    called = true;
    callback();
  };
  if (process.channel !== undefined) process.once('disconnect', once);
  process.stdout.on('error', once);
  if (!stdinIsPipe()) return;
  process.stdin.once('end', once);
  process.stdin.once('close', once);
  process.stdin.once('error', once);
  process.stdin.resume();
}

function stdinIsPipe(): boolean {
  try {
    const stdin = fstatSync(0);
    return stdin.isFIFO() || stdin.isSocket();
  } catch {
    return false;
  }
}
