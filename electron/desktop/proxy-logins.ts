import {
  app,
  type AuthenticationResponseDetails,
  type AuthInfo,
  type Event,
  type Session,
  type WebContents,
} from 'electron';
import type { ProxyLogin } from '../network/ways.ts';

/**
 * Answers proxies that ask `session` for a login; servers that ask for one are not answered, and a proxy without a login
 * of its own is left to say no.
 * @param loginFor the login for this very proxy, `host:port`
 * @returns stops answering
 */
export function answerProxies(session: Session, loginFor: (proxy: string) => ProxyLogin | null): () => void {
  const answer = (
    event: Event,
    contents: WebContents | null,
    _details: AuthenticationResponseDetails,
    asked: AuthInfo,
    give: (username?: string, password?: string) => void,
  ): void => {
    // No page asks for a worker; then the proxy, which the session alone goes by, says whose it is.
    if ((contents !== null && contents.session !== session) || !asked.isProxy) return;
    const login = loginFor(`${asked.host}:${asked.port}`);
    if (login === null) return;
    event.preventDefault();
    give(login.username, login.password);
  };
  app.on('login', answer);
  return () => void app.off('login', answer);
}
