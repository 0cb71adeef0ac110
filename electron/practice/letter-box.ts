import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFileAtomically } from './state-file.ts';

/** A folder of the post. */
export interface LetterBox {
  /** Puts a file there, unless it lies there already; gives its path. */
  readonly deliver: (name: string, content: string | Uint8Array) => string;
  /** Puts a text there, below the notice that all this is practice; gives its path. */
  readonly letter: (name: string, lines: ReadonlyArray<string>) => string;
}

/** Opens the folder, or makes it; `notice` heads every letter. */
export function openLetterBox(directory: string, notice: string): LetterBox {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const deliver = (name: string, content: string | Uint8Array) => {
    const path = join(directory, name);
    if (!existsSync(path) || !readFileSync(path).equals(Buffer.from(content))) writeFileAtomically(path, content);
    return path;
  };
  return { deliver, letter: (name, lines) => deliver(name, `${notice}\n\n${lines.join('\n')}\n`) };
}
