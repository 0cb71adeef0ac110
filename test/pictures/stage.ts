import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { TFunction } from 'i18next';
import type { ElectronApplication, Page } from 'playwright';
import { startPrivateDesktop } from '../../build/scripts/private-desktop.mjs';
import { CHANGE_CHANNEL } from '../../electron/contract/channels.ts';
import type { Bridge } from '../../electron/contract/client.ts';
import type { CallInput, CallName, CallOutput } from '../../electron/contract/contract.ts';
import type { Language } from '../../electron/contract/language.ts';
import type { SettingsView } from '../../electron/contract/settings-view.ts';
import type { Change, Snapshot } from '../../electron/contract/snapshot.ts';
import { createSentences, readCatalogue } from '../../renderer/i18n/setup.ts';
import { authoritiesFolder, launchApp, practiceIsReady, type Desktop } from '../fixtures/launch.ts';
import { connectPractice, type Post, type PracticeControl } from '../fixtures/practice.ts';
import { answerQuestions } from '../fixtures/routes.ts';

/** The longest a step to a screen may take, ms. */
const screenMs = 10_000;

/** The sentences of one language, by which a screen's parts are found. */
export type Words = TFunction;

/** The running app with the practice authorities behind it, in one language. */
export type Stage = {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly desktop: Desktop;
  readonly language: Language;
  readonly words: Words;
  /** Null in real mode. */
  readonly practice: { readonly control: PracticeControl; readonly post: Post } | null;
  snapshot(): Promise<Snapshot>;
  /** Makes a call as the window does; throws where it fails. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  /** Tells the window what main would, for a state that takes a broken computer or weeks to come about. */
  tell(changes: readonly Change[]): Promise<void>;
  close(): Promise<void>;
};

/** Opens the app on a desktop of its own, big enough for a window of any size that is asked for. */
export async function openStage(language: Language, options: { readonly isReal?: boolean } = {}): Promise<Stage> {
  const { isReal = false } = options;
  const desktop = await startPrivateDesktop({ size: '1280x2000x24' });
  const { app, window, quit } = await launchApp(desktop, { args: [isReal ? '--real' : '--practice'] });
  // A screen that does not come is named, and the next one tried.
  window.setDefaultTimeout(screenMs);
  await window.emulateMedia({ reducedMotion: 'reduce' });
  await window.getByRole('main').waitFor();
  if (!isReal) await practiceIsReady(window);
  const control = isReal ? null : connectPractice(authoritiesFolder(desktop));
  const practice = control === null ? null : { control, post: await control.post() };
  // No browser, no dialog of the system: neither is part of the page.
  await app.evaluate(({ shell }) => {
    shell.openExternal = () => Promise.resolve();
  });
  await answerQuestions(app, true);
  const call: Stage['call'] = async (name, input) => {
    const answer = await window.evaluate(
      ({ called, given }) => {
        const { taxpass } = globalThis as unknown as { taxpass: Bridge };
        return taxpass.call(called, given as never);
      },
      { called: name, given: input },
    );
    if (!answer.ok) throw new Error(`${name}: ${answer.failure.code}`);
    return answer.value as never;
  };
  const stage: Stage = {
    app,
    window,
    desktop,
    language,
    words: createSentences(language, await readCatalogue(language)).t,
    practice,
    snapshot: () => call('snapshot.get', {}),
    call,
    tell: (changes) =>
      app.evaluate(
        ({ BrowserWindow }, [channel, told]) => {
          const [main] = BrowserWindow.getAllWindows().filter((one) => one.getParentWindow() === null);
          main?.webContents.send(channel, told);
        },
        [CHANGE_CHANNEL, changes] as const,
      ),
    async close() {
      await quit();
      await desktop.stop();
    },
  };
  await speak(stage, language);
  return stage;
}

/** Has the window speak a language; nothing else on it changes. */
export async function speak({ call, window }: Stage, language: Language): Promise<void> {
  await call('settings.change', { language });
  await window.waitForFunction((lang) => document.documentElement.lang === lang, language);
}

/** Has the window look by a theme. */
export async function wear({ call, window }: Stage, theme: SettingsView['theme']): Promise<void> {
  await call('settings.change', { theme });
  await window.waitForFunction((name) => document.documentElement.dataset['theme'] === name, theme);
}

/** A window's size, CSS pixels at a zoom of 1, and its zoom. */
export type Size = { readonly width: number; readonly height: number; readonly zoom: number };

/** Makes the window that big, without its frame. */
export async function resize({ app, window }: Stage, { width, height, zoom }: Size): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const [main] = BrowserWindow.getAllWindows().filter((one) => one.getParentWindow() === null);
      main?.setContentSize(size.width, size.height);
      main?.webContents.setZoomFactor(size.zoom);
    },
    { width, height, zoom },
  );
  await window.waitForFunction(
    ([innerWidth, innerHeight, devicePixelRatio]) =>
      globalThis.innerWidth === innerWidth &&
      globalThis.innerHeight === innerHeight &&
      globalThis.devicePixelRatio === devicePixelRatio,
    [Math.round(width / zoom), Math.round(height / zoom), zoom],
  );
}

/** Imports a P12 by the calls that the window's form makes; gives the certificate's id. */
export async function importP12(stage: Stage, path: string, password: string, keepKey: boolean): Promise<string> {
  const bytes = [...(await readFile(path))];
  const { draftId } = await stage.window.evaluate(
    async ({ fileName, content }) => {
      const { taxpass } = globalThis as unknown as { taxpass: Bridge };
      const answer = await taxpass.call('certificates.drop', { fileName, bytes: Uint8Array.from(content) });
      if (!answer.ok) throw new Error(answer.failure.code);
      return answer.value;
    },
    { fileName: basename(path), content: bytes },
  );
  await stage.call('certificates.open', { draftId, password, identity: null });
  return (await stage.call('certificates.import', { draftId, keepKey })).certificateId;
}
