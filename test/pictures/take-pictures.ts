import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { Language } from '../../electron/contract/language.ts';
import { mainScreens } from './screens.ts';
import { resize, wear, type Stage } from './stage.ts';
import { usualSize, walkAllScreens } from './walk.ts';

const themes = ['light', 'dark'] as const;
/** The tallest window, px: what is longer still is cut off at its foot. */
const tallest = 1900;
const contrasts = {
  'forced-colors': { forcedColors: 'active' },
  'more-contrast': { contrast: 'more' },
} as const;
const usual = { forcedColors: 'none', contrast: 'no-preference' } as const;

/**
 * Takes a picture of every screen in every theme, `DIR/LANGUAGE/SCREEN.THEME.png`, each as high as what it shows. Gives
 * how many screens could not be pictured, each of which is named on the way.
 */
export async function takePictures(
  out: string,
  languages: readonly Language[],
  only: readonly string[] | null,
): Promise<number> {
  let missing = 0;
  for (const language of languages) {
    const folder = join(out, language);
    await mkdir(folder, { recursive: true });
    let taken = 0;
    const look = async (screen: string, stage: Stage): Promise<void> => {
      await resize(stage, { ...usualSize, height: await heightOf(stage.window, screen.startsWith('board')) });
      const take = async (look: string): Promise<void> => {
        await stage.window.screenshot({ path: join(folder, `${screen}.${look}.png`) });
        taken += 1;
      };
      for (const theme of themes) {
        await wear(stage, theme);
        await take(theme);
      }
      if (!mainScreens.some((one) => one === screen)) return;
      await wear(stage, 'light');
      for (const [name, media] of Object.entries(contrasts)) {
        await stage.window.emulateMedia(media);
        await take(name);
        await stage.window.emulateMedia(usual);
      }
    };
    const wanted = (screen: string): boolean => only === null || only.some((part) => screen.startsWith(part));
    const faults = await walkAllScreens(language, look, wanted);
    for (const { screen, error } of faults) console.log(`FAIL ${language} ${screen}: ${String(error)}`);
    missing += faults.length;
    console.log(`${language}: ${taken} pictures in ${folder}`);
  }
  return missing;
}

/** The height at which nothing on the page has to be scrolled, px; never less than usual. */
async function heightOf(window: Page, withList: boolean): Promise<number> {
  const over = await window.evaluate(
    (also) => {
      const dialogs = [...document.querySelectorAll('.modal, .dialog')];
      const shown = dialogs.length > 0 ? dialogs : [...document.querySelectorAll(`main, .vault-page${also}`)];
      return Math.max(0, ...shown.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight));
    },
    withList ? ', .account-grid' : '',
  );
  return Math.min(usualSize.height + over, tallest);
}
