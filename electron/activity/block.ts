import { ActivityEntry } from '../contract/activity-entry.ts';
import type { Sealer } from '../vault/seal.ts';

/** Bytes of the longest line there can be; an entry of the longest texts takes less than half of it. */
export const MAX_LINE_BYTES = 16 * 1024;

const line = /^([1-9][0-9]{0,14}) ([A-Za-z0-9+/]+={0,2})$/;

/** A dash, which no kind of record has: what is sealed under this name never stands for one. */
function nameOf(month: string, number: number): { kind: string; id: string } {
  return { kind: 'activity-entry', id: `${month} ${number}` };
}

/**
 * An entry as it lies in the file of its month: line feed, number, space, base64 of the sealed JSON. The line feed comes
 * first, so that one that was cut in the middle of being written never spoils the next. Month and number are sealed with
 * it: under any other it does not open.
 */
export function writeBlock(sealer: Sealer, month: string, number: number, entry: ActivityEntry): string {
  const sealed = sealer.seal(nameOf(month, number), Buffer.from(JSON.stringify(entry), 'utf8'));
  return `\n${number} ${Buffer.from(sealed).toString('base64')}`;
}

/** A line as it was found: the number it claims, and what it was sealed as. */
export type Block = { readonly number: number; readonly sealed: string };

/** The block on a line; null where there is none. */
export function readBlock(text: string): Block | null {
  const [, number, sealed] = line.exec(text) ?? [];
  return number === undefined || sealed === undefined ? null : { number: Number(number), sealed };
}

/** The entry in a block; null where it was changed, moved here, cut, or written by a program that knows more acts. */
export function openBlock(sealer: Sealer, month: string, block: Block): ActivityEntry | null {
  try {
    const opened = sealer.open(nameOf(month, block.number), Buffer.from(block.sealed, 'base64'));
    return ActivityEntry.parse(JSON.parse(Buffer.from(opened).toString('utf8')));
  } catch {
    return null;
  }
}

const headName = { kind: 'activity-head', id: 'last' };

/** The number of the last entry, sealed; always of the same length, so that it is replaced in place. */
export function writeHead(sealer: Sealer, number: number): Uint8Array {
  return sealer.seal(headName, Buffer.from(String(number).padStart(16, '0'), 'latin1'));
}

/** Null where there is none or it does not open. */
export function readHead(sealer: Sealer, sealed: Uint8Array | null): number | null {
  if (sealed === null) return null;
  try {
    return Number(Buffer.from(sealer.open(headName, sealed)).toString('latin1'));
  } catch {
    return null;
  }
}
