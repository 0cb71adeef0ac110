import { expect, test } from 'playwright/test';
import type { Language } from '../../electron/contract/language.ts';
import { axeFindings } from '../fixtures/axe.ts';
import { clippedText } from '../fixtures/clipped-text.ts';
import { notToldApart, type ToldApart } from '../fixtures/forced-colours.ts';
import { allScreens, type MainScreen } from '../pictures/screens.ts';
import { resize, speak, wear, type Stage } from '../pictures/stage.ts';
import { walkAllScreens } from '../pictures/walk.ts';

// Every screen there is, once; language, theme and size are changed while it is open. What the pictures of it look like
// is for people: `npm run pictures`.

/** Two run at a time, so each of them takes every other screen. */
const parts = [0, 1] as const;
const longestMs = 600_000;

/** The smallest window, as it is and at 200 %, where room is least. Each goes through the languages from where the last ended. */
const hardSizes: ReadonlyArray<{ readonly zoom: number; readonly languages: readonly Language[] }> = [
  { zoom: 1, languages: ['en', 'ro', 'sv'] },
  { zoom: 2, languages: ['sv', 'ro', 'en'] },
];

/** What has to be told apart on the main screens where the system sets every colour. */
const toldApart: Readonly<Record<MainScreen, readonly ToldApart[]>> = {
  board: ['selected', 'primary', 'focused'],
  // Its row is far down, and not drawn.
  'account-anaf': ['primary', 'focused'],
  'sign-in-anaf-certificate': ['primary', 'focused'],
  settings: ['selected', 'focused'],
  'vault-locked': ['focused'],
};

const themes = [
  { theme: 'light', asked: 'everything' },
  // What another theme can spoil.
  { theme: 'dark', asked: 'colours' },
] as const;

/** More than one main button in what is open: then none of them says what to press first. */
async function mainButtons({ window }: Stage): Promise<string[]> {
  const dialogs = window.getByRole('dialog').or(window.getByRole('alertdialog'));
  const open = (await dialogs.count()) > 0 ? dialogs.last() : window.locator('body');
  const names = await open.locator('.button-primary:visible').allInnerTexts();
  return names.length > 1 ? [`main buttons: ${names.join(', ')}`] : [];
}

function isMain(screen: string): screen is MainScreen {
  return screen in toldApart;
}

/** What is wrong with an open screen, a line each. */
async function findings(screen: string, stage: Stage): Promise<string[]> {
  const { window } = stage;
  const found: string[] = [];
  const note = (where: string, lines: readonly string[]): void =>
    void found.push(...lines.map((line) => `${screen}, ${where}: ${line}`));

  // What stands at the right comes after the first rows.
  await window.locator('h1').first().waitFor();
  for (const { theme, asked } of themes) {
    await wear(stage, theme);
    note(theme, await axeFindings(window, asked));
    if (!isMain(screen)) continue;
    await window.emulateMedia({ contrast: 'more' });
    note(`${theme}, more contrast`, await axeFindings(window, 'colours'));
    await window.emulateMedia({ contrast: 'no-preference' });
  }
  note('any theme', await mainButtons(stage));
  if (isMain(screen)) {
    await window.emulateMedia({ forcedColors: 'active' });
    note('forced colours', await notToldApart(window, toldApart[screen]));
    await window.emulateMedia({ forcedColors: 'none' });
  }
  for (const { zoom, languages } of hardSizes) {
    await resize(stage, { width: 900, height: 600, zoom });
    for (const language of languages) {
      await speak(stage, language);
      note(`${language} 900×600 at ${zoom * 100} %`, await clippedText(window));
      // In English all was asked already, and a zoom changes no name.
      if (zoom === 1 && language !== 'en') note(language, await axeFindings(window, 'names'));
    }
  }
  return found;
}

for (const part of parts) {
  test(`axe finds nothing, no text is clipped and one button is the main one on any screen, part ${part + 1} of ${parts.length}`, async () => {
    test.setTimeout(longestMs);
    const own = new Set(allScreens.filter((_, index) => index % parts.length === part).map(({ name }) => name));
    const found: string[] = [];
    const faults = await walkAllScreens(
      'en',
      async (screen, stage) => void found.push(...(await findings(screen, stage))),
      (screen) => own.has(screen),
    );
    expect(faults.map(({ screen, error }) => `${screen}: ${String(error)}`)).toEqual([]);
    expect(found).toEqual([]);
  });
}
