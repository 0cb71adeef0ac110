import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startDesktopProcess } from './desktop-process.mjs';

const familyWild = 0xffff;

/** @param {Buffer} bytes */
function counted(bytes) {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** @returns {Buffer} an Xauthority entry with a new cookie that holds for any display, since its number is not yet known */
function authority() {
  const family = Buffer.alloc(2);
  family.writeUInt16BE(familyWild);
  const fields = [Buffer.alloc(0), Buffer.alloc(0), Buffer.from('MIT-MAGIC-COOKIE-1'), randomBytes(16)];
  return Buffer.concat([family, ...fields.map(counted)]);
}

/**
 * Starts an Xvfb on a free display that only holders of its cookie reach.
 * @param {{ folder: string, size: string, env: NodeJS.ProcessEnv }} options `folder` (private) takes the cookie, `size` is
 *   WIDTHxHEIGHTxDEPTH
 * @returns {Promise<{ env: { DISPLAY: string, XAUTHORITY: string }, kill: () => void, stop: () => Promise<void> }>}
 */
export async function startVirtualDisplay({ folder, size, env }) {
  const cookieFile = path.join(folder, 'xauthority');
  writeFileSync(cookieFile, authority(), { mode: 0o600 });
  const args = ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-noreset', '-auth', cookieFile];
  const { line, kill, stop } = await startDesktopProcess('Xvfb', args, { env, debianPackage: 'xvfb', readyFd: 3 });
  return { env: { DISPLAY: `:${line}`, XAUTHORITY: cookieFile }, kill, stop };
}
