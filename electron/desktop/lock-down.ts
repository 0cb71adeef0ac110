import { app, type Session, type WebContents } from 'electron';
import { isWindowUrl } from './app-scheme.ts';

/** The lock on every page there is. */
export type PageLock = {
  /**
   * Leaves navigation within this session's pages to whoever owns the session and has rules for it: the sign-in window.
   * Everything else stays denied there too.
   */
  leaveNavigationTo(session: Session): void;
};

/** Denies the window's session everything but its own page: network, permissions, devices, downloads, dictionaries. */
export async function lockDownSession(session: Session): Promise<void> {
  denyPowers(session);
  // Port 9 is nobody's: what neither the policy nor the filter below sees, WebRTC over TCP, ends there.
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'socks5://127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isWindowUrl(details.url) && !details.url.startsWith('devtools:') });
  });
}

/** Denies a session's pages what no page of ours needs: permissions, devices, downloads, dictionaries. */
export function denyPowers(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}

/** Denies navigation, new windows and embedded pages to every page there is, before it loads. */
export function lockDownPages(): PageLock {
  const navigable = new WeakSet<Session>();
  app.on('web-contents-created', (_event, contents) => lockDownPage(contents, navigable));
  return { leaveNavigationTo: (session) => void navigable.add(session) };
}

function lockDownPage(contents: WebContents, navigable: WeakSet<Session>): void {
  const deny = (event: { preventDefault(): void }): void => {
    if (!navigable.has(contents.session)) event.preventDefault();
  };
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', deny);
  contents.on('will-frame-navigate', deny);
  contents.on('will-redirect', deny);
}
