import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { drawn, type Drawn } from '../pictures/drawn.ts';
import { allScreens, mainScreens } from '../pictures/screens.ts';
import type { Words } from '../pictures/stage.ts';

const features = new URL('../../renderer/features', import.meta.url).pathname;
const known = Object.keys(drawn) as Drawn[];

/** The keys of the texts by which a file's dialog or page is known. */
function keysOf(file: Drawn): string[] {
  const keys: string[] = [];
  const note = (key: string): string => {
    keys.push(key);
    return key;
  };
  drawn[file].names(note as unknown as Words);
  return keys;
}

describe('every dialog and every page', () => {
  test('has its place among what screens can show', () => {
    const files = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /-(?:dialog|page)\.tsx$/.test(file),
    );
    expect(files.sort()).toEqual([...known].sort());
  });

  test.each(known)('is shown by a screen: %s', (file) => {
    expect(allScreens.filter(({ shows }) => shows === file)).not.toEqual([]);
  });

  test.each(known)('is known by words of its own: %s', (file) => {
    const source = readFileSync(join(features, file), 'utf8');
    const keys = keysOf(file);
    expect(keys).not.toEqual([]);
    for (const key of keys) {
      // Each way to sign in has texts of its own, under its name.
      const written = key.replace(/^profiles\.[\w-]+\./, 'profiles.${profile.id}.');
      expect(source).toMatch(new RegExp(`['\`]${written.replace(/[.${}]/g, '\\$&')}['\`]`));
    }
  });
});

describe('the screens', () => {
  const names = allScreens.map(({ name }) => name);

  test('have a name each', () => {
    expect(names).toEqual([...new Set(names)]);
    expect(names).toEqual(expect.arrayContaining([...mainScreens]));
  });

  test('are each known by something that no other has', () => {
    const unsigned = allScreens.filter(({ sign }) => sign === undefined);
    for (const { name, shows } of unsigned) {
      expect(shows, name).toBeDefined();
      expect(allScreens.filter((other) => other.shows === shows).map((other) => other.name)).toEqual([name]);
    }
  });
});
