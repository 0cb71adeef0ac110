import type { Locator } from 'playwright';
import { whatNames, type Drawn } from './drawn.ts';
import type { Stage } from './stage.ts';

/** One screen of the app: how a person, or main, gets there, and by what it is known. */
export type Screen = {
  /** In file names, lower case with hyphens. */
  readonly name: string;
  /** The way there from the board; null where it is what stands there anyway. */
  readonly open: ((stage: Stage) => Promise<void>) | null;
  /** The dialog or page that is open then, by the file that draws it. */
  readonly shows?: Drawn;
  /** What no other screen has; not needed where no other shows the same dialog or page. */
  readonly sign?: (stage: Stage) => Locator;
};

/**
 * Opens a screen and waits for all that it is known by. Throws where it does not come, and where all of that was there
 * before: then the way there is not what brought it, and the picture would be of another screen.
 */
export async function openScreen(stage: Stage, { open, shows, sign }: Screen): Promise<void> {
  const known = [
    ...(shows === undefined ? [] : [whatNames(stage, shows)]),
    ...(sign === undefined ? [] : [sign(stage)]),
  ].map((one) => one.filter({ visible: true }).first());
  if (known.length === 0) throw new Error('there is nothing it is known by');
  if (open !== null) {
    const before = await Promise.all(known.map((one) => one.isVisible()));
    if (before.every(Boolean)) throw new Error('what it is known by is there before it is opened');
    await open(stage);
  }
  for (const one of known) await one.waitFor();
  // Of a long page the part is seen that this is about.
  await known.at(-1)?.scrollIntoViewIfNeeded();
}
