import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** One authority's part of the state, kept in memory and written out at each change. */
export interface StateSection<T> {
  readonly read: () => T;
  readonly write: (next: T) => void;
}

/** `state.json` of a practice folder: what must survive a restart, one section for each authority. */
export interface StateFile {
  /** The named section, parsed by its schema, or made (and written) where the file has none yet. */
  readonly section: <T>(name: string, schema: z.ZodType<T>, create: () => Promise<T>) => Promise<StateSection<T>>;
}

/**
 * Opens or begins the state in `folder`. One process at a time may have a folder. Throws where the file is there but
 * cannot be understood: silently starting anew would make every P12 and token of the practice worthless.
 */
export function openStateFile(folder: string): StateFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'state.json');
  const sections = new Map(Object.entries(readSections(path)));
  const save = () => {
    writeFileAtomically(path, JSON.stringify(Object.fromEntries(sections)));
  };
  return {
    section: async (name, schema, create) => {
      const stored = sections.get(name);
      let value = stored === undefined ? await create() : parseSection(schema, stored, path, name);
      const write = (next: typeof value) => {
        value = next;
        sections.set(name, next);
        save();
      };
      if (stored === undefined) write(value);
      return { read: () => value, write };
    },
  };
}

/** Writes a file only its owner can read; a reader sees the old content or the new, never a part. */
export function writeFileAtomically(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.new`;
  writeFileSync(temporary, content, { mode: 0o600 });
  renameSync(temporary, path);
}

function readSections(path: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new Error(`${path} is damaged; remove the practice folder to begin a new practice`);
  }
}

function parseSection<T>(schema: z.ZodType<T>, stored: unknown, path: string, name: string): T {
  const parsed = schema.safeParse(stored);
  if (parsed.success) return parsed.data;
  // Zod's own message could quote what the file holds, which includes keys.
  throw new Error(`${path}: section ${name} is damaged; remove the practice folder to begin a new practice`);
}
