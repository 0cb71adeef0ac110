import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startDesktopProcess } from './desktop-process.mjs';

/**
 * @param {string} socket
 * @returns {string} a bus that starts no service by itself: what is on it was put there
 */
function configuration(socket) {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

/**
 * Starts a D-Bus session of its own.
 * @param {{ folder: string, env: NodeJS.ProcessEnv }} options `folder`: private, with a short path (a socket's is limited)
 * @returns {Promise<{ env: { DBUS_SESSION_BUS_ADDRESS: string }, kill: () => void, stop: () => Promise<void> }>}
 */
export async function startSessionBus({ folder, env }) {
  const socket = path.join(folder, 'bus');
  const file = path.join(folder, 'bus.conf');
  writeFileSync(file, configuration(socket));
  const args = [`--config-file=${file}`, '--nofork', '--nopidfile', '--nosyslog', '--print-address=1'];
  const { kill, stop } = await startDesktopProcess('dbus-daemon', args, { env, debianPackage: 'dbus', readyFd: 1 });
  return { env: { DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}` }, kill, stop };
}
