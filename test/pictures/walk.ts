import type { Language } from '../../electron/contract/language.ts';
import { everyState, fillDesk } from './people.ts';
import { firstScreens, realScreens } from './first-run-screens.ts';
import { boardIsThere } from './places.ts';
import { openScreen, type Screen } from './screen.ts';
import { screens } from './screens.ts';
import { openStage, resize, speak, type Size, type Stage } from './stage.ts';

/** The size a window has when it is opened first. */
export const usualSize: Size = { width: 1180, height: 780, zoom: 1 };

/** A screen that could not be opened, or that `look` found something on. */
export type Fault = { readonly screen: string; readonly error: unknown };

/**
 * Opens every screen in turn, in the practice app with accounts in every state, and has `look` look at each; `look` may
 * leave the window in any language, theme and size. Gives what went wrong, for a screen that cannot be opened keeps no
 * other from being seen. `wanted` leaves screens out.
 */
export async function walkAllScreens(
  language: Language,
  look: (screen: string, stage: Stage) => Promise<void>,
  wanted: (screen: string) => boolean = () => true,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  if (realScreens.some(({ name }) => wanted(name))) {
    const real = await openStage(language, { isReal: true });
    try {
      faults.push(...(await walk(real, realScreens, language, look, wanted)));
    } finally {
      await real.close();
    }
  }
  const stage = await openStage(language);
  try {
    faults.push(...(await walk(stage, firstScreens, language, look, wanted)));
    await fillDesk(stage);
    const people = await everyState(stage);
    const home = async (): Promise<void> => {
      await stage.tell(people);
      await boardIsThere(stage);
    };
    faults.push(...(await walk(stage, screens, language, look, wanted, home)));
  } finally {
    await stage.close();
  }
  return faults;
}

async function walk(
  stage: Stage,
  list: readonly Screen[],
  language: Language,
  look: (screen: string, stage: Stage) => Promise<void>,
  wanted: (screen: string) => boolean,
  home: () => Promise<void> = () => Promise.resolve(),
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const screen of list.filter(({ name }) => wanted(name))) {
    try {
      await speak(stage, language);
      await resize(stage, usualSize);
      for (const attemptId of Object.keys((await stage.snapshot()).attempts)) {
        await stage.call('attempts.cancel', { attemptId });
      }
      // Whatever was open is gone, and so is what main was not asked about.
      await stage.window.reload();
      await stage.window.getByRole('main').waitFor();
      await home();
      await openScreen(stage, screen);
      // Nothing is hovered over.
      await stage.window.mouse.move(0, 0);
      await look(screen.name, stage);
    } catch (error) {
      faults.push({ screen: screen.name, error });
    }
  }
  return faults;
}
