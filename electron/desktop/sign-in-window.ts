import { app, BrowserWindow, type Session } from 'electron';
import type { SignInWindowInput } from '../accounts/sign-in.ts';
import { FailureError } from '../contract/failure.ts';
import { startConnectProxy } from '../signin/connect-proxy.ts';
import { loadFailure } from '../signin/load-failure.ts';
import { judgePage, mayFetchPart, type WindowRules } from '../signin/window-rules.ts';
import type { PageLock } from './lock-down.ts';
import { watchAnswers } from './page-answers.ts';
import { openSignInSession } from './sign-in-session.ts';
import { words } from './words.ts';

export type SignInWindowOptions = SignInWindowInput & {
  /** The app's own window, above which this one opens. */
  readonly parent: BrowserWindow | null;
  readonly pageLock: PageLock;
};

/**
 * Signs in on the authority's own pages, in a window that presents an imported P12 through a proxy in this process.
 * Session, proxy, key and password live as long as this call; afterwards nothing of them remains.
 * @returns the callback's URL, unjudged
 * @throws FailureError `signin-cancelled` when the user closes the window, `signin-insecure-redirect`,
 * `signin-origin-refused`, `signin-too-many-redirects`, a network code, what `judgeAnswer` says, or the signal's reason
 */
export async function openSignInWindow(options: SignInWindowOptions): Promise<URL> {
  const { origins, certificateOrigins, clientCertificate, trustedCa, arrivalUri, signal, pageLock } = options;
  signal.throwIfAborted();
  const rules: WindowRules = { origins, arrivalUri };
  const outcome = createOutcome();
  const onPage = (address: string): boolean => {
    const verdict = judgePage(address, rules);
    if (verdict.kind === 'arrived') outcome.arrive(verdict.callback);
    if (verdict.kind === 'refuse') outcome.fail(new FailureError(verdict.failure));
    return verdict.kind === 'go';
  };
  const upstreamFailures = new Map<string, FailureError>();
  const proxy = await startConnectProxy({
    origins,
    certificateOrigins,
    clientCertificate,
    trustedCa,
    onFailure: (failure, host) => void upstreamFailures.set(host, failure),
  });
  try {
    const { session, end } = await openSignInSession(proxy, rules, onPage);
    try {
      pageLock.leaveNavigationTo(session);
      signal.throwIfAborted();
      const abort = (): void => outcome.fail(signal.reason);
      signal.addEventListener('abort', abort, { once: true });
      const window = createWindow(options, session);
      try {
        watchPages(window, rules, onPage);
        watchEnds(window, outcome, upstreamFailures);
        watchAnswers(window.webContents, origins, (answer) => {
          const failure = options.judgeAnswer(answer);
          if (failure !== null) outcome.fail(new FailureError(failure));
        });
        // How it fails is heard in watchEnds.
        window.loadURL(options.start.href).catch(() => undefined);
        return await outcome.settled;
      } finally {
        signal.removeEventListener('abort', abort);
        // Not from within one of its own events: Chromium is still at work on the page then.
        await new Promise((resolve) => setImmediate(resolve));
        window.destroy();
      }
    } finally {
      await end();
    }
  } finally {
    await proxy.close();
  }
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

function createWindow({ parent, start }: SignInWindowOptions, session: Session): BrowserWindow {
  const window = new BrowserWindow({
    ...(parent === null ? {} : { parent }),
    width: 980,
    height: 760,
    title: titleFor(start),
    autoHideMenuBar: true,
    webPreferences: {
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      enableWebSQL: false,
      safeDialogs: true,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  window.removeMenu();
  // What WebRTC sends past a proxy, it does not send.
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  // The title stays ours: a page could claim to be anybody.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.webContents.on('did-navigate', (_event, address) => window.setTitle(titleFor(new URL(address))));
  return window;
}

function titleFor({ host }: URL): string {
  return words.signInWindowTitle.replace('{host}', () => host);
}

/** Stops pages on their way to where they may not go, and at the arrival URI, by every way a page can go there. */
function watchPages(window: BrowserWindow, rules: WindowRules, onPage: (address: string) => boolean): void {
  const judge = (event: { url: string; isMainFrame: boolean; preventDefault(): void }): void => {
    const goes = event.isMainFrame ? onPage(event.url) : mayFetchPart(event.url, rules);
    if (!goes) event.preventDefault();
  };
  window.webContents.on('will-frame-navigate', judge);
  window.webContents.on('will-redirect', judge);
}

function watchEnds(window: BrowserWindow, outcome: Outcome, upstreamFailures: Map<string, FailureError>): void {
  const { webContents } = window;
  window.on('closed', () => outcome.fail(new FailureError({ code: 'signin-cancelled' })));
  // A page must not keep its user from closing the window.
  webContents.on('will-prevent-unload', (event) => event.preventDefault());
  webContents.on('render-process-gone', (_event, { reason }) => {
    outcome.fail(new Error(`the sign-in page's process ended: ${reason}`));
  });
  webContents.on('did-fail-load', (_event, errorCode, detail, address, isMainFrame) => {
    if (!isMainFrame) return;
    const host = URL.canParse(address) ? new URL(address).host : '';
    const failure = loadFailure(errorCode, detail, host, upstreamFailures.get(host));
    if (failure !== null) outcome.fail(failure);
  });
}
