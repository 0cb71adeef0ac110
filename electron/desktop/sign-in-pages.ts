import type { BrowserWindow, WebContents } from 'electron';
import type { SignInPages } from '../accounts/callback-routes.ts';
import { FailureError } from '../contract/failure.ts';
import { loadFailure } from '../signin/load-failure.ts';
import type { Trace } from '../signin/trace.ts';
import { judgePage, mayFetchPart, type WindowRules } from '../signin/window-rules.ts';
import type { PageLock } from './lock-down.ts';
import { openProgram } from './open-external.ts';
import { watchAnswers } from './page-answers.ts';
import { watchPresses } from './page-presses.ts';
import { openSignInFrame, type SignInFrame } from './sign-in-frame.ts';
import type { SessionListener, SignInSession } from './sign-in-session.ts';
import type { StripState } from './sign-in-strip.ts';
import { watchSlowPages } from './slow-pages.ts';
import type { Words } from './words/texts.ts';

export type SignInPagesOptions = SignInPages & {
  /** The app's own window, above which this one opens. */
  readonly parent: BrowserWindow | null;
  readonly pageLock: PageLock;
  /** What the window itself says, in the user's language. */
  readonly words: () => Words;
  /** Whether an origin gets the certificate when it asks: what the window's strip says of it. */
  readonly certificateAt: (origin: string) => StripState['certificate'];
  /**
   * Opens the session of the pages. It verifies every connection, and asks `onPage` where a whole page wants to go
   * before anything is sent; false stops it.
   */
  readonly openSession: (rules: WindowRules, onPage: OnPage) => Promise<SignInSession>;
  /** What is known better than Chromium knows it of why `host` cannot be reached. */
  readonly knownFailure: (host: string) => FailureError | undefined;
  /** What is known of a failed page itself, before all else. */
  readonly ownFailure?: (errorCode: number, host: string) => FailureError | null;
  /** Whether a person is asked something outside the window, so that no page is late. */
  readonly isWaiting?: () => boolean;
  /** Told of the window as soon as it is there. */
  readonly onWindow?: (window: BrowserWindow) => void;
};

type OnPage = (address: string) => boolean;

/** A whole page must have come in full by then, ms. */
const PAGE_DEADLINE_MS = 45_000;
/** Chromium's code for what took too long (net/base/net_error_list.h). */
const PAGE_TIMED_OUT = -7;

/**
 * Shows the authority's pages in a window of their own until one of them brings the callback, or the user, the authority
 * or the signal ends the attempt. The session is ended before it returns.
 * @returns the callback's URL, unjudged
 * @throws FailureError `signin-cancelled` when the user closes the window, `signin-insecure-redirect`,
 * `signin-origin-refused`, `signin-too-many-redirects`, `signin-redirect-nowhere`, a network code, what `judgeAnswer`
 * says, or the signal's reason
 */
export async function showSignInPages(options: SignInPagesOptions): Promise<URL> {
  const { origins, arrivalUri, externalSchemes, pageLock, signal } = options;
  const rules: WindowRules = { origins, arrivalUri, externalSchemes };
  const outcome = createOutcome();
  let wasPressed = (): boolean => false;
  const onPage = (address: string): boolean => {
    const verdict = judgePage(address, rules);
    if (verdict.kind === 'arrived') outcome.arrive(verdict.callback);
    if (verdict.kind === 'refuse') outcome.fail(new FailureError(verdict.failure));
    // Many pages try by themselves first; the button that a person presses then is on the page.
    if (verdict.kind === 'external' && wasPressed()) openProgram(verdict.address);
    return verdict.kind === 'go';
  };
  const { session, hear, end } = await options.openSession(rules, onPage);
  hear(tracedPages(options.trace));
  try {
    pageLock.leaveNavigationTo(session);
    signal.throwIfAborted();
    const abort = (): void => outcome.fail(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    const frame = openSignInFrame({ ...options, session });
    try {
      wasPressed = watchPresses(frame.page, Date.now);
      watchPages(frame.page, rules, onPage);
      options.onWindow?.(frame.window);
      watchEnds(frame, outcome, options);
      watchAnswers(frame.page, origins, (answer) => {
        const failure = options.judgeAnswer(answer);
        if (failure !== null) outcome.fail(new FailureError(failure));
      });
      // How it fails is heard in watchEnds.
      frame.page.loadURL(options.start.href).catch(() => undefined);
      return await outcome.settled;
    } finally {
      signal.removeEventListener('abort', abort);
      // Not from within one of its own events: Chromium is still at work on the page then.
      await new Promise((resolve) => setImmediate(resolve));
      frame.destroy();
    }
  } finally {
    await end();
  }
}

function tracedPages(trace: Trace): SessionListener {
  return {
    answered: (answer) => trace.note({ kind: 'answered', ...answer, bytes: null }),
    notLoaded: (url, detail) => trace.note({ kind: 'not-loaded', url, detail }),
  };
}

type Outcome = {
  /** What came first counts. */
  readonly settled: Promise<URL>;
  arrive(callback: URL): void;
  fail(reason: unknown): void;
};

function createOutcome(): Outcome {
  let arrive: Outcome['arrive'] = () => undefined;
  let fail: Outcome['fail'] = () => undefined;
  const settled = new Promise<URL>((resolve, reject) => {
    arrive = resolve;
    fail = reject;
  });
  // It may fail before anybody waits for it.
  settled.catch(() => undefined);
  return { settled, arrive, fail };
}

/**
 * Stops pages on their way to where they may not go, and at the arrival URI, by every way a page can go there. A window
 * that a page would open opens in the page's place, if it may go there at all: there is one window, and one strip.
 */
function watchPages(page: WebContents, rules: WindowRules, onPage: OnPage): void {
  const judge = (event: { url: string; isMainFrame: boolean; preventDefault(): void }): void => {
    // A frame may start another program as the page may (BankID's own way), and nothing else that is outside.
    const isWhole = event.isMainFrame || judgePage(event.url, rules).kind === 'external';
    const goes = isWhole ? onPage(event.url) : mayFetchPart(event.url, rules);
    if (!goes) event.preventDefault();
  };
  page.on('will-frame-navigate', judge);
  page.on('will-redirect', judge);
  page.setWindowOpenHandler(({ url, referrer, postBody }) => {
    // One that leads astray is only not opened: an advertisement's, say, must not end the sign-in.
    const { kind } = judgePage(url, rules);
    if (kind === 'external' || kind === 'arrived') onPage(url);
    if (kind === 'go' && url !== 'about:blank') {
      const body = postBody && { postData: postBody.data, extraHeaders: `Content-Type: ${postBody.contentType}` };
      page.loadURL(url, { httpReferrer: referrer, ...body }).catch(() => undefined);
    }
    return { action: 'deny' };
  });
}

function watchEnds(
  { window, page }: SignInFrame,
  outcome: Outcome,
  { knownFailure, ownFailure = () => null, isWaiting = () => false }: SignInPagesOptions,
): void {
  window.on('closed', () => outcome.fail(new FailureError({ code: 'signin-cancelled' })));
  // A page must not keep its user from going on, or from closing the window.
  page.on('will-prevent-unload', (event) => event.preventDefault());
  page.on('render-process-gone', (_event, { reason }) => {
    outcome.fail(new Error(`the sign-in page's process ended: ${reason}`));
  });
  page.on('did-fail-load', (_event, errorCode, detail, address, isMainFrame) => {
    if (!isMainFrame) return;
    const host = URL.canParse(address) ? new URL(address).host : '';
    const failure = ownFailure(errorCode, host) ?? loadFailure(errorCode, detail, host, knownFailure(host));
    if (failure !== null) outcome.fail(failure);
  });
  watchSlowPages(page, PAGE_DEADLINE_MS, isWaiting, (host) => {
    const failure = { code: 'authority-unreachable', host, cause: 'timeout', detail: 'PAGE_DEADLINE' } as const;
    outcome.fail(ownFailure(PAGE_TIMED_OUT, host) ?? new FailureError(failure));
  });
}
