import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';

export type Step = { readonly name: string; readonly ok: boolean; readonly ms: number; readonly detail?: string };

export type Recorder = {
  /** Runs one step and takes a picture of the app's window, or of `pictured()`, after it, whether it went well or not. */
  step(name: string, act: () => Promise<string | undefined>, pictured?: () => Page | null): Promise<void>;
  /** Takes a further picture, of the app's window or of `page`. */
  picture(name: string, page?: Page | null): Promise<void>;
  readonly steps: readonly Step[];
};

/** Keeps `DIR/tour.json` up to date after every step, so that it is there even if the tour is ended half-way. */
export function createRecorder(out: string, window: () => Page | null): Recorder {
  mkdirSync(out, { recursive: true });
  const steps: Step[] = [];
  const save = (): void => writeFileSync(join(out, 'tour.json'), `${JSON.stringify({ steps }, null, 2)}\n`);
  const picture = async (name: string, page: Page | null = window()): Promise<void> => {
    if (page && !page.isClosed()) await page.screenshot({ path: join(out, `${name}.png`) });
  };
  save();
  return {
    steps,
    picture,
    async step(name, act, pictured = window) {
      const started = performance.now();
      const outcome = await act().then(
        (detail) => ({ ok: true, detail }),
        (error: unknown) => ({ ok: false, detail: error instanceof Error ? error.message : String(error) }),
      );
      const ms = Math.round(performance.now() - started);
      const detail = outcome.detail?.slice(0, 2000);
      steps.push({ name, ok: outcome.ok, ms, ...(detail === undefined ? {} : { detail }) });
      save();
      await picture(name, pictured()).catch(() => undefined);
      console.log(`${outcome.ok ? 'ok  ' : 'FAIL'} ${name} ${ms} ms${detail === undefined ? '' : `: ${detail}`}`);
    },
  };
}
