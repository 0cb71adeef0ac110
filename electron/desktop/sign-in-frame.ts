import { app, BrowserWindow, session as sessions, WebContentsView, type Session, type WebContents } from 'electron';
import { STRIP_HEIGHT, stripAddress, type StripState } from './sign-in-strip.ts';
import { filled } from './words/sentences.ts';
import type { Words } from './words/texts.ts';

/** A sign-in window: a strip of our own, and below it the authority's page. */
export type SignInFrame = {
  readonly window: BrowserWindow;
  /** The authority's page; no event of it comes from the strip. */
  readonly page: WebContents;
  /** Ends both, whatever the page wants. */
  destroy(): void;
};

/** What the page and the strip alike may not do. */
const powerless = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  enableWebSQL: false,
  navigateOnDragDrop: false,
} as const;

/**
 * Opens the window of one sign-in. The strip is the window's own document; the page is a view of its own below it, in
 * its own process, and can draw nothing above its upper edge. So what the strip says is ours: which host the page comes
 * from, that the connection is verified, and whether that host gets the certificate.
 * @param session the page's; who opens it has verified every connection that a page in it came by
 * @param certificateAt whether an origin gets the certificate
 */
export function openSignInFrame(input: {
  readonly parent: BrowserWindow | null;
  readonly start: URL;
  readonly session: Session;
  readonly certificateAt: (origin: string) => StripState['certificate'];
  /** Those of the user's language, for each page anew. */
  readonly words: () => Words;
}): SignInFrame {
  const { parent, start, session, certificateAt, words } = input;
  const window = new BrowserWindow({
    ...(parent === null ? {} : { parent }),
    width: 980,
    height: 760,
    minWidth: 480,
    minHeight: 320,
    title: titleFor(start, words()),
    autoHideMenuBar: true,
    webPreferences: { ...powerless, session: stripSession(), javascript: false, devTools: false },
  });
  window.removeMenu();
  const view = new WebContentsView({
    webPreferences: {
      ...powerless,
      session,
      safeDialogs: true,
      safeDialogsMessage: words().signInWindow.noMoreMessages,
      devTools: !app.isPackaged,
    },
  });
  const page = view.webContents;
  // What WebRTC sends past a proxy, it does not send.
  page.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  window.contentView.addChildView(view);
  const place = (): void => {
    const { width, height } = window.getContentBounds();
    view.setBounds({ x: 0, y: STRIP_HEIGHT, width, height: Math.max(0, height - STRIP_HEIGHT) });
  };
  place();
  window.on('resize', place);
  // Keys are for the page; the strip has nothing to press.
  window.on('focus', () => page.focus());

  const show = (url: URL, isConnecting: boolean): void => {
    const isWeb = url.protocol === 'https:';
    const state = { host: isWeb ? url.host : '', isConnecting, certificate: certificateAt(url.origin) };
    // It fails where the next state comes before this one is there.
    window.loadURL(stripAddress(state, words())).catch(() => undefined);
    window.setTitle(titleFor(url, words()));
  };
  // The title stays ours: neither document names the window.
  window.on('page-title-updated', (event) => event.preventDefault());
  show(start, true);
  page.on('did-navigate', (_event, address) => show(new URL(address), false));

  const endPage = (): void => {
    if (!page.isDestroyed()) page.close();
  };
  window.once('closed', endPage);
  // A page may close itself; without it the window is nothing.
  page.once('destroyed', () => {
    if (!window.isDestroyed()) window.close();
  });
  return {
    window,
    page,
    destroy() {
      if (!window.isDestroyed()) window.destroy();
      endPage();
    },
  };
}

function titleFor({ host }: URL, { signInWindow }: Words): string {
  return filled(signInWindow.title, { host });
}

/** The strip's: in memory, without script, and nothing but its own text can be loaded in it. */
function stripSession(): Session {
  const session = sessions.fromPartition('sign-in-strip', { cache: false });
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !url.startsWith('data:text/html') }));
  return session;
}
