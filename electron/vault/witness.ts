import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { previousOf, writeDurably } from './durable-file.ts';
import { errnoOf, VaultError } from './errors.ts';
import type { VaultFileSystem } from './file-system.ts';
import { recordOf } from './kind.ts';
import { open, seal } from './seal.ts';

/** The name of the file beside the records that says which data key they are sealed with. */
export const witnessName = 'witness.sealed';

// A record's kind holds letters only, so that no record can ever stand for this one.
const name = { kind: 'key-witness', id: 'witness' };
const text = Buffer.from('sealed with the data key of these records', 'utf8');

type Folder = { readonly fs: VaultFileSystem; readonly folder: string; readonly names: readonly string[] };

/** What speaks for a key. */
export type Testimony =
  /** The witness opens with it. */
  | 'known'
  /** There is no witness yet, or a damaged one, but a record opens with it, or there is none. */
  | 'believed'
  /** Nothing of what lies in the folder opens with it. */
  | 'refuted';

async function opens(folder: Folder, key: KeyObject, file: string, as: typeof name): Promise<boolean> {
  const sealed = await folder.fs.readFile(join(folder.folder, file));
  try {
    open(key, as, sealed);
    return true;
  } catch (error) {
    // A newer program's record says nothing against the key.
    return error instanceof VaultError && error.code === 'newer-version';
  }
}

/** The records among `names`, by each file that holds a generation of one. */
function generations(names: readonly string[]): { file: string; as: typeof name }[] {
  return names.flatMap((file) => {
    const as = recordOf(file.replace(/\.previous$/, ''));
    return as === null ? [] : [{ file, as }];
  });
}

/**
 * Whether the records in a folder are sealed with `key`. A key file's own check only proves that the key belongs to the
 * key file: one that was put here from another vault passes it too, and every record would then be taken for damaged.
 * So a key counts only if the witness beside the records opens with it or, in a vault from before there was one, at
 * least one record does.
 *
 * @throws what the file system throws, where the witness cannot be read
 */
export async function testimonyFor(key: KeyObject, folder: Folder): Promise<Testimony> {
  const { names } = folder;
  const witnesses = [witnessName, previousOf(witnessName)].filter((file) => names.includes(file));
  for (const file of witnesses) if (await opens(folder, key, file, name)) return 'known';
  const records = generations(names);
  let read = 0;
  for (const { file, as } of records) {
    const isOpened = await opens(folder, key, file, as).catch((error: unknown) => {
      if (errnoOf(error) === undefined) throw error;
      return null;
    });
    if (isOpened === true) return 'believed';
    if (isOpened === false) read++;
  }
  return witnesses.length + read === 0 ? 'believed' : 'refuted';
}

/** Puts the witness of `key` into the folder; durable once it resolves. Throws as {@link writeDurably}. */
export async function writeWitness(key: KeyObject, { fs, folder }: Omit<Folder, 'names'>): Promise<void> {
  await writeDurably(fs, join(folder, witnessName), seal(key, name, text));
}
