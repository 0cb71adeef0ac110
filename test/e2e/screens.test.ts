import { expect, test } from 'playwright/test';
import { Language } from '../../electron/contract/language.ts';
import { axeFindings } from '../fixtures/axe.ts';
import { clippedText } from '../fixtures/clipped-text.ts';
import { screenNames } from '../pictures/screens.ts';
import { resize, speak, wear, type Size, type Stage } from '../pictures/stage.ts';
import { usualSize, walkAllScreens } from '../pictures/walk.ts';

// Every screen there is, once; language, theme and size are changed while it is open. What the pictures of it look like
// is for people: `npm run pictures`.

/** Two run at a time, so each of them takes every other screen. */
const parts = [0, 1] as const;
const longestMs = 480_000;

/** The smallest window with the longest words, and at 200 %, where room is least, in every language. */
const hardSizes: readonly { readonly size: Size; readonly languages: readonly Language[] }[] = [
  { size: { width: 900, height: 600, zoom: 1 }, languages: ['ro'] },
  { size: { width: 900, height: 600, zoom: 2 }, languages: Language.options },
];

/** What is wrong with an open screen, a line each. */
async function findings(screen: string, stage: Stage): Promise<string[]> {
  const { window } = stage;
  const found: string[] = [];
  const note = (where: string, lines: readonly string[]): void =>
    void found.push(...lines.map((line) => `${screen}, ${where}: ${line}`));

  // What stands at the right comes after the first rows.
  await window.locator('h1').first().waitFor();
  await wear(stage, 'light');
  note('light', await axeFindings(window, 'everything'));
  await wear(stage, 'dark');
  note('dark', await axeFindings(window, 'colours'));
  for (const { size, languages } of hardSizes) {
    await resize(stage, size);
    for (const language of languages) {
      await speak(stage, language);
      note(`${language} ${size.width}×${size.height} at ${size.zoom * 100} %`, await clippedText(window));
    }
  }
  await resize(stage, usualSize);
  // The names are the catalogue's in every language; one other is enough to see that none is left out.
  await speak(stage, 'ro');
  note('ro', await axeFindings(window, 'names'));
  return found;
}

for (const part of parts) {
  test(`axe finds nothing and no text is clipped on any screen, part ${part + 1} of ${parts.length}`, async () => {
    test.setTimeout(longestMs);
    const found: string[] = [];
    const faults = await walkAllScreens(
      'en',
      async (screen, stage) => void found.push(...(await findings(screen, stage))),
      (screen) => screenNames.indexOf(screen) % parts.length === part,
    );
    expect(faults.map(({ screen, error }) => `${screen}: ${String(error)}`)).toEqual([]);
    expect(found).toEqual([]);
  });
}
