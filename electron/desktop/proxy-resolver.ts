import { session as sessions, type Session } from 'electron';
import { denyPowers } from './lock-down.ts';

/**
 * What the system's proxy settings say for an origin, PAC scripts and automatic discovery included, in the words of a
 * PAC script. Chromium reads them as it does for browsers; loopback goes direct there. Asked in a session in which no
 * page is ever opened, because the window's own is shut off from the network.
 */
export function createProxyResolver(): (origin: string) => Promise<string> {
  let asked: Promise<Session> | null = null;

  async function own(): Promise<Session> {
    const session = sessions.fromPartition('proxy-settings', { cache: false });
    // No request filter: setting one takes the network away from a PAC script that is just being fetched.
    denyPowers(session);
    // A session that is new may say DIRECT before it has read the settings.
    await session.forceReloadProxyConfig();
    return session;
  }

  return async (origin) => {
    try {
      return await (await (asked ??= own())).resolveProxy(origin);
    } catch {
      // Settings that cannot be read are none; a connection that needs them fails by itself.
      return 'DIRECT';
    }
  };
}
