import { fail, FailureError } from '../contract/failure.ts';
import { arrivalOf } from '../contract/route.ts';
import type { Attempt } from '../signin/attempt.ts';
import type { LoopbackListener } from '../signin/loopback-listener.ts';
import type { Loopbacks } from '../signin/loopbacks.ts';
import type { RunningAttempt } from './attempts.ts';
import type { Callbacks } from './callbacks.ts';

export type BrowserRouteDeps = {
  readonly callbacks: Callbacks;
  readonly loopbacks: Loopbacks;
  /** Opens the system browser; fails with `browser-not-opened`. */
  readonly openBrowser: (url: URL) => Promise<void>;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
};

/**
 * Sends the person to the authority with the system browser and waits for the callback, however it comes home. Where
 * it comes over TLS on this computer, the listener's own first page is opened in place of the authority's. A port that
 * was taken is asked for again each time the page is: nobody is led there while another program listens.
 * @param walk.start the authority's page
 * @param walk.resumed its page is open in the browser already; then a port that is taken leaves pasting, else it fails
 */
export async function walkBrowserRoute(
  deps: BrowserRouteDeps,
  walk: {
    readonly attempt: Attempt;
    readonly start: URL;
    readonly resumed: boolean;
    readonly running: Pick<RunningAttempt, 'arrivesBy' | 'leadsOn'>;
  },
  signal: AbortSignal,
): Promise<URL> {
  const { attempt, start, resumed, running } = walk;
  let listener = await listen(deps, walk);
  const over = new AbortController();
  try {
    // Waited for before the browser opens: it may be quicker than we are.
    const callback = deps.callbacks.wait(attempt, AbortSignal.any([signal, over.signal]));
    callback.catch(() => undefined);
    const isMissing = (): boolean => listener === null && arrivalOf(attempt.route, attempt.redirectUri) === 'loopback';
    const page = async (): Promise<URL> => {
      if (isMissing()) {
        const late = await listen(deps, { ...walk, resumed: false });
        if (over.signal.aborted || !isMissing()) late?.close();
        else listener = late;
        if (over.signal.aborted) fail({ code: 'not-found', what: 'attempt' });
        running.arrivesBy('loopback');
      }
      return listener?.newFirstPage() ?? start;
    };
    running.leadsOn(page);
    if (isMissing()) running.arrivesBy('pasted');
    const opened = resumed ? Promise.resolve() : page().then((address) => deps.openBrowser(address));
    const url = await Promise.race([callback, opened.then(() => callback)]);
    listener?.finish();
    return url;
  } catch (error) {
    listener?.close();
    throw error;
  } finally {
    over.abort();
  }
}

async function listen(
  deps: BrowserRouteDeps,
  { attempt, start, resumed }: { readonly attempt: Attempt; readonly start: URL; readonly resumed: boolean },
): Promise<LoopbackListener | null> {
  const { route, redirectUri } = attempt;
  if (arrivalOf(route, redirectUri) !== 'loopback') return null;
  try {
    const deliver = (address: string): boolean => deps.callbacks.deliver(address);
    return await deps.loopbacks.open({ redirectUri, start, deliver, now: deps.now() });
  } catch (error) {
    if (resumed && error instanceof FailureError) return null;
    throw error;
  }
}
